// What rules and tables find in a document, before the tagger looks at it.
#pragma once

#include <vector>

#include "groups/definitions.h"
#include "groups/mentions.h"
#include "groups/names.h"

namespace presscut::groups {

struct Found {
  std::vector<Candidate> names;  // in order, apart
  std::vector<Alias> aliases;
};

/// The names that tables, definitions and shapes give, with their aliases and repeats.
Found by_rules(const Terms& terms, const Names& names);

}  // namespace presscut::groups
