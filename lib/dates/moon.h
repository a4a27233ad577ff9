// New moons, computed to within some minutes (Jean Meeus, Astronomical Algorithms, chapter 49).
#pragma once

#include "dates/calendar.h"

namespace presscut::dates {

/// The Julian day of 1970-01-01 00:00 universal time. Moments here are days since then; dynamical time is
/// about a minute ahead, which decides nothing.
inline constexpr double unix_epoch = 2440587.5;

/// The new moon numbered `k` from that of 6 January 2000.
double new_moon(int k);

/// The number of a new moon shortly before a moment.
int moon_before(double time);

/// The day on which a moment falls where clocks are `hours` ahead.
Day day_at(double time, double hours);

}  // namespace presscut::dates
