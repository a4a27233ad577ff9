// Words as the statistics see them: cheap and close enough for counting, not for cutting text.
#pragma once

#ifdef __x86_64__
#include <immintrin.h>
#endif

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace presscut::clean {

/// What a byte of UTF-8 is for counting, or'ed.
enum CharacterClass : std::uint8_t {
  in_word = 1,  // letters and digits of ASCII, the apostrophe, the bytes of all other letters
  digit = 2,
  capital = 4,           // of ASCII
  follows_sentence = 8,  // blank, quote or dash: what may stand right behind the end of a sentence
};

/// The signs that are counted; behind the end of a sentence stands one of `following_signs` or a lead byte.
inline constexpr std::string_view stop_signs = ".!?", following_signs = " \"\n", separator_signs = "|/>",
                                  code_signs = ";<=>", braces = "{}";

/// U+2000 to U+2FFF are punctuation and signs: their lead byte ends a word.
constexpr auto character_classes = [] {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t c = 0; c < 256; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter || (c >= '0' && c <= '9') || c == '\'') table[c] = in_word;
    if (c >= '0' && c <= '9') table[c] |= digit;
    if (c >= 'A' && c <= 'Z') table[c] |= capital;
    if (c >= 0x80 && c != 0xE2) table[c] = in_word;
  }
  for (const char c : following_signs) table[static_cast<unsigned char>(c)] |= follows_sentence;
  table[0xE2] |= follows_sentence;
  return table;
}();

constexpr std::uint8_t class_of(char c) { return character_classes[static_cast<unsigned char>(c)]; }

/// What the next 64 bytes of a text are, a bit for each; none for what lies behind the text.
struct CharacterMasks {
  std::uint64_t in_word = 0, digits = 0, capitals = 0;
  std::uint64_t leads = 0;  // lead bytes of U+2000 to U+2FFF; the two bytes behind one are in no word
  std::uint64_t stops = 0, followers = 0, commas = 0, separators = 0, code = 0;

  bool operator==(const CharacterMasks&) const = default;
};

/// The masks of text[at, at + 64), byte by byte.
constexpr CharacterMasks masks_plainly(std::string_view text, std::size_t at) {
  CharacterMasks masks;
  for (std::size_t i = 0; i < 64 && at + i < text.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << i;
    const std::uint8_t c = class_of(text[at + i]);
    if (c & in_word) masks.in_word |= bit;
    if (c & digit) masks.digits |= bit;
    if (c & capital) masks.capitals |= bit;
    if (c & follows_sentence) masks.followers |= bit;
    if (static_cast<unsigned char>(text[at + i]) == 0xE2) masks.leads |= bit;
    const auto is_in = [sign = text[at + i]](std::string_view signs) {
      return signs.find(sign) != std::string_view::npos;
    };
    if (is_in(stop_signs)) masks.stops |= bit;
    if (text[at + i] == ',') masks.commas |= bit;
    if (is_in(separator_signs)) masks.separators |= bit;
    if (is_in(code_signs) || is_in(braces)) masks.code |= bit;
  }
  return masks;
}

#ifdef __x86_64__
/// The same, sixteen bytes at a time: this is where plain text spends its time.
inline CharacterMasks masks_of(std::string_view text, std::size_t at) {
  if (at + 64 > text.size()) return masks_plainly(text, at);
  const auto all = [](char c) { return _mm_set1_epi8(c); };
  // Signed comparison: bytes beyond ASCII are negative and never between.
  const auto between = [&](__m128i bytes, char low, char high) {
    return _mm_and_si128(_mm_cmpgt_epi8(bytes, all(static_cast<char>(low - 1))),
                         _mm_cmplt_epi8(bytes, all(static_cast<char>(high + 1))));
  };
  CharacterMasks masks;
  for (int i = 0; i < 64; i += 16) {
    const auto* from = reinterpret_cast<const __m128i*>(text.data() + at + static_cast<std::size_t>(i));
    const __m128i bytes = _mm_loadu_si128(from);
    const __m128i digits = between(bytes, '0', '9');
    const __m128i capitals = between(bytes, 'A', 'Z');
    const __m128i letters = between(_mm_or_si128(bytes, all(0x20)), 'a', 'z');
    const __m128i leads = _mm_cmpeq_epi8(bytes, all(static_cast<char>(0xE2)));
    const __m128i beyond = _mm_andnot_si128(leads, _mm_cmplt_epi8(bytes, _mm_setzero_si128()));
    const __m128i words =
        _mm_or_si128(_mm_or_si128(digits, letters), _mm_or_si128(_mm_cmpeq_epi8(bytes, all('\'')), beyond));
    const auto mask = [i](__m128i flags) {
      return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(flags))) << i;
    };
    masks.in_word |= mask(words);
    masks.digits |= mask(digits);
    masks.capitals |= mask(capitals);
    masks.leads |= mask(leads);
    const auto any_of = [&](std::string_view signs) {
      __m128i found = _mm_setzero_si128();
      for (const char sign : signs) found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, all(sign)));
      return found;
    };
    masks.stops |= mask(any_of(stop_signs));
    masks.followers |= mask(_mm_or_si128(leads, any_of(following_signs)));
    masks.commas |= mask(any_of(","));
    masks.separators |= mask(any_of(separator_signs));
    masks.code |= mask(_mm_or_si128(any_of(code_signs), any_of(braces)));
  }
  return masks;
}

/// A set of signs of ASCII of which no two end in the same four bits: the one sign that may equal a byte is
/// found by its last four bits. 16 bytes, twice.
struct SignTable {
  alignas(32) char signs[32] = {};

