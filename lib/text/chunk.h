// Sixteen bytes of text and the questions that are asked of them at once, a bit of the answer for each byte.
#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace presscut::text {

class Chunk {
 public:
  static constexpr std::size_t size = 16;
  static constexpr std::uint32_t all = 0xFFFF;

  /// The bytes from `at` on; `behind` stands for what lies behind the end of the text.
  Chunk(std::string_view text, std::size_t at, char behind) {
    if (at + size <= text.size()) {
      load(text.data() + at);
    } else {
      std::array<char, size> bytes;
      bytes.fill(behind);
      std::copy(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), bytes.begin());
      load(bytes.data());
    }
  }

  std::uint32_t equal(char c) const;
  std::uint32_t within(unsigned char low, unsigned char high) const;
  /// Of ASCII, all but controls.
  std::uint32_t printable() const;
  std::uint32_t beyond_ascii() const;

 private:
#ifdef __SSE2__
  using Bytes = __m128i;
  static std::uint32_t mask(Bytes flags) { return static_cast<std::uint32_t>(_mm_movemask_epi8(flags)); }
#else
  using Bytes = std::array<char, size>;
  template <typename Question>
  std::uint32_t ask(Question question) const {
    std::uint32_t answer = 0;
    for (std::size_t i = 0; i < size; ++i) answer |= static_cast<std::uint32_t>(question(bytes_[i])) << i;
    return answer;
  }
#endif
  void load(const char* from);

  Bytes bytes_;
};

#ifdef __SSE2__
inline void Chunk::load(const char* from) {
  bytes_ = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from));
}
inline std::uint32_t Chunk::equal(char c) const { return mask(_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(c))); }
inline std::uint32_t Chunk::within(unsigned char low, unsigned char high) const {
  const __m128i above_low = _mm_sub_epi8(bytes_, _mm_set1_epi8(static_cast<char>(low)));
  const __m128i most = _mm_set1_epi8(static_cast<char>(high - low));
  return mask(_mm_cmpeq_epi8(_mm_min_epu8(above_low, most), above_low));
}
inline std::uint32_t Chunk::printable() const {
  // As signed numbers, all but 0x20 to 0x7E are at most 0x20 when they are one more.
  return mask(_mm_cmpgt_epi8(_mm_add_epi8(bytes_, _mm_set1_epi8(1)), _mm_set1_epi8(0x20)));
}
inline std::uint32_t Chunk::beyond_ascii() const { return mask(bytes_); }
#else
inline void Chunk::load(const char* from) { std::copy_n(from, size, bytes_.begin()); }
inline std::uint32_t Chunk::equal(char c) const {
  return ask([=](char byte) { return byte == c; });
}
inline std::uint32_t Chunk::within(unsigned char low, unsigned char high) const {
  return ask([=](char byte) { return static_cast<unsigned char>(byte - low) <= high - low; });
}
inline std::uint32_t Chunk::printable() const { return within(0x20, 0x7E); }
inline std::uint32_t Chunk::beyond_ascii() const { return within(0x80, 0xFF); }
#endif

}  // namespace presscut::text
