// How a source looks in charts, legends and tables: a colour of the style sheet (s0 to s5) and a shape, so
// that it is told without colour, too.
#pragma once

#include <string>
#include <vector>

#include "report/whole.h"

namespace presscut::report {

/// Outlets from the sixth on share one mark.
inline constexpr std::size_t most_marks = 6;

std::size_t mark_of(const std::vector<std::string>& outlets, const std::string& outlet);

/// A coordinate as it is written: one digit behind the point.
std::string at(double coordinate);

/// The mark around (x, y) of an SVG; `classes` besides its own.
void write_mark(std::size_t mark, double x, double y, const std::string& classes, Writer& out);

/// The same as a picture of its own, to stand in a line of text.
void write_mark(std::size_t mark, Writer& out);

}  // namespace presscut::report
