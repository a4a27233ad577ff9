// What single documents say of an event, put in a form that can be compared: levels.
#pragma once

#include <string>
#include <vector>

#include "tally/link.h"

namespace presscut::tally {

/// The size of an event at a day, as one document has it.
struct Level {
  std::string date;
  bool own_day = false;  // the text says for which day it holds
  Interval interval;
  std::string claimant;  // "police"; empty where the text vouches for it itself
  std::string basis;     // "stated", "computed", "expected", "claimed:police"
  bool vague = false;    // "dozens", "thousands": a word more than a number
  bool falls = false;    // the document tells of people who left
  std::vector<Origin> from;
};

/// A change that a document gives without saying from which level: "another 15 signed".
struct Change {
  std::string date;
  Interval added{0, 0}, removed{0, 0};
  std::vector<Origin> from;
};

struct Statements {
  std::vector<Level> levels;
  std::vector<Change> changes;
  std::vector<Origin> earlier;  // levels of the past, as such
};

/// The statements of a group, by date, document and place.
Statements statements(const Group& group);

/// Whether people join the event one by one, so that a higher number later is no contradiction.
bool grows(const Group& group);

/// Whether the text itself speaks: "one of them", "the letter".
bool is_party(std::string_view attributed_to);

}  // namespace presscut::tally
