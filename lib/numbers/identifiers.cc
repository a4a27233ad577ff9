#include "numbers/identifiers.h"

#include <algorithm>
#include <cmath>

#include "numbers/roman.h"

namespace presscut::numbers {
namespace {

constexpr std::size_t most_tokens = 24;       // of one name
constexpr std::size_t longest_suffix = 3;     // letters glued to digits that may be anything
constexpr std::size_t least_phone = 7;        // digits of a phone number with blanks in it
constexpr std::size_t least_digits = 3;       // of a number that names one thing
constexpr std::size_t most_words_behind = 4;  // behind it, to the noun that says so

bool is_capital(const Grammar& grammar, std::size_t i) {
  return grammar.is_word(i) && (grammar.token(i).capital || grammar.token(i).inner_capital);
}

bool is_single(const Grammar& grammar, std::size_t begin, std::size_t end) {
  return end == begin + 1 && grammar.is_number(begin);
}

bool has_determiner(const Grammar& grammar, std::size_t begin) {
  return begin > 0 && grammar.same_line(begin) &&
         (grammar.is(begin - 1, Is::the) || grammar.is(begin - 1, Is::a));
}

// What stands right before the digits, without a blank.
bool hangs_on_left(const Grammar& grammar, std::size_t i) {
  if (i == 0 || !grammar.glued(i)) return false;
  if (grammar.is_word(i - 1)) return true;
  for (const char mark : {'#', '@', '_', '=', '&'})
    if (grammar.is_mark(i - 1, mark)) return true;
  const bool joins =
      grammar.is_mark(i - 1, '-') || grammar.is_mark(i - 1, '/') || grammar.is_mark(i - 1, '.');
  return joins && i >= 2 && grammar.glued(i - 1) && (grammar.is_word(i - 2) || grammar.is_mark(i - 2, '/'));
}

bool has_capital(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// What stands right behind them: "5G", "3-D", "20.html", "3:16".
bool hangs_on_right(const Grammar& grammar, std::size_t end) {
  if (!grammar.glued(end)) return false;
  if (grammar.is_word(end)) {
    const std::string_view letters = grammar.spelling(end);
    return letters.size() <= longest_suffix || has_capital(letters) || grammar.is_number(end + 1);
  }
  if (!grammar.glued(end + 1)) return false;
  for (const char mark : {'_', '@', '=', '&'})
    if (grammar.is_mark(end, mark)) return true;
  if (grammar.is_mark(end, '-'))
    return grammar.is_word(end + 1) && grammar.spelling(end + 1).size() == 1 && is_capital(grammar, end + 1);
  if (grammar.is_mark(end, '.')) return grammar.is_word(end + 1) && !is_capital(grammar, end + 1);
  return grammar.is_mark(end, ':') && grammar.is_number(end + 1);
}

// "Ajax 2-1": what was scored, where one digit or two stand on each side.
bool is_score(const Grammar& grammar, std::size_t begin) {
  return grammar.spelling(begin).size() <= 2 && grammar.after_hyphen(begin + 1) == begin + 2 &&
         grammar.is_number(begin + 2) && grammar.spelling(begin + 2).size() <= 2;
}

// "No. 2"
bool is_labelled(const Grammar& grammar, std::size_t begin) {
  return begin > 1 && grammar.is(begin - 2, Is::label) == begin;
}

// "page 14-16"
bool is_pages(const Grammar& grammar, std::size_t begin, std::size_t end) {
  return end == begin + 3 && grammar.is_number(begin) && grammar.is_mark(begin + 1, '-') &&
         grammar.is_number(end - 1);
}

// "Python 3.14"
bool is_version(const Grammar& grammar, std::size_t begin, std::size_t end) {
  return end == begin + 3 && !grammar.glued(begin) && grammar.is_number(begin) &&
         grammar.is_mark(begin + 1, '.') && grammar.is_number(end - 1);
}

// A capital within a sentence that is no function word, no verb and no plural.
bool is_capital_name(const Grammar& grammar, std::size_t i) {
  if (!is_capital(grammar, i) || i == 0 || !grammar.same_line(i)) return false;
  if (grammar.is(i, Is::stop) || grammar.is(i, Is::verb) || grammar.looks_plural(i)) return false;
  return grammar.is_word(i - 1) || grammar.is_mark(i - 1, '&');
}

// "Channel 12", "Boeing 737": a name before digits alone that count nothing.
bool is_named(const Grammar& grammar, std::size_t begin, std::size_t end, bool counts) {
  if (begin == 0 || !grammar.same_line(begin)) return false;
  if (is_pages(grammar, begin, end)) return grammar.is(begin - 1, Is::label) || is_labelled(grammar, begin);
  if (!is_single(grammar, begin, end))
    return is_version(grammar, begin, end) && is_capital_name(grammar, begin - 1);
  if (is_labelled(grammar, begin)) return true;
  if (!grammar.is_word(begin - 1)) return false;
  const std::size_t before = begin - 1;
  if (grammar.is(before, Is::label)) return !counts || is_capital(grammar, before);
  return !counts && !is_score(grammar, begin) && is_capital_name(grammar, before);
}

// "the 737 MAX", "the 8200 signal intelligence unit": as a number it would count more than one.
bool names_one(const Grammar& grammar, std::size_t begin, std::size_t end, bool counts) {
  if (counts || !is_single(grammar, begin, end) || grammar.spelling(begin).size() < least_digits)
    return false;
  if (!has_determiner(grammar, begin)) return false;
  if (is_capital(grammar, end) && grammar.same_line(end)) return true;
  for (std::size_t i = end; i < end + most_words_behind && grammar.same_line(i) && grammar.is_word(i); ++i) {
    if (grammar.is(i, Is::unit_label)) return true;
    if (grammar.is(i, Is::stop) || grammar.is(i, Is::verb)) return false;
  }
  return false;
}

// "2. The", "(3) He" at the start of a line.
bool is_list_marker(const Grammar& grammar, std::size_t begin, std::size_t end) {
  if (end != begin + 1 || grammar.spelling(begin).size() > 3) return false;
  const bool bracket = begin > 0 && grammar.is_mark(begin - 1, '(') && grammar.glued(begin);
  const std::size_t first = bracket ? begin - 1 : begin;
  if (first > 0 && grammar.same_line(first)) return false;
  const bool closed =
      grammar.glued(end) && (grammar.is_mark(end, ')') || (!bracket && grammar.is_mark(end, '.')));
  return closed && grammar.same_line(end + 1) && !grammar.glued(end + 1) &&
         (is_capital(grammar, end + 1) || grammar.is_mark(end, ')'));
}

// "either 1) now or 2) later": a bracket closes that none opened nearby.
bool is_enumerated(const Grammar& grammar, std::size_t begin, std::size_t end) {
  if (end != begin + 1 || !grammar.is_mark(end, ')') || !grammar.glued(end)) return false;
  if (grammar.spelling(begin).size() > 2) return false;
  for (std::size_t i = begin; i > 0 && i + most_tokens > begin; --i)
    if (grammar.is_mark(i - 1, '(')) return false;
  return true;
}

bool is_footnote(const Grammar& grammar, std::size_t begin, std::size_t end) {
  return end == begin + 1 && begin > 0 && grammar.is_mark(begin - 1, '[') && grammar.glued(begin) &&
         grammar.is_mark(end, ']') && grammar.glued(end) && grammar.spelling(begin).size() <= 3;
}

// Behind all that hangs together without a blank.
std::size_t whole_name(const Grammar& grammar, std::size_t end) {
  const std::size_t limit = std::min(grammar.size(), end + most_tokens);
  while (end < limit && grammar.glued(end) &&
         (grammar.is_word(end) || grammar.is_number(end) ||
          (grammar.glued(end + 1) && (grammar.is_word(end + 1) || grammar.is_number(end + 1)))))
    ++end;
  return end;
}

}  // namespace

std::size_t behind_suffix(const Grammar& grammar, std::size_t end) {
  return hangs_on_right(grammar, end) ? whole_name(grammar, end) : 0;
}

std::size_t identifier(const Grammar& grammar, std::size_t begin, std::size_t end, bool counts) {
  if (is_list_marker(grammar, begin, end) || is_footnote(grammar, begin, end) ||
      is_enumerated(grammar, begin, end))
    return end;
  if (is_named(grammar, begin, end, counts) || names_one(grammar, begin, end, counts))
    return grammar.is_number(grammar.after_hyphen(end)) ? whole_name(grammar, end) : end;
  if (hangs_on_left(grammar, begin) || hangs_on_right(grammar, end)) return whole_name(grammar, end);
  return 0;
}

std::optional<int> roman_name(const Grammar& grammar, std::size_t i) {
  if (i == 0 || !grammar.is_word(i) || !grammar.same_line(i) || !grammar.token(i).space_before)
    return std::nullopt;
  if (!grammar.is(i - 1, Is::label) && !is_capital(grammar, i - 1)) return std::nullopt;
  if (grammar.token(i - 1).all_capitals || grammar.is(i - 1, Is::stop) || grammar.is(i - 1, Is::verb))
    return std::nullopt;
  const std::string_view word = grammar.spelling(i);
  if (word == "I" && !grammar.is(i - 1, Is::label) && !grammar.ends(i + 1))
    return std::nullopt;  // "Then I went"
  return roman(word);
}

bool may_recur(const Grammar& grammar, std::size_t begin, std::size_t end) {
  if (!is_single(grammar, begin, end)) return false;
  const std::string_view digits = grammar.spelling(begin);
  return digits.size() > least_digits || (digits.size() == least_digits && !digits.ends_with('0'));
}

namespace {

// "2-2.5", "1.5-2": two decimal numbers, the smaller one first.
bool is_range_of_decimals(const Grammar& grammar, std::size_t i, std::size_t end) {
  double values[2] = {0, 0};
  int side = 0, groups = 0;
  for (std::size_t at = i; at < end; at += 2) {
    const std::string_view digits = grammar.spelling(at);
    double value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    if (at > i && grammar.is_mark(at - 1, '-')) ++side, groups = 0;
    if (side > 1 || ++groups > 2 || digits.size() > 6) return false;
    values[side] += groups == 1 ? value : value / std::pow(10, digits.size());
  }
  return side == 1 && values[0] < values[1];
}

}  // namespace

namespace {

// "6-1/4"
bool is_mixed(const Grammar& grammar, std::size_t i, std::size_t end) {
  return end == i + 5 && grammar.is_mark(i + 1, '-') && grammar.is_mark(i + 3, '/') &&
         grammar.spelling(i + 2).size() <= 2 && grammar.spelling(i + 4).size() <= 2 &&
         !grammar.spelling(i + 2).starts_with('0') && grammar.spelling(i).size() <= 4;
}

}  // namespace

std::size_t chain(const Grammar& grammar, std::size_t i) {
  std::size_t end = i + 1, groups = 1, all_digits = grammar.spelling(i).size();
  bool phone = i > 0 && grammar.is_mark(i - 1, '+') && grammar.glued(i);
  const auto digits = [&](std::size_t at) { return grammar.spelling(at).size(); };
  const bool zero = grammar.spelling(i).starts_with('0') && digits(i) >= 2;
  bool points = true;
  const std::size_t limit = std::min(grammar.size(), i + most_tokens);
  while (end < limit && grammar.same_line(end)) {
    const bool mark = grammar.is_mark(end, '-') || grammar.is_mark(end, '.') || grammar.is_mark(end, '/');
    if (mark && grammar.glued(end) && grammar.glued(end + 1) && grammar.is_number(end + 1)) {
      points &= grammar.is_mark(end, '.');
      all_digits += digits(end + 1);
      end += 2, ++groups;
    } else if ((phone || zero) && grammar.is_number(end) && digits(end) >= 2 && grammar.same_line(end)) {
      points = false;
      all_digits += digits(end);
      ++end, ++groups;
    } else {
      break;
    }
  }
  if (phone && all_digits >= (groups > 1 ? least_phone : least_phone + 2)) return end;
  if (zero && (groups > 2 || digits(i) >= 9) && (groups == 1 || !points)) return end;
  if (digits(i) > 18) return end;
  if (groups > 2 && !points)
    return is_range_of_decimals(grammar, i, end) || is_mixed(grammar, i, end) ? 0 : end;
  const bool local = groups == 2 && !points && digits(i) == 3 && digits(end - 1) == 4 &&
                     grammar.is_mark(i + 1, '-') && !grammar.spelling(end - 1).ends_with('0') &&
                     !grammar.spelling(i).ends_with('0');
  return local ? end : 0;
}

}  // namespace presscut::numbers
