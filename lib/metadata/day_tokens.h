// The numbers, words and marks around a year: what the forms of a day are made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace presscut::metadata {

struct DayToken {
  enum class Kind { number, word, mark };

  Kind kind = Kind::mark;
  Span span;
  int value = 0;   // of a number of up to eight digits
  int month = 0;   // 1 to 12 of a word, or two of them, that name a month
  int length = 0;  // digits of a number, code points of a word
  char mark = 0;   // 0 for a mark outside of ASCII
};

/// The tokens of `window` in `text`; white space parts them and is left out. A token that begins before the
/// window is left out, one that ends behind it is whole.
std::vector<DayToken> day_tokens(std::string_view text, Span window);

}  // namespace presscut::metadata
