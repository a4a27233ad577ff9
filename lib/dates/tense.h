// The tense of the verb nearest to an expression.
#pragma once

#include "dates/lexicon.h"
#include "dates/resolve.h"
#include "dates/terms.h"

namespace presscut::dates {

/// Past or future by the nearest verb of the sentence that tells: "will meet on Friday", "on Friday he said".
/// Looks at most 30 terms back and 20 ahead.
Tense tense_at(const Terms& terms, int begin, int end, const Lexicon& lexicon);

/// Whether the sentence has a word of what holds at any time: "it is warm in March". Looks as far as
/// tense_at().
bool is_timeless(const Terms& terms, int begin, int end);

}  // namespace presscut::dates
