// The tokens of a document, title and text in one row, with what words and lines tell of each.
//
// A page of brackets has a term in two bytes, and a term takes forty. Four bytes are kept of each, all else
// for the pages that were read last: another one is read again where somebody asks for one of its terms.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "groups/lists.h"
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

/// Any place can be asked for; beyond the ends there is nothing. For whoever goes through them in their
/// order: of less than 500 thousand terms each is read once; a term that is asked for stays where it is until
/// one so far away is.
class Terms {
 public:
  /// Both must outlive it.
  Terms(std::string_view title, std::string_view text);
  Terms(const Terms&) = delete;
  Terms& operator=(const Terms&) = delete;

  int size() const { return static_cast<int>(notes_.size()); }
  const Term& operator[](int i) const {
    const unsigned place = static_cast<unsigned>(i) - here_.first;
    return place < here_.count ? here_.terms[place] : elsewhere(i);
  }

  std::string_view spelling(int i) const { return slice(field(i).text, (*this)[i].span()); }

  /// What stands from term `begin` to term `end`, which is not included; both of one field.
  std::string_view spelling(int begin, int end) const {
    return slice(field(begin).text, {(*this)[begin].start, (*this)[end - 1].end});
  }

  /// Whether the word at `i` is `word`, in small letters, whatever its case in the text.
  bool is(int i, std::string_view word) const { return text::equal_ascii_fold(spelling(i), word); }

  bool is(int i, List list) const { return is_in(list, spelling(i)); }

  /// Whether a sentence, or a line that is no wrapped one, ends between `i - 1` and `i`.
  bool breaks(int i) const { return i <= 0 || i >= size() || note(i).sentence_start; }

 private:
  // What is kept of a term.
  struct Note {
    std::uint16_t entry = 0;  // its place among `entries_`, from 1; 0: none
    bool in_phrase : 1 = false;
    bool sentence_start : 1 = false;
    bool headline : 1 = false;
    char mark = 0;
  };

  // Terms that follow each other in a field, the last ones of it fewer than others.
  struct Page {
    int first = -1;
    std::vector<Term> terms;
  };

  struct Field {
    std::string_view text;
    bool is_title = false;
    int first = 0;                      // term
    std::uint32_t end = 0;              // byte behind the last term
    std::vector<std::uint32_t> begins;  // byte of each page
  };

  // A line as far as it is read: its words with capitals and without.
  struct Line {
    int begin = 0;  // term
    int capitals = 0, smalls = 0, all_capitals = 0;

    void add(const Term& term);
  };

  const Field& field(int i) const { return i < text_.first ? title_ : text_; }
  const Note& note(int i) const { return notes_[static_cast<std::size_t>(i)]; }
  Note& note(int i) { return notes_[static_cast<std::size_t>(i)]; }

  Term& at(int i) const { return const_cast<Term&>((*this)[i]); }
  Page& page_of(const Field& field, std::size_t number) const;
  [[gnu::cold]] const Term& elsewhere(int i) const;
  void read(Field& field);
  std::size_t read_words(Field& field, const std::vector<text::Token>& tokens, std::size_t ahead);
  void add(Field& field, const text::Token& token, const Entry* entry, bool in_phrase);
  void read(const Field& field, std::size_t number, Page& page) const;
  Term term_of(const Field& field, const text::Token& token, const Note& note) const;
  bool starts_sentence(int i, int first) const;
  void end_line(const Line& line, int end);

  Field title_, text_;
  const Entry* entries_;
  std::vector<Note> notes_;
  mutable std::array<Page, 128> pages_;
  mutable struct {  // where the last term was that was asked for
    const Term* terms = nullptr;
    unsigned first = 0, count = 0;
  } here_;
  mutable std::vector<text::Token> tokens_;  // of the page that is read
};

}  // namespace presscut::groups
