// Which ids came before, in as little memory as may be: a long run keeps nothing else of a document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace presscut::cli {

/// A set of hashes, eight bytes in a slot, three quarters of them full at most. There is room for 196,608
/// from the beginning, so that memory stays the same over as many documents.
class SeenIds {
 public:
  /// False where `hash` is there already.
  bool add(std::uint64_t hash) {
    if (hash == free) hash = ~free;
    if ((count_ + 1) * 4 > slots_.size() * 3) grow();
    return put(hash);
  }

 private:
  static constexpr std::uint64_t free = 0;

  bool put(std::uint64_t hash) {
    std::size_t at = hash & (slots_.size() - 1);
    for (; slots_[at] != free; at = (at + 1) & (slots_.size() - 1))
      if (slots_[at] == hash) return false;
    slots_[at] = hash;
    ++count_;
    return true;
  }

  void grow() {
    std::vector<std::uint64_t> old(slots_.size() * 2, free);
    old.swap(slots_);
    count_ = 0;
    for (const std::uint64_t hash : old)
      if (hash != free) put(hash);
  }

  std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(std::size_t{1} << 18, free);
  std::size_t count_ = 0;
};

}  // namespace presscut::cli
