// A word is looked for by the rarest of its letters, with memchr, and only where the letters around it are
// right is the text taken apart into words: a literal costs little more than reading the text. Letters beyond
// ASCII that fold to ASCII ones (long s, ligatures) stand in few texts; these are read word by word.
#include "concordance/phrase.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace presscut::concordance {
namespace {

// Letters and digits from common to rare in running text of the languages that use them.
constexpr std::string_view by_frequency = "etaoinsrhldcumfpgwybv01k23456789xjqz";

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

// The longest run of ASCII letters and digits.
std::string longest_run(std::string_view word) {
  std::string_view best;
  for (std::size_t at = 0; at < word.size();) {
    std::size_t end = at;
    while (end < word.size() && is_letter_or_digit(word[end])) ++end;
    if (end - at > best.size()) best = word.substr(at, end - at);
    at = std::max(end, at + 1);
  }
  return std::string(best);
}

std::size_t rarest_of(std::string_view letters) {
  std::size_t best = 0;
  const auto rank = [&](std::size_t i) { return by_frequency.find(lower(letters[i])); };
  for (std::size_t i = 1; i < letters.size(); ++i)
    if (rank(i) > rank(best)) best = i;
  return best;
}

// Whether a letter beyond ASCII may stand for letters of ASCII: the sign of kelvin in any form; folded also
// long s, and the ligatures of U+FB00 to U+FB06; those of U+1E96 to U+1E9E, "ŉ", "ß", "ǰ" and "İ" do so in
// part.
bool has_odd_letters(std::string_view text, words::Form form) {
  constexpr std::string_view kelvin = "\xE2\x84\xAA";
  constexpr std::string_view odd[] = {"\xC5\xBF", "\xC5\x89", "\xC7\xB0", "\xC3\x9F",
                                      "\xEF\xAC", "\xE1\xBA", "\xC4\xB0", kelvin};
  if (form == words::Form::exact) return text.find(kelvin) != text.npos;
  return std::any_of(std::begin(odd), std::end(odd),
                     [&](std::string_view letter) { return text.find(letter) != text.npos; });
}

// The next place of `letter` in `text` from `from` on, its end where there is none.
std::size_t find_letter(std::string_view text, char letter, std::size_t from) {
  if (from >= text.size()) return text.size();
  const void* at = std::memchr(text.data() + from, letter, text.size() - from);
  return at ? static_cast<std::size_t>(static_cast<const char*>(at) - text.data()) : text.size();
}

// Whether words of one phrase may have `gap` between them.
bool is_gap(std::string_view gap) {
  for (std::size_t at = 0; at < gap.size();) {
    if (const std::size_t length = text::space_length(gap, at)) {
      at += length;
      continue;
    }
    const char32_t mark = text::decode(gap, at);
    if (mark != '-' && (mark < 0x2010 || mark > 0x2015) && mark != 0x05BE) return false;
  }
  return words::is_within_paragraph(gap);
}

}  // namespace

Phrase::Phrase(std::string_view phrase, words::Form form) : form_(form) {
  for (const Span word : words::split(phrase)) words_.push_back(words::normal(slice(phrase, word), form));
  if (words_.empty()) throw std::runtime_error("no word in \"" + std::string(phrase) + '"');
  for (const std::string& word : words_) name_ += (name_.empty() ? "" : " ") + word;
  letters_ = longest_run(words_[0]);
  if (!letters_.empty()) rarest_ = rarest_of(letters_);
}

void Phrase::find(std::string_view text, std::vector<Span>& found) const {
  if (letters_.empty() || has_odd_letters(text, form_)) find_word_by_word(text, found);
  else find_by_letters(text, found);
}

bool Phrase::matches(std::string_view text, Span first, Span& whole) const {
  whole = first;
  words::Reader reader(text, first.end);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    Span word = first;
    if (i > 0 && (!reader.next(word) || !is_gap(text.substr(whole.end, word.start - whole.end))))
      return false;
    if (words::normal(slice(text, word), form_) != words_[i]) return false;
    whole.end = word.end;
  }
  return true;
}

void Phrase::find_word_by_word(std::string_view text, std::vector<Span>& found) const {
  words::Reader reader(text);
  for (Span word, whole; reader.next(word);) {
    if (!matches(text, word, whole)) continue;
    found.push_back(whole);
    reader = words::Reader(text, whole.end);
  }
}

namespace {

// Both cases of the letter that is looked for, each looked up again only once it is passed.
class Candidates {
 public:
  Candidates(std::string_view text, std::string_view letters, std::size_t rarest, bool folded)
      : text_(text), letters_(letters), rarest_(rarest), folded_(folded) {}

  // The next place from `from` on where the letters stand, of either case; npos where none is.
  std::size_t next(std::size_t from) {
    for (std::size_t at = from + rarest_;; ++at) {
      at = find_rarest(at);
      if (at >= text_.size()) return text_.npos;
      if (stands(at - rarest_)) return at - rarest_;
    }
  }

 private:
  std::size_t find_rarest(std::size_t from) {
    const char letter = letters_[rarest_];
    if (first_ < from || !looked_) first_ = find_letter(text_, letter, from);
    if (second_ < from || !looked_)
      second_ = folded_ && upper(letter) != letter ? find_letter(text_, upper(letter), from) : text_.size();
    looked_ = true;
    return std::min(first_, second_);
  }

  bool stands(std::size_t start) const {
    if (start + letters_.size() > text_.size()) return false;
    for (std::size_t i = 0; i < letters_.size(); ++i)
      if ((folded_ ? lower(text_[start + i]) : text_[start + i]) != letters_[i]) return false;
    return true;
  }

  std::string_view text_, letters_;
  std::size_t rarest_, first_ = 0, second_ = 0;
  bool folded_, looked_ = false;
};

}  // namespace

void Phrase::find_by_letters(std::string_view text, std::vector<Span>& found) const {
  Candidates candidates(text, letters_, rarest_, form_ == words::Form::folded);
  for (std::size_t at = 0, letters; (letters = candidates.next(at)) != text.npos;) {
    std::size_t start = letters;  // where a word certainly does not go on: behind a blank, or the last word
    while (start > at && text[start - 1] != ' ' && text[start - 1] != '\n') --start;
    words::Reader reader(text, start);
    Span word, whole;
    while (reader.next(word) && word.end <= letters) {
    }
    const bool is_hit = matches(text, word, whole);
    if (is_hit) found.push_back(whole);
    at = std::max(is_hit ? whole.end : word.end, letters + 1);
  }
}

}  // namespace presscut::concordance
