// Rules WB1 to WB13b of UAX #29, read from left to right: a word goes on while the character behind it joins
// it, alone or with the one behind that. Most words are ASCII and end at a blank, which a table of bytes
// sees.
#include "words/words.h"

#include <array>

#include "words/breaks.h"

namespace presscut::words {
namespace {

constexpr std::array<Break, 128> ascii = [] {
  std::array<Break, 128> result{};
  for (int c = 'a'; c <= 'z'; ++c) result[c] = result[c - 32] = Break::letter;
  for (int c = '0'; c <= '9'; ++c) result[c] = Break::digit;
  result['_'] = Break::connector;
  result['"'] = Break::double_quote;
  result['\''] = Break::single_quote;
  result[','] = result[';'] = Break::mid_number;
  result['.'] = Break::mid_both;
  return result;
}();

constexpr std::array<bool, 256> goes_on = [] {
  std::array<bool, 256> result{};
  for (int c = 0; c < 128; ++c)
    result[c] = ascii[c] == Break::letter || ascii[c] == Break::digit || ascii[c] == Break::connector;
  return result;
}();

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

bool is_letter(Break kind) { return kind == Break::letter || kind == Break::hebrew; }
bool is_mid(Break kind) { return kind >= Break::mid_letter; }

class Scanner {
 public:
  Scanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  // The next word; false at the end.
  bool next(Span& word) {
    while (at_ < text_.size()) {
      has_letter_or_digit_ = false;
      word.start = at_;
      if (const Break first = take(); !goes_on_from(first)) continue;
      else if (first == Break::alone) skip_ignored();
      else read_from(first);
      word.end = at_;
      if (has_letter_or_digit_) return true;
    }
    return false;
  }

 private:
  bool goes_on_from(Break first) {
    has_letter_or_digit_ =
        is_letter(first) || first == Break::digit || first == Break::katakana || first == Break::alone;
    return has_letter_or_digit_ || first == Break::connector;
  }

  // The class of the character at `at_`, which moves behind it.
  Break take() { return take(at_); }
  Break take(std::size_t& at) const {
    const unsigned char byte = byte_at(text_, at);
    if (byte < 0x80) return ++at, ascii[byte];
    return break_of(text::decode(text_, at));
  }

  // WB4: what belongs to the character before it.
  void skip_ignored() { at_ = behind_ignored(at_); }
  std::size_t behind_ignored(std::size_t at) const {
    while (at < text_.size() && byte_at(text_, at) >= 0x80) {
      std::size_t behind = at;
      if (take(behind) != Break::ignored) break;
      at = behind;
    }
    return at;
  }

  void read_from(Break last) {
    for (;;) {
      last = skip_ascii(last);
      skip_ignored();
      if (at_ >= text_.size()) return;
      std::size_t behind = at_;
      const Break here = take(behind);
      if (joins(last, here)) at_ = behind, last = here;
      else if (!is_mid(here) || !read_mid(last, here, behind)) return;
      has_letter_or_digit_ |= last != Break::connector;
    }
  }

  // Letters, digits and connectors of ASCII join all that is before them but katakana.
  Break skip_ascii(Break last) {
    if (last == Break::katakana) return last;
    const std::size_t start = at_;
    while (at_ < text_.size() && goes_on[byte_at(text_, at_)]) {
      has_letter_or_digit_ |= text_[at_] != '_';
      ++at_;
    }
    return at_ == start ? last : ascii[byte_at(text_, at_ - 1)];
  }

  // WB5, WB8 to WB10, WB13 to WB13b.
  static bool joins(Break last, Break here) {
    if (here == Break::connector) return true;
    if (here == Break::katakana) return last == Break::katakana || last == Break::connector;
    return (is_letter(here) || here == Break::digit) && last != Break::katakana;
  }

  // WB6, WB7, WB7a to WB7c, WB11, WB12: a mark `here`, which ends at `behind`, between two that it holds
  // together.
  bool read_mid(Break& last, Break here, std::size_t behind) {
    std::size_t at = behind_ignored(behind);
    const Break next = at < text_.size() ? take(at) : Break::other;
    if (holds(last, here, next) && !is_glued_sentence(behind, at)) {
      at_ = at, last = next;
      return true;
    }
    if (last != Break::hebrew || here != Break::single_quote) return false;
    at_ = behind;  // geresh behind a word
    last = Break::other;
    return false;
  }

  static bool holds(Break last, Break here, Break next) {
    if (here == Break::double_quote || here == Break::quotation)
      return last == Break::hebrew && next == Break::hebrew;
    if (is_letter(last) && is_letter(next)) return here != Break::mid_number;
    return last == Break::digit && next == Break::digit && here != Break::mid_letter;
  }

  // "signed.The": a small letter, a full stop that ends before `behind`, a capital that ends at `at`, a small
  // letter.
  bool is_glued_sentence(std::size_t behind, std::size_t at) const {
    if (behind < 2 || text_[behind - 1] != '.' || at != behind + 1 || at >= text_.size()) return false;
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    const bool capital = text_[behind] >= 'A' && text_[behind] <= 'Z';
    return capital && is_small(text_[behind - 2]) && is_small(text_[at]);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool has_letter_or_digit_ = false;
};

}  // namespace

bool Reader::next(Span& word) {
  const bool found = Scanner(text_, at_).next(word);
  at_ = found ? word.end : text_.size();
  return found;
}

void split(std::string_view text, std::vector<Span>& words) {
  Scanner scanner(text, 0);
  for (Span word; scanner.next(word);) words.push_back(word);
}

std::vector<Span> split(std::string_view text) {
  std::vector<Span> words;
  split(text, words);
  return words;
}

bool is_within_paragraph(std::string_view gap) {
  std::size_t lines = 0;
  for (const char c : gap) {
    if (c == '\n') ++lines;
    else if (c != ' ' && c != '\t' && c != '\r') lines = 0;
    if (lines > 1) return false;
  }
  return true;
}

}  // namespace presscut::words
