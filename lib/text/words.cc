#include <utility>

#include "text/text.h"

namespace presscut::text {

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const std::string folded = fold(text);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t start = at;
    const char32_t c = decode(folded, at);
    if (is_letter(c) || is_digit(c)) word.append(folded, start, at - start);
    else if (!word.empty()) words.push_back(std::exchange(word, {}));
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

}  // namespace presscut::text
