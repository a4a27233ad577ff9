// How many words a squeezed text has: one more than it has blanks.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace presscut::metadata {

inline std::size_t count_words(std::string_view text) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

/// Whether there are `least` words or more; looks little further than it must.
inline bool has_words(std::string_view text, std::size_t least) {
  constexpr std::size_t piece = 128;  // bytes: counting them all is quicker than going from blank to blank
  std::size_t words = 1;
  for (std::size_t at = 0; at < text.size() && words < least; at += piece) {
    const std::string_view bytes = text.substr(at, piece);
    words += static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), ' '));
  }
  return words >= least;
}

}  // namespace presscut::metadata
