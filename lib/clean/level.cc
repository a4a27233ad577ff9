#include "clean/level.h"

#include <algorithm>

namespace presscut::clean {
namespace {

// In per cent of all words.
constexpr std::uint64_t usual = 42, fewest_usual = 30, fewest_known = 8, in_labels = 15;

struct Seen {
  std::uint64_t words = 0, stop_words = 0;
};

// Of blocks that are running text in any language: sentences of some length, and few links.
Seen sentences_of(const page::Page& page, const std::vector<Stats>& stats) {
  constexpr std::uint32_t least_words = 20;
  Seen seen;
  for (std::size_t i = 0; i < stats.size(); ++i) {
    const bool is_told =
        stats[i].words >= least_words && stats[i].sentences > 0 && stats[i].code_signs * 20 < stats[i].words;
    if (!is_told || page.blocks[i].link_bytes * 4 > stats[i].bytes) continue;
    seen.words += stats[i].words;
    seen.stop_words += stats[i].stop_words;
  }
  return seen;
}

}  // namespace

std::vector<std::uint32_t> levelled_stop_words(const page::Page& page, const std::vector<Stats>& stats) {
  constexpr std::uint64_t least_words = 60;
  std::vector<std::uint32_t> levelled;
  levelled.reserve(stats.size());
  const Seen seen = sentences_of(page, stats);
  const bool is_usual = seen.words < least_words || seen.stop_words * 100 >= seen.words * fewest_usual;
  const bool is_known = seen.stop_words * 100 >= seen.words * fewest_known;
  for (const Stats& block : stats) {
    const std::uint64_t words = block.words;
    const bool is_told = block.sentences > 0 || block.commas > 0;
    const std::uint64_t count = is_usual   ? block.stop_words
                                : is_known ? block.stop_words * usual * seen.words / (seen.stop_words * 100)
                                           : words * (is_told ? usual : in_labels) / 100;
    levelled.push_back(static_cast<std::uint32_t>(is_usual ? count : std::min(count, words)));
  }
  return levelled;
}

}  // namespace presscut::clean
