// Numbers that are names: "Unit 8200", "COVID-19", "+1 202 555 0143", "3.", "[4]", "#ff8800".
#pragma once

#include "numbers/grammar.h"

namespace presscut::numbers {

/// Behind the name of which the number at [begin, end) is a part; 0 where it is a number. `counts`: a noun
/// that it counts stands behind it.
std::size_t identifier(const Grammar& grammar, std::size_t begin, std::size_t end, bool counts);

/// Behind what hangs on a number that ends at `end`: "5G", "720p"; 0 where nothing does.
std::size_t behind_suffix(const Grammar& grammar, std::size_t end);

/// What the Roman numeral at `i` says, where a name stands before it: "World War II", "Article IV".
std::optional<int> roman_name(const Grammar& grammar, std::size_t i);

/// Whether the number at [begin, end), once it was part of a name, may stand for it: "8200".
bool may_recur(const Grammar& grammar, std::size_t begin, std::size_t end);

/// Behind a chain of digits and marks that is no number: "192.168.0.1", "555-01-22"; 0 where none starts at
/// `i`.
std::size_t chain(const Grammar& grammar, std::size_t i);

}  // namespace presscut::numbers
