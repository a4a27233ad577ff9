#include "metadata/day.h"

namespace presscut::metadata {
namespace {

void append_two(std::string& out, int number) {
  if (number < 10) out += '0';
  out += std::to_string(number);
}

constexpr int minutes_a_day = 24 * 60;

}  // namespace

std::string Day::iso() const {
  std::string out;
  if (!*this) return out;
  out = std::to_string(year) + '-';
  append_two(out, month);
  out += '-';
  append_two(out, day);
  if (hour == none) return out;
  out += 'T';
  append_two(out, hour);
  out += ':';
  append_two(out, minute);
  return out;
}

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil and civil_from_days.
int Day::number() const {
  const int y = month <= 2 ? year - 1 : year;
  const int era = y / 400, year_of_era = y - era * 400;
  const int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

namespace {

Day day_of_number(int number) {
  const int z = number + 719468;
  const int era = z / 146097, day_of_era = z - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted = (5 * day_of_year + 2) / 153;
  Day day;
  day.day = day_of_year - (153 * shifted + 2) / 5 + 1;
  day.month = shifted < 10 ? shifted + 3 : shifted - 9;
  day.year = year_of_era + era * 400 + (day.month <= 2);
  return day;
}

}  // namespace

Day Day::later(int minutes) const {
  if (!*this || hour == none) return *this;
  const int moment = number() * minutes_a_day + hour * 60 + minute + minutes;
  Day moved = day_of_number(moment / minutes_a_day);
  moved.hour = moment % minutes_a_day / 60;
  moved.minute = moment % 60;
  if (zone != no_zone) moved.zone = zone + minutes;
  return moved;
}

Day find_day(std::string_view text, const Reading& reading) {
  const auto found = find_days(text, reading);
  return found.empty() ? Day{} : found.front().day;
}

}  // namespace presscut::metadata
