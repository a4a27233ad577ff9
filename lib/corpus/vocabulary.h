// Strings numbered in the order in which they come up.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace presscut::corpus {

class Vocabulary {
 public:
  Vocabulary();

  /// The number of `entry`, a new one where it has none yet. What it holds may be any bytes. O(1).
  std::uint32_t id(std::string_view entry) { return id(key(entry)); }

  /// An entry that is about to be looked up. Memory is slow to answer: whoever has several makes the keys of
  /// all of them first, and the answers are there by the time that they are looked up.
  using Head = std::array<std::uint64_t, 3>;
  struct Key {
    std::string_view entry;
    Head head{};
    std::uint64_t hash = 0;
  };
  Key key(std::string_view entry) const;
  std::uint32_t id(const Key& key);

  /// Points into the vocabulary, up to the next `id`.
  std::string_view operator[](std::uint32_t id) const {
    return std::string_view(bytes_).substr(ends_[id], ends_[id + 1] - ends_[id]);
  }

  std::size_t size() const { return ends_.size() - 1; }

 private:
  struct Slot {
    Head head{};  // 24 bytes of it, which are all that most words have
    std::uint32_t length = 0;
    std::uint32_t number = 0;  // counted from 1; 0: empty
  };
  bool holds(const Slot& slot, const Key& key) const;
  void grow();

  std::string bytes_;
  std::vector<std::uint64_t> ends_;
  std::vector<Slot> slots_;  // a power of two
};

}  // namespace presscut::corpus
