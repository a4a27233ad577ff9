// Eight bytes at a time: the letters of a word are counted and hashed together, since a loop over single
// letters leaves at another length for each word, which is what a processor predicts worst. The hash is over
// the folded bytes, in groups of eight from the start of the token, so that words beyond ASCII get theirs
// from their folded form.
#include "text/tokens.h"

#include <array>
#include <bit>
#include <cstring>
#include <string>

#include "text/reserve.h"

namespace presscut::text {
namespace {

enum class Sort : std::uint8_t { space, line, letter, digit, mark, beyond };

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

// Reads one token after another; keeps what the white space before the next one was.
class Scanner {
 public:
  Scanner(std::string_view text, std::size_t from) : text_(text), at_(from), space_(from == 0) {}

  std::size_t at() const { return at_; }
  bool done() const { return at_ >= text_.size(); }
  bool after_space() const { return space_; }
  bool after_line() const { return lines_ > 0; }
  bool after_blank_line() const { return lines_ > 1; }

  void skip_space() {
    if (!done() && text_[at_] == ' ') ++at_, space_ = true;
    while (!done()) {
      const Sort sort = sort_at(text_, at_);
      if (sort == Sort::letter) return;  // most
      if (sort == Sort::line) {
        ++lines_;
      } else if (sort == Sort::beyond) {
        const std::size_t length = space_length(text_, at_);
        if (length == 0) return;
        at_ += length - 1;
      } else if (sort != Sort::space) {
        return;
      }
      space_ = true;
      ++at_;
    }
  }

  void read(Token& token) {
    token.start = static_cast<std::uint32_t>(at_);
    token.space_before = space_;
    token.line_before = lines_ > 0;
    token.blank_before = lines_ > 1;
    space_ = false;
    lines_ = 0;
    const Sort sort = sort_at(text_, at_);
    if (sort == Sort::letter) read_word(token);
    else if (sort == Sort::digit) read_number(token);
    else if (sort == Sort::mark) token.hash = hash_of_mark(static_cast<unsigned char>(text_[at_++]));
    else read_beyond(token);
    token.end = static_cast<std::uint32_t>(at_);
  }

 private:
  // A letter, digit or mark beyond ASCII.
  void read_beyond(Token& token) {
    const std::size_t start = at_;
    if (is_letter_at(text_, at_)) return read_any_word(token);
    const char32_t code_point = decode(text_, at_);
    token.hash = hash_of_mark(code_point);
    if (is_digit(code_point)) read_any_number(token, start);
  }

  // Digits of other scripts than ASCII; the first one has been read.
  void read_any_number(Token& token, std::size_t start) {
    token.kind = TokenKind::number;
    while (!done()) {
      std::size_t next = at_;
      if (!is_digit(decode(text_, next))) break;
      at_ = next;
    }
    token.hash = hash_of_folded(text_.substr(start, at_ - start));
  }

  void read_number(Token& token) {
    token.kind = TokenKind::number;
    const std::size_t start = at_;
    while (!done() && sort_at(text_, at_) == Sort::digit) ++at_;
    token.hash = hash_of_folded(text_.substr(start, at_ - start));
  }

  // Most words are short and in small letters.
  void read_word(Token& token) {
    token.kind = TokenKind::word;
    const std::uint64_t group = load(text_, at_);
    const int count = letters_before_other(group);
    if (count == 8) return read_long_word(token);
    const std::uint64_t bytes = lowest(count);
    const bool goes_on = (group >> 8 * count & 0x80) != 0;  // beyond ASCII
    if ((~group & cases & bytes) != 0 || goes_on) return read_long_word(token);
    at_ += static_cast<std::size_t>(count);
    token.hash = mix(basis, group & bytes);
  }

  void read_long_word(Token& token) {
    std::uint64_t hash = basis, capitals = 0, smalls = 0, before = 0;
    const std::size_t start = at_;
    for (;;) {
      const std::uint64_t group = load(text_, at_);
      const int count = letters_before_other(group);
      if (count > 0) {
        const std::uint64_t bytes = lowest(count);
        const std::uint64_t small = group & cases & bytes, large = ~group & cases & bytes;
        hash = mix(hash, (group | cases) & bytes);
        token.inner_capital |= ((small << 8 | before) & large) != 0;
        before = small >> 56;
        smalls |= small;
        capitals |= large;
        if (at_ == start) token.capital = large & 0x20;
      }
      at_ += static_cast<std::size_t>(count);
      if (count < 8) break;
    }
    if (!done() && sort_at(text_, at_) == Sort::beyond && is_letter_at(text_, at_)) {
      at_ = start;
      token.inner_capital = false;
      return read_any_word(token);
    }
    token.all_capitals = smalls == 0;
    token.hash = hash;
  }

  // A word with letters beyond ASCII.
  void read_any_word(Token& token) {
    token.kind = TokenKind::word;
    std::string folded;
    bool small_before = false, any_small = false;
    const std::size_t start = at_;
    for (std::size_t next = at_; !done(); at_ = next) {
      const Letter letter = read_letter(text_, next);
      if (letter.folded == 0) break;
      if (at_ == start) token.capital = letter.large;
      token.inner_capital |= letter.large && small_before;
      small_before = !letter.large;
      any_small |= !letter.large;
      append(folded, letter.folded);
    }
    token.all_capitals = !any_small;
    token.hash = hash_of_folded(folded);
  }

  std::string_view text_;
  std::size_t at_;
  bool space_;
  int lines_ = 0;
};

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
  Scanner scanner(text, from);
  for (std::size_t read = 0;; ++read) {
    const std::size_t end = scanner.at();
    scanner.skip_space();
    if (scanner.done()) return text.size();
    if (scanner.after_blank_line() && read > 0) return end;
    if (read >= enough &&
        (scanner.after_line() || (read / 2 >= enough && scanner.after_space()) || read / 4 >= enough))
      return end;
    scanner.read(tokens.emplace_back());
  }
}

std::vector<Token> tokenize(std::string_view text) {
  constexpr std::size_t piece = 1024;
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    at = tokenize(text, at, piece, tokens);
    reserve_ahead(tokens, at, text.size());
  }
  return tokens;
}

}  // namespace presscut::text
