// How a batch of rows is ranked, and how the values of its leaves are summed: in the steps that every machine
// has, and in wider ones.
#pragma once

#ifdef __x86_64__
#include <immintrin.h>
#endif

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "model/model.h"

namespace presscut::model {

// Numbers side by side, as every machine has them; left to itself the compiler takes one by one (measured:
// three times as long).
constexpr std::size_t lanes = 8;
constexpr std::size_t parts = Trees::batch / lanes;
using Real = float __attribute__((vector_size(lanes * sizeof(float))));
using Whole = std::int32_t __attribute__((vector_size(lanes * sizeof(std::int32_t))));
using Wide = std::int32_t __attribute__((vector_size(2 * lanes * sizeof(std::int32_t))));
using Half = std::int16_t __attribute__((vector_size(2 * lanes * sizeof(std::int16_t))));
using Narrow = std::int8_t __attribute__((vector_size(2 * lanes)));
using Bytes = std::int8_t __attribute__((vector_size(Trees::batch)));
using Numbers = std::uint8_t __attribute__((vector_size(Trees::batch)));  // of leaves
using Row = Trees::Row;

struct PlainSteps {
  // How many of the thresholds lie below each of the batch's values; for no number, none.
  static void count_below(const float* values, const float* thresholds, std::uint32_t count, Row& ranks) {
    Real own[parts];
    std::memcpy(own, values, sizeof own);
    Whole counts[parts] = {};
    for (std::uint32_t t = 0; t < count; ++t)
      for (std::size_t i = 0; i < parts; ++i) counts[i] -= own[i] > thresholds[t];  // true is -1 in each lane
    for (std::size_t i = 0; i < parts; i += 2) {
      Wide wide;
      std::memcpy(&wide, &counts[i], sizeof wide);
      const Narrow narrow = __builtin_convertvector(__builtin_convertvector(wide, Half), Narrow);
      std::memcpy(&ranks[i * lanes], &narrow, sizeof narrow);
    }
  }

  // The sums of a group of trees for each row of a batch, which 16 bits can hold, one leaf after the other.
  struct Sums {
    std::array<std::int16_t, Trees::batch> own{};

    template <std::size_t leaves>
    void add(const Numbers& leaf, const std::uint8_t* values) {
      std::array<std::uint8_t, Trees::batch> at;
      std::memcpy(at.data(), &leaf, sizeof leaf);
      for (std::size_t i = 0; i < Trees::batch; ++i)
        own[i] = static_cast<std::int16_t>(own[i] + (values[at[i]] | values[leaves + at[i]] << 8));
    }

    void add_to(std::int32_t* sums) const {
      for (std::size_t i = 0; i < Trees::batch; ++i) sums[i] += own[i];
    }
  };
};

#ifdef __x86_64__
// Sixteen bytes, twice.
[[gnu::target("avx2")]] inline __m256i sixteen(const std::uint8_t* from) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from)));
}

struct WideSteps {
  [[gnu::target("avx2")]] static void count_below(const float* values, const float* thresholds,
                                                  std::uint32_t count, Row& ranks) {
    __m256 own[parts];
    __m256i counts[parts];
    for (std::size_t i = 0; i < parts; ++i) {
      own[i] = _mm256_loadu_ps(values + i * lanes);
      counts[i] = _mm256_setzero_si256();
    }
    for (std::uint32_t t = 0; t < count; ++t)
      for (std::size_t i = 0; i < parts; ++i) {
        const __m256 is_above = _mm256_cmp_ps(own[i], _mm256_broadcast_ss(thresholds + t), _CMP_GT_OQ);
        counts[i] = _mm256_sub_epi32(counts[i], _mm256_castps_si256(is_above));
      }
    const __m256i mixed = _mm256_packs_epi16(_mm256_packs_epi32(counts[0], counts[1]),
                                             _mm256_packs_epi32(counts[2], counts[3]));
    const __m256i ordered = _mm256_permutevar8x32_epi32(mixed, _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7));
    std::memcpy(ranks.data(), &ordered, sizeof ordered);
  }

  // With shuffles of bytes: sixteen values of a tree are a table for all rows at once.
  struct Sums {
    __m256i first{}, second{};  // rows 0 to 7 and 16 to 23; 8 to 15 and 24 to 31

    template <std::size_t leaves>
    [[gnu::target("avx2")]] void add(const Numbers& leaf, const std::uint8_t* values) {
      __m256i low{}, high{}, number = reinterpret_cast<__m256i>(leaf);
#pragma GCC unroll 16
      for (std::size_t begin = 0; begin < leaves; begin += 16) {
        // Of leaves that are not among these sixteen the highest bit is set; for them a shuffle finds zero.
        const __m256i at = _mm256_adds_epu8(number, _mm256_set1_epi8(0x70));
        low = _mm256_or_si256(low, _mm256_shuffle_epi8(sixteen(values + begin), at));
        high = _mm256_or_si256(high, _mm256_shuffle_epi8(sixteen(values + leaves + begin), at));
        number = _mm256_sub_epi8(number, _mm256_set1_epi8(16));
      }
      first = _mm256_add_epi16(first, _mm256_unpacklo_epi8(low, high));
      second = _mm256_add_epi16(second, _mm256_unpackhi_epi8(low, high));
    }

    [[gnu::target("avx2")]] void add_to(std::int32_t* sums) const {
      std::array<std::int16_t, Trees::batch> own;
      const __m256i ordered[] = {_mm256_permute2x128_si256(first, second, 0x20),
                                 _mm256_permute2x128_si256(first, second, 0x31)};
      std::memcpy(own.data(), ordered, sizeof own);
      for (std::size_t i = 0; i < Trees::batch; ++i) sums[i] += own[i];
    }
  };
};
#endif

}  // namespace presscut::model
