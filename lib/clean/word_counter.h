// What words are counted as, once it is known where they stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "clean/stats.h"

namespace presscut::clean {

/// Looks at the words of block after block. Of most words nothing is known, but of which ones no machine
/// guesses, and a wrong guess costs as much as a word: so a batch of words is first held against a filter
/// without a branch, and the few that it lets through are looked up one after the other.
class WordCounter {
 public:
  static constexpr std::size_t most = 160;  // words at once

  WordCounter(std::string_view text, const Words& words, const TitleWords& title)
      : text_(text), words_(words), title_(title) {}

  /// What is added from now on belongs to `block` and counts in `stats`.
  void begin(Span block, Stats& stats) {
    stats_ = &stats;
    block_end_ = block.end;
    first_end_ = 0;
    open_ = nullptr;
  }

  /// The next words, at most `most`: between edges[0] and edges[1], edges[2] and edges[3], and so on.
  void add(const std::size_t* edges, std::size_t count);

 private:
  struct Batch;

  void look_up(const Batch& batch, std::size_t noted, const std::size_t* edges, std::size_t count);
  const Entry& count_known(const WordKey& key, std::uint64_t hash, std::size_t end);
  void count_wide(std::string_view word);
  void note_pair(const Entry& entry, std::size_t end, std::uint64_t next);
  void note_phrases(const Entry& entry, std::size_t behind);
  bool matches(const Phrase& phrase, std::size_t at) const;
  std::size_t next_word(std::size_t at) const;

  std::string_view text_;
  const Words& words_;
  const TitleWords& title_;
  Stats* stats_ = nullptr;
  std::size_t block_end_ = 0;
  std::size_t first_end_ = 0;    // where the block's first word ends
  const Entry* open_ = nullptr;  // that of the last word, whose phrases may go on with the next one
  std::size_t behind_open_ = 0;
};

}  // namespace presscut::clean
