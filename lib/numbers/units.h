// Units and currencies, with what they measure.
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tables/phrases.h"
#include "text/tokens.h"

namespace presscut::numbers {

struct Unit {
  /// Where the name stands to be one.
  enum class When : std::uint8_t {
    any,
    digits,      // behind digits
    glued,       // right behind digits
    last,        // behind digits where no word follows, or right behind them
    glued_last,  // right behind digits where no word follows
    money,       // before or behind digits
    code,        // the same, in capitals
  };

  std::string name;
  std::string dimension;  // "length", "money", "percentage", "age"
  double factor = 1;      // in the dimension's base unit
  When when = When::any;
  std::string rule;

  bool is(std::string_view what) const { return dimension == what; }
};

class Units {
 public:
  /// `tables` are names and rows. Throws std::runtime_error on a bad row.
  explicit Units(const std::vector<std::pair<std::string_view, std::string_view>>& tables);

  /// The longest unit at `tokens[at]`, wherever it stands, and how many tokens it takes; nullptr where none
  /// does.
  const Unit* longest(std::span<const text::Token> tokens, std::size_t at, std::size_t& taken) const {
    const tables::Phrases::Match match = phrases_.longest(tokens, at);
    taken = match.tokens;
    return taken > 0 ? &units_[match.number] : nullptr;
  }

  /// Whether a unit may begin with a word of this hash; `false` is certain.
  bool may_start(std::uint64_t hash) const { return phrases_.may_start(hash); }

  /// Whether an amount of money may begin with a sign or code of this hash; `false` is certain.
  bool may_begin(std::uint64_t hash) const { return begins_[hash % begins_.size()]; }
  const std::bitset<65536>& beginnings() const { return begins_; }

 private:
  tables::Phrases phrases_;
  std::vector<Unit> units_;
  std::bitset<65536> begins_;
};

/// The units of a language with tables; English ones for others.
const Units& units(std::string_view language);

}  // namespace presscut::numbers
