// What a byte of UTF-8 is for counting words: cheap and close enough for statistics, not for cutting text.
#pragma once

#include <cstdint>
#include <string_view>

namespace presscut::clean {

/// Letters and digits of ASCII, the apostrophe, and the bytes of all other letters. U+2000 to U+2FFF are
/// punctuation and signs; their lead byte ends a word.
constexpr bool in_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= '0' && byte <= '9') || ((byte | 32) >= 'a' && (byte | 32) <= 'z' && byte < 0x80) ||
         byte == '\'' || (byte >= 0x80 && byte != 0xE2);
}

/// The end of the word that starts at `at`, `at` itself where none does.
constexpr std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && in_word(text[at])) ++at;
  return at;
}

/// How many bytes to go on behind the sign that begins with `c`.
constexpr std::size_t sign_length(char c) { return static_cast<unsigned char>(c) == 0xE2 ? 3 : 1; }

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace presscut::clean
