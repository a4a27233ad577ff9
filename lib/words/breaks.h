// What a character does to the word around it: the classes of Word_Break (UAX #29, table 3).
#pragma once

#include <cstdint>

namespace presscut::words {

enum class Break : std::uint8_t {
  other,         // ends a word
  letter,        // ALetter, and letters of scripts that are written without blanks
  hebrew,        // Hebrew_Letter
  digit,         // Numeric
  katakana,      // Katakana
  connector,     // ExtendNumLet: "_"
  alone,         // an ideograph or kana, which is a word by itself
  ignored,       // Extend, Format, ZWJ: belongs to what stands before it
  mid_letter,    // MidLetter
  mid_number,    // MidNum
  mid_both,      // MidNumLet
  single_quote,  // Single_Quote
  double_quote,  // Double_Quote
  quotation,     // a typographic quotation mark: as a double one
};

Break break_of(char32_t code_point);

}  // namespace presscut::words
