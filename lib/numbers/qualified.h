// Qualifiers beside a number: "over", "at least some", "or so", "-plus".
#pragma once

#include <cstddef>

#include "numbers/grammar.h"

namespace presscut::numbers {

/// What the words beside a number say; of several qualifiers the one that bounds it most.
struct Before {
  Qualifier qualifier = Qualifier::exact;
  const Reading* row = nullptr;
  bool joint = false;  // "between"
  bool from = false;
  bool aged = false;
  bool any = false;
};

/// Reads the words before a number from `i` on, and returns the place behind them: `i` where none stand
/// there.
std::size_t read_before(const Grammar& grammar, std::size_t i, Before& before);

/// Qualifiers behind [..., end): "or so", "-odd", "+". Behind what it read, 0 where none stands there;
/// `phrases_only` behind the noun that is counted.
std::size_t read_after(const Grammar& grammar, std::size_t end, Before& before, bool phrases_only);

/// -1 where the qualifier gives a lower bound, 1 where an upper one.
int side_of(Qualifier qualifier);

}  // namespace presscut::numbers
