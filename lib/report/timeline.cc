#include "report/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "report/chart.h"
#include "report/marks.h"

namespace presscut::report {
namespace {

constexpr double wide = 720, narrow = 340;
constexpr double apart = 13;           // between bars of one day
constexpr std::size_t most_bars = 60;  // of one row: a story may stand on hundreds of sites
constexpr std::size_t most_labels = 200;

struct Bar {
  const tally::Row* row = nullptr;
  tally::Origin origin;
  std::size_t mark = 0;
  double x = 0;
};

// Said in so many words, by the page or by somebody whom it names, and not known better since.
bool is_firm(const tally::Row& row) { return row.basis == "stated" || row.basis.starts_with("claimed"); }

// A bar for each outlet of a row, the first that has it first.
std::vector<Bar> bars_of(const tally::Event& event) {
  const auto outlets = outlets_of(event);
  std::vector<Bar> bars;
  for (const tally::Row& row : event.rows) {
    std::set<std::string> seen;
    for (const tally::Origin& origin : row.from) {
      const std::string& outlet = outlet_of(*origin.source);
      if (seen.size() < most_bars && seen.insert(outlet).second)
        bars.push_back({&row, origin, mark_of(outlets, outlet), 0});
    }
  }
  return bars;
}

constexpr double room_above = 1.2;  // for the arrow of what has no upper end

double most_of(const tally::Interval& interval) {
  return interval.high ? *interval.high : interval.low.value_or(0) * room_above;
}

Axes axes_of(const tally::Event& event, double width) {
  Axes axes;
  axes.width = width;
  for (const tally::Row& row : event.rows) {
    axes.highest = std::max(axes.highest, most_of(row.interval));
    if (const auto days = days_of(row.date)) axes.include(*days);
    else axes.has_undated = true;
  }
  return axes;
}

class Timeline {
 public:
  Timeline(const Whole& whole, const tally::Event& event, double width)
      : whole_(whole), event_(event), chart_(axes_of(event, width)), bars_(bars_of(event)) {
    for (Bar& bar : bars_) {
      const auto days = days_of(bar.row->date);
      bar.x = days ? chart_.x(days->middle()) : chart_.undated_x();
    }
    std::stable_sort(bars_.begin(), bars_.end(), [](const Bar& a, const Bar& b) { return a.x < b.x; });
    move_apart();
  }

  void write(const std::string& classes, Writer& out) {
    chart_.open(classes, fmt::format("Figures over time: {}", event_.name), out);
    if (event_.final) write_band(*event_.final, out);
    for (const Bar& bar : bars_) keep_free(bar);
    for (const Bar& bar : bars_) write_bar(bar, out);
    out.close();
  }

 private:
  // Bars of one day stand side by side around it, from left to right in the order of their rows.
  void move_apart() {
    for (std::size_t first = 0; first < bars_.size();) {
      std::size_t last = first + 1;
      while (last < bars_.size() && bars_[last].x - bars_[last - 1].x < 1) ++last;
      const double middle = bars_[first].x, count = static_cast<double>(last - first);
      for (std::size_t i = first; i < last; ++i)
        bars_[i].x = middle + (static_cast<double>(i - first) - (count - 1) / 2) * apart;
      first = last;
    }
    double least = chart_.left();
    for (Bar& bar : bars_) bar.x = std::max(bar.x, least), least = bar.x + 2;
    double most = chart_.right();
    for (auto bar = bars_.rbegin(); bar != bars_.rend(); ++bar)
      bar->x = std::min(bar->x, most), most = bar->x;
  }

  double top_of(const Bar& bar) const {
    return bar.row->interval.high ? chart_.y(*bar.row->interval.high) : chart_.top();
  }

  double bottom_of(const Bar& bar) const { return chart_.y(bar.row->interval.low.value_or(0)); }

  void keep_free(const Bar& bar) { chart_.take({bar.x - 6, top_of(bar) - 6, bar.x + 6, bottom_of(bar) + 6}); }

  void write_band(const tally::Interval& now, Writer& out) {
    const double high = now.high ? chart_.y(std::min(*now.high, chart_.axes().highest * 2)) : chart_.top();
    const double low = chart_.y(now.low.value_or(0));
    out.element("rect",
                {{"class", "now"},
                 {"x", at(chart_.left())},
                 {"y", at(high - 1)},
                 {"width", at(chart_.right() - chart_.left())},
                 {"height", at(std::max(low - high, 0.0) + 2)}},
                "");
  }

  void write_bar(const Bar& bar, Writer& out) {
    const tally::Interval& interval = bar.row->interval;
    const std::string& basis = bar.row->basis;
    const bool firm = is_firm(*bar.row);
    out.open("a", {{"href", link_to(name_of(whole_.place_of(bar.origin)))}});
    out.element("title", fmt::format("{}: {} ({}), {}: “{}”",
                                     bar.row->date.empty() ? "no date" : bar.row->date, spelt(interval),
                                     basis, outlet_of(*bar.origin.source), bar.origin.figure->quote.view()));
    const double top = top_of(bar), bottom = bottom_of(bar);
    const std::string stroke = fmt::format("bar s{}{}", bar.mark, firm ? "" : " loose");
    if (bottom - top > 1) chart_.line(stroke, bar.x, bottom, bar.x, top, out);
    if (!interval.high) arrow(stroke, bar.x, top, out);
    else if (bottom - top > 1) chart_.line(stroke, bar.x - 4, top, bar.x + 4, top, out);
    if (interval.low && bottom - top > 1) chart_.line(stroke, bar.x - 4, bottom, bar.x + 4, bottom, out);
    const double middle = !interval.high ? bottom : !interval.low ? top : (top + bottom) / 2;
    write_mark(bar.mark, bar.x, middle, firm ? "" : "hollow", out);
    out.close();
    if (written_.size() < most_labels && written_.insert(bar.row).second)
      chart_.label(spelt(interval), bar.x, middle, out);
  }

  static void arrow(const std::string& classes, double x, double y, Writer& out) {
    out.element("path",
                {{"class", classes + " arrow"}, {"d", fmt::format("M{} {}l4 -6l4 6", at(x - 4), at(y + 6))}},
                "");
  }

  const Whole& whole_;
  const tally::Event& event_;
  Chart chart_;
  std::vector<Bar> bars_;
  std::set<const tally::Row*> written_;
};

void write_key(const tally::Event& event, Writer& out) {
  const auto outlets = outlets_of(event);
  out.open("figcaption").open("ul", {{"class", "keys"}});
  for (std::size_t i = 0; i < std::min(outlets.size(), most_marks); ++i) {
    out.open("li");
    write_mark(i, out);
    const bool more = i + 1 == most_marks && outlets.size() > most_marks;
    if (more) out.text(counted(outlets.size() - i, "other source", "other sources"));
    else out.element("bdi", outlets[i]);
    out.close();
  }
  out.close();
  if (event.final) out.open("p").element("span", {{"class", "band"}}, "").text("what is known now").close();
  if (std::any_of(event.rows.begin(), event.rows.end(), [](const tally::Row& row) { return !is_firm(row); }))
    out.element("p", "hollow: computed, or in doubt");
  out.close();
}

}  // namespace

void write_timeline(const Whole& whole, const tally::Event& event, Writer& out) {
  if (event.rows.size() < 2) return;
  out.open("figure");
  Timeline(whole, event, wide).write("wide", out);
  Timeline(whole, event, narrow).write("narrow", out);
  write_key(event, out);
  out.close();
}

}  // namespace presscut::report
