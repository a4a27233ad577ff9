// Parts that lack a word add to a sum what can be told without looking at them: to DP half their share of the
// corpus, to the standard deviation the square of the mean.
#include <algorithm>
#include <cmath>
#include <limits>

#include "statistics/statistics.h"

namespace presscut::statistics {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

bool counts(const Part& part) { return part.frequency > 0 && part.words > 0; }

}  // namespace

Sizes::Sizes(const std::vector<double>& part_sizes) {
  for (const double size : part_sizes) {
    if (size <= 0) continue;
    smallest = parts == 0 ? size : std::min(smallest, size);
    words += size;
    ++parts;
  }
}

Dispersion dispersion(const std::vector<Part>& parts, const Sizes& sizes) {
  Dispersion result;
  double rates = 0, covered = 0, apart = 0, squares = 0;
  for (const Part& part : parts) {
    if (!counts(part)) continue;
    result.frequency += part.frequency;
    ++result.range;
    rates += part.frequency / part.words;
    covered += part.words;
  }
  if (result.range == 0) return {.dp = undefined, .dp_norm = undefined, .juilland_d = undefined};
  const auto count = static_cast<double>(sizes.parts), lacking = count - static_cast<double>(result.range);
  const double mean = rates / count;
  for (const Part& part : parts) {
    if (!counts(part)) continue;
    apart += std::abs(part.frequency / result.frequency - part.words / sizes.words);
    squares += std::pow(part.frequency / part.words - mean, 2);
  }
  result.dp = (apart + (sizes.words - covered) / sizes.words) / 2;
  result.dp_norm = result.dp / (1 - sizes.smallest / sizes.words);
  const double deviation = std::sqrt((squares + lacking * mean * mean) / count);
  result.juilland_d =
      sizes.parts > 1 ? std::max(0.0, 1 - deviation / mean / std::sqrt(count - 1)) : undefined;
  return result;
}

Dispersion dispersion(const std::vector<Part>& parts, const std::vector<double>& part_sizes) {
  return dispersion(parts, Sizes(part_sizes));
}

}  // namespace presscut::statistics
