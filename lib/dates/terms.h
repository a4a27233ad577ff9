// The tokens of a paragraph as the grammar reads them: numbers with their values, known words with their
// entries, what scraping glued together taken apart.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dates/lexicon.h"
#include "text/tokens.h"

namespace presscut::dates {

struct Term {
  enum class Kind : std::uint8_t { none, word, number, mark };

  std::uint32_t start = 0;  // bytes of the text
  std::uint32_t end = 0;
  const Entry* entry = nullptr;  // of a known word
  double number = 0;             // of digits or number words
  Kind kind = Kind::none;        // a number word is a word with `has_number`
  char mark = 0;            // the punctuation mark, dashes as '-'; '\n' where a line surely ends; '?' others
  std::uint8_t digits = 0;  // how many; 0 for words
  bool has_number = false;
  bool ordinal = false;  // "7th", "third"
  bool space_before = false;
  bool capital = false;
  bool all_capitals = false;
  bool candidate = false;  // an expression could begin with it

  const Opens& opens() const {
    static constexpr Opens none;
    return entry ? entry->opens : none;
  }
};

/// The terms of a stretch of text. Any place can be asked for; beyond the ends there is nothing.
class Terms {
 public:
  /// Replaces what there is. `tokens` are of one paragraph of `text`.
  void read(std::string_view text, const std::vector<text::Token>& tokens, const Lexicon& lexicon);

  int size() const { return count_; }
  const Term& operator[](int i) const {
    static constexpr Term nothing;
    return i >= 0 && i < size() ? terms_[static_cast<std::size_t>(i)] : nothing;
  }

  /// The terms that an expression could begin with, in order: known words, numbers, words with a capital and
  /// apostrophes.
  const std::vector<int>& candidates() const { return candidates_; }

  bool is(int i, Is what) const {
    const Entry* entry = (*this)[i].entry;
    return entry && entry->is(what);
  }
  const Reading* reading(int i, Is what) const {
    const Entry* entry = (*this)[i].entry;
    return entry ? entry->reading(what) : nullptr;
  }
  int value(int i, Is what) const {
    const Reading* found = reading(i, what);
    return found ? found->value : 0;
  }
  bool mark(int i, char c) const { return (*this)[i].mark == c; }
  bool is_digits(int i) const { return (*this)[i].kind == Term::Kind::number; }

  std::string_view text() const { return text_; }
  std::string_view spelling(int i) const {
    return text_.substr((*this)[i].start, (*this)[i].end - (*this)[i].start);
  }

 private:
  void end_line(const text::Token& token, std::size_t line, std::size_t line_end);
  std::size_t read_mark(const std::vector<text::Token>& tokens, std::size_t at, const Lexicon& lexicon);
  std::size_t read_number(const std::vector<text::Token>& tokens, std::size_t at, const Lexicon& lexicon);
  // `known`: whether the word may start a phrase or number.
  std::size_t read_word(const std::vector<text::Token>& tokens, std::size_t at, const Lexicon& lexicon,
                        bool known);
  bool split_glued(const text::Token& token, const Lexicon& lexicon);
  bool split_compound(const text::Token& token, const Lexicon& lexicon);
  Term& add(const text::Token& token, Term::Kind kind);

  std::string_view text_;
  std::vector<Term> terms_;  // the first count_ are in use
  int count_ = 0;
  std::vector<int> candidates_;
};

}  // namespace presscut::dates
