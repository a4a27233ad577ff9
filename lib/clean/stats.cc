#include "clean/stats.h"

#include <algorithm>
#include <bit>

#include "clean/word_counter.h"

namespace presscut::clean {
namespace {

[[gnu::always_inline]] inline std::size_t place(std::uint64_t bits) {
  return static_cast<std::size_t>(std::countr_zero(bits));
}
[[gnu::always_inline]] inline std::uint32_t ones(std::uint64_t bits) {
  return static_cast<std::uint32_t>(std::popcount(bits));
}

}  // namespace

TitleWords::TitleWords(std::string_view title, const Words& words) : known_(words.filter()) {
  for (const WordKey& key : split_words(title)) {
    const std::uint64_t hash = key.hash();
    if (has(hash)) continue;
    if (size_ == most) break;
    hashes_[place_of(hash)] = hash;
    known_.add(hash);
    ++size_;
  }
}

namespace {

constexpr std::size_t places_step = 8;

// Writes the places of the bits, the first of which stands for `at`; says how many they are. More may be
// written behind them, less than a step: how many bits there are is hard to guess, how many steps is not.
[[gnu::always_inline]] inline std::size_t write_places(std::uint64_t bits, std::size_t at, std::size_t* to) {
  const std::size_t count = ones(bits);
  for (std::size_t written = 0; written < count; written += places_step)
    for (std::size_t i = 0; i < places_step; ++i, bits &= bits - 1) to[written + i] = at + place(bits);
  return count;
}

// 64 bytes at a time by their masks, which `masks_at` finds.
template <CharacterMasks (*masks_at)(std::string_view, std::size_t)>
[[gnu::always_inline]] inline void count_block(std::string_view text, Span block, WordCounter& counter,
                                               Stats& stats) {
  stats.bytes = static_cast<std::uint32_t>(block.size());
  if (block.size() == 0) return;
  stats.first = text[block.start];
  stats.last = text[block.end - 1];
  counter.begin(block, stats);
  constexpr std::size_t most_edges = 2 * WordCounter::most - 65;  // the next 64 bytes have room behind them
  std::array<std::size_t, 2 * WordCounter::most + places_step> edges;  // where words begin and end
  std::size_t edge_count = 0;
  std::uint64_t in_word_before = 0;  // whether a word goes on from the chunk before
  std::uint64_t open_sign = 0;       // bytes at the start of the next chunk that end a long sign
  for (std::size_t at = block.start; at < block.end; at += 64) {
    const CharacterMasks masks = masks_at(text, at);
    const std::size_t size = std::min<std::size_t>(block.end - at, 64);
    const std::uint64_t inside = ~std::uint64_t{0} >> (64 - size);
    const std::uint64_t tails = masks.leads << 1 | masks.leads << 2 | open_sign;
    open_sign = masks.leads >> 63 | masks.leads >> 62;
    const std::uint64_t in_words = masks.in_word & inside & ~tails;
    const std::uint64_t turns = in_words ^ (in_words << 1 | in_word_before);
    in_word_before = in_words >> 63;
    const bool ends_here = at + size == block.end || class_of(text[at + size]) & follows_sentence;
    const std::uint64_t before_followers = (masks.followers & inside) >> 1 | std::uint64_t{ends_here}
                                                                                 << (size - 1);
    stats.digits += ones(masks.digits & in_words);
    stats.capitalised += ones(masks.capitals & in_words & turns);
    stats.sentences += ones(masks.stops & inside & before_followers);
    stats.commas += ones(masks.commas & inside);
    stats.separators += ones(masks.separators & inside);
    stats.code_signs += ones(masks.code & inside);
    edge_count += write_places(turns, at, &edges[edge_count]);
    if (edge_count <= most_edges) continue;
    counter.add(edges.data(), edge_count / 2);
    edges[0] = edges[edge_count - 1];  // where a word is open, it goes on from there
    edge_count &= 1;
  }
  if (edge_count & 1) edges[edge_count++] = block.end;
  counter.add(edges.data(), edge_count / 2);
}

template <CharacterMasks (*masks_at)(std::string_view, std::size_t)>
[[gnu::always_inline]] inline void count_by(std::string_view text, std::span<const page::Block> blocks,
                                            WordCounter& counter, Stats* stats) {
  for (const page::Block& block : blocks) count_block<masks_at>(text, block.text, counter, *stats++);
}

#ifdef __x86_64__
[[gnu::target("avx2,bmi,popcnt")]] void count_in_wide_steps(std::string_view text,
                                                            std::span<const page::Block> blocks,
                                                            WordCounter& counter, Stats* stats) {
  count_by<masks_in_two>(text, blocks, counter, stats);
}

bool has_wide_steps() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
}
#endif

}  // namespace

std::vector<Stats> count(std::string_view text, std::span<const page::Block> blocks, const Words& words,
                         const TitleWords& title) {
  std::vector<Stats> stats(blocks.size());
  WordCounter counter(text, words, title);
#ifdef __x86_64__
  static const bool wide = has_wide_steps();
  if (wide) count_in_wide_steps(text, blocks, counter, stats.data());
  else
#endif
    count_by<masks_of>(text, blocks, counter, stats.data());
  return stats;
}

Stats count(std::string_view text, Span block, const Words& words, const TitleWords& title) {
  page::Block only;
  only.text = block;
  return count(text, {&only, 1}, words, title).front();
}

Stats count(std::string_view text, const Words& words, const TitleWords& title) {
  return count(text, {0, text.size()}, words, title);
}

}  // namespace presscut::clean
