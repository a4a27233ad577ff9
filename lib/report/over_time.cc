// How the events lie in time: a lane for each, a mark for each of its rows.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "report/days.h"
#include "report/marks.h"
#include "report/whole.h"

namespace presscut::report {
namespace {

constexpr double strip_width = 600, strip_height = 26, strip_margin = 8;

struct Axis {
  Days days;

  double x(double day) const {
    return strip_margin + (strip_width - 2 * strip_margin) * (day - days.from) / (days.to - days.from);
  }
};

std::optional<Days> extent_of(const tally::Event& event) {
  std::optional<Days> all;
  for (const tally::Row& row : event.rows)
    if (const auto days = days_of(row.date)) all = hull(all.value_or(*days), *days);
  return all;
}

void write_lane(const tally::Event& event, const Axis& axis, Writer& out) {
  out.open("svg", {{"class", "lane"},
                   {"viewBox", fmt::format("0 0 {} {}", strip_width, strip_height)},
                   {"preserveAspectRatio", "none"},
                   {"aria-hidden", "true"}});
  const std::string middle = at(strip_height / 2);
  out.element("line",
              {{"class", "grid"}, {"x1", "0"}, {"x2", at(strip_width)}, {"y1", middle}, {"y2", middle}}, "");
  for (const tally::Row& row : event.rows)
    if (const auto days = days_of(row.date)) {
      const double from = axis.x(days->from), to = std::max(axis.x(days->to), from + 5);
      out.element("rect",
                  {{"class", "row"},
                   {"x", at(from)},
                   {"y", "5"},
                   {"width", at(to - from)},
                   {"height", at(strip_height - 10)}},
                  "");
    }
  out.close();
}

// The first and the last date, below the ends of the lanes.
void write_scale(const Whole& whole, Writer& out) {
  std::string first, last;
  for (const tally::Event& event : whole.events())
    for (const tally::Row& row : event.rows) {
      if (!days_of(row.date)) continue;
      const std::string day = row.date.substr(0, 10);
      first = first.empty() ? day : std::min(first, day);
      last = std::max(last, day);
    }
  out.open("tr", {{"class", "scale"}}).element("td", "").open("td").open("div", {{"class", "ends"}});
  out.element("span", first).element("span", last);
  out.close().close().element("td", "").close();
}

// The days of an event as far as they are known: "2024-03-11 to 2024-06".
std::string span_of(const tally::Event& event) {
  std::string first, last;
  for (const tally::Row& row : event.rows) {
    if (row.date.empty()) continue;
    if (first.empty() || row.date < first) first = row.date;
    last = std::max(last, row.date);
  }
  if (first.empty()) return "no date";
  return first == last ? first : fmt::format("{} to {}", first, last);
}

}  // namespace

void write_over_time(const Whole& whole, Writer& out) {
  std::optional<Days> all;
  for (const tally::Event& event : whole.events())
    if (const auto days = extent_of(event)) all = hull(all.value_or(*days), *days);
  if (!all || whole.events().size() < 2) return;
  const Axis axis{*all};
  out.open("section", {{"id", "time"}}).element("h2", "Events over time");
  out.open("table", {{"class", "lanes"}}).open("tbody");
  std::size_t undated = 0;
  for (std::size_t n = 0; n < whole.events().size(); ++n) {
    const tally::Event& event = whole.events()[n];
    if (!extent_of(event)) {
      ++undated;
      continue;
    }
    out.open("tr").open("th", {{"scope", "row"}}).open("a", {{"href", link_to(name_of_event(n))}});
    out.element("bdi", event.name).close().close();
    out.open("td"), write_lane(event, axis, out), out.close();
    out.element("td", {{"class", "date"}}, span_of(event)).close();
  }
  write_scale(whole, out);
  out.close().close();
  if (undated > 0)
    out.element("p", {{"class", "aside"}}, counted(undated, "event without a date", "events without a date"));
  out.close();
}

}  // namespace presscut::report
