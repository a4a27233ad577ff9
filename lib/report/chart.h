// The frame of a chart: how many upwards, days to the right, and labels that do not cover each other.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "report/days.h"
#include "report/html.h"

namespace presscut::report {

/// What a chart must have room for.
struct Axes {
  double width = 720, height = 250;
  double highest = 1;
  bool has_undated = false;
  Days days{std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()};

  bool has_days() const { return days.from < days.to; }
  void include(Days more);
};

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
};

class Chart {
 public:
  explicit Chart(Axes axes);

  const Axes& axes() const { return axes_; }
  double left() const;
  double right() const;
  double top() const;
  double bottom() const;
  double x(double day) const;
  double undated_x() const;  // the middle of the strip of what has no date
  double y(double count) const;

  /// Begins the SVG with its axes; the writer must close it. `title` is for those who cannot see it.
  void open(const std::string& classes, const std::string& title, Writer& out) const;
  void line(const std::string& classes, double x1, double y1, double x2, double y2, Writer& out) const;

  /// Keeps labels out of `box`.
  void take(Box box) { taken_.push_back(box); }

  /// Writes `text` beside (x, y) where there is room, else not at all.
  void label(const std::string& text, double x, double y, Writer& out);

 private:
  void write_counts(Writer& out) const;
  void write_days(Writer& out) const;
  bool is_free(const Box& box) const;

  Axes axes_;
  std::vector<Tick> counts_;
  std::vector<Box> taken_;
};

}  // namespace presscut::report
