// The letters of a word are counted and hashed together, sixteen or eight at a time, since a loop over single
// letters leaves at another length for each word, which is what a processor predicts worst. The hash is over
// the folded bytes, in groups of eight from the start of the token, so that words beyond ASCII get theirs
// from their folded form.
#include "text/tokens.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>

#include "text/chunk.h"
#include "text/reserve.h"

namespace presscut::text {
namespace {

enum class Sort : std::uint8_t { letter, digit, mark, beyond, space, line };

constexpr std::array<Sort, 256> sorts = [] {
  std::array<Sort, 256> result{};
  for (int byte = 0; byte < 256; ++byte)
    result[byte] = byte == '\n'                                   ? Sort::line
                   : byte <= 0x20 || byte == 0x7F                 ? Sort::space
                   : byte >= 0x80                                 ? Sort::beyond
                   : byte >= '0' && byte <= '9'                   ? Sort::digit
                   : (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z' ? Sort::letter
                                                                  : Sort::mark;
  return result;
}();

Sort sort_at(std::string_view text, std::size_t at) { return sorts[static_cast<unsigned char>(text[at])]; }

constexpr std::uint64_t ones = 0x0101010101010101ull;
constexpr std::uint64_t tops = 0x80 * ones;
constexpr std::uint64_t cases = 0x20 * ones;  // the bit that is set in small letters

// Up to eight bytes, the first one lowest; zero where the text has ended.
std::uint64_t load(std::string_view text, std::size_t at) {
  std::uint64_t group = 0;
  if (std::endian::native == std::endian::little && at + 8 <= text.size()) {
    std::memcpy(&group, text.data() + at, 8);
    return group;
  }
  for (std::size_t i = 0; i < 8 && at + i < text.size(); ++i)
    group |= std::uint64_t{static_cast<unsigned char>(text[at + i])} << 8 * i;
  return group;
}

// The top bit of each byte that is an ASCII letter.
std::uint64_t letters(std::uint64_t group) {
  const std::uint64_t small = (group | cases) & ~tops;
  const std::uint64_t from_a = small + (0x80 - 'a') * ones, behind_z = small + (0x80 - 'z' - 1) * ones;
  return from_a & ~behind_z & ~group & tops;
}

// How many of the eight are letters before the first one that is none.
int letters_before_other(std::uint64_t group) { return std::countr_zero(~letters(group) & tops) / 8; }

// The lowest `count` bytes, 1 to 8.
constexpr std::uint64_t lowest(int count) { return ~std::uint64_t{0} >> (64 - 8 * count); }

constexpr std::uint64_t basis = 0xcbf29ce484222325ull;
std::uint64_t mix(std::uint64_t hash, std::uint64_t group) {
  hash = (hash ^ group) * 0x9e3779b97f4a7c15ull;
  return hash ^ hash >> 29;
}

// What a punctuation mark counts as.
char32_t plain_mark(char32_t mark) {
  if (mark >= 0x2010 && mark <= 0x2015) return '-';
  if (mark == 0x2212) return '-';
  if (mark == 0x2018 || mark == 0x2019 || mark == 0x02BC || mark == 0xB4) return '\'';
  return mark;
}

std::uint64_t hash_of_mark(char32_t mark) { return mix(basis, plain_mark(mark)); }

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

// The dashes, quotation marks and dots of U+2010 to U+203E: no letters, and the commonest of what is beyond
// ASCII.
bool is_general_punctuation(std::string_view text, std::size_t at) {
  return byte_at(text, at) == 0xE2 && byte_at(text, at + 1) == 0x80 && byte_at(text, at + 2) >= 0x90 &&
         byte_at(text, at + 2) <= 0xBE;
}

bool is_letter_at(std::string_view text, std::size_t at) {
  return !is_general_punctuation(text, at) && space_length(text, at) == 0 && is_letter(decode(text, at));
}

// A letter of a word: what it is folded to. The Latin letters of U+00C0 to U+00FF are looked at as bytes.
struct Letter {
  char32_t folded = 0;  // 0: none stands there
  bool large = false;
};
Letter read_letter(std::string_view text, std::size_t& at) {
  const unsigned char lead = byte_at(text, at);
  if (sorts[lead] == Sort::letter) {
    ++at;
    return {static_cast<char32_t>(lead | 0x20), lead < 'a'};
  }
  if (lead == 0xC3) {
    const char32_t letter = 0xC0u | (byte_at(text, at + 1) & 0x3Fu);
    if (letter == 0xD7 || letter == 0xF7) return {};  // times, divided by
    at += 2;
    const bool large = letter < 0xDF;
    return {large ? letter | 0x20 : letter, large};
  }
  if (lead < 0x80 || !is_letter_at(text, at)) return {};
  const char32_t letter = decode(text, at);
  return {fold(letter), is_upper(letter)};
}

// What stands between two tokens where it is more than a blank.
struct Gap {
  std::size_t end = 0;
  bool space = false;  // there is white space
  int lines = 0;       // line ends in it
};

[[gnu::noinline]] Gap gap_at(std::string_view text, std::size_t at) {
  Gap gap{at};
  for (; gap.end < text.size(); ++gap.end, gap.space = true) {
    const Sort sort = sort_at(text, gap.end);
    if (sort == Sort::line) {
      ++gap.lines;
    } else if (sort == Sort::beyond) {
      const std::size_t length = space_length(text, gap.end);
      if (length == 0) break;
      gap.end += length - 1;
    } else if (sort != Sort::space) {
      break;
    }
  }
  return gap;
}

// The readers of tokens give the end of the one that stands at `at`. Those of what is rare are no part of the
// loop, which has all that it needs in registers.

// A word with letters beyond ASCII.
[[gnu::noinline]] std::size_t read_any_word(std::string_view text, std::size_t at, Token& token) {
  token.kind = TokenKind::word;
  std::string folded;
  bool small_before = false, any_small = false;
  const std::size_t start = at;
  for (std::size_t next = at; at < text.size(); at = next) {
    const Letter letter = read_letter(text, next);
    if (letter.folded == 0) break;
    if (at == start) token.capital = letter.large;
    token.inner_capital |= letter.large && small_before;
    small_before = !letter.large;
    any_small |= !letter.large;
    append(folded, letter.folded);
  }
  token.all_capitals = !any_small;
  token.hash = hash_of_folded(folded);
  return at;
}

// A word of ASCII letters, unless others follow.
[[gnu::noinline]] std::size_t read_long_word(std::string_view text, std::size_t at, Token& token) {
  std::uint64_t hash = basis, capitals = 0, smalls = 0, before = 0;
  const std::size_t start = at;
  for (int count = 8; count == 8; at += static_cast<std::size_t>(count)) {
    const std::uint64_t group = load(text, at);
    count = letters_before_other(group);
    if (count == 0) break;
    const std::uint64_t bytes = lowest(count);
    const std::uint64_t small = group & cases & bytes, large = ~group & cases & bytes;
    hash = mix(hash, (group | cases) & bytes);
    token.inner_capital |= ((small << 8 | before) & large) != 0;
    before = small >> 56;
    smalls |= small;
    capitals |= large;
    if (at == start) token.capital = large & 0x20;
  }
  if (at < text.size() && sort_at(text, at) == Sort::beyond && is_letter_at(text, at)) {
    token.inner_capital = false;
    return read_any_word(text, start, token);
  }
  token.all_capitals = smalls == 0;
  token.hash = hash;
  return at;
}

// By the number of letters of a word, which of its first eight bytes are its own, and which of the next.
constexpr auto own_bytes = [] {
  std::array<std::array<std::uint64_t, 2>, Chunk::size> result{};
  for (int count = 1; count < static_cast<int>(Chunk::size); ++count)
    result[count] = {lowest(std::min(count, 8)), count > 8 ? lowest(count - 8) : 0};
  return result;
}();

// Most words are shorter than a chunk: read without a question that the next word may answer otherwise.
std::size_t read_word(std::string_view text, std::size_t at, Token& token) {
  token.kind = TokenKind::word;
  if (at + Chunk::size > text.size()) return read_long_word(text, at, token);
  const Chunk chunk(text, at, '\0');
  const std::uint32_t smalls = chunk.within('a', 'z'), capitals = chunk.within('A', 'Z');
  const int count = std::countr_one(smalls | capitals);
  if (count == Chunk::size) return read_long_word(text, at, token);
  const std::size_t end = at + static_cast<std::size_t>(count);
  if ((chunk.beyond_ascii() >> count & 1) != 0 && is_letter_at(text, end))
    return read_any_word(text, at, token);
  const std::uint32_t word = (1u << count) - 1;
  token.capital = (capitals & 1) != 0;
  token.all_capitals = (smalls & word) == 0;
  token.inner_capital = (smalls << 1 & capitals & word) != 0;
  const auto [first, second] = own_bytes[static_cast<std::size_t>(count)];
  const std::uint64_t hash = mix(basis, (load(text, at) | cases) & first);
  const std::uint64_t whole = mix(hash, (load(text, at + 8) | cases) & second);
  const std::uint64_t has_more = 0 - std::uint64_t{second != 0};
  token.hash = hash ^ ((whole ^ hash) & has_more);
  return end;
}

std::size_t read_number(std::string_view text, std::size_t at, Token& token) {
  token.kind = TokenKind::number;
  std::size_t end = at + 1;
  while (end < text.size() && sort_at(text, end) == Sort::digit) ++end;
  token.hash = hash_of_folded(text.substr(at, end - at));
  return end;
}

// A letter, digit or mark beyond ASCII.
[[gnu::noinline]] std::size_t read_beyond(std::string_view text, std::size_t at, Token& token) {
  if (is_letter_at(text, at)) return read_any_word(text, at, token);
  std::size_t end = at;
  const char32_t first = decode(text, end);
  token.hash = hash_of_mark(first);
  if (!is_digit(first)) return end;
  token.kind = TokenKind::number;
  for (std::size_t next = end; next < text.size() && is_digit(decode(text, next));) end = next;
  token.hash = hash_of_folded(text.substr(at, end - at));
  return end;
}

}  // namespace

std::uint64_t hash_of_folded(std::string_view folded) {
  std::uint64_t hash = basis;
  for (std::size_t at = 0; at < folded.size(); at += 8) hash = mix(hash, load(folded, at));
  return hash;
}

std::uint64_t hash_of(std::string_view token) {
  std::size_t at = 0;
  const char32_t first = token.empty() ? 0 : decode(token, at);
  if (at == token.size() && !is_letter(first) && !(first >= '0' && first <= '9')) return hash_of_mark(first);
  return hash_of_folded(fold(token));
}

std::size_t tokenize(std::string_view text, std::size_t from, std::size_t enough,
                     std::vector<Token>& tokens) {
  std::size_t at = from;
  for (std::size_t read = 0;; ++read) {
    Gap gap{at, at == 0};
    if (at < text.size() && text[at] == ' ') gap = {at + 1, true};
    Sort sort = gap.end < text.size() ? sort_at(text, gap.end) : Sort::space;
    if (sort >= Sort::beyond) {
      const bool space = gap.space;
      gap = gap_at(text, gap.end);
      gap.space |= space;
      if (gap.end >= text.size()) return text.size();
      if (gap.lines > 1 && read > 0) return at;
      sort = sort_at(text, gap.end);
    }
    if (read >= enough && (gap.lines > 0 || (read / 2 >= enough && gap.space) || read / 4 >= enough))
      return at;
    Token& token = tokens.emplace_back();
    token.start = static_cast<std::uint32_t>(gap.end);
    token.space_before = gap.space;
    token.line_before = gap.lines > 0;
    token.blank_before = gap.lines > 1;
    switch (sort) {
      case Sort::letter: at = read_word(text, gap.end, token); break;
      case Sort::digit: at = read_number(text, gap.end, token); break;
      case Sort::beyond: at = read_beyond(text, gap.end, token); break;
      default: token.hash = hash_of_mark(static_cast<unsigned char>(text[gap.end])); at = gap.end + 1;
    }
    token.end = static_cast<std::uint32_t>(at);
  }
}

std::vector<Token> tokenize(std::string_view text) {
  constexpr std::size_t piece = 1024;
  std::vector<Token> tokens;
  tokens.reserve(std::min(text.size() / 5 + 1, piece));
  for (std::size_t at = 0; at < text.size();) {
    at = tokenize(text, at, piece, tokens);
    reserve_ahead(tokens, at, text.size());
  }
  return tokens;
}

}  // namespace presscut::text
