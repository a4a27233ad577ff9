// A separator tells what it is by what stands around it: two kinds in one number are grouping and decimal
// mark in this order, one kind that comes twice groups, and a single one before three digits is what the text
// and its language make of it.
#include "numbers/digits.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace presscut::numbers {
namespace {

constexpr std::size_t most_groups = 12;
constexpr std::size_t most_digits = 300;

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// The separator that a mark may be: ',' '.' or '\'', 0 for others.
char separator(std::string_view mark) {
  if (mark == "," || mark == "\xD9\xAC") return ',';  // Arabic thousands separator
  if (mark == "." || mark == "\xD9\xAB") return '.';  // Arabic decimal separator
  if (mark == "'" || mark == "\xE2\x80\x99" || mark == "\xCB\x99") return '\'';
  return 0;
}

// The digits of any script as ASCII.
void append_digits(std::string& out, std::string_view token) {
  for (std::size_t at = 0; at < token.size();) {
    if (is_ascii_digit(token[at])) {
      out += token[at++];
      continue;
    }
    // Ten code points in a row, which begin at a multiple of 16 or 6 behind one.
    const char32_t digit = text::decode(token, at);
    const char32_t row = digit & ~char32_t{0xF};
    out += static_cast<char>('0' + (digit - (text::is_digit(row) ? row : row + 6)) % 10);
  }
}

double value_of(const std::string& ascii) {
  double value = 0;
  std::from_chars(ascii.data(), ascii.data() + ascii.size(), value);
  return value;
}

struct Vulgar {
  std::string_view sign;
  double value;
};
constexpr std::array vulgar = {
    Vulgar{"½", 1. / 2}, Vulgar{"⅓", 1. / 3}, Vulgar{"⅔", 2. / 3}, Vulgar{"¼", 1. / 4}, Vulgar{"¾", 3. / 4},
    Vulgar{"⅕", 1. / 5}, Vulgar{"⅖", 2. / 5}, Vulgar{"⅗", 3. / 5}, Vulgar{"⅘", 4. / 5}, Vulgar{"⅙", 1. / 6},
    Vulgar{"⅚", 5. / 6}, Vulgar{"⅛", 1. / 8}, Vulgar{"⅜", 3. / 8}, Vulgar{"⅝", 5. / 8}, Vulgar{"⅞", 7. / 8}};

// Reads one number; every method moves `digits.end`.
class DigitsReader {
 public:
  DigitsReader(std::string_view text, std::span<const text::Token> tokens, std::size_t at, Style& style)
      : text_(text), tokens_(tokens), at_(at), style_(style) {}

  Digits read() {
    Digits digits;
    if (const auto value = vulgar_at(at_)) {
      digits = {.value = *value, .end = at_ + 1, .fraction = true};
      return digits;
    }
    if (!is_number(at_)) return leading_point();
    collect(digits);
    if (digits.broken) return digits;
    exponent(digits);
    fraction(digits);
    return digits;
  }

 private:
  bool in(std::size_t i) const { return i < tokens_.size(); }
  bool is_number(std::size_t i) const { return in(i) && tokens_[i].kind == text::TokenKind::number; }
  bool glued(std::size_t i) const { return in(i) && !tokens_[i].space_before; }
  std::string_view spelling(std::size_t i) const { return slice(text_, tokens_[i].span()); }
  char mark(std::size_t i) const {
    return in(i) && tokens_[i].kind == text::TokenKind::punctuation ? separator(spelling(i)) : 0;
  }
  bool is_mark(std::size_t i, std::string_view what) const { return in(i) && spelling(i) == what; }

  std::optional<double> vulgar_at(std::size_t i) const {
    if (!in(i)) return std::nullopt;
    const std::string_view sign = spelling(i);
    if (sign.size() < 2 || sign.size() > 3) return std::nullopt;
    for (const Vulgar& fraction : vulgar)
      if (fraction.sign == sign) return fraction.value;
    return std::nullopt;
  }

  // ".77"
  Digits leading_point() {
    Digits digits;
    if (!is_mark(at_, ".") || !tokens_[at_].space_before || !glued(at_ + 1) || !is_number(at_ + 1))
      return digits;
    std::string ascii = "0.";
    append_digits(ascii, spelling(at_ + 1).substr(0, most_digits));
    digits = {.value = value_of(ascii), .end = at_ + 2, .decimal = true};
    return digits;
  }

