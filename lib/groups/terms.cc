#include "groups/terms.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "text/reserve.h"

namespace presscut::groups {
namespace {

constexpr std::size_t piece = 1024;         // tokens
constexpr std::size_t page_size = 4096;     // terms
constexpr std::size_t longest_phrase = 64;  // tokens, more than any of the tables has

char mark_of(std::string_view spelling) {
  std::size_t at = 0;
  const char32_t mark = text::decode(spelling, at);
  if (mark < 0x80) return static_cast<char>(mark);
  if ((mark >= 0x2010 && mark <= 0x2015) || mark == 0x2212) return '-';
  switch (mark) {
    case U'‘':
    case U'’':
    case U'ʼ':
    case U'´': return '\'';
    case U'“':
    case U'”':
    case U'„':
    case U'«':
    case U'»': return '"';
    case U'…': return '.';
    default: return '?';
  }
}

bool ends_sentence(char mark) { return mark == '.' || mark == '!' || mark == '?'; }
bool is_quote_or_bracket(char mark) { return mark == '"' || mark == '\'' || mark == ')' || mark == '('; }

// "J.", "U.S.", "Gen.", "Inc.": the stop belongs to the word.
bool is_abbreviation(std::string_view word, const Term& term) {
  if (word.size() == 1 && term.capital) return true;
  if (term.is(Is::title) && word.size() <= 5) return true;
  return is_in(List::abbreviation, word);
}

}  // namespace

Terms::Terms(std::string_view title, std::string_view text)
    : title_{.text = title, .is_title = true, .begins = {}},
      text_{.text = text, .first = std::numeric_limits<int>::max(), .begins = {}},
      entries_(entries().data()) {
  read(title_);
  text_.first = size();
  read(text_);
}

void Terms::read(Field& field) {
  const int first = size();
  Line line{first};
  std::vector<text::Token> tokens;  // a piece of the text
  for (std::size_t read = 0; read < field.text.size() || !tokens.empty();) {
    if (read < field.text.size()) read = text::tokenize(field.text, read, piece, tokens);
    const int begin = size();
    const std::size_t taken = read_words(field, tokens, read < field.text.size() ? longest_phrase : 0);
    tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(taken));
    text::reserve_ahead(notes_, read, field.text.size());
    for (int i = begin; i < size(); ++i) {
      at(i).sentence_start = note(i).sentence_start = starts_sentence(i, first);
      if (i > line.begin && (*this)[i].line_before) end_line(std::exchange(line, {i}), i);
      line.add((*this)[i]);
    }
  }
  end_line(line, size());
}

// Adds the terms of `tokens` but for the last `ahead`, which the piece that follows may make a phrase; how
// many.
std::size_t Terms::read_words(Field& field, const std::vector<text::Token>& tokens, std::size_t ahead) {
  std::size_t at = 0;
  while (at + ahead < tokens.size()) {
    std::size_t taken = 0;
    const Entry* entry = longest(tokens, at, taken);
    add(field, tokens[at], entry, false);
    for (std::size_t i = 1; i < taken; ++i) add(field, tokens[at + i], entry, true);
    at += std::max<std::size_t>(taken, 1);
  }
  return at;
}

void Terms::add(Field& field, const text::Token& token, const Entry* entry, bool in_phrase) {
  Note& note = notes_.emplace_back();
  if (entry) note.entry = static_cast<std::uint16_t>(entry - entries_ + 1);
  note.in_phrase = in_phrase;
  if (token.kind == text::TokenKind::punctuation) note.mark = mark_of(slice(field.text, token.span()));
  const auto in_field = static_cast<std::size_t>(size() - 1 - field.first);
  Page& page = page_of(field, in_field / page_size);
  if (in_field % page_size == 0) {
    field.begins.push_back(field.end);
    page.first = size() - 1;
    page.terms.clear();
    page.terms.reserve(std::min(page_size, (field.text.size() - token.start) / 4 + 8));
    here_ = {};
  }
  page.terms.push_back(term_of(field, token, note));
  field.end = token.end;
}

// Each page has one place where it may lie, and those of the title others than the first ones of the text.
Terms::Page& Terms::page_of(const Field& field, std::size_t number) const {
  return pages_[(number + (field.is_title ? 0 : 1)) % pages_.size()];
}

const Term& Terms::elsewhere(int i) const {
  static const Term nothing;
  if (i < 0 || i >= size()) return nothing;
  const Field& whole = field(i);
  const auto in_field = static_cast<std::size_t>(i - whole.first);
  Page& page = page_of(whole, in_field / page_size);
  const int first = i - static_cast<int>(in_field % page_size);
  if (page.first != first) read(whole, in_field / page_size, page);
  here_ = {page.terms.data(), static_cast<unsigned>(first), static_cast<unsigned>(page.terms.size())};
  return page.terms[in_field % page_size];
}

Term Terms::term_of(const Field& field, const text::Token& token, const Note& note) const {
  Term term;
  static_cast<text::Token&>(term) = token;
  term.entry = note.entry > 0 ? entries_ + (note.entry - 1) : nullptr;
  term.in_title = field.is_title, term.in_phrase = note.in_phrase;
  term.sentence_start = note.sentence_start, term.headline = note.headline;
  term.mark = note.mark;
  return term;
}

void Terms::read(const Field& field, std::size_t number, Page& page) const {
  tokens_.clear();
  page.terms.clear();
  page.first = field.first + static_cast<int>(number * page_size);
  for (std::size_t at = field.begins[number]; at < field.text.size() && tokens_.size() < page_size;)
    at = text::tokenize(field.text, at, page_size - tokens_.size(), tokens_);
  const std::size_t size = std::min<std::size_t>(tokens_.size(), page_size);
  for (std::size_t i = 0; i < size; ++i)
    page.terms.push_back(term_of(field, tokens_[i], notes_[static_cast<std::size_t>(page.first) + i]));
}

bool Terms::starts_sentence(int i, int first) const {
  const Term& term = (*this)[i];
  if (i == first || term.blank_before) return true;
  // A wrapped line goes on in small letters.
  const bool new_line = term.line_before && (!term.is_word() || term.capital || note(i - 1).mark != 0);
  int last = i - 1;
  if (last > first && is_quote_or_bracket(note(last).mark)) --last;
  if (!ends_sentence(note(last).mark) || !(term.space_before || (*this)[last + 1].space_before))
    return new_line;
  if (term.is_word() && !term.capital && !term.inner_capital) return new_line;
  const int before = last - 1;
  const bool is_of_word = note(last).mark == '.' && before >= 0 && !(*this)[last].space_before &&
                          is_abbreviation(spelling(before), (*this)[before]);
  return !is_of_word || term.is(Is::function) || new_line;
}

void Terms::Line::add(const Term& term) {
  if (!term.is_word() || term.end - term.start <= 1) return;
  const bool counts = term.end - term.start > 3 || !term.is(Is::join);
  capitals += term.has_capital();
  smalls += counts && !term.has_capital();
  all_capitals += term.all_capitals;
}

// A line of several words nearly all of which have capitals. What ends in a stop is a sentence, unless it is
// shouted.
void Terms::end_line(const Line& line, int end) {
  const bool shouted = line.capitals >= 3 && line.all_capitals * 5 >= (line.capitals + line.smalls) * 4;
  const bool titled = line.capitals >= 4 && line.smalls * 5 <= line.capitals && note(end - 1).mark != '.';
  if (titled || shouted)
    for (int i = line.begin; i < end; ++i) at(i).headline = note(i).headline = true;
}

}  // namespace presscut::groups
