#include "metadata/day_tokens.h"

#include <algorithm>

#include "metadata/tables.h"
#include "tables/tables.h"

namespace presscut::metadata {
namespace {

using TokenKind = DayToken::Kind;

const tables::Lookup<int>& months() {
  static const auto lookup = [] {
    const tables::Table table("months.tsv", embedded::months_tsv);
    tables::Lookup<int> result;
    for (const auto& row : table.rows())
      result.add(std::string(row.cells[1]), std::stoi(std::string(row.cells[2])));
    return result;
  }();
  return lookup;
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

// A run of digits; of one of five or six that begins like a year the year alone: "3 May 20244 May 2024" are
// two days of which a style sheet hides one.
DayToken read_number(std::string_view text, std::size_t at) {
  DayToken token;
  token.kind = TokenKind::number;
  token.span.start = at;
  const std::size_t digits = std::min(text.find_first_not_of("0123456789", at), text.size()) - at;
  const bool glued =
      (digits == 5 || digits == 6) && (text.substr(at, 2) == "20" || text.substr(at, 2) == "19");
  const std::size_t end = at + (glued ? 4 : digits);
  for (; at < end; ++at, ++token.length)
    if (token.length < 8) token.value = token.value * 10 + (text[at] - '0');
  token.span.end = at;
  return token;
}

// A run of letters; a mark where there is none at `at`.
DayToken read_word(std::string_view text, std::size_t at) {
  constexpr int longest = 40;
  DayToken token;
  token.span.start = token.span.end = at;
  while (at < text.size() && token.length < longest) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      if (!is_ascii_letter(text[at])) break;
      ++at;
    } else {
      const char32_t c = text::decode(text, at);
      if (!text::is_letter(c)) break;
    }
    ++token.length;
    token.span.end = at;
  }
  if (token.length) {
    token.kind = TokenKind::word;
    return token;
  }
  token.length = 1;
  if (static_cast<unsigned char>(text[at]) < 0x80) token.mark = text[at];
  text::decode(text, at);
  token.span.end = at;
  return token;
}

bool goes_on(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  const char before = text[at - 1];
  return is_ascii_digit(before) ? is_ascii_digit(text[at])
                                : static_cast<unsigned char>(before) >= 0x80 || is_ascii_letter(before);
}

int month_of(const std::string& name) {
  const int* month = months().find(name);
  return month ? *month : 0;
}

// Whether a number stands within three tokens of token `i`: a month stands by its day or year.
bool is_near_number(const std::vector<DayToken>& tokens, std::size_t i) {
  const std::size_t end = std::min(i + 4, tokens.size());
  for (std::size_t j = i - std::min<std::size_t>(i, 3); j < end; ++j)
    if (tokens[j].kind == TokenKind::number) return true;
  return false;
}

// Most months are one word; two that are one month become one token.
void find_months(std::string_view text, std::vector<DayToken>& tokens) {
  constexpr int longest = 14;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    DayToken& token = tokens[i];
    if (token.kind != TokenKind::word || token.length < 2 || token.length > longest) continue;
    if (!is_near_number(tokens, i)) continue;
    const std::string name = text::fold(slice(text, token.span));
    if (i + 1 < tokens.size() && tokens[i + 1].kind == TokenKind::word) {
      token.month = month_of(name + ' ' + text::fold(slice(text, tokens[i + 1].span)));
      if (token.month) {
        token.span.end = tokens[i + 1].span.end;
        tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      }
    }
    if (!token.month) token.month = month_of(name);
  }
}

}  // namespace

std::vector<DayToken> day_tokens(std::string_view text, Span window) {
  std::vector<DayToken> tokens;
  std::size_t at = window.start;
  while (at < window.end && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  while (at < window.end && goes_on(text, at)) text::decode(text, at);
  while (at < window.end) {
    if (const std::size_t length = text::space_length(text, at)) {
      at += length;
      continue;
    }
    tokens.push_back(is_ascii_digit(text[at]) ? read_number(text, at) : read_word(text, at));
    at = tokens.back().span.end;
  }
  find_months(text, tokens);
  return tokens;
}

}  // namespace presscut::metadata
