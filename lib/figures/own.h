// What the words around a count tell of it.
#pragma once

#include <cstddef>

#include "figures/told.h"

namespace presscut::figures {

/// The role of count `c` of sentence `s`, which is at hand, by its own words; no name where they tell none,
/// rejected where they tell that it counts something else.
Role own_role(const Told& told, std::size_t s, std::size_t c);

}  // namespace presscut::figures
