// What a text itself says of names: which is that of a group, and which stand for one and the same.
#pragma once

#include <string_view>
#include <vector>

#include "groups/candidates.h"
#include "groups/terms.h"

namespace presscut::groups {

/// Two stretches that name one thing. It is a group where either is one by other evidence.
struct Alias {
  int name_end = 0;          // the name ends here
  int name_begin = -1;       // and begins here, where the pattern tells
  int begin = 0, end = 0;    // the other name
  std::string_view pattern;  // "acronym", "brackets", "known as"
};

struct Definitions {
  std::vector<Candidate> groups;  // in no order, and they may overlap
  std::vector<Alias> aliases;
};

/// "Anvil Network (AN)", "Anvil Network, or AN", "X (native script, Translation)", "X, known as Y", "a
/// movement called X", "the newspaper X", "X, a group of ...", "X is an organisation that ...".
Definitions find_definitions(const Terms& terms);

}  // namespace presscut::groups
