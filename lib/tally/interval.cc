#include "tally/interval.h"

#include <algorithm>
#include <limits>

#include "mentions/mentions.h"

namespace presscut::tally {

double low_of(const Interval& interval) { return interval.low.value_or(0); }

double high_of(const Interval& interval) {
  return interval.high.value_or(std::numeric_limits<double>::infinity());
}

bool meet(const Interval& a, const Interval& b) { return low_of(a) <= high_of(b) && low_of(b) <= high_of(a); }

bool contains(const Interval& outer, const Interval& inner) {
  return low_of(outer) <= low_of(inner) && high_of(inner) <= high_of(outer);
}

bool is_exact(const Interval& interval) { return interval.low && interval.low == interval.high; }

Interval intersection(const Interval& a, const Interval& b) {
  Interval both{std::max(low_of(a), low_of(b)), a.high};
  if (high_of(b) < high_of(a)) both.high = b.high;
  return both;
}

Interval hull(const Interval& a, const Interval& b) {
  Interval all{std::min(low_of(a), low_of(b)), a.high};
  if (high_of(b) > high_of(a)) all.high = b.high;
  return all;
}

Interval sum(const Interval& a, const Interval& b) {
  Interval both{low_of(a) + low_of(b), std::nullopt};
  if (a.high && b.high) both.high = *a.high + *b.high;
  return both;
}

Interval difference(const Interval& a, const Interval& b) {
  Interval rest{0, std::nullopt};
  if (b.high) rest.low = std::max(0.0, low_of(a) - *b.high);
  if (a.high) rest.high = std::max(0.0, *a.high - low_of(b));
  return rest;
}

std::string spell(const Interval& interval) {
  if (is_exact(interval)) return mentions::number(*interval.low);
  if (!interval.high) return mentions::number(low_of(interval)) + " or more";
  if (low_of(interval) == 0) return "up to " + mentions::number(*interval.high);
  return mentions::number(*interval.low) + "-" + mentions::number(*interval.high);
}

}  // namespace presscut::tally
