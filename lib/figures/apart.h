// Events that words make one and that figures tell apart.
#pragma once

#include <vector>

#include "figures/told.h"

namespace presscut::figures {

/// What tells the figure at `place` from others, by the words of its sentence.
void look_around(const View& view, const FigureMention& figure, Place& place, Names& names);

/// Marches in two places are two events, and a part of what was counted in the whole country.
void tell_places_apart(Told& told);

/// Two letters of a text have signers of two kinds, as many as many: "150 officers" and "64 reservists".
void tell_signers_apart(Told& told);

}  // namespace presscut::figures
