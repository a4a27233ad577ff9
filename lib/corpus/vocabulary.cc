#include "corpus/vocabulary.h"

#include <cstring>
#include <limits>
#include <stdexcept>

namespace presscut::corpus {
namespace {

constexpr std::size_t first_slots = 1 << 10;

template <typename Number>
std::uint64_t load(const char* at) {
  Number number;
  std::memcpy(&number, at, sizeof number);
  return number;
}

constexpr std::size_t group = 8;
constexpr std::size_t within_head = 3 * group;

// Up to eight bytes, zero where there are fewer. Those of four to seven are read in two loads that overlap.
std::uint64_t few(const char* bytes, std::size_t size) {
  if (size >= group) return load<std::uint64_t>(bytes);
  if (size >= 4) return load<std::uint32_t>(bytes) | load<std::uint32_t>(bytes + size - 4) << 8 * (size - 4);
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < size; ++i) head |= load<std::uint8_t>(bytes + i) << 8 * i;
  return head;
}

// Of entries of one length up to 24 bytes, no two have the same.
Vocabulary::Head head_of(std::string_view entry) {
  const char* bytes = entry.data();
  const std::size_t size = entry.size();
  if (size <= group) return {few(bytes, size)};
  const std::uint64_t last = load<std::uint64_t>(bytes + size - group);
  if (size <= 2 * group) return {load<std::uint64_t>(bytes), last};
  return {load<std::uint64_t>(bytes), load<std::uint64_t>(bytes + group), last};
}

std::uint64_t mix(std::uint64_t hash, std::uint64_t bytes) {
  hash = (hash ^ bytes) * 0x9e3779b97f4a7c15ull;
  return hash ^ hash >> 32;
}

// No defence against strings that are made to collide beyond the mixing of all their bits.
std::uint64_t hash_of(const Vocabulary::Head& head, std::string_view entry) {
  std::uint64_t hash = mix(0xcbf29ce484222325ull ^ entry.size(), head[0]);
  if (entry.size() > group) hash = mix(mix(hash, head[1]), head[2]);
  for (std::size_t at = 2 * group; at + group < entry.size(); at += group)
    hash = mix(hash, load<std::uint64_t>(entry.data() + at));
  return mix(hash, hash >> 29);
}

}  // namespace

Vocabulary::Vocabulary() : ends_{0}, slots_(first_slots) {}

bool Vocabulary::holds(const Slot& slot, const Key& key) const {
  if (slot.head != key.head || slot.length != key.entry.size()) return false;
  return key.entry.size() <= within_head || (*this)[slot.number - 1] == key.entry;
}

Vocabulary::Key Vocabulary::key(std::string_view entry) const {
  const Head head = head_of(entry);
  const std::uint64_t hash = hash_of(head, entry);
  __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  return {entry, head, hash};
}

std::uint32_t Vocabulary::id(const Key& key) {
  if (2 * size() >= slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = key.hash & mask;; at = (at + 1) & mask) {
    Slot& slot = slots_[at];
    if (slot.number != 0 && holds(slot, key)) return slot.number - 1;
    if (slot.number != 0) continue;
    if (size() + 1 >= std::numeric_limits<std::uint32_t>::max())
      throw std::runtime_error("more than four thousand million different words");
    bytes_ += key.entry;
    ends_.push_back(bytes_.size());
    slot = {key.head, static_cast<std::uint32_t>(key.entry.size()), static_cast<std::uint32_t>(size())};
    return slot.number - 1;
  }
}

void Vocabulary::grow() {
  std::vector<Slot> slots(2 * slots_.size());
  const std::size_t mask = slots.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number == 0) continue;
    std::size_t at = hash_of(slot.head, (*this)[slot.number - 1]) & mask;
    while (slots[at].number != 0) at = (at + 1) & mask;
    slots[at] = slot;
  }
  slots_ = std::move(slots);
}

}  // namespace presscut::corpus
