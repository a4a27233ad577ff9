// How often a term stands in a slice: a table of its own, for a corpus with many slices looks here for most
// of its words, and memory is slow to answer. A pair is one slot of 24 bytes, its counts beside its key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace presscut::corpus {

struct Count {
  std::uint64_t times = 0, documents = 0;

  Count& operator+=(const Count& other) {
    times += other.times, documents += other.documents;
    return *this;
  }
};

class Pairs {
 public:
  void add(std::uint32_t term, std::uint32_t slice, Count count) {
    if (4 * size_ >= 3 * slots_.size()) grow();
    const std::uint64_t key = key_of(term, slice);
    Slot& slot = slots_[place_of(key)];
    if (slot.key == none) slot.key = key, ++size_;
    slot.count += count;
  }

  /// Fetches from slow memory what `add` will need soon.
  void expect(std::uint32_t term, std::uint32_t slice) const {
    __builtin_prefetch(&slots_[hash_of(key_of(term, slice)) & (slots_.size() - 1)]);
  }

  /// Calls visit(term, slice, count) for each pair, in no order that a caller may rest on.
  template <typename Visit>
  void each(Visit visit) const {
    for (const Slot& slot : slots_)
      if (slot.key != none)
        visit(static_cast<std::uint32_t>(slot.key), static_cast<std::uint32_t>(slot.key >> 32), slot.count);
  }

 private:
  static constexpr std::uint64_t none = ~std::uint64_t{0};
  struct Slot {
    std::uint64_t key = none;
    Count count;
  };

  static std::uint64_t key_of(std::uint32_t term, std::uint32_t slice) {
    return std::uint64_t{slice} << 32 | term;
  }
  static std::uint64_t hash_of(std::uint64_t key) {
    const std::uint64_t hash = (key ^ key >> 32) * 0x9e3779b97f4a7c15ull;
    return hash ^ hash >> 32;
  }

  // Where `key` stands, or would.
  std::size_t place_of(std::uint64_t key) const {
    std::size_t at = hash_of(key) & (slots_.size() - 1);
    while (slots_[at].key != key && slots_[at].key != none) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.key != none) slots_[place_of(slot.key)] = slot;
  }

  std::vector<Slot> slots_ = std::vector<Slot>(1 << 10);  // a power of two
  std::size_t size_ = 0;
};

}  // namespace presscut::corpus
