// The tense of the verb nearest to an expression.
#pragma once

#include "dates/lexicon.h"
#include "dates/resolve.h"
#include "dates/terms.h"

namespace presscut::dates {

/// Past or future by the nearest verb of the sentence that tells: "will meet on Friday", "on Friday he said".
/// Looks at most 30 terms back and 20 ahead.
Tense tense_at(const Terms& terms, int begin, int end, const Lexicon& lexicon);

}  // namespace presscut::dates
