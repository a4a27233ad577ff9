// Searching bytes eight at a time, for the short runs between marks of which a page is made; memchr wins on
// long ones.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace presscut::html {

/// Eight bytes, the first one lowest.
inline std::uint64_t load_word(const char* at) {
  std::uint64_t word;
  std::memcpy(&word, at, sizeof word);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}

/// The high bit of each byte of `word` that equals `byte`. Only the lowest bit set is certain: a borrow may
/// set false ones above it, never below.
inline std::uint64_t matches(std::uint64_t word, char byte) {
  constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x8080808080808080;
  const std::uint64_t difference = word ^ (ones * static_cast<unsigned char>(byte));
  return (difference - ones) & ~difference & highs;
}

/// The number of bytes of the word below the lowest match.
inline int bytes_before(std::uint64_t matched) { return std::countr_zero(matched) / 8; }

/// The first of `bytes` in [at, end), or `end`.
template <char... bytes>
const char* find_any(const char* at, const char* end) {
  for (; end - at >= 8; at += 8) {
    const std::uint64_t word = load_word(at);
    const std::uint64_t matched = (matches(word, bytes) | ...);
    if (matched != 0) return at + bytes_before(matched);
  }
  while (at != end && ((*at != bytes) && ...)) ++at;
  return at;
}

}  // namespace presscut::html
