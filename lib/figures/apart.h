// Events that words make one and that figures tell apart.
#pragma once

#include <vector>

#include "figures/told.h"

namespace presscut::figures {

/// Marches in two places are two events, and a part of what was counted in the whole country.
void tell_places_apart(const View& view, std::vector<Found>& found);

/// Two letters of a text have signers of two kinds, as many as many: "150 officers" and "64 reservists".
void tell_signers_apart(const View& view, std::vector<Found>& found);

}  // namespace presscut::figures
