// What an expression takes from the one behind it: the year or week of a list's last member, the day itself.
#pragma once

#include "dates/grammar.h"

namespace presscut::dates {

/// Whether a term joins the members of a list or the ends of a range.
bool links(const Terms& terms, int i);

/// "January and March 2015", "Monday and Wednesday next week", "ten years later, in 1932".
void take_from_next(const Terms& terms, Grammar& grammar, Expression& e);

}  // namespace presscut::dates
