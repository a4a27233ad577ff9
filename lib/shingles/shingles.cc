#include "shingles/shingles.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>

#include "text/tokens.h"

namespace presscut::shingles {
namespace {

constexpr std::size_t piece = 1024;  // tokens that are read at once, words that are told at once

// The k-th odd number by which hashes are multiplied to become those of another function (splitmix64).
constexpr std::uint64_t multiplier(std::uint64_t k) {
  std::uint64_t x = (k + 1) * 0x9E3779B97F4A7C15ull;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
  return (x ^ (x >> 31)) | 1;
}

}  // namespace

std::size_t each_runs(std::string_view text,
                      const std::function<void(std::span<const std::uint64_t>)>& visit) {
  std::size_t count = 0;
  std::vector<std::uint64_t> hashes, words;
  std::vector<text::Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    tokens.clear();
    at = text::tokenize(text, at, piece, tokens);
    for (const text::Token& token : tokens)
      if (token.kind != text::TokenKind::punctuation) words.push_back(token.hash);
    if (words.size() < run_words || (words.size() < piece && at < text.size())) continue;
    hashes.resize(words.size() - (run_words - 1));
    for (std::size_t i = 0; i < hashes.size(); ++i)
      hashes[i] = XXH3_64bits(words.data() + i, run_words * sizeof words[0]);
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(hashes.size()));
    count += hashes.size();
    visit(hashes);
  }
  return count;
}

std::vector<std::uint64_t> runs(std::string_view text) {
  std::vector<std::uint64_t> all;
  each_runs(text,
            [&](std::span<const std::uint64_t> some) { all.insert(all.end(), some.begin(), some.end()); });
  return all;
}

void Sketcher::add(std::span<const std::uint64_t> runs) {
  if (least_.empty()) {
    least_.assign(size_, std::numeric_limits<std::uint32_t>::max());
    for (std::size_t k = 0; k < size_; ++k) factors_.push_back(multiplier(k));
  }
  for (const std::uint64_t run : runs)
    for (std::size_t k = 0; k < size_; ++k)
      least_[k] = std::min(least_[k], static_cast<std::uint32_t>((run * factors_[k]) >> 32));
}

Sketch Sketcher::sketch() const {
  Sketch sketch;
  for (const std::uint32_t hash : least_) sketch.push_back(static_cast<std::uint16_t>(hash));
  return sketch;
}

Sketch sketch(const std::vector<std::uint64_t>& runs, std::size_t size) {
  if (runs.empty()) return {};
  Sketcher sketcher(size);
  sketcher.add(runs);
  return sketcher.sketch();
}

double resemblance(std::span<const std::uint16_t> a, std::span<const std::uint16_t> b) {
  if (a.empty() || a.size() != b.size()) return 0;
  std::size_t same = 0;
  for (std::size_t k = 0; k < a.size(); ++k) same += a[k] == b[k];
  return static_cast<double>(same) / static_cast<double>(a.size());
}

}  // namespace presscut::shingles
