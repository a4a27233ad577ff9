// Stretches of capitals: how far a name reaches from a word of it.
#pragma once

#include "groups/terms.h"

namespace presscut::groups {

/// Behind the last term of the name that begins at `i`, `i` where none does: words with capitals, numbers
/// right behind one, what is glued on ("X-Y", "X & Y", "U.S."), and small words between ("of the"). "and"
/// joins only where `across_and`. Stops where a sentence ends. At most 16 terms.
int run_right(const Terms& terms, int i, bool across_and = false);

/// The first term of the name whose last term is `last`, `last + 1` where none ends there.
int run_left(const Terms& terms, int last);

/// `begin` past articles, titles and other words that stand before a name with a capital at a sentence's
/// start.
int without_openers(const Terms& terms, int begin, int end);

}  // namespace presscut::groups
