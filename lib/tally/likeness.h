// How much two events of single documents are alike.
#pragma once

#include "tally/nodes.h"

namespace presscut::tally {

/// The share of their words, the telling ones above all, with what speaks for one event (the same people, the
/// same numbers) and against it (another variant, another march) added; below 0 where much does.
double likeness(const Node& a, const Node& b);

/// People who march again on another day: another march.
bool marches_again(const Node& a, const Node& b);

}  // namespace presscut::tally
