#include "dates/resolve.h"

namespace presscut::dates {

Day day_of_feast(const Feast& feast, int year) {
  switch (feast.rule) {
    case Feast::Rule::easter: return easter(year) + feast.day;
    case Feast::Rule::orthodox: return orthodox_easter(year) + feast.day;
    case Feast::Rule::hebrew: return hebrew_day(year, feast.month, feast.day);
    case Feast::Rule::islamic:
      return islamic_month(feast.month, day_of(year, 1, 1) - feast.day + 1) + feast.day - 1;
    case Feast::Rule::chinese: return chinese_new_year(year);
    case Feast::Rule::weekday: {
      if (feast.day < 0) {
        const Day last = day_of(year, feast.month, days_in_month(year, feast.month));
        return last - (weekday(last) - feast.weekday + 7) % 7;
      }
      const Day first = day_of(year, feast.month, 1);
      return first + (feast.weekday - weekday(first) + 7) % 7 + 7 * (feast.day - 1);
    }
    case Feast::Rule::weekday_after: {
      const Day day = day_of(year, feast.month, feast.day);
      return day + (feast.weekday - weekday(day) + 7) % 7;
    }
    case Feast::Rule::hindu: return hindu_day(year, feast.month, feast.day, feast.hour);
    case Feast::Rule::once: return day_of(feast.year, feast.month, feast.day);
    case Feast::Rule::fixed: break;
  }
  const bool leap_day = feast.month == 2 && feast.day == 29 && !is_day(year, 2, 29);
  return day_of(year, feast.month, leap_day ? 28 : feast.day);
}

}  // namespace presscut::dates
