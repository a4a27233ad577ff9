#include "report/days.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

#include "mentions/mentions.h"

namespace presscut::report {
namespace {

using namespace std::chrono;

constexpr int steps_of_days[] = {1, 2, 7, 14};
constexpr int steps_of_months[] = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000};
constexpr double days_of_month = 30.44;

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (text.size() < at + count) return std::nullopt;
  int value = 0;
  const char* const end = text.data() + at + count;
  const auto [stop, error] = std::from_chars(text.data() + at, end, value);
  if (error != std::errc() || stop != end || value < 0) return std::nullopt;
  return value;
}

double number_of(year_month_day day) { return static_cast<double>(sys_days(day).time_since_epoch().count()); }

// Months are counted from the year 0; charts that begin in it look into the year before.
double start_of_month(int month) {
  const year_month first = year(0) / January + months(month);
  return number_of(first / day(1));
}

int first_of_step(int month, int step) { return month - ((month % step) + step) % step; }

std::string iso(double at) {
  const year_month_day day(sys_days(days(static_cast<int>(at))));
  const int y = static_cast<int>(day.year());
  return fmt::format("{}{:04}-{:02}-{:02}", y < 0 ? "-" : "", std::abs(y), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::string iso_month(double at) {
  const std::string day = iso(at);
  return day.substr(0, day.size() - std::string_view("-01").size());
}

std::string iso_year(double at) {
  const std::string day = iso(at);
  return day.substr(0, day.size() - std::string_view("-01-01").size());
}

std::vector<Tick> ticks_of_days(Days days, int step) {
  std::vector<Tick> all;
  for (double at = std::ceil(days.from / step) * step; at <= days.to; at += step)
    all.push_back({at, iso(at)});
  return all;
}

std::vector<Tick> ticks_of_months(Days days, int step) {
  const year_month_day first(sys_days(std::chrono::days(static_cast<int>(std::floor(days.from)))));
  int month =
      static_cast<int>(first.year()) * 12 + static_cast<int>(static_cast<unsigned>(first.month())) - 1;
  month = first_of_step(month, step);
  std::vector<Tick> all;
  for (; start_of_month(month) <= days.to; month += step) {
    const double at = start_of_month(month);
    if (at >= days.from) all.push_back({at, step % 12 == 0 ? iso_year(at) : iso_month(at)});
  }
  return all;
}

}  // namespace

Days hull(Days a, Days b) { return {std::min(a.from, b.from), std::max(a.to, b.to)}; }

std::optional<Days> days_of(std::string_view date) {
  const auto y = digits(date, 0, 4);
  if (!y || (date.size() > 4 && date[4] != '-')) return std::nullopt;
  if (date.size() == 4) return Days{start_of_month(*y * 12), start_of_month(*y * 12 + 12)};
  const auto m = digits(date, 5, 2);
  if (!m || *m < 1 || *m > 12) return std::nullopt;
  const int month = *y * 12 + *m - 1;
  if (date.size() == 7) return Days{start_of_month(month), start_of_month(month + 1)};
  const auto d = digits(date, 8, 2);
  if (!d || *d < 1 || *d > 31 || date[7] != '-') return std::nullopt;
  const double start = start_of_month(month) + *d - 1;
  return Days{start, start + 1};
}

std::vector<Tick> ticks(Days days, std::size_t most) {
  const double length = days.to - days.from, room = static_cast<double>(std::max<std::size_t>(most, 1));
  for (const int step : steps_of_days)
    if (length / step <= room) return ticks_of_days(days, step);
  for (const int step : steps_of_months)
    if (length / (step * days_of_month) <= room) return ticks_of_months(days, step);
  return {};
}

std::vector<Tick> ticks(double highest, std::size_t most) {
  const double least = std::max(highest / static_cast<double>(most), 1.0);
  double step = std::pow(10, std::floor(std::log10(least)));
  for (const double factor : {1.0, 2.0, 5.0, 10.0})
    if (step * factor >= least) {
      step *= factor;
      break;
    }
  std::vector<Tick> all;
  for (double at = 0;; at += step) {
    all.push_back({at, mentions::number(at)});
    if (at >= highest) return all;
  }
}

}  // namespace presscut::report
