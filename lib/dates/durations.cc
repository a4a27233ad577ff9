#include "dates/durations.h"

#include <fmt/format.h>

#include <cmath>

namespace presscut::dates {
namespace {

std::string_view letters(Grain grain) {
  switch (grain) {
    case Grain::second: return "S";
    case Grain::minute: return "M";
    case Grain::hour: return "H";
    case Grain::weekend: return "WE";
    case Grain::week: return "W";
    case Grain::month: return "M";
    case Grain::quarter: return "Q";
    case Grain::year: return "Y";
    case Grain::decade: return "DE";
    case Grain::century: return "CE";
    case Grain::millennium: return "ML";
    default: return "D";
  }
}

std::string count(const Amount& amount) { return amount.vague ? "X" : fmt::format("{}", amount.count); }

double months(Grain grain) {
  switch (grain) {
    case Grain::month: return 1;
    case Grain::season:
    case Grain::quarter: return 3;
    case Grain::half: return 6;
    case Grain::year: return 12;
    case Grain::decade: return 120;
    case Grain::century: return 1200;
    case Grain::millennium: return 12000;
    default: return 0;
  }
}

}  // namespace

std::string duration_value(const Meaning& duration) {
  const bool range = duration.number == 2;
  std::string value = "P";
  bool in_day = false;
  for (int i = 0; i < duration.amount_count; ++i) {
    const Amount& amount = duration.amounts[static_cast<std::size_t>(i)];
    if (range && i > 0) value += "/P", in_day = false;
    if (amount.grain < Grain::part_of_day && !in_day) value += 'T', in_day = true;
    value += count(amount);
    value += letters(amount.grain);
  }
  return value;
}

Day moved_working_days(Day day, int count) {
  constexpr int friday = 5, sunday = 7;
  const int step = count < 0 ? -1 : 1;
  while (count != 0 && weekday(day) > friday) day -= step;  // from a Sunday on, Monday is the first
  day += count / 5 * 7;
  for (int left = count % 5; left != 0; left -= step) {
    day += step;
    while (weekday(day) > friday && weekday(day) <= sunday) day += step;
  }
  return day;
}

Day moved(Day day, const Meaning& amounts, int sign) {
  double month_count = 0, days = 0, working = 0;
  for (int i = 0; i < amounts.amount_count; ++i) {
    const Amount& amount = amounts.amounts[static_cast<std::size_t>(i)];
    if (const double each = months(amount.grain); each > 0) {
      const double whole = std::floor(amount.count * each);
      month_count += whole;
      days += (amount.count * each - whole) * 30;
    } else if (amount.grain == Grain::week || amount.grain == Grain::weekend) {
      days += amount.count * 7;
    } else if (amount.grain == Grain::day) {
      (amount.working ? working : days) += amount.count;
    }
  }
  constexpr double farthest = 120'000;  // months; what lies farther away is no day that a calendar names
  if (month_count > farthest || days > farthest * 30 || working > farthest * 20) return Period::unknown;
  day = add_months(day, sign * static_cast<int>(month_count)) + sign * static_cast<int>(days);
  return moved_working_days(day, sign * static_cast<int>(working));
}

int minutes_of(const Meaning& amounts) {
  double minutes = 0;
  for (int i = 0; i < amounts.amount_count; ++i) {
    const Amount& amount = amounts.amounts[static_cast<std::size_t>(i)];
    if (amount.grain == Grain::week) minutes += amount.count * 7 * 24 * 60;
    if (amount.grain == Grain::day) minutes += amount.count * 24 * 60;
    if (amount.grain == Grain::hour) minutes += amount.count * 60;
    if (amount.grain == Grain::minute) minutes += amount.count;
    if (amount.grain == Grain::second) minutes += amount.count / 60;
  }
  return minutes < 1e8 ? static_cast<int>(minutes) : 100'000'000;
}

Grain finest(const Meaning& amounts) {
  Grain grain = Grain::millennium;
  for (int i = 0; i < amounts.amount_count; ++i) {
    const Amount& amount = amounts.amounts[static_cast<std::size_t>(i)];
    Grain own = amount.grain;
    if (amount.count != std::floor(amount.count)) {
      own = own >= Grain::century   ? Grain::decade
            : own == Grain::decade  ? Grain::year
            : own >= Grain::quarter ? Grain::month
            : own >= Grain::week    ? Grain::day
                                    : own;
    }
    grain = std::min(grain, own);
  }
  return grain;
}

}  // namespace presscut::dates
