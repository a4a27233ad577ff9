#include "dates/calendar.h"

namespace presscut::dates {
namespace {

int floor_divide(int a, int b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

}  // namespace

int days_in_month(int year, int month) {
  static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

bool is_day(int year, int month, int day) {
  return month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

// Days are counted in eras of 400 years that begin in March (Howard Hinnant, chrono-compatible low-level date
// algorithms).
Day day_of(int year, int month, int day) {
  year -= month <= 2;
  const int era = floor_divide(year, 400);
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

Civil civil(Day day) {
  const int shifted = day + 719468;
  const int era = floor_divide(shifted, 146097);
  const int day_of_era = shifted - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month + (shifted_month < 10 ? 3 : -9);
  return {year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

int weekday(Day day) { return (day % 7 + 10) % 7 + 1; }

Day monday_of(int year, int week) {
  const Day fourth = day_of(year, 1, 4);
  return fourth - (weekday(fourth) - 1) + 7 * (week - 1);
}

Week week_of(Day day) {
  const int year = civil(day - weekday(day) + 4).year;
  return {year, (day - monday_of(year, 1)) / 7 + 1};
}

Day first_of_month(int year, int month) {
  const int years = floor_divide(month - 1, 12);
  return day_of(year + years, month - 12 * years, 1);
}

Day add_months(Day day, int months) {
  const Civil date = civil(day);
  const Civil target = civil(first_of_month(date.year, date.month + months));
  const int last = days_in_month(target.year, target.month);
  return day_of(target.year, target.month, date.day < last ? date.day : last);
}

}  // namespace presscut::dates
