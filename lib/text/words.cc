#include <utility>

#include "text/text.h"

namespace presscut::text {
namespace {

// Whether the code point at `at`, which moves behind it, is a letter or digit of folded text.
bool is_part_of_word(std::string_view folded, std::size_t& at) {
  const char c = folded[at];
  if (static_cast<unsigned char>(c) < 0x80) return ++at, (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  const char32_t code_point = decode(folded, at);
  return is_letter(code_point) || is_digit(code_point);
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const std::string folded = fold(text);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t start = at;
    if (is_part_of_word(folded, at)) word.append(folded, start, at - start);
    else if (!word.empty()) words.push_back(std::exchange(word, {}));
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

}  // namespace presscut::text
