// The trained tagger: which terms of a stretch are the name of a group.
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

/// The labels: nothing, the first term of a group's name, one inside of it, and names of people, places and
/// other things.
inline constexpr std::string_view labels[] = {"none", "begin", "inside", "person", "place", "thing"};
enum Label : std::uint8_t { nothing, begins, inside, person, place, thing };

/// Names of groups by the tagger's choice, in order, apart. `margin` is by how much a name must be more
/// likely than none, in units of model::Chain.
std::vector<Candidate> tag(const Terms& terms, const std::vector<Candidate>& known,
                           const std::vector<Alias>& aliases, const model::Chain& weights, int margin);

const model::Chain& built_in_weights();

}  // namespace presscut::groups
