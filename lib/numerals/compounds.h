// Numbers that a language writes as one word: "zweihundertfünf", "dreitausendzwölf".
//
// There are some hundred thousand of them, so what is kept is the hash of each with its value, and nothing
// else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace presscut::numerals {

class Compounds {
 public:
  struct Part {
    std::string word;
    double value = 0;
    bool scale = false;
  };

  Compounds() = default;

  /// All whole numbers below a million that `parts` make, with and without `inside` ("und") between.
  Compounds(const std::vector<Part>& parts, std::string_view inside);

  bool empty() const { return slots_.empty(); }

  /// What the word of this hash says, 0 where it is none.
  double value_of(std::uint64_t hash) const {
    if (slots_.empty()) return 0;
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot].second != 0 && slots_[slot].first != hash) slot = (slot + 1) & (slots_.size() - 1);
    return slots_[slot].second;
  }

 private:
  using Words = std::vector<std::pair<std::uint64_t, double>>;
  void keep(const Words& words);

  Words slots_;  // open addressing, a power of two; free where the value is 0
};

}  // namespace presscut::numerals
