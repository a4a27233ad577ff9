// Durations as TIMEX3 writes them: "P3Y", "PT90M", "P2W3D", "PXM", "P1DE".
#pragma once

#include <string>

#include "dates/meaning.h"

namespace presscut::dates {

/// The value of a duration or of the step of a set.
std::string duration_value(const Meaning& duration);

/// The day so many working days before or after `day`: from Monday to Friday, whatever is kept between.
Day moved_working_days(Day day, int count);

/// The day `sign` times the amounts before or after `day`; amounts below a day count as none.
Day moved(Day day, const Meaning& amounts, int sign);

/// The same in minutes, for amounts below a day alone.
int minutes_of(const Meaning& amounts);

/// The finest grain that the amounts name: half a year is months.
Grain finest(const Meaning& amounts);

}  // namespace presscut::dates
