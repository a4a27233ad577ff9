#include "dates/terms.h"

#include <algorithm>

namespace presscut::dates {
namespace {

// A line that is shorter than this ended because it was over, not because it was full.
constexpr std::size_t full_line = 50;

char mark_of(std::string_view spelling) {
  if (static_cast<unsigned char>(spelling[0]) < 0x80) return spelling[0];
  std::size_t at = 0;
  const char32_t mark = text::decode(spelling, at);
  if ((mark >= 0x2010 && mark <= 0x2015) || mark == 0x2212) return '-';
  if (mark == 0x2018 || mark == 0x2019 || mark == 0x02BC || mark == 0xB4) return '\'';
  if (mark == 0x20AC || mark == 0xA3 || mark == 0xA5) return '$';  // euro, pound, yen
  if (mark == 0xB0 || mark == 0xBA || mark == 0xAA) return 'o';    // degree and ordinal signs
  return '?';
}

// Where a capital follows a small letter, from the left or from the right; npos where none does.
std::size_t boundary(std::string_view word, bool from_right) {
  const auto is_lower = [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  };
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  std::size_t found = std::string_view::npos;
  for (std::size_t i = 1; i < word.size(); ++i)
    if (is_upper(word[i]) && is_lower(word[i - 1])) {
      found = i;
      if (!from_right) break;
    }
  return found;
}

bool names_a_day(const Entry* entry) {
  return entry && (entry->is(Is::month) || entry->is(Is::month_or_word) || entry->is(Is::weekday) ||
                   entry->is(Is::relative_day));
}

// Whether the end belongs to the number: 1st, 2nd, 3rd, 11th. What is no English end fits any number.
bool fits(std::string_view ending, int number) {
  const int ones = number % 10;
  const bool teen = number / 10 % 10 == 1;
  if (ending == "st") return ones == 1 && !teen;
  if (ending == "nd") return ones == 2 && !teen;
  if (ending == "rd") return ones == 3 && !teen;
  if (ending == "th") return ones == 0 || ones > 3 || teen;
  return true;
}

void set_entry(Term& term, const Entry* entry) {
  term.entry = entry;
  term.candidate |= entry && entry->opens.any();
}

}  // namespace

inline Term& Terms::add(const text::Token& token, Term::Kind kind) {
  Term& term = terms_[static_cast<std::size_t>(count_++)];
  static constexpr Term fresh;
  term = fresh;
  term.start = token.start;
  term.end = token.end;
  term.kind = kind;
  term.space_before = token.space_before;
  term.capital = term.candidate = token.capital;
  term.all_capitals = token.all_capitals;
  return term;
}

// A line that ends because it is over ends what is read, too. `line` is where it began.
void Terms::end_line(const text::Token& token, std::size_t line, std::size_t line_end) {
  if (!token.blank_before && line_end - line >= full_line) return;
  text::Token end = token;
  end.end = end.start;
  add(end, Term::Kind::mark).mark = '\n';
}

void Terms::read(std::string_view text, const std::vector<text::Token>& tokens, const Lexicon& lexicon) {
  text_ = text;
  count_ = 0;
  candidates_.clear();
  if (terms_.size() < 3 * tokens.size()) terms_.resize(3 * tokens.size());  // a token makes up to three terms
  const std::size_t size = tokens.size();
  std::size_t line = tokens.empty() ? 0 : tokens.front().start;
  for (std::size_t at = 0; at < size;) {
    const text::Token& token = tokens[at];
    if (token.line_before && at > 0) {
      end_line(token, line, tokens[at - 1].end);
      line = token.start;
    }
    const bool is_word = token.kind == text::TokenKind::word;
    const bool known = is_word && lexicon.may_start(token.hash);
    if (is_word && !known && !token.capital && !token.inner_capital) {  // most words
      add(token, Term::Kind::word);
      ++at;
      continue;
    }
    const int first = count_;
    if (is_word) at = read_word(tokens, at, lexicon, known);
    else if (token.kind == text::TokenKind::number) at = read_number(tokens, at, lexicon);
    else at = read_mark(tokens, at, lexicon);
    for (int i = first; i < count_; ++i)
      if (terms_[static_cast<std::size_t>(i)].candidate) candidates_.push_back(i);
  }
}

std::size_t Terms::read_mark(const std::vector<text::Token>& tokens, std::size_t at, const Lexicon& lexicon) {
  std::size_t taken = 0;
  const Entry* entry = lexicon.longest(tokens, at, taken);
  Term& term = add(tokens[at], Term::Kind::mark);
  term.mark = mark_of(slice(text_, tokens[at].span()));
  term.candidate = term.mark == '\'';
  set_entry(term, entry);
  if (taken <= 1) return at + 1;
  term.end = tokens[at + taken - 1].end;
  term.kind = Term::Kind::word;
  term.mark = 0;
  return at + taken;
}

// A number takes its ordinal end, also where the next word is glued to that ("7thwe").
std::size_t Terms::read_number(const std::vector<text::Token>& tokens, std::size_t at,
                               const Lexicon& lexicon) {
  const text::Token& token = tokens[at];
  std::size_t taken = 0;
  const Entry* entry = lexicon.longest(tokens, at, taken);  // "9/11" is a row
  Term& term = add(token, Term::Kind::number);
  const std::string_view digits = slice(text_, token.span());
  term.digits = static_cast<std::uint8_t>(std::min<std::size_t>(digits.size(), 255));
  term.has_number = digits.size() <= 9 && digits[0] >= '0' && digits[0] <= '9';
  term.candidate |= term.has_number;
  if (term.has_number)
    for (const char c : digits) term.number = term.number * 10 + (c - '0');
  if (taken > 1) {
    set_entry(term, entry);
    term.kind = Term::Kind::word;
    term.has_number = false;
    term.end = tokens[at + taken - 1].end;
    return at + taken;
  }
  if (!term.has_number || at + 1 >= tokens.size()) return at + 1;
  const text::Token& next = tokens[at + 1];
  if (next.space_before) return at + 1;
  const Entry* end = lexicon.longest(tokens, at + 1, taken);
  const int number = static_cast<int>(std::min(term.number, 1e9));
  const std::size_t behind = at + 1 + taken;
  const bool stop =
      next.kind == text::TokenKind::punctuation && taken == 1;  // "3. Mai", not "2.2.24", "in 2024."
  if (stop && (term.digits > 2 || behind >= tokens.size() || !tokens[behind].space_before ||
               tokens[behind].line_before))
    return at + 1;
  if (end && end->is(Is::ordinal_end) && fits(text::fold(slice(text_, next.span())), number)) {
    term.ordinal = true;
    term.end = tokens[behind - 1].end;
    return behind;
  }
  if (end || next.kind != text::TokenKind::word || next.end - next.start < 3) return at + 1;
  const std::string_view ending = slice(text_, {next.start, next.start + 2});
  if (static_cast<unsigned char>(ending[1]) >= 0x80) return at + 1;  // part of a letter
  const Entry* split = lexicon.word(ending);
  if (!split || !split->is(Is::ordinal_end) || !fits(text::fold(ending), number)) return at + 1;
  term.ordinal = true;
  term.end = next.start + 2;
  text::Token rest = next;
  rest.start = term.end;
  add(rest, Term::Kind::word);
  return at + 2;
}

std::size_t Terms::read_word(const std::vector<text::Token>& tokens, std::size_t at, const Lexicon& lexicon,
                             bool known) {
  const text::Token& token = tokens[at];
  std::size_t taken = 0;
  const Entry* entry = known ? lexicon.longest(tokens, at, taken) : nullptr;
  if (entry && !lexicon.may_count(token.hash)) {  // most known words
    Term& term = add(token, Term::Kind::word);
    set_entry(term, entry);
    term.end = tokens[at + taken - 1].end;
    return at + taken;
  }
  if (!entry && token.inner_capital && split_glued(token, lexicon)) return at + 1;
  if (!entry && token.capital && split_compound(token, lexicon)) return at + 1;
  if (!known) {
    add(token, Term::Kind::word);
    return at + 1;
  }
  const auto numeral =
      lexicon.numbers() ? lexicon.numbers()->read(tokens, at) : std::optional<numerals::Numeral>();
  Term& term = add(token, Term::Kind::word);
  if (numeral && numeral->tokens >= taken) {
    term.has_number = term.candidate = true;
    term.number = numeral->value;
    term.ordinal = numeral->ordinal;
    if (numeral->tokens > taken) entry = nullptr;
    taken = numeral->tokens;
  }
  set_entry(term, entry);
  taken = std::max<std::size_t>(taken, 1);
  term.end = tokens[at + taken - 1].end;
  return at + taken;
}

// "JuneThe" is June, The; "onTuesday" is on, Tuesday.
bool Terms::split_glued(const text::Token& token, const Lexicon& lexicon) {
  const std::string_view word = slice(text_, token.span());
  if (word.size() > 40) return false;
  for (const bool from_right : {false, true}) {
    const std::size_t at = boundary(word, from_right);
    if (at == std::string_view::npos) return false;
    const auto entry_of = [&](std::string_view half) {
      return lexicon.may_start(text::hash_of(half)) ? lexicon.word(half) : nullptr;
    };
    const Entry* left = entry_of(word.substr(0, at));
    const Entry* right = entry_of(word.substr(at));
    if (!names_a_day(left) && !names_a_day(right)) continue;
    text::Token part = token;
    part.end = static_cast<std::uint32_t>(token.start + at);
    set_entry(add(part, Term::Kind::word), left);
    part = token;
    part.start = static_cast<std::uint32_t>(token.start + at);
    part.capital = true;
    part.space_before = false;
    set_entry(add(part, Term::Kind::word), right);
    return true;
  }
  return false;
}

// "Dienstagabend" is Dienstag, abend.
bool Terms::split_compound(const text::Token& token, const Lexicon& lexicon) {
  const std::string_view word = slice(text_, token.span());
  constexpr std::size_t shortest = 9, longest = 30;
  if (word.size() < shortest || word.size() > longest) return false;
  const std::size_t length = lexicon.weekday_before(word);
  if (length == 0 || length == word.size()) return false;
  const Entry* const part = lexicon.word(word.substr(length));
  if (!part || !part->is(Is::part_of_day)) return false;
  text::Token half = token;
  half.end = static_cast<std::uint32_t>(token.start + length);
  set_entry(add(half, Term::Kind::word), lexicon.word(word.substr(0, length)));
  half.start = half.end;
  half.end = token.end;
  half.space_before = half.capital = false;
  set_entry(add(half, Term::Kind::word), part);
  return true;
}

}  // namespace presscut::dates
