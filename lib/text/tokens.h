// Tokens: words, numbers and punctuation, each with its bytes, for whatever looks up words or reads grammar.
//
// A word is a run of letters, a number a run of digits, and every other character that is no white space is a
// token of its own: "7th-century o'clock" is 7 th - century o ' clock. Nothing is joined that a reader may
// want apart; what stood together is told by `space_before`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace presscut::text {

enum class TokenKind : std::uint8_t { word, number, punctuation };

struct Token {
  std::uint64_t hash =
      0;  // of the folded characters; equal for equal words, and no two words of a text share one
  std::uint32_t start = 0;  // bytes of the text
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::punctuation;
  bool space_before = false;   // white space stands before it; the first token of a text has some
  bool line_before = false;    // a line ends before it
  bool blank_before = false;   // an empty line stands before it
  bool capital = false;        // its first letter is a capital
  bool all_capitals = false;   // every letter is
  bool inner_capital = false;  // a capital follows a small letter: "JuneThe"

  Span span() const { return {start, end}; }
};

/// The hash that tokens carry, of one word, number or punctuation mark. Dashes of all lengths count as "-",
/// typographic apostrophes as "'".
std::uint64_t hash_of(std::string_view token);

/// The same of a word that is folded already, without folding it again.
std::uint64_t hash_of_folded(std::string_view folded);

/// Adds the tokens of `text` from byte `from` on to `tokens` and returns where it stopped: at an empty line,
/// at a line end behind `enough` tokens, at a blank behind twice as many, or in the middle of a word behind
/// four times as many, so that any text can be read in pieces of bounded size; the size of `text` at its end.
/// `text` is valid UTF-8 of less than 4 GiB. Linear.
std::size_t tokenize(std::string_view text, std::size_t from, std::size_t enough, std::vector<Token>& tokens);

/// All tokens of `text`.
std::vector<Token> tokenize(std::string_view text);

}  // namespace presscut::text
