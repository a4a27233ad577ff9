// Stretches of terms that may be names of groups, by what found them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "groups/terms.h"

namespace presscut::groups {

/// What says that a stretch is the name of a group, the surest first.
enum class Evidence : std::uint8_t {
  user,        // a row of the user's
  table,       // a row of names.tsv
  definition,  // the text says that it is one
  shape,       // how it is built
  model,       // the tagger
  repeat,      // a sure name of the same document
  mention,     // "the unit", with --short-forms
};

struct Candidate {
  int begin = 0, end = 0;  // terms
  Evidence evidence = Evidence::shape;
  std::uint8_t kind = 0;  // its place in kinds()
  std::string rule;
  std::string name;  // the name of its group where a table gives it
};

/// "Fish Museum at Corran College": a name that has two in it.
bool is_part_of_school(const Candidate& name);

/// "the Golan Brigade", "Ministry of X", "Unit 8200", "Soldiers for the X", "the X army", in order.
std::vector<Candidate> find_shapes(const Terms& terms);

}  // namespace presscut::groups
