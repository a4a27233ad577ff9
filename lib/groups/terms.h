// The tokens of a document, title and text in one row, with what words and lines tell of each.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "groups/words.h"
#include "text/tokens.h"

namespace presscut::groups {

struct Term : text::Token {
  const Entry* entry = nullptr;  // of the word, or of the phrase that it is part of
  bool in_title : 1 = false;
  bool in_phrase : 1 = false;       // behind the first word of its phrase
  bool sentence_start : 1 = false;  // the first one of a sentence, a line or a field
  bool headline : 1 = false;        // in a line whose capitals tell nothing, since nearly all words have one
  char mark = 0;                    // a punctuation mark, dashes as '-', quotes as '"' and '\''; '?' others

  bool is(Is what) const { return entry && entry->is(what); }
  bool is_word() const { return kind == text::TokenKind::word; }
  bool is_number() const { return kind == text::TokenKind::number; }
  bool has_capital() const { return is_word() && (capital || inner_capital); }

  /// Begins a sentence or counts days, and is no acronym ("WHO"): its capital tells of no name.
  bool is_function() const { return is(Is::function) && !in_phrase && (!all_capitals || end - start == 1); }
};

/// Any place can be asked for; beyond the ends there is nothing.
class Terms {
 public:
  Terms(std::string_view title, std::string_view text);

  int size() const { return static_cast<int>(terms_.size()); }
  const Term& operator[](int i) const {
    static const Term nothing;
    return i >= 0 && i < size() ? terms_[static_cast<std::size_t>(i)] : nothing;
  }

  std::string_view spelling(int i) const { return slice(field(i), (*this)[i].span()); }

  /// What stands from term `begin` to term `end`, which is not included; both of one field.
  std::string_view spelling(int begin, int end) const {
    return slice(field(begin), {(*this)[begin].start, (*this)[end - 1].end});
  }

  /// Whether the word at `i` is `word`, in small letters, whatever its case in the text.
  bool is(int i, std::string_view word) const { return text::equal_ascii_fold(spelling(i), word); }

  /// Whether a sentence, or a line that is no wrapped one, ends between `i - 1` and `i`.
  bool breaks(int i) const { return i <= 0 || i >= size() || (*this)[i].sentence_start; }

  const std::vector<Term>& all() const { return terms_; }

 private:
  std::string_view field(int i) const { return (*this)[i].in_title ? title_ : text_; }
  void read(std::string_view text, bool in_title);
  std::size_t read_words(std::string_view text, bool in_title, const std::vector<text::Token>& tokens,
                         std::size_t ahead);
  void add(std::string_view text, bool in_title, const text::Token& token);
  void find_sentences(std::size_t first);
  void find_headlines(std::size_t first);

  std::string_view title_, text_;
  std::vector<Term> terms_;
};

}  // namespace presscut::groups