  constexpr explicit SignTable(std::string_view members) {
    signs[0] = signs[16] = 1;  // ends in other bits, so that no byte is equal
    for (const char sign : members) signs[sign & 15] = signs[16 + (sign & 15)] = sign;
  }
};
inline constexpr SignTable stop_table(stop_signs), following_table(following_signs),
    separator_table(separator_signs), code_table(code_signs), brace_table(braces);

/// The same, 32 bytes at a time, on machines that can.
[[gnu::target("avx2")]] inline CharacterMasks masks_in_two(std::string_view text, std::size_t at) {
  if (at + 64 > text.size()) return masks_plainly(text, at);
  CharacterMasks masks;
  for (int i = 0; i < 64; i += 32) {
    const auto* from = reinterpret_cast<const __m256i*>(text.data() + at + static_cast<std::size_t>(i));
    const __m256i bytes = _mm256_loadu_si256(from);
    const auto equal = [&](char sign) __attribute__((target("avx2"))) {
      return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(sign));
    };
    const auto is_in = [&](const SignTable& table) __attribute__((target("avx2"))) {
      const __m256i signs = _mm256_load_si256(reinterpret_cast<const __m256i*>(table.signs));
      return _mm256_cmpeq_epi8(bytes, _mm256_shuffle_epi8(signs, bytes));
    };
    const auto mask = [i](__m256i flags) __attribute__((target("avx2"))) {
      return static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm256_movemask_epi8(flags))) << i;
    };
    const __m256i low = _mm256_or_si256(bytes, _mm256_set1_epi8(0x20));
    const __m256i digits = _mm256_and_si256(_mm256_cmpgt_epi8(bytes, _mm256_set1_epi8('0' - 1)),
                                            _mm256_cmpgt_epi8(_mm256_set1_epi8('9' + 1), bytes));
    const __m256i letters = _mm256_and_si256(_mm256_cmpgt_epi8(low, _mm256_set1_epi8('a' - 1)),
                                             _mm256_cmpgt_epi8(_mm256_set1_epi8('z' + 1), low));
    const __m256i words =
        _mm256_or_si256(_mm256_or_si256(digits, letters), _mm256_or_si256(equal('\''), bytes));
    const __m256i leads = equal('\xE2');
    masks.in_word |= mask(_mm256_andnot_si256(leads, words));
    masks.digits |= mask(digits);
    // Of the letters, those that bit 5 changes.
    masks.capitals |= mask(_mm256_andnot_si256(_mm256_cmpeq_epi8(low, bytes), letters));
    masks.leads |= mask(leads);
    masks.stops |= mask(is_in(stop_table));
    masks.followers |= mask(_mm256_or_si256(leads, is_in(following_table)));
    masks.commas |= mask(equal(','));
    masks.separators |= mask(is_in(separator_table));
    masks.code |= mask(_mm256_or_si256(is_in(code_table), is_in(brace_table)));
  }
  return masks;
}
#else
inline CharacterMasks masks_of(std::string_view text, std::size_t at) { return masks_plainly(text, at); }
#endif

/// The end of the word that starts at `at`, `at` itself where none does.
constexpr std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && (class_of(text[at]) & in_word)) ++at;
  return at;
}

/// How many bytes to go on behind the sign that begins with `c`.
constexpr std::size_t sign_length(char c) { return static_cast<unsigned char>(c) == 0xE2 ? 3 : 1; }

/// A word in a form that can be compared at once: its first 16 bytes, each with bit 5 set (which folds ASCII
/// letters and leaves digits alone), and its length. Words that agree in all of that are taken for the same.
struct WordKey {
  std::uint64_t low = 0, high = 0;
  std::uint32_t size = 0;

  bool operator==(const WordKey&) const = default;

  /// The higher bits are the better ones.
  std::uint64_t hash() const { return (low ^ size) * 0x9E3779B97F4A7C15ull + high * 0xD6E8FEB86659FD93ull; }
};

/// Ones in the first `size` of 16 bytes, at most all of them: what a key keeps of a word.
struct KeptBytes {
  std::uint64_t low = 0, high = 0;
};
constexpr auto kept_bytes = [] {
  std::array<KeptBytes, 17> table{};
  for (std::size_t size = 1; size <= 16; ++size) {
    table[size].low = ~0ull >> (size < 8 ? 64 - 8 * size : 0);
    table[size].high = size <= 8 ? 0 : ~0ull >> (128 - 8 * size);
  }
  return table;
}();

/// The key of the word of `size` bytes at `from`, where 16 bytes can be read; no word is empty.
inline WordKey key_of(const char* from, std::size_t size) {
  constexpr std::uint64_t bit5 = 0x2020202020202020ull;
  const KeptBytes& kept = kept_bytes[size < 16 ? size : 16];
  WordKey key;
  key.size = static_cast<std::uint32_t>(size);
  std::memcpy(&key.low, from, 8);
  std::memcpy(&key.high, from + 8, 8);
  key.low = (key.low | bit5) & kept.low;
  key.high = (key.high | bit5) & kept.high;
  return key;
}

/// The key of a word of `size` bytes behind which less than 16 bytes can be read.
[[gnu::noinline]] inline WordKey key_of_last(std::string_view from, std::size_t size) {
  char bytes[16] = {};
  std::memcpy(bytes, from.data(), from.size());
  return key_of(bytes, size);
}

/// The key of the word [at, end) of `text`.
inline WordKey key_of(std::string_view text, std::size_t at, std::size_t end) {
  if (at + 16 <= text.size()) return key_of(text.data() + at, end - at);
  return key_of_last(text.substr(at), end - at);
}

}  // namespace presscut::clean
