// Numbers in digits: grouping, decimals, exponents, fractions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "text/tokens.h"

namespace presscut::numbers {

struct Digits {
  double value = 0;
  std::size_t end = 0;     // behind its last token
  std::uint8_t whole = 0;  // digits before the decimal mark
  bool grouped = false;    // "1,234"
  bool decimal = false;    // "1.5"
  bool fraction = false;   // "1/4", "2 1/2", "½"
  bool broken = false;     // goes on as no number does: "1.2.3", "555-01-22"
};

/// How a text writes its numbers: by its language, and against that where its own numbers tell.
class Style {
 public:
  Style(std::string_view text, bool comma_decimals, bool plain_spaces)
      : text_(text), comma_decimals_(comma_decimals), plain_spaces_(plain_spaces) {}

  /// Whether "1,5" is one and a half. Reads the text once, when first asked.
  bool comma_decimals();

  /// Whether a plain blank alone groups: "21 600".
  bool plain_spaces() const { return plain_spaces_; }

 private:
  std::string_view text_;
  bool comma_decimals_;
  bool plain_spaces_;
  bool known_ = false;
};

/// The number in digits that starts at `tokens[at]`, a number, or ".77"; `end` is 0 where none does. Looks at
/// a dozen tokens at most.
///
///   "1,234.5" -> 1234.5      "1 234 567" -> 1234567      "2½" -> 2.5      "1.3e6" -> 1300000
Digits read_digits(std::string_view text, std::span<const text::Token> tokens, std::size_t at, Style& style);

}  // namespace presscut::numbers
