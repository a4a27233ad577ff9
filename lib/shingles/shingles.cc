#include "shingles/shingles.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>

#include "text/tokens.h"

namespace presscut::shingles {
namespace {

constexpr std::size_t piece = 1024;  // tokens that are read at once

// The k-th odd number by which hashes are multiplied to become those of another function (splitmix64).
constexpr std::uint64_t multiplier(std::uint64_t k) {
  std::uint64_t x = (k + 1) * 0x9E3779B97F4A7C15ull;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
  return (x ^ (x >> 31)) | 1;
}

}  // namespace

std::vector<std::uint64_t> runs(std::string_view text) {
  std::vector<std::uint64_t> hashes, words;
  std::vector<text::Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    tokens.clear();
    at = text::tokenize(text, at, piece, tokens);
    for (const text::Token& token : tokens)
      if (token.kind != text::TokenKind::punctuation) words.push_back(token.hash);
  }
  for (std::size_t i = 0; i + run_words <= words.size(); ++i)
    hashes.push_back(XXH3_64bits(words.data() + i, run_words * sizeof words[0]));
  return hashes;
}

Sketch sketch(const std::vector<std::uint64_t>& runs, std::size_t size) {
  if (runs.empty()) return {};
  std::vector<std::uint64_t> factors(size);
  for (std::size_t k = 0; k < size; ++k) factors[k] = multiplier(k);
  std::vector<std::uint32_t> least(size, std::numeric_limits<std::uint32_t>::max());
  for (const std::uint64_t run : runs)
    for (std::size_t k = 0; k < size; ++k)
      least[k] = std::min(least[k], static_cast<std::uint32_t>((run * factors[k]) >> 32));
  Sketch sketch;
  for (const std::uint32_t hash : least) sketch.push_back(static_cast<std::uint16_t>(hash));
  return sketch;
}

double resemblance(const Sketch& a, const Sketch& b) {
  if (a.empty() || a.size() != b.size()) return 0;
  std::size_t same = 0;
  for (std::size_t k = 0; k < a.size(); ++k) same += a[k] == b[k];
  return static_cast<double>(same) / static_cast<double>(a.size());
}

}  // namespace presscut::shingles
