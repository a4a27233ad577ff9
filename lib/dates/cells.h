// What the cells of a table say: the class of a word, its value, the rule of a named day.
#pragma once

#include <optional>
#include <string_view>

#include "dates/lexicon.h"

namespace presscut::dates {

/// The class of that name, nothing where there is none.
std::optional<Is> class_of(std::string_view name);

/// The value of a word of class `is`: "year" of a unit, "2 week" of what comes back, a number of most others;
/// nothing where the cell says none.
std::optional<int> value_of(Is is, std::string_view cell);

/// "fixed 12 25", "easter -2", "weekday 11 4 4" (month, weekday, which), "hebrew 1 15 8" (month, day, days).
std::optional<Feast> feast_of(std::string_view cell);

}  // namespace presscut::dates
