// Intervals of whole people: what they have in common, which of two says more.
#pragma once

#include "tally/tally.h"

namespace presscut::tally {

double low_of(const Interval& interval);   // 0 where open
double high_of(const Interval& interval);  // infinity where open

/// Whether some number lies in both.
bool meet(const Interval& a, const Interval& b);

/// Whether every number of `inner` lies in `outer`.
bool contains(const Interval& outer, const Interval& inner);

bool is_exact(const Interval& interval);

Interval intersection(const Interval& a, const Interval& b);  // of intervals that meet
Interval hull(const Interval& a, const Interval& b);
Interval sum(const Interval& a, const Interval& b);
Interval difference(const Interval& a, const Interval& b);  // never below 0

}  // namespace presscut::tally
