// How many words a squeezed text has: one more than it has blanks.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace presscut::metadata {

inline std::size_t count_words(std::string_view text) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

/// Whether there are `least` words or more; looks no further than it must.
inline bool has_words(std::string_view text, std::size_t least) {
  std::size_t words = 1;
  for (std::size_t at = 0; words < least; ++words, ++at) {
    at = text.find(' ', at);
    if (at == std::string_view::npos) return false;
  }
  return true;
}

}  // namespace presscut::metadata
