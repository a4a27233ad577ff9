// The cells of weight tables, word by word.
#pragma once

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <string>
#include <string_view>

namespace presscut::model {

/// The next word of `cell`, which loses it.
inline std::string_view next_word(std::string_view& cell) {
  const std::size_t end = std::min(cell.find(' '), cell.size());
  const std::string_view word = cell.substr(0, end);
  cell.remove_prefix(std::min(end + 1, cell.size()));
  return word;
}

/// The number that `word` is; throws std::runtime_error naming `place` where it is none.
template <typename Number>
Number number(std::string_view word, const std::string& place) {
  Number value{};
  const auto result = std::from_chars(word.data(), word.data() + word.size(), value);
  if (result.ec != std::errc() || result.ptr != word.data() + word.size() ||
      !std::isfinite(static_cast<double>(value)))
    throw std::runtime_error(place + ": no number: \"" + std::string(word) + '"');
  return value;
}

}  // namespace presscut::model