  // The groups of digits and what separates them.
  void collect(Digits& digits) {
    std::array<std::size_t, most_groups> groups{at_};
    std::array<char, most_groups> marks{};
    std::size_t count = 1, i = at_ + 1;
    while (count < most_groups && glued(i) && mark(i) && glued(i + 1) && is_number(i + 1)) {
      marks[count] = mark(i);
      groups[count++] = i + 1;
      i += 2;
    }
    if (count == 1) return blanks(digits);
    std::size_t decimals = 0;  // 1: the last group is the decimals
    const std::size_t used = interpret(groups, marks, count, decimals);
    if (used == 0) {
      digits = {.end = i, .broken = true};
      return;
    }
    std::string ascii;
    for (std::size_t group = 0; group < used; ++group) {
      if (decimals > 0 && group + 1 == used) ascii += '.';
      append_digits(ascii, spelling(groups[group]).substr(0, most_digits));
    }
    const std::size_t whole = decimals > 0 ? ascii.find('.') : ascii.size();
    digits = {.value = value_of(ascii),
              .end = groups[used - 1] + 1,
              .whole = static_cast<std::uint8_t>(std::min<std::size_t>(whole, 255)),
              .grouped = used - decimals > 1,
              .decimal = decimals > 0};
  }

  bool groups_of_three(const std::array<std::size_t, most_groups>& groups, std::size_t count) const {
    if (length(groups[0]) > 3) return false;
    for (std::size_t i = 1; i < count; ++i)
      if (length(groups[i]) != 3 && !(length(groups[i]) == 2 && i + 1 < count)) return false;  // 12,34,567
    return true;
  }
  std::size_t length(std::size_t i) const { return text::count_code_points(spelling(i)); }

  bool is_decimal_mark(char mark) { return mark == (style_.comma_decimals() ? ',' : '.'); }

  // How many of the groups are one number, 0 for none. Where no comma is a decimal mark it may separate
  // numbers.
  std::size_t interpret(const std::array<std::size_t, most_groups>& groups,
                        const std::array<char, most_groups>& marks, std::size_t count,
                        std::size_t& decimals) {
    std::size_t same = 1;  // marks equal to the first one
    while (same + 1 < count && marks[same + 1] == marks[1]) ++same;
    const std::size_t first = same + 1;  // groups that the first mark joins
    const bool grouping = groups_of_three(groups, first) && spelling(groups[0]) != "0";
    if (count == 2) {
      if (marks[1] != '\'' && (!grouping || is_decimal_mark(marks[1]))) return decimals = 1, 2;
      return grouping ? 2 : marks[1] == ',' ? 1 : 0;
    }
    if (same == 1 && count == 3 && marks[1] != '\'' && marks[1] != marks[2] && !grouping) return 0;
    if (grouping && first == count) return count;
    if (grouping && first + 1 == count && marks[first] != '\'') return decimals = 1, count;
    return marks[1] == ',' ? 1 : 0;
  }

  // "1 234 567": blanks that do not break a line, or plain ones where more than one group or the text tells.
  void blanks(Digits& digits) {
    std::string ascii;
    append_digits(ascii, spelling(at_).substr(0, most_digits));
    std::size_t count = 1, i = at_ + 1;
    bool narrow = true;
    while (count < most_groups && is_number(i) && length(i) == 3 && tokens_[i].space_before &&
           !tokens_[i].line_before) {
      narrow &= tokens_[i].start - tokens_[i - 1].end > 1;  // a no-break space takes more than a byte
      if (tokens_[i].start - tokens_[i - 1].end > 3) break;
      ++count, ++i;
    }
    const bool zeros = count == 2 && spelling(at_ + 1) == "000";
    if (count > 1 && ascii.size() <= 3 && ascii[0] != '0' &&
        (narrow || count > 2 || zeros || style_.plain_spaces())) {
      for (std::size_t group = at_ + 1; group < i; ++group) append_digits(ascii, spelling(group));
      digits.grouped = true;
    } else {
      i = at_ + 1;
    }
    digits.whole = static_cast<std::uint8_t>(std::min<std::size_t>(ascii.size(), 255));
    if (digits.grouped && glued(i) && (mark(i) == ',' || mark(i) == '.') && glued(i + 1) &&
        is_number(i + 1)) {
      ascii += '.';
      append_digits(ascii, spelling(i + 1).substr(0, most_digits));
      digits.decimal = true;
      i += 2;
    }
    digits.value = value_of(ascii);
    digits.end = i;
    digits.broken = ascii.size() >= most_digits;
  }

