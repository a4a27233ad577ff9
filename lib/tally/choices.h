// What a researcher decided: names of events by pattern, and corrections of single figures.
#pragma once

#include <string>
#include <vector>

#include "tally/tally.h"

namespace presscut::tally {

/// Carries out the decisions on the figures of `sources`, and says for each figure the name of the event that
/// a choice puts it to; empty where none does. A rejected figure is put out of all events.
std::vector<std::vector<text::Brief>> choose(const Choices& choices, std::vector<Source>& sources);

}  // namespace presscut::tally
