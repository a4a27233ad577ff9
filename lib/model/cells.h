// The cells of weight tables, word by word.
#pragma once

#include <algorithm>
#include <string_view>

namespace presscut::model {

/// The next word of `cell`, which loses it.
inline std::string_view next_word(std::string_view& cell) {
  const std::size_t end = std::min(cell.find(' '), cell.size());
  const std::string_view word = cell.substr(0, end);
  cell.remove_prefix(std::min(end + 1, cell.size()));
  return word;
}

}  // namespace presscut::model
