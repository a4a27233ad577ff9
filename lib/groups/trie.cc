#include "groups/trie.h"

#include <algorithm>
#include <utility>

namespace presscut::groups {

std::size_t Trie::slot_of(std::uint32_t node, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = (hash ^ node * 0x9e3779b97f4a7c15ull) * 0xff51afd7ed558ccdull >> 20 & mask;
  while (slots_[slot].next != none && (slots_[slot].hash != hash || slots_[slot].node != node))
    slot = (slot + 1) & mask;
  return slot;
}

void Trie::grow() {
  std::vector<Slot> old =
      std::exchange(slots_, std::vector<Slot>(std::max<std::size_t>(64, slots_.size() * 2)));
  first_.assign(std::max(first_.size(), slots_.size() / 64), 0);
  for (const Slot& slot : old) {
    if (slot.next == none) continue;
    slots_[slot_of(slot.node, slot.hash)] = slot;
    if (slot.node == 0) begin_with(slot.hash);
  }
}

std::uint32_t Trie::add(std::span<const text::Token> phrase) {
  if (phrase.empty()) return none;
  std::uint32_t node = 0;
  for (const text::Token& token : phrase.first(std::min<std::size_t>(phrase.size(), longest))) {
    if (places_.size() * 2 >= slots_.size()) grow();
    Slot& slot = slots_[slot_of(node, token.hash)];
    if (slot.next == none) {
      slot = {token.hash, node, static_cast<std::uint32_t>(places_.size())};
      places_.push_back(none);
    }
    node = slot.next;
  }
  begin_with(phrase[0].hash);
  if (places_[node] == none) places_[node] = count_++;
  return places_[node];
}

}  // namespace presscut::groups
