// What a researcher decided: names of events by pattern, and corrections of single figures.
#pragma once

#include <string>
#include <vector>

#include "tally/tally.h"

namespace presscut::tally {

/// Carries out the decisions on the figures of `sources`, and gives each figure the name of the event that a
/// choice puts it to. A rejected figure is put out of all events.
void choose(const Choices& choices, std::vector<Source>& sources, int threads);

}  // namespace presscut::tally
