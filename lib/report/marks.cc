#include "report/marks.h"

#include <fmt/format.h>

#include <algorithm>

namespace presscut::report {
namespace {

// Around (0, 0), about ten units wide.
constexpr std::string_view shapes[most_marks] = {
    "M-4.5 0A4.5 4.5 0 1 1 4.5 0A4.5 4.5 0 1 1 -4.5 0Z",  // disc
    "M-4 -4H4V4H-4Z",                                     // square
    "M0 -5.5L5.5 0L0 5.5L-5.5 0Z",                        // diamond
    "M0 -5L5 4H-5Z",                                      // triangle
    "M0 5L5 -4H-5Z",                                      // triangle on its point
    "M-5 -2H-2V-5H2V-2H5V2H2V5H-2V2H-5Z",                 // cross
};

}  // namespace

std::size_t mark_of(const std::vector<std::string>& outlets, const std::string& outlet) {
  const auto first = outlets.begin(),
             last = first + static_cast<std::ptrdiff_t>(std::min(outlets.size(), most_marks));
  return std::min<std::size_t>(static_cast<std::size_t>(std::find(first, last, outlet) - first),
                               most_marks - 1);
}

std::string at(double coordinate) { return fmt::format("{:.1f}", coordinate); }

void write_mark(std::size_t mark, double x, double y, const std::string& classes, Writer& out) {
  out.element("path",
              {{"class", fmt::format("mark s{}{}{}", mark, classes.empty() ? "" : " ", classes)},
               {"d", std::string(shapes[mark])},
               {"transform", fmt::format("translate({} {})", at(x), at(y))}},
              "");
}

void write_mark(std::size_t mark, Writer& out) {
  out.open("svg", {{"class", "key"}, {"viewBox", "-6 -6 12 12"}, {"aria-hidden", "true"}});
  write_mark(mark, 0, 0, "", out);
  out.close();
}

}  // namespace presscut::report
