// Phrases by their tokens, one automaton for all of them: a step costs the same for five phrases or fifty
// thousand.
#pragma once

#include <bitset>
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
    if (!first_[hash % first_.size()]) return;
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

  std::size_t slot_of(std::uint32_t node, std::uint64_t hash) const;
  std::uint32_t step(std::uint32_t node, std::uint64_t hash) const {
    return slots_.empty() ? none : slots_[slot_of(node, hash)].next;
  }
  void grow();

  std::vector<Slot> slots_;                  // open addressing, a power of two
  std::vector<std::uint32_t> places_{none};  // by node
  std::bitset<65536> first_;
  std::uint32_t count_ = 0;
};

}  // namespace presscut::groups
