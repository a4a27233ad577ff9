// The trained tagger: which terms of a stretch are the name of a group. Names that only their shape tells of
// it may deny.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "groups/candidates.h"
#include "groups/features.h"
#include "model/chain.h"

namespace presscut::groups {

/// The labels: nothing, the first term of a group's name, one inside of it, the last one, a name of one term,
/// and names of people, places and other things.
inline constexpr std::string_view labels[] = {"none",  "begin", "inside", "person",
                                              "place", "thing", "end",    "single"};
enum Label : std::uint8_t { nothing, begins, inside, person, place, thing, ends, single };

/// What the tagger says of a document.
struct Tagged {
  std::vector<Candidate> names;  // of groups, in order, apart
  std::vector<Candidate>
      known;  // names of rules, without those by shape alone that it takes for something else
};

/// `known` are names of rules, in order, apart. `margin` is by how much a name that is none of them must be
/// more likely than none, in units of model::Chain.
Tagged tag(const Terms& terms, std::vector<Candidate> known, const std::vector<Alias>& aliases,
           const model::Chain& weights, int margin);

const model::Chain& built_in_weights();

}  // namespace presscut::groups
