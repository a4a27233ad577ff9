#include "report/chart.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/marks.h"
#include "text/text.h"

namespace presscut::report {
namespace {

constexpr double letter_width = 7;  // of labels, on the safe side
constexpr double margin = 14, foot = 30;
constexpr double undated_strip = 74;
constexpr double tick_room = 92;  // for the label of a day

}  // namespace

void Axes::include(Days more) { days = hull(days, more); }

Chart::Chart(Axes axes) : axes_(axes), counts_(ticks(axes.highest, 5)) {
  if (!axes_.has_days()) return;
  const double pad = std::max((axes_.days.to - axes_.days.from) * 0.04, 0.5);
  axes_.days.from -= pad, axes_.days.to += pad;
}

double Chart::left() const { return 10 + letter_width * static_cast<double>(counts_.back().label.size()); }
double Chart::right() const { return axes_.width - margin; }
double Chart::top() const { return margin; }
double Chart::bottom() const { return axes_.height - foot; }

double Chart::x(double day) const {
  const double from = left() + (axes_.has_undated ? undated_strip : 0);
  return from + (right() - from) * (day - axes_.days.from) / (axes_.days.to - axes_.days.from);
}

double Chart::undated_x() const {
  return axes_.has_days() ? left() + undated_strip / 2 : (left() + right()) / 2;
}

double Chart::y(double count) const { return bottom() - (bottom() - top() - 10) * count / counts_.back().at; }

void Chart::line(const std::string& classes, double x1, double y1, double x2, double y2, Writer& out) const {
  out.element("line", {{"class", classes}, {"x1", at(x1)}, {"y1", at(y1)}, {"x2", at(x2)}, {"y2", at(y2)}},
              "");
}

void Chart::open(const std::string& classes, const std::string& title, Writer& out) const {
  out.open("svg", {{"class", "chart " + classes},
                   {"viewBox", fmt::format("0 0 {} {}", axes_.width, axes_.height)},
                   {"role", "group"},
                   {"aria-label", title}});
  write_counts(out);
  write_days(out);
}

void Chart::write_counts(Writer& out) const {
  for (const Tick& tick : counts_) {
    line(tick.at == 0 ? "axis" : "grid", left(), y(tick.at), right(), y(tick.at), out);
    out.element("text", {{"class", "tick end"}, {"x", at(left() - 6)}, {"y", at(y(tick.at) + 4)}},
                tick.label);
  }
}

void Chart::write_days(Writer& out) const {
  if (axes_.has_undated)
    out.element("text", {{"class", "tick middle"}, {"x", at(undated_x())}, {"y", at(bottom() + 18)}},
                "no date");
  if (!axes_.has_days()) return;
  if (axes_.has_undated) line("grid", left() + undated_strip, top(), left() + undated_strip, bottom(), out);
  const double room = right() - x(axes_.days.from);
  for (const Tick& tick : ticks(axes_.days, static_cast<std::size_t>(std::max(room / tick_room, 1.0)))) {
    const double here = x(tick.at), half = letter_width * static_cast<double>(tick.label.size()) / 2;
    line("axis", here, bottom(), here, bottom() + 5, out);
    const double least = half + (axes_.has_undated ? left() + undated_strip : 0);
    const double middle = std::clamp(here, least, std::max(least, axes_.width - half));
    out.element("text", {{"class", "tick middle"}, {"x", at(middle)}, {"y", at(bottom() + 18)}}, tick.label);
  }
}

bool Chart::is_free(const Box& box) const {
  if (box.left < left() || box.right > axes_.width || box.top < 0 || box.bottom > bottom()) return false;
  return std::none_of(taken_.begin(), taken_.end(), [&](const Box& other) {
    return box.left < other.right && other.left < box.right && box.top < other.bottom &&
           other.top < box.bottom;
  });
}

void Chart::label(const std::string& text, double x, double y, Writer& out) {
  const double length = letter_width * static_cast<double>(text::display_width(text)), half = length / 2;
  struct Try {
    double x, y;
    std::string_view anchor;
    double left;
  };
  for (const Try& place : {Try{x + 9, y, "start", x + 7}, Try{x - 9, y, "end", x - 7 - length},
                           Try{x, y - 15, "middle", x - half}, Try{x, y + 15, "middle", x - half}}) {
    const Box box{place.left, place.y - 7, place.left + length + 2, place.y + 7};
    if (!is_free(box)) continue;
    take(box);
    out.element(
        "text",
        {{"class", fmt::format("label {}", place.anchor)}, {"x", at(place.x)}, {"y", at(place.y + 4)}}, text);
    return;
  }
}

}  // namespace presscut::report
