// Where a sentence ends is asked at each mark and each line end, of what stands before it (the word with the
// stop, by shape and table) and behind it (space, capital, small letter, digit). An abbreviation may end a
// sentence, too; then the next word tells: behind "in the U.S." an article or a preposition begins a
// sentence, a name does not. Speech verbs behind a quote ("Why?" Lomax asked) are beyond it, so are names
// that begin with a small letter.
#include "sentences/sentences.h"

#include <algorithm>
#include <array>

#include "sentences/marks.h"
#include "sentences/words.h"

namespace presscut::sentences {
namespace {

constexpr std::size_t longest_word = 64;  // bytes that are looked at before a mark and behind it

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

char32_t code_point_at(std::string_view text, std::size_t at) {
  return at < text.size() ? text::decode(text, at) : U'\0';
}

// The code point that ends before `at`, which moves to its start; `at` is not 0.
char32_t code_point_before(std::string_view text, std::size_t& at) {
  do --at;
  while (at > 0 && is_continuation(text[at]));
  return code_point_at(text, at);
}

bool is_in_word(char32_t c) {
  return text::is_letter(c) || text::is_digit(c) || c == U'.' || c == U'’' || c == U'\'';
}

// The word that ends at `end`, with the full stops in it.
std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t start = end;
  while (start > 0 && end - start < longest_word) {
    std::size_t before = start;
    if (!is_in_word(code_point_before(text, before))) break;
    start = before;
  }
  return text.substr(start, end - start);
}

std::string_view word_behind(std::string_view text, std::size_t start) {
  std::size_t end = start;
  while (end < text.size() && end - start < longest_word) {
    std::size_t next = end;
    if (!text::is_letter(text::decode(text, next))) break;
    end = next;
  }
  return text.substr(start, end - start);
}

bool all(std::string_view word, bool (*is)(char32_t)) {
  for (std::size_t at = 0; at < word.size();)
    if (!is(text::decode(word, at))) return false;
  return true;
}

bool is_number(std::string_view word) { return !word.empty() && all(word, text::is_digit); }

// "J", "p", and also "ק".
bool is_initial(std::string_view word) {
  return text::count_code_points(word) == 1 && text::is_letter(code_point_at(word, 0));
}

// "U.S", "a.m", "Ph.D": letters in short pieces.
bool is_initialism(std::string_view word) {
  if (word.find('.') == word.npos) return false;
  while (!word.empty()) {
    const std::size_t end = std::min(word.find('.'), word.size());
    const std::string_view piece = word.substr(0, end);
    if (text::count_code_points(piece) > 3 || !all(piece, text::is_letter)) return false;
    word.remove_prefix(std::min(end + 1, word.size()));
  }
  return true;
}

// "1", "12", "a", "iv": what stands before the items of a list.
bool is_list_mark(std::string_view word) {
  if (is_number(word)) return word.size() <= 3;
  return is_initial(word) || word.find_first_not_of("ivxIVX") == word.npos;
}

// An address is no place where sentences end.
bool is_in_address(std::string_view text, std::size_t at) {
  std::size_t start = at;
  while (start > 0 && at - start < longest_word && !text::space_length(text, start - 1)) --start;
  const std::string_view before = text.substr(start, at - start);
  return before.find("://") != before.npos || before.find('@') != before.npos || before.find("www.") == 0 ||
         before.find('/') != before.npos;
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<Span> split() {
    start_ = skip_space(0);
    for (std::size_t at = start_; at < text_.size();) at = step(at);
    end_sentence(text_.size(), text_.size());
    return std::move(sentences_);
  }

 private:
  // Looks at one character, or at a mark and what stands behind it; returns where to look on.
  std::size_t step(std::size_t at) {
    if (!may_end_[static_cast<unsigned char>(text_[at])]) return at + 1;
    if (text_[at] == '\n') return line_end(at);
    const MarkAt found = mark_at(text_, at);
    if (found.mark == Mark::none) return at + 1;
    const std::size_t end = skip_closers(text_, found.end);
    const std::size_t next = skip_space(end);
    if (next == text_.size() || has_empty_line(end, next)) return end;
    const bool ends = next == end ? ends_glued(at, found, end) : ends_before(at, found, next);
    if (ends) end_sentence(end, next);
    return next;
  }

  std::size_t line_end(std::size_t at) {
    const std::size_t next = skip_space(at);
    if (next < text_.size() && !has_empty_line(at, next) && goes_on(at, next)) return next;
    end_sentence(at, next);
    return next;
  }

  // Whether a line is wrapped: the next one begins in small letters, or something is left open.
  bool goes_on(std::size_t at, std::size_t next) const {
    if (text::is_lower(code_point_at(text_, next))) return true;
    std::size_t last = at;
    while (last > start_ && text::space_length(text_, last - 1)) --last;
    return last > start_ && (text_[last - 1] == ',' || text_[last - 1] == ';');
  }

  // The mark at `at` with white space behind it, up to `next`.
  bool ends_before(std::size_t at, const MarkAt& found, std::size_t next) const {
    if (found.mark == Mark::sure) return true;
    const std::size_t word = skip_openers(text_, next);
    const char32_t first = code_point_at(text_, word);
    if (text::is_lower(first)) return false;
    if (found.mark == Mark::strong) return true;
    if (found.mark == Mark::ellipsis) return !text::is_digit(first) && !is_in_brackets(at, found.end);
    return full_stop_ends(at, word);
  }

  // "[…]" stands for what was left out.
  bool is_in_brackets(std::size_t at, std::size_t end) const {
    return at > 0 && (text_[at - 1] == '[' || text_[at - 1] == '(') && end < text_.size() &&
           (text_[end] == ']' || text_[end] == ')');
  }

  bool full_stop_ends(std::size_t at, std::size_t next) const {
    const std::string_view before = word_before(text_, at);
    if (before.empty()) return true;
    if (at - before.size() <= start_ && is_list_mark(before)) return false;
    const std::string_view behind = word_behind(text_, next);
    if (is_initial(before) || is_initialism(before)) return begins(next, behind);
    if (is_number(before) && before.size() <= 2 && follows_ordinal(behind)) return false;
    const auto kind = abbreviation(before);
    if (!kind) return true;
    switch (*kind) {
      case Abbreviation::before_name: return false;
      case Abbreviation::before_number: return !text::is_digit(code_point_at(text_, next));
      case Abbreviation::anywhere: return begins(next, behind);
    }
    return true;
  }

  // Whether the word at `next` begins a sentence rather than a name: "The", but not "A." or "All-Star".
  bool begins(std::size_t next, std::string_view word) const {
    const char32_t behind = code_point_at(text_, next + word.size());
    return !word.empty() && behind != U'.' && behind != U'-' && begins_sentence(word);
  }

  // The mark at `at` with a word right behind it, as in "signed.The": seldom an end, often an address or a
  // name.
  bool ends_glued(std::size_t at, const MarkAt& found, std::size_t end) const {
    if (found.mark == Mark::sure) return true;
    const std::size_t word =
        end < text_.size() && is_opening_quote(code_point_at(text_, end)) ? skip_openers(text_, end) : end;
    std::size_t second = word;
    if (second >= text_.size() || !text::is_upper(text::decode(text_, second))) return false;
    const char32_t after = code_point_at(text_, second);
    if (!text::is_lower(after) && !text::space_length(text_, second)) return false;
    return (end > found.end || ends_like_a_word(at)) && !is_in_address(text_, at);
  }

  static bool is_opening_quote(char32_t c) { return c == U'“' || c == U'„' || c == U'«' || c == U'‘'; }

  // Two small letters or a year before `at`, and no abbreviation.
  bool ends_like_a_word(std::size_t at) const {
    const std::string_view word = word_before(text_, at);
    if (is_number(word)) return word.size() == 4;
    if (word.find('.') != word.npos || abbreviation(word)) return false;
    std::size_t before = at;
    for (int i = 0; i < 2; ++i)
      if (before <= start_ || !text::is_lower(code_point_before(text_, before))) return false;
    return true;
  }

  std::size_t skip_space(std::size_t at) const {
    while (at < text_.size())
      if (const std::size_t length = text::space_length(text_, at)) at += length;
      else break;
    return at;
  }

  bool has_empty_line(std::size_t from, std::size_t to) const {
    const std::string_view space = text_.substr(from, to - from);
    return space.find('\n') != space.rfind('\n');
  }

  void end_sentence(std::size_t end, std::size_t next) {
    while (end > start_ && is_space_before(end)) --end;
    if (end > start_) sentences_.push_back({start_, end});
    start_ = next;
  }

  bool is_space_before(std::size_t end) const {
    std::size_t last = end;
    code_point_before(text_, last);
    return text::space_length(text_, last) > 0;
  }

  // Bytes that begin a mark or a line end.
  static constexpr auto may_end_ = [] {
    std::array<bool, 256> table{};
    for (const std::size_t c : {'.', '!', '?', '\n'}) table[c] = true;
    for (const std::size_t c : {0xD6, 0xD8, 0xDB, 0xE0, 0xE1, 0xE2, 0xE3, 0xEF}) table[c] = true;
    return table;
  }();

  std::string_view text_;
  std::size_t start_ = 0;
  std::vector<Span> sentences_;
};

}  // namespace

std::vector<Span> split(std::string_view text) { return Splitter(text).split(); }

Span around(const std::vector<Span>& sentences, Span span) {
  const auto first = std::partition_point(sentences.begin(), sentences.end(),
                                          [&](Span sentence) { return sentence.end <= span.start; });
  const auto last =
      std::partition_point(first, sentences.end(), [&](Span sentence) { return sentence.start < span.end; });
  if (first == last) return span;
  return {std::min(first->start, span.start), std::max(std::prev(last)->end, span.end)};
}

}  // namespace presscut::sentences
