// What a document says of a name elsewhere: where the tagger takes the same words for a group most of the
// time they stand alone, they are likelier to be one wherever they do; where it seldom does, they are less
// so.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "groups/terms.h"

namespace presscut::groups {

class Consensus {
 public:
  using Stretch = std::pair<int, int>;  // first and one behind the last term

  /// `is_group` says of each term whether it was taken for part of a group.
  Consensus(const Terms& terms, const std::vector<Stretch>& stretches, const std::vector<bool>& is_group);

  /// What the rest of the document says of a term: it is part of a group at least every second time that the
  /// same run of capitals stands elsewhere, or it is here, but seldom is.
  struct Verdict {
    int term = 0;
    bool is_group = false;
  };

  /// Those on the terms of a stretch; empty where none says anything else than was found.
  std::vector<Verdict> verdicts(const Stretch& stretch) const;

 private:
  struct Count {
    int groups = 0, all = 0;
  };

  template <typename Visit>
  void each_place(const Stretch& stretch, Visit visit) const;
  bool is_core(int i) const;

  const Terms& terms_;
  const std::vector<bool>& is_group_;
  std::unordered_map<std::uint64_t, Count>
      counts_;  // by run and place in it, of those that were taken for groups
};

}  // namespace presscut::groups
