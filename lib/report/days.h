// Days and numbers along the sides of a chart.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presscut::report {

/// From the beginning of the first to the end of the last day, in days since 1970.
struct Days {
  double from = 0, to = 0;

  double middle() const { return (from + to) / 2; }
};

/// The shortest stretch that has both in it.
Days hull(Days a, Days b);

/// The days that a date spans at its own precision: "2024", "2024-06", "2024-06-11", "2024-06-11T05:50" (its
/// day). Nothing where it is none of these.
std::optional<Days> days_of(std::string_view date);

struct Tick {
  double at = 0;
  std::string label;
};

/// Where to put the names of days, months or years in `days`: at most `most`, at their beginnings.
std::vector<Tick> ticks(Days days, std::size_t most);

/// Round numbers from 0 to at least `highest`, at most `most` beside 0.
std::vector<Tick> ticks(double highest, std::size_t most);

}  // namespace presscut::report
