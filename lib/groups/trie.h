// Phrases by their tokens, one automaton for all of them: a step costs the same for five phrases or fifty
// thousand.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "text/tokens.h"

namespace presscut::groups {

class Trie {
 public:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  /// Adds the phrase with these tokens; equal phrases (case aside) get the same place: 0, 1, ... in the order
  /// in which they are added. Longer ones than `longest` tokens are cut there.
  std::uint32_t add(std::span<const text::Token> phrase);

  /// Calls `visit(place, tokens)` for each phrase that begins at `begin`, the shorter ones first; `next`
  /// gives the hash of the token at a place, 0 where no phrase may go on.
  template <typename Next, typename Visit>
  void match(int begin, Next next, Visit visit) const {
    std::uint64_t hash = next(begin);
    if (!may_begin(hash)) return;
    std::uint32_t node = 0;
    for (int at = begin; hash != 0 && at - begin < longest; hash = next(++at)) {
      node = step(node, hash);
      if (node == none) return;
      if (places_[node] != none) visit(places_[node], at + 1 - begin);
    }
  }

  bool empty() const { return count_ == 0; }

 private:
  static constexpr int longest = 32;

  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t node = 0;
    std::uint32_t next = none;  // none: free
  };

  // Whether a phrase may begin with this token: one bit for what hashes alike, as many as there are slots.
  bool may_begin(std::uint64_t hash) const { return first_[hash / 64 % first_.size()] >> hash % 64 & 1; }
  void begin_with(std::uint64_t hash) { first_[hash / 64 % first_.size()] |= std::uint64_t{1} << hash % 64; }

  std::size_t slot_of(std::uint32_t node, std::uint64_t hash) const;
  std::uint32_t step(std::uint32_t node, std::uint64_t hash) const {
    return slots_.empty() ? none : slots_[slot_of(node, hash)].next;
  }
  void grow();

  std::vector<Slot> slots_;                  // open addressing, a power of two
  std::vector<std::uint32_t> places_{none};  // by node
  std::vector<std::uint64_t> first_ = std::vector<std::uint64_t>(64);
  std::uint32_t count_ = 0;
};

}  // namespace presscut::groups