  // "1.3e6", "12.32e+14", "5.5x10-3", "2.48×10−5", "3x10^8"
  void exponent(Digits& digits) {
    std::size_t i = digits.end;
    if (!glued(i)) return;
    if (is_mark(i, "^")) return power(digits);
    const std::string_view sign = spelling(i);
    if (sign == "x" || sign == "X" || sign == "×" || sign == "*") {
      if (!is_number(i + 1) || spelling(i + 1) != "10") return;
      i += 2;
      if (is_mark(i, "^")) ++i;
    } else if (sign == "e" || sign == "E") {
      ++i;
    } else {
      return;
    }
    double direction = 1;
    const std::size_t before = i;
    if (glued(i) && (is_mark(i, "+") || is_mark(i, "-") || is_mark(i, "−"))) {
      if (!is_mark(i, "+")) direction = -1;
      ++i;
    }
    if (!glued(i) || !is_number(i) || length(i) > 3) return;
    if (sign != "e" && sign != "E" && before == digits.end + 2 && i == before) return;
    std::string ascii;
    append_digits(ascii, spelling(i));
    digits.value *= std::pow(10, direction * value_of(ascii));
    digits.decimal = true;
    digits.end = i + 1;
  }

  // "2^10", "2.5^-1"
  void power(Digits& digits) {
    std::size_t i = digits.end + 1;
    const bool minus = glued(i) && (is_mark(i, "-") || is_mark(i, "−"));
    if (minus) ++i;
    if (!glued(i) || !is_number(i) || length(i) > 3) return;
    digits.value = std::pow(digits.value, (minus ? -1 : 1) * simple(i));
    digits.decimal = true;
    digits.end = i + 1;
  }

  // "1/4", "2 1/2", "2½"
  void fraction(Digits& digits) {
    if (digits.decimal) return;
    const std::size_t i = digits.end;
    if (const auto value = vulgar_at(i); value && !tokens_[i].line_before) {
      digits.value += *value;
      digits.end = i + 1;
      digits.fraction = true;
      return;
    }
    if (!digits.grouped && slash(i)) {
      const double below = simple(i + 1);
      if (below == 0 || slash(i + 2)) {
        digits = {.end = i + 2, .broken = true};
        return;
      }
      digits.value /= below;
      digits.end = i + 2;
      digits.fraction = true;
      return;
    }
    if (is_mark(i, "-") && glued(i) && glued(i + 1) && is_number(i + 1) && slash(i + 2) && !slash(i + 4) &&
        simple(i + 1) < simple(i + 3)) {  // "6-1/4"
      digits.value += simple(i + 1) / simple(i + 3);
      digits.end = i + 4;
      digits.fraction = true;
      return;
    }
    if (is_number(i) && !tokens_[i].line_before && tokens_[i].space_before && slash(i + 1) && !slash(i + 3) &&
        simple(i) < simple(i + 2)) {
      digits.value += simple(i) / simple(i + 2);
      digits.end = i + 3;
      digits.fraction = true;
    }
  }

  bool slash(std::size_t i) const {
    return (is_mark(i, "/") || is_mark(i, "⁄")) && glued(i) && glued(i + 1) && is_number(i + 1) &&
           length(i + 1) <= 6;
  }
  double simple(std::size_t i) const {
    std::string ascii;
    append_digits(ascii, spelling(i).substr(0, most_digits));
    return value_of(ascii);
  }

  std::string_view text_;
  std::span<const text::Token> tokens_;
  std::size_t at_;
  Style& style_;
};

}  // namespace

bool Style::comma_decimals() {
  if (known_) return comma_decimals_;
  known_ = true;
  // "1.234,5" and "12,5" speak for commas, "1,234.5" and "12.5" for points; three digits behind one tell
  // nothing.
  int commas = 0, points = 0;
  for (std::size_t i = 1; i + 1 < text_.size(); ++i) {
    const char mark = text_[i];
    if ((mark != ',' && mark != '.') || !is_ascii_digit(text_[i - 1]) || !is_ascii_digit(text_[i + 1]))
      continue;
    std::size_t end = i + 1;
    while (end < text_.size() && is_ascii_digit(text_[end])) ++end;
    const bool more =
        end + 1 < text_.size() && (text_[end] == ',' || text_[end] == '.') && is_ascii_digit(text_[end + 1]);
    if (end - i - 1 == 3 && more && text_[end] != mark) ++(mark == '.' ? commas : points);
    if (end - i - 1 < 3 && !more && mark == ',' && comma_decimals_) ++commas;
    if (end - i - 1 < 3 && !more && mark == '.') ++points;
    i = end - 1;
  }
  if (comma_decimals_ ? points > 2 * commas : commas > 2 * points) comma_decimals_ = !comma_decimals_;
  return comma_decimals_;
}

Digits read_digits(std::string_view text, std::span<const text::Token> tokens, std::size_t at, Style& style) {
  return DigitsReader(text, tokens, at, style).read();
}

}  // namespace presscut::numbers
