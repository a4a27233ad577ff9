#include "dates/moon.h"

#include <cmath>
#include <numbers>

namespace presscut::dates {

double new_moon(int k) {
  const double t = k / 1236.85;
  const auto sine = [](double degrees) { return std::sin(degrees * std::numbers::pi / 180); };
  const double e = 1 - 0.002516 * t;
  const double sun = 2.5534 + 29.10535670 * k;
  const double moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const double latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  const double node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t;
  return 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t - 0.40720 * sine(moon) +
         0.17241 * e * sine(sun) + 0.01608 * sine(2 * moon) + 0.01039 * sine(2 * latitude) +
         0.00739 * e * sine(moon - sun) - 0.00514 * e * sine(moon + sun) + 0.00208 * e * e * sine(2 * sun) -
         0.00111 * sine(moon - 2 * latitude) - 0.00057 * sine(moon + 2 * latitude) +
         0.00056 * e * sine(2 * moon + sun) - 0.00042 * sine(3 * moon) +
         0.00042 * e * sine(sun + 2 * latitude) + 0.00038 * e * sine(sun - 2 * latitude) -
         0.00024 * e * sine(2 * moon - sun) - 0.00017 * sine(node) - unix_epoch;
}

int moon_before(double time) {
  return static_cast<int>(std::floor((time + unix_epoch - 2451551) / 29.530588861));
}

Day day_at(double time, double hours) { return static_cast<Day>(std::floor(time + hours / 24)); }

}  // namespace presscut::dates
