#include "groups/terms.h"

#include <algorithm>

#include "text/reserve.h"

namespace presscut::groups {
namespace {

constexpr std::size_t piece = 1024;         // tokens
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
  static constexpr std::string_view list[] = {"jr", "sr", "no", "vs", "co", "inc", "ltd", "corp", "bros"};
  return std::any_of(std::begin(list), std::end(list),
                     [&](std::string_view known) { return text::equal_ascii_fold(word, known); });
}

}  // namespace

Terms::Terms(std::string_view title, std::string_view text) : title_(title), text_(text) {
  terms_.reserve((title.size() + text.size()) / 4 + 8);  // seldom more; room that is not used costs nothing
  read(title, true);
  read(text, false);
}

void Terms::read(std::string_view text, bool in_title) {
  const std::size_t first = terms_.size();
  std::vector<text::Token> tokens;  // a piece of the text, so that it does not stand in memory twice
  for (std::size_t at = 0; at < text.size() || !tokens.empty();) {
    if (at < text.size()) at = text::tokenize(text, at, piece, tokens);
    const std::size_t taken = read_words(text, in_title, tokens, at < text.size() ? longest_phrase : 0);
    tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(taken));
    text::reserve_ahead(terms_, at, text.size());
  }
  find_sentences(first);
  find_headlines(first);
}

// Adds the terms of `tokens` but for the last `ahead`, which the piece that follows may make a phrase; how
// many.
std::size_t Terms::read_words(std::string_view text, bool in_title, const std::vector<text::Token>& tokens,
                              std::size_t ahead) {
  std::size_t at = 0;
  while (at + ahead < tokens.size()) {
    std::size_t taken = 0;
    const Entry* entry = longest(tokens, at, taken);
    add(text, in_title, tokens[at]);
    terms_.back().entry = entry;
    for (std::size_t i = 1; i < taken; ++i) {
      add(text, in_title, tokens[at + i]);
      terms_.back().entry = entry;
      terms_.back().in_phrase = true;
    }
    at += std::max<std::size_t>(taken, 1);
  }
  return at;
}

void Terms::add(std::string_view text, bool in_title, const text::Token& token) {
  Term& term = terms_.emplace_back();
  static_cast<text::Token&>(term) = token;
  term.in_title = in_title;
  if (token.kind == text::TokenKind::punctuation) term.mark = mark_of(slice(text, token.span()));
}

void Terms::find_sentences(std::size_t first) {
  for (std::size_t i = first; i < terms_.size(); ++i) {
    Term& term = terms_[i];
    if (i == first || term.blank_before) {
      term.sentence_start = true;
      continue;
    }
    // A wrapped line goes on in small letters.
    if (term.line_before) term.sentence_start = !term.is_word() || term.capital || terms_[i - 1].mark != 0;
    std::size_t last = i - 1;
    if (last > first && is_quote_or_bracket(terms_[last].mark)) --last;
    if (!ends_sentence(terms_[last].mark) || !(term.space_before || terms_[last + 1].space_before)) continue;
    if (term.is_word() && !term.capital && !term.inner_capital) continue;
    const int before = static_cast<int>(last) - 1;
    if (terms_[last].mark == '.' && before >= 0 && !terms_[last].space_before &&
        is_abbreviation(spelling(before), terms_[static_cast<std::size_t>(before)]) && !term.is(Is::function))
      continue;
    term.sentence_start = true;
  }
}

// A line of several words nearly all of which have capitals. What ends in a stop is a sentence, unless it is
// shouted.
void Terms::find_headlines(std::size_t first) {
  for (std::size_t begin = first; begin < terms_.size();) {
    std::size_t end = begin, capitals = 0, smalls = 0, all_capitals = 0;
    do {
      const Term& term = terms_[end];
      if (term.is_word() && term.end - term.start > 1) {
        const bool counts = term.end - term.start > 3 || !term.is(Is::join);
        capitals += term.has_capital();
        smalls += counts && !term.has_capital();
        all_capitals += term.all_capitals;
      }
      ++end;
    } while (end < terms_.size() && !terms_[end].line_before);
    const bool shouted = capitals >= 3 && all_capitals * 5 >= (capitals + smalls) * 4;
    const bool titled = capitals >= 4 && smalls * 5 <= capitals && terms_[end - 1].mark != '.';
    if (titled || shouted)
      for (std::size_t i = begin; i < end; ++i) terms_[i].headline = true;
    begin = end;
  }
}

}  // namespace presscut::groups
