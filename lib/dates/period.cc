#include "dates/period.h"

#include <algorithm>

namespace presscut::dates {
namespace {

// A first month and how many there are, for the grains that are made of months.
struct Months {
  int first = 1;
  int count = 12;
};

Months months(const Period& p) {
  switch (p.grain) {
    case Grain::month: return {p.month, 1};
    case Grain::season: return {3 * p.number, 3};
    case Grain::quarter: return {3 * p.number - 2, 3};
    case Grain::half: return {6 * p.number - 5, 6};
    case Grain::decade: return {1, 120};
    case Grain::century: return {1, 1200};
    case Grain::millennium: return {1, 12000};
    default: return {1, 12};
  }
}

struct Days {
  Day first = 0;
  Day last = 0;
};

Days whole(const Period& p) {
  if (p.grain <= Grain::day) {
    const Day day = day_of(p.year, p.month, p.day);
    return {day, p.part == PartOfDay::night ? day : day};
  }
  if (p.grain == Grain::week) return {monday_of(p.year, p.number), monday_of(p.year, p.number) + 6};
  if (p.grain == Grain::weekend) return {monday_of(p.year, p.number) + 5, monday_of(p.year, p.number) + 6};
  const Months m = months(p);
  return {first_of_month(p.year, m.first), first_of_month(p.year, m.first + m.count) - 1};
}

// What "early" and "late" leave is a half, what "the beginning", "mid-" and "the end" leave a third; of
// decades and what is longer always a half, the middle half. A third of a week is three days.
Days shaded(const Period& p) {
  const Days days = whole(p);
  if (p.shade == Shade::none || p.shade == Shade::rest || p.grain <= Grain::weekend) return days;
  const bool first = p.shade == Shade::start || p.shade == Shade::beginning;
  const bool last = p.shade == Shade::end || p.shade == Shade::ending;
  const bool half = p.shade == Shade::start || p.shade == Shade::end;
  if (p.grain <= Grain::month) {
    const bool month = p.grain == Grain::month;
    const int part = month ? (half ? 15 : 10) : half ? 4 : 3;
    const int from_end = month ? (half ? 15 : 20) : half ? 3 : 4;
    if (first) return {days.first, days.first + part - 1};
    if (last) return {days.first + from_end, days.last};
    return month ? Days{days.first + 10, days.first + 19} : Days{days.first + 2, days.first + 4};
  }
  const Months m = months(p);
  const bool thirds = !half && m.count <= 12;
  const int part = thirds ? m.count / 3 : m.count / 2;
  const int margin = thirds ? m.count / 3 : m.count / 4;
  const auto month = [&](int i) { return first_of_month(p.year, m.first + i); };
  if (first) return {days.first, month(part) - 1};
  if (last) return {month(m.count - part), days.last};
  return {month(margin), month(m.count - margin) - 1};
}

// A number with at least so many digits.
std::string padded(int number, std::size_t digits) {
  std::string text = std::to_string(number);
  if (text.size() < digits) text.insert(0, digits - text.size(), '0');
  return text;
}

std::string year_text(int year) {
  if (year == Period::unknown) return "XXXX";
  return year < 1 ? "BC" + padded(1 - year, 4) : padded(year, 4);
}

std::string two(int number) { return number == Period::unknown ? "XX" : padded(number, 2); }

std::string iso(Day day) {
  const Civil date = civil(day);
  if (date.year < 1 || date.year > 9999) return {};
  return padded(date.year, 4) + '-' + two(date.month) + '-' + two(date.day);
}

// Minutes of the day on which a part of it begins and behind which it ends.
struct Minutes {
  int from, to;
};
Minutes minutes(PartOfDay part) {
  switch (part) {
    case PartOfDay::morning: return {6 * 60, 12 * 60};
    case PartOfDay::midday: return {12 * 60, 13 * 60};
    case PartOfDay::afternoon: return {12 * 60, 18 * 60};
    case PartOfDay::evening: return {18 * 60, 22 * 60};
    case PartOfDay::night: return {20 * 60, 30 * 60};
    case PartOfDay::daytime: return {8 * 60, 18 * 60};
    case PartOfDay::none: break;
  }
  return {0, 24 * 60};
}

std::string iso(Day day, int minute) {
  const std::string date = iso(day + minute / 1440);
  return date.empty() ? date : date + 'T' + two(minute % 1440 / 60) + ':' + two(minute % 60);
}

Minutes minutes(const Period& p) {
  if (p.grain == Grain::part_of_day) {
    Minutes m = minutes(p.part);
    const int half = (m.to - m.from) / 2;
    if (p.shade == Shade::start || p.shade == Shade::beginning) m.to -= half;
    if (p.shade == Shade::end || p.shade == Shade::ending) m.from += half;
    return m;
  }
  const int from = p.hour * 60 + p.minute;
  return {from, from + (p.grain == Grain::hour ? 60 : 1)};
}

std::string day_text(const Period& p) {
  if (p.weekday != 0 && p.day == Period::unknown) return "XXXX-WXX-" + std::to_string(p.weekday);
  return year_text(p.year) + '-' + two(p.month) + '-' + two(p.day);
}

std::string time_text(const Period& p) {
  static constexpr std::string_view parts[] = {"", "MO", "MI", "AF", "EV", "NI", "DT"};
  if (p.grain == Grain::part_of_day) return 'T' + std::string(parts[static_cast<int>(p.part)]);
  std::string text = 'T' + two(p.hour);
  if (p.grain != Grain::hour) text += ':' + two(p.minute);
  if (p.grain == Grain::second) text += ':' + two(p.second);
  return text;
}

}  // namespace

bool Period::is_known() const {
  if (year == Period::unknown || number == Period::unknown) return false;
  if (grain <= Grain::day) return month != Period::unknown && day != Period::unknown;
  return grain != Grain::month || month != Period::unknown;
}

Period year_period(int year) { return {.grain = Grain::year, .year = year}; }
Period month_period(int year, int month) { return {.grain = Grain::month, .year = year, .month = month}; }

Period day_period(Day day) {
  const Civil date = civil(day);
  return {.grain = Grain::day, .year = date.year, .month = date.month, .day = date.day};
}

Period week_period(Day day) {
  const Week week = week_of(day);
  return {.grain = Grain::week, .year = week.year, .number = week.week};
}

Period weekend_period(Day day) {
  Period period = week_period(day);
  period.grain = Grain::weekend;
  return period;
}

Period minute_period(Day day, int minutes) {
  constexpr int length = 24 * 60;
  const int days = minutes >= 0 ? minutes / length : -((length - 1 - minutes) / length);
  Period result = day_period(day + days);
  result.grain = Grain::minute;
  result.hour = (minutes - days * length) / 60;
  result.minute = (minutes - days * length) % 60;
  return result;
}

Period around(Day day, Grain grain) {
  const Civil date = civil(day);
  const int year = date.year;
  const auto floored = [&](int years) { return year - ((year % years) + years) % years; };
  switch (grain) {
    case Grain::weekend: return weekend_period(day);
    case Grain::week: return week_period(day);
    case Grain::month: return month_period(year, date.month);
    case Grain::season: {
      const bool january = date.month < 3;
      return {.grain = grain, .year = january ? year - 1 : year, .number = january ? 4 : date.month / 3};
    }
    case Grain::quarter: return {.grain = grain, .year = year, .number = (date.month + 2) / 3};
    case Grain::half: return {.grain = grain, .year = year, .number = date.month > 6 ? 2 : 1};
    case Grain::year: return year_period(year);
    case Grain::decade: return {.grain = grain, .year = floored(10)};
    case Grain::century: return {.grain = grain, .year = floored(100)};
    case Grain::millennium: return {.grain = grain, .year = floored(1000)};
    default: return day_period(day);
  }
}

Day first_day(const Period& period) {
  if (period.from != Period::unknown) return period.from;
  return period.exact != Period::unknown ? period.exact : shaded(period).first;
}
Day last_day(const Period& period) {
  if (period.exact != Period::unknown) return period.exact;
  return period.last != Period::unknown ? period.last : shaded(period).last;
}

Period shifted(const Period& period, int count) {
  if (!period.is_known()) return period;
  const Day first = whole(period).first;
  switch (period.grain) {
    case Grain::week:
    case Grain::weekend: return around(first + 7 * count, period.grain);
    case Grain::month:
    case Grain::season:
    case Grain::quarter:
    case Grain::half:
    case Grain::year:
    case Grain::decade:
    case Grain::century:
    case Grain::millennium: return around(add_months(first, count * months(period).count), period.grain);
    default: {
      Period result = day_period(first + count);
      result.grain = period.grain;
      result.part = period.part;
      result.hour = period.hour;
      result.minute = period.minute;
      result.second = period.second;
      return result;
    }
  }
}

std::string timex(const Period& p) {
  static constexpr std::string_view seasons[] = {"", "SP", "SU", "FA", "WI"};
  if (p.last != Period::unknown && p.is_known())
    return timex(day_period(first_day(p))) + '/' + timex(day_period(p.last));
  const std::string year = year_text(p.year);
  switch (p.grain) {
    case Grain::second:
    case Grain::minute:
    case Grain::hour:
    case Grain::part_of_day:
      if (p.day == Period::unknown && p.month == Period::unknown && p.weekday == 0) return time_text(p);
      return day_text(p) + time_text(p);
    case Grain::day: return day_text(p);
    case Grain::week: return year + "-W" + two(p.number);
    case Grain::weekend: return year + "-W" + two(p.number) + "-WE";
    case Grain::month: return year + '-' + two(p.month);
    case Grain::season: return year + '-' + (p.number > 0 ? std::string(seasons[p.number]) : "XX");
    case Grain::quarter: return year + "-Q" + (p.number > 0 ? std::to_string(p.number) : "X");
    case Grain::half: return year + "-H" + (p.number > 0 ? std::to_string(p.number) : "X");
    case Grain::year: return year;
    case Grain::decade: return p.year == Period::unknown || p.year < 0 ? "XXX" : padded(p.year / 10, 3);
    case Grain::century:
      if (p.year == Period::unknown) return "XX";
      return p.year < 0 ? "BC" + two(-p.year / 100) : two(p.year / 100);
    case Grain::millennium:
      return p.year == Period::unknown || p.year < 0 ? "X" : std::to_string(p.year / 1000);
  }
  return year;
}

std::string earliest(const Period& p) {
  if (!p.is_known()) return {};
  return p.grain < Grain::day ? iso(first_day(p), minutes(p).from) : iso(first_day(p));
}

std::string latest(const Period& p) {
  if (!p.is_known()) return {};
  return p.grain < Grain::day ? iso(first_day(p), minutes(p).to - 1) : iso(last_day(p));
}

}  // namespace presscut::dates
