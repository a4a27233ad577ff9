#include <algorithm>

#include "text/text.h"
#include "text/tokens.h"

namespace presscut::text {
namespace {

// Whether the code point at `at`, which moves behind it, is a letter or digit of folded text.
bool is_part_of_word(std::string_view folded, std::size_t& at) {
  const char c = folded[at];
  if (static_cast<unsigned char>(c) < 0x80) return ++at, (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  const char32_t code_point = decode(folded, at);
  return is_letter(code_point) || is_digit(code_point);
}

template <typename Use>
void each_word(std::string_view folded, Use use) {
  constexpr std::size_t none = std::string_view::npos;
  std::size_t word = none;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t start = at;
    if (is_part_of_word(folded, at)) {
      word = std::min(word, start);
    } else if (word != none) {
      use(folded.substr(word, start - word));
      word = none;
    }
  }
  if (word != none) use(folded.substr(word));
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  each_word(fold(text), [&](std::string_view word) { words.emplace_back(word); });
  return words;
}

std::vector<std::uint64_t> folded_word_hashes(std::string_view text) {
  std::vector<std::uint64_t> hashes;
  each_word(fold(text), [&](std::string_view word) { hashes.push_back(hash_of_folded(word)); });
  return hashes;
}

}  // namespace presscut::text
