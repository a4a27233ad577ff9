// Text as bytes of UTF-8: spans, code points, normal form, white space, words.
//
// Everything here is a pure function of its arguments: no locale, no global state. Offsets are bytes unless
// a name says code_points. What is called `text` is valid UTF-8; only is_valid and repair take any bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace presscut {

/// Half-open range of bytes: [start, end).
struct Span {
  std::size_t start = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - start; }
  bool operator==(const Span&) const = default;
};

inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.start, span.size());
}

namespace text {

/// The replacement character U+FFFD.
inline constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_valid(std::string_view bytes);

/// `bytes` with every maximal invalid subpart (Unicode 15, section 3.9) as one U+FFFD; counts them in
/// `replaced`.
std::string repair(std::string_view bytes, std::size_t& replaced);

/// The code point that starts at `at`, which moves behind it. `at` must lie in `text`, on a boundary.
char32_t decode(std::string_view text, std::size_t& at);

/// Adds the UTF-8 form of `code_point`; surrogates and what lies above U+10FFFF become U+FFFD.
void append(std::string& out, char32_t code_point);

std::size_t count_code_points(std::string_view text);

/// FNV-1a in 64 bits (Fowler, Noll, Vo): the same on every machine, one byte after the other. No defence
/// against bytes that are made to collide.
inline constexpr std::uint64_t fnv_basis = 0xCBF29CE484222325ull;
constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t hash = fnv_basis) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  return hash;
}

/// Turns sorted byte offsets of `text` into code point offsets, in one pass; `code_points_to_bytes` is its
/// inverse (offsets beyond the end become the end).
std::vector<std::size_t> bytes_to_code_points(std::string_view text, const std::vector<std::size_t>& sorted);
std::vector<std::size_t> code_points_to_bytes(std::string_view text, const std::vector<std::size_t>& sorted);

/// Whether `text` certainly is in Normalization Form C (UAX #15); a `false` may be over-cautious, never a
/// `true`.
bool is_surely_nfc(std::string_view text);

/// `text` in Normalization Form C.
std::string nfc(std::string_view text);

/// The length of the white space that starts at `at`, 0 where there is none. White space is what a page may
/// put between words: ASCII space, controls (to U+001F, U+007F to U+009F), NBSP, U+1680, U+2000 to U+200B,
/// U+2028, U+2029, U+202F, U+205F, U+3000, and the byte order mark U+FEFF, which stands where files were
/// joined.
std::size_t space_length(std::string_view text, std::size_t at);

/// `text` with each run of white space as one blank, none at the ends, and no control characters.
std::string squeeze(std::string_view text);

/// The same, added to `out`. Returns whether what was added may not be in Normalization Form C; `false` is
/// certain.
bool append_squeezed(std::string_view text, std::string& out);

/// The longest stretch of squeezed text that starts at `at`, where no white space stands: up to `end`.
struct SqueezedRun {
  std::size_t end = 0;
  bool maybe_not_nfc = false;
};
SqueezedRun squeezed_run(std::string_view text, std::size_t at);

/// `text` without white space at its ends.
std::string_view trim(std::string_view text);

/// Simple case folding, code point by code point (UnicodeData): for comparing, not for showing.
std::string fold(std::string_view text);
char32_t fold(char32_t code_point);

/// The words of `text`, folded, in its order: runs of letters and digits.
///
///   folded_words("Don’t, Änne!")  ->  "don", "t", "änne"
std::vector<std::string> folded_words(std::string_view text);

/// Their hashes (text/tokens.h), for comparing.
std::vector<std::uint64_t> folded_word_hashes(std::string_view text);

bool is_letter(char32_t code_point);
bool is_digit(char32_t code_point);
bool is_upper(char32_t code_point);
bool is_lower(char32_t code_point);  // letters of scripts without cases are neither

/// How many columns of a terminal `text` takes: two for wide characters (UAX #11) and emoji, none for marks
/// that combine and for format characters.
std::size_t display_width(std::string_view text);

/// Whether a character of `text` is written from right to left.
bool has_right_to_left(std::string_view text);

/// Whether `a` and `b` are equal when ASCII case is ignored.
bool equal_ascii_fold(std::string_view a, std::string_view b);

}  // namespace text
}  // namespace presscut
