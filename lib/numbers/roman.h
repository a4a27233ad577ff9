// Roman numerals. Whether a word is meant as one, "MIX" or "DC", only what stands before it can tell.
#pragma once

#include <optional>
#include <string_view>

namespace presscut::numbers {

/// What a numeral in capitals says, 1 to 3999; nothing where it is not written as one.
///
///   "XIV" -> 14      "IIII", "VX" -> nothing
std::optional<int> roman(std::string_view word);

}  // namespace presscut::numbers
