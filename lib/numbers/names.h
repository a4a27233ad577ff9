// Numbers in words that are names, and what else is no number by the words around it.
#pragma once

#include <cstddef>

#include "numbers/grammar.h"

namespace presscut::numbers {

/// "the Third Reich", "Six-Day War", "Group of Seven": [start, end) has a capital within a sentence, and so
/// has what stands beside it. Headlines, where all words have capitals, are read as running text.
bool is_title(const Grammar& grammar, std::size_t start, std::size_t end, const Quantity& q);

/// "below 1990 levels": the number before `end` is a year.
bool is_year(const Grammar& grammar, std::size_t end, const Quantity& q);

/// "zero-emission cars"
bool is_without(const Grammar& grammar, std::size_t end, const Quantity& q);

}  // namespace presscut::numbers
