#include <algorithm>

#include "text/paragraphs.h"

namespace presscut::text {

std::vector<Span> paragraphs(std::string_view text) {
  constexpr std::string_view blank_line = "\n\n";
  std::vector<Span> all;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(blank_line, start), text.size());
    if (end > start) all.push_back({start, end});
    start = end + blank_line.size();
  }
  return all;
}

}  // namespace presscut::text
