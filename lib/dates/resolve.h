// From what the words say to a value: relative expressions are counted from the publication day or from the
// text's own last date, and what lacks a year gets the one that tense and anchor ask for.
#pragma once

#include <optional>
#include <string>

#include "dates/dates.h"
#include "dates/lexicon.h"
#include "dates/meaning.h"
#include "dates/period.h"

namespace presscut::dates {

/// `over`: surely past, whatever lies near ("since").
enum class Tense : std::uint8_t { unknown, past, over, future };

/// What a relative expression can be counted from.
struct Anchors {
  std::optional<Day> published;
  std::optional<int> published_minute;  // of that day
  std::optional<Period> text;           // the last period that the text named before
  bool told = false;                    // whether the text itself told its year
  int paragraphs = 0;                   // since then
  bool timeless = false;                // the sentence tells of what holds in any year
};

struct Resolved {
  DateType type = DateType::date;
  std::string value, earliest, latest;
  std::string anchor;            // "published", "text", or empty
  std::optional<Period> period;  // what the text's next relative expression may be counted from
  std::optional<Period> bounds;  // the period of earliest and latest
};

/// The value of the expression whose root is the last of `meanings`. What neither anchor nor tense tells
/// keeps its X ("XXXX-WXX-5").
Resolved resolve(const Meanings& meanings, DateType type, const Anchors& anchors, Tense tense, Prefer prefer,
                 const Lexicon& lexicon);

/// Opens the bounds of a resolved date or time to one side.
void open(Resolved& resolved, Opening opening);

/// The first day of a feast in a year.
Day day_of_feast(const Feast& feast, int year);

}  // namespace presscut::dates
