// The calendar: days, weeks and feasts as numbers. The Gregorian calendar, also for days before 1582 (ISO
// 8601).
#pragma once

#include <optional>

namespace presscut::dates {

/// A day, counted from 1970-01-01.
using Day = int;

/// A day by year, month and day of month; years before 1 are 0 and negative.
struct Civil {
  int year = 1970;
  int month = 1;
  int day = 1;

  bool operator==(const Civil&) const = default;
};

/// A week as ISO 8601 counts it: week 1 has the year's first Thursday.
struct Week {
  int year = 1970;
  int week = 1;
};

int days_in_month(int year, int month);

/// Whether there is such a day: 29 February 2023 is none.
bool is_day(int year, int month, int day);

/// The day of a date that is one (is_day).
Day day_of(int year, int month, int day);
Civil civil(Day day);

/// 1 is Monday, 7 is Sunday.
int weekday(Day day);
Week week_of(Day day);
Day monday_of(int year, int week);

/// The first of a month counted on beyond the year: month 13 is January of the next year, month 0 December of
/// the one before.
Day first_of_month(int year, int month);

/// The same day of the month `months` later, or the last one of a shorter month.
Day add_months(Day day, int months);

/// Easter Sunday (Meeus, Jones, Butcher), and that of the Orthodox churches (Meeus, Julian calendar).
Day easter(int year);
Day orthodox_easter(int year);

/// The day of a Hebrew date within the Gregorian `year`: `month` counts from Nisan (1) to Adar (12, the
/// second one in a leap year). Dershowitz and Reingold, Calendrical Calculations.
Day hebrew_day(int year, int month, int day);

/// The first day of an Islamic month that is not before `after`, as the Umm al-Qura calendar has it: the day
/// behind the first sunset in Mecca after the new moon. `month` counts from Muharram (1).
Day islamic_month(int month, Day after);

/// The second new moon, in China, behind the winter solstice (right but for the rare year with a leap month
/// then).
Day chinese_new_year(int year);

/// The day of a Hindu feast within the Gregorian `year`: `month` counts from Chaitra (1), each from new moon
/// to new moon, `tithi` from the new moon (1 to 30), which must hold at `hour` in India.
Day hindu_day(int year, int month, int tithi, int hour);

}  // namespace presscut::dates
