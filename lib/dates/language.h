// Which language a text is in, and in which order it writes day and month.
#pragma once

#include <string_view>

#include "dates/dates.h"
#include "dates/lexicon.h"

namespace presscut::dates {

/// The words of `language` where it has tables; else of the language whose words the beginning of `text` has
/// most.
const Lexicon& language_of(std::string_view text, std::string_view language);

/// The order that the language, its country ("en-GB") or the host's country has, from orders.tsv.
Order order_of(const Lexicon& words, const Source& source);

}  // namespace presscut::dates
