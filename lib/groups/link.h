// Which names of a document stand for one group, and what that group is called.
#pragma once

#include <string>
#include <vector>

#include "groups/candidates.h"
#include "groups/definitions.h"

namespace presscut::groups {

struct Linked {
  std::string name;
  std::string alias;  // why the quote stands for the name; empty where it is the name
};

/// For each candidate the name of its group. `names` are in order, apart but for those that follow one which
/// they are parts of; `aliases` as the text defines them.
std::vector<Linked> link(const Terms& terms, const std::vector<Candidate>& names,
                         const std::vector<Alias>& aliases);

}  // namespace presscut::groups
