// What the people of a count do.
#pragma once

#include <string>

#include "figures/view.h"

namespace presscut::figures {

/// What said so, and how sure it is.
struct Role {
  std::string name;       // "signatory"; empty: none
  bool strong = false;    // the words alone tell; else the event around must agree
  bool left = false;      // they take back
  bool rejected = false;  // another kind of count: the dead, arrests
  bool drawn = false;     // what a letter or march draws
  bool part = false;      // of those who do
  std::string rule;
  std::size_t cue = 0;  // the token of the word that told
};

/// The role of `count` by the words around it in its sentence. `is_base`: another count is of this one, so
/// that verbs speak of that.
Role role_of(const View& view, const Sentence& sentence, const Count& count, bool is_base);

/// Whether only commas and conjunctions stand between two counts: "64 professors, 112 lecturers and 300
/// students".
bool coordinated(const View& view, const Count& before, const Count& count);

}  // namespace presscut::figures
