// Words and phrases of a table, found where they stand among the tokens of a text.
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/tokens.h"

namespace presscut::tables {

/// A set of phrases, each with a number that its owner chose. Most words of a text are in no phrase, which
/// costs one look at a bit; others cost a comparison for each phrase that the next word can continue.
class Phrases {
 public:
  Phrases() = default;

  /// Phrases as they stand in a table, any case, with their numbers. Of equal phrases the first one counts.
  explicit Phrases(const std::vector<std::pair<std::string, std::uint32_t>>& phrases);

  struct Match {
    std::uint32_t number = 0;
    std::size_t tokens = 0;  // how many tokens the phrase takes; 0: none stands there
  };

  /// The longest phrase that starts at `tokens[at]`. Case does not count, white space neither, and between
  /// two words of a phrase a hyphen may stand ("half-hour" is "half hour"); a line end between them may not.
  Match longest(std::span<const text::Token> tokens, std::size_t at) const {
    if (!may_start(tokens[at].hash)) return {};
    const Slot* slot = find(tokens[at].hash);
    if (!slot) return {};
    const std::uint64_t next = at + 1 < tokens.size() ? tokens[at + 1].hash : 0;
    return (slot->seconds & second_bit(next)) != 0 ? search(*slot, tokens, at) : slot->alone;
  }

  /// Whether a phrase may start with a word of this hash; `false` is certain.
  bool may_start(std::uint64_t hash) const { return starts_[hash % starts_.size()]; }
  const std::bitset<65536>& starts() const { return starts_; }

 private:
  struct Phrase {
    std::uint64_t second = 0;  // hash of its second word; 0 where it has one word
    std::uint32_t number = 0;
    std::uint32_t first = 0;  // place of its first word in words_
    std::uint32_t count = 0;  // of words
  };
  struct Slot {
    std::uint64_t hash = 0;
    std::uint64_t seconds = 0;  // a bit for each word that may continue it, and for a hyphen
    std::uint32_t first = 0;
    std::uint32_t count = 0;  // how many phrases from phrases_[first] on start with the word; 0: free
    Match alone;              // the word by itself, where it is a phrase
  };

  static std::uint64_t second_bit(std::uint64_t hash) { return std::uint64_t{1} << (hash >> 58); }
  const Slot* find(std::uint64_t hash) const {
    for (std::size_t slot = hash & (slots_.size() - 1);; slot = (slot + 1) & (slots_.size() - 1)) {
      if (slots_[slot].count == 0) return nullptr;
      if (slots_[slot].hash == hash) return &slots_[slot];
    }
  }
  Match search(const Slot& slot, std::span<const text::Token> tokens, std::size_t at) const;
  void add(std::span<const text::Token> tokens, std::uint32_t number);
  void sort();
  std::size_t spelled(const Phrase& phrase, std::span<const text::Token> tokens) const;

  std::vector<std::uint64_t> words_;  // the hashes of all phrases, one behind the other
  std::vector<Phrase> phrases_;       // by first word, the longest first
  std::vector<Slot> slots_;           // open addressing, a power of two
  std::bitset<65536> starts_;         // by first word
};

}  // namespace presscut::tables
