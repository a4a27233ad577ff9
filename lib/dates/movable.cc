// Feasts that follow the moon. Christian and Jewish calendars reckon with a mean moon, in whole numbers; the
// Islamic and the Chinese one follow the true new moon, which is computed to within some minutes (Jean Meeus,
// Astronomical Algorithms, chapters 27 and 49). Where a sighting decides, feasts may lie a day apart from
// here.
#include <cmath>

#include "dates/calendar.h"
#include "dates/moon.h"

namespace presscut::dates {
Day easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, g = (8 * b + 13) / 25;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 19 * l) / 433;
  const int month = (h + l - 7 * m + 90) / 25;
  return day_of(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

Day orthodox_easter(int year) {
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int julian_to_gregorian = year / 100 - year / 400 - 2;
  return day_of(year, (d + e + 114) / 31, (d + e + 114) % 31 + 1) + julian_to_gregorian;
}

// Calendrical Calculations: the molad of a year, the postponements of its new year, and months counted from
// there.
Day hebrew_day(int year, int month, int day) {
  const auto elapsed = [](long hebrew_year) {
    const long months = (235 * hebrew_year - 234) / 19;
    const long parts = 12084 + 13753 * months;
    const long days = 29 * months + parts / 25920;
    return 3 * (days + 1) % 7 < 3 ? days + 1 : days;
  };
  const auto new_year = [&](long hebrew_year) {
    const long before = elapsed(hebrew_year - 1), at = elapsed(hebrew_year),
               behind = elapsed(hebrew_year + 1);
    const int correction = behind - at == 356 ? 2 : at - before == 382 ? 1 : 0;
    constexpr long first_day = -2092590;  // Tishri of the year 1, counted from 1970-01-01
    return first_day + at + correction;
  };
  // Months from Nisan lie in the Gregorian year `hebrew - 3760`, those from Tishri in the one before.
  const bool autumn = month >= 7;
  const bool winter = month >= 11;  // Shevat and Adar come after January
  const long hebrew_year = year + (autumn && !winter ? 3761 : 3760);
  const auto is_leap = [](long y) { return (7 * y + 1) % 19 < 7; };
  const long length = new_year(hebrew_year + 1) - new_year(hebrew_year);
  const bool long_marheshvan = length % 10 == 5, short_kislev = length % 10 == 3;
  const auto month_length = [&](int m) {
    if (m == 8) return long_marheshvan ? 30 : 29;
    if (m == 9) return short_kislev ? 29 : 30;
    return m % 2 == 1 || m == 7 || m == 11 ? 30 : 29;
  };
  long from_new_year = 0;
  if (autumn) {
    for (int m = 7; m < month; ++m) from_new_year += month_length(m);
    if (month == 12 && is_leap(hebrew_year)) from_new_year += 30;
    return static_cast<Day>(new_year(hebrew_year) + from_new_year + day - 1);
  }
  long to_new_year = 0;
  for (int m = month; m < 7; ++m) to_new_year += month_length(m);
  return static_cast<Day>(new_year(hebrew_year + 1) - to_new_year + day - 1);
}

Day islamic_month(int month, Day after) {
  constexpr double sunset_in_mecca = 15.25 / 24;  // universal time, between 14:40 and 16:05
  constexpr int muharram = -249;  // the new moon before a year began, that of 20 November 1979
  for (int k = moon_before(after) - 1;; ++k) {
    if (((k - muharram) % 12 + 12) % 12 != month - 1) continue;
    const Day begins = static_cast<Day>(std::floor(new_moon(k) + 1 - sunset_in_mecca)) + 1;
    if (begins >= after) return begins;
  }
}

Day chinese_new_year(int year) {
  const double y = (year - 1 - 2000) / 1000.0;
  const double solstice = 2451900.05952 + 365242.74049 * y - 0.06223 * y * y - unix_epoch;
  int k = moon_before(solstice) + 2;
  while (day_at(new_moon(k), 8) > day_at(solstice, 8)) --k;
  return day_at(new_moon(k + 2), 8);
}

}  // namespace presscut::dates
