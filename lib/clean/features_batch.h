// What most columns are made of, field by field and not block by block: so the machine computes several
// blocks at once.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "clean/features.h"

namespace presscut::clean {

/// The fields of a batch's blocks, by their places in the batch; zero behind its last block.
struct Features::Batch {
  using Field = std::array<std::uint32_t, batch>;
  /// Sums of all blocks before a block: of that at place i, and of the one that stands `by` blocks further
  /// down, at most a margin.
  struct Before {
    std::array<std::uint32_t, batch + 2 * margin> sums{};

    std::uint32_t at(std::size_t i, std::ptrdiff_t by = 0) const {
      return sums[margin + i + static_cast<std::size_t>(by)];
    }
  };

  Batch() = default;
  Batch(const Features& features, std::size_t begin, std::size_t count) : first_block(begin) {
    for (std::size_t i = 0; i < count; ++i) {
      take(features.stats_[begin + i], i);
      stop_words[i] = features.stop_words_[begin + i];
      take(features.page_.blocks[begin + i], i);
      take(features.context_[begin + i], i);
    }
    const std::size_t known = std::min(before_words.sums.size(), features.sums_.size() - begin);
    for (std::size_t i = 0; i < before_words.sums.size(); ++i)
      take(features.sums_[begin + std::min(i, known - 1)], i);
  }

  std::size_t first_block = 0;
  Field bytes{}, words{}, stop_words{}, capitalised{}, digits{}, sentences{}, commas{}, separators{},
      code_signs{}, reasons{}, sure_phrase{}, hint_phrase{}, first{}, last{};           // of Stats
  Field kind{}, level{}, indent{}, lines{}, after_gap{};                                // of page::Block
  Field last_prose{}, next_prose{}, heading{}, sure{}, run{}, run_place{}, repeated{};  // of Context
  Before before_words, before_linked, before_prose, before_phrases, before_blocks, before_code;

 private:
  void take(const Stats& stats, std::size_t i) {
    bytes[i] = stats.bytes;
    words[i] = stats.words;
    capitalised[i] = stats.capitalised;
    digits[i] = stats.digits;
    sentences[i] = stats.sentences;
    commas[i] = stats.commas;
    separators[i] = stats.separators;
    code_signs[i] = stats.code_signs;
    reasons[i] = stats.reasons;
    sure_phrase[i] = stats.sure_phrase != Stats::none;
    hint_phrase[i] = stats.hint_phrase != Stats::none;
    first[i] = static_cast<unsigned char>(stats.first);
    last[i] = static_cast<unsigned char>(stats.last);
  }
  void take(const page::Block& block, std::size_t i) {
    kind[i] = static_cast<std::uint32_t>(block.kind);
    level[i] = block.level;
    indent[i] = block.indent;
    lines[i] = block.lines;
    after_gap[i] = block.after_gap;
  }
  void take(const Context& context, std::size_t i) {
    last_prose[i] = context.last_prose;
    next_prose[i] = context.next_prose;
    heading[i] = context.heading;
    sure[i] = context.sure;
    run[i] = context.run;
    run_place[i] = context.run_place;
    repeated[i] = context.repeated;
  }
  void take(const Sums& sums, std::size_t i) {
    before_words.sums[i] = sums.words;
    before_linked.sums[i] = sums.linked;
    before_prose.sums[i] = sums.prose;
    before_phrases.sums[i] = sums.phrases;
    before_blocks.sums[i] = sums.blocks;
    before_code.sums[i] = sums.code_signs;
  }
};

}  // namespace presscut::clean
