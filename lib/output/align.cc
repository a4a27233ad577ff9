#include <algorithm>

#include "output/output.h"
#include "text/text.h"

namespace presscut::output {
namespace {

constexpr std::size_t widest = 40;
constexpr std::string_view gap = "  ";
// First strong isolate and its end: what stands between does not reorder the cells beside it.
constexpr std::string_view isolate = "\xE2\x81\xA8", isolate_end = "\xE2\x81\xA9";

// Calls `take(cell, column)` for each cell of a line.
template <typename Take>
void each_cell(std::string_view line, Take take) {
  for (std::size_t column = 0;; ++column) {
    const std::size_t tab = line.find('\t');
    take(line.substr(0, tab), column);
    if (tab == line.npos) return;
    line.remove_prefix(tab + 1);
  }
}

template <typename Take>
void each_line(std::string_view text, Take take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace

std::string Aligner::align(std::string_view tsv) {
  each_line(tsv, [&](std::string_view line) {
    each_cell(line, [&](std::string_view cell, std::size_t column) {
      if (widths_.size() <= column) widths_.resize(column + 1);
      widths_[column] = std::max(widths_[column], std::min(text::display_width(cell), widest));
    });
  });
  std::string out;
  each_line(tsv, [&](std::string_view line) {
    std::size_t owed = 0;  // blanks before the next cell that is not empty
    each_cell(line, [&](std::string_view cell, std::size_t column) {
      if (!cell.empty()) {
        out.append(owed, ' ');
        owed = 0;
        const bool turned = text::has_right_to_left(cell);
        if (turned) out += isolate;
        out += cell;
        if (turned) out += isolate_end;
      }
      const std::size_t width = text::display_width(cell);
      owed += gap.size() + (width < widths_[column] ? widths_[column] - width : 0);
    });
    out += '\n';
  });
  return out;
}

}  // namespace presscut::output
