// From what documents say of one event to its rows, its final interval and its contradictions.
#pragma once

#include "tally/link.h"

namespace presscut::tally {

/// Fills in the rows by date, the final interval and why, and the conflicts.
void reconcile(const Group& group, Event& event);

}  // namespace presscut::tally
