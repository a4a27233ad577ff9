// What other counts, or the event that a text speaks of, tell of a count whose own words tell nothing.
#pragma once

#include <cstddef>

#include "figures/told.h"

namespace presscut::figures {

/// The role of count `c` of sentence `s`, which is at hand: that of the figure beside or before it ("of whom
/// nine"), else of the event ("550,000, police said"). No name where neither tells.
Role inherited(const Told& told, std::size_t s, std::size_t c);

}  // namespace presscut::figures
