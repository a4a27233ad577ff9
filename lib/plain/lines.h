// The lines of a text: where they stand, how wide they are, what they begin with.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace presscut::plain {

struct Line {
  Span span;                 // without blanks, bullet and heading marks
  std::uint16_t indent = 0;  // columns before the first character of the line
  std::uint16_t width = 0;   // columns up to its last character
  std::uint8_t bullet = 0;   // bytes of the bullet and the blanks behind it
  std::uint8_t level = 0;    // of a heading that is marked as one ("== … ==", "## …"), else 0
  bool gap = false;          // a blank line stands before it
  bool rule = false;         // nothing but a drawn line
  bool squeezed = false;  // no two blanks in a row, no control, in normal form: nothing has to change in it
};

/// All lines of `text` that are not blank.
std::vector<Line> split_lines(std::string_view text);

/// The column at which the lines were wrapped, 0 where they were not: where most lines of running text end
/// near one column between 60 and 85 and hardly one goes beyond.
int wrap_column(const std::vector<Line>& lines);

}  // namespace presscut::plain
