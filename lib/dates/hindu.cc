// Feasts of the Hindu calendars. Their months begin with the new moon and bear the name of the sign of the
// (sidereal) zodiac that the sun enters in them; a month in which it enters none is a leap month and has no
// feasts. A day belongs to the tithi, a thirtieth of the moon's way around the sun, that holds at the hour at
// which the feast is kept. Positions are good to a minute of arc (Jean Meeus, Astronomical Algorithms,
// chapters 25 and 47); where regions differ, feasts may lie a day apart from here.
#include <cmath>
#include <numbers>

#include "dates/calendar.h"
#include "dates/moon.h"

namespace presscut::dates {
namespace {

constexpr double india = 5.5;  // hours ahead of universal time

double sine(double degrees) { return std::sin(degrees * std::numbers::pi / 180); }
double circle(double degrees) { return degrees - 360 * std::floor(degrees / 360); }

// Julian centuries since the beginning of 2000.
double centuries(double time) { return (time + unix_epoch - 2451545.0) / 36525; }

double sun(double t) {
  const double anomaly = 357.52911 + 35999.05029 * t;
  return 280.46646 + 36000.76983 * t + (1.914602 - 0.004817 * t) * sine(anomaly) +
         0.019993 * sine(2 * anomaly) + 0.000289 * sine(3 * anomaly);
}

double moon(double t) {
  const double d = 297.8501921 + 445267.1114034 * t, m = 357.5291092 + 35999.0502909 * t,
               n = 134.9633964 + 477198.8675055 * t, f = 93.2720950 + 483202.0175233 * t;
  return 218.3164477 + 481267.88123421 * t + 6.288774 * sine(n) + 1.274027 * sine(2 * d - n) +
         0.658314 * sine(2 * d) + 0.213618 * sine(2 * n) - 0.185116 * sine(m) - 0.114332 * sine(2 * f) +
         0.058793 * sine(2 * d - 2 * n) + 0.057066 * sine(2 * d - m - n) + 0.053322 * sine(2 * d + n) +
         0.045758 * sine(2 * d - m) - 0.040923 * sine(m - n) - 0.034720 * sine(d) - 0.030383 * sine(m + n) +
         0.015327 * sine(2 * d - 2 * f) - 0.012528 * sine(n + 2 * f) + 0.010980 * sine(n - 2 * f) +
         0.010675 * sine(4 * d - n) + 0.010034 * sine(3 * n) + 0.008548 * sine(4 * d - 2 * n);
}

// The tithi, 1 to 30, that holds at an hour of a day in India.
int tithi(Day day, int hour) {
  const double t = centuries(day + (hour - india) / 24);
  return static_cast<int>(circle(moon(t) - sun(t)) / 12) + 1;
}

// The sign of the zodiac in which the sun stands, 0 to 11. The sidereal zodiac was 23.85 degrees behind in
// 2000.
int sign(double time) {
  const double t = centuries(time);
  return static_cast<int>(circle(sun(t) - 23.853 - 1.397 * t) / 30);
}

}  // namespace

Day hindu_day(int year, int month, int wanted, int hour) {
  const int before = moon_before(day_of(year, 1, 1)) - 1;
  Day found = day_of(year, 1, 1);
  for (int k = before; k < before + 16; ++k) {
    const int here = sign(new_moon(k));
    if ((here + 1) % 12 + 1 != month || here == sign(new_moon(k + 1))) continue;
    Day day = static_cast<Day>(std::floor(new_moon(k) + india / 24)) + wanted - 3;
    const auto ahead = [&] { return (tithi(day, hour) - wanted + 45) % 30 - 15; };  // tithis
    while (ahead() < 0) ++day;
    if (ahead() > 0) --day;  // none of its hours is that: the day in which it falls
    found = day;
    if (civil(day).year >= year) break;
  }
  return found;
}

}  // namespace presscut::dates
