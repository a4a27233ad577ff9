// Two dates that are the ends of one stretch: "from 3 May to 7 June", "between 2019 and 2021".
//
// The grammar reads them apart, as news corpora mark them; here they become one, for who asks for it.
#pragma once

#include <optional>

#include "dates/resolve.h"
#include "dates/terms.h"

namespace presscut::dates {

/// A date of the text: its terms [begin, end), its root, and what it comes to.
struct End {
  int begin = 0, end = 0;
  Meaning root;
  Resolved resolved;
};

/// Whether the words before and between two neighbours make them the ends of one stretch: "from" and "to",
/// "between" and "and", a dash. "Moved from Monday to Friday" does not.
bool are_ends(const Terms& terms, const End& first, const End& last);

/// The stretch from one to the other as an interval of ISO 8601 ("2019/2021"), its bounds those of the outer
/// ends. Nothing where it would run backwards or from a day to an hour of it.
std::optional<Resolved> stretch(const End& first, const End& last);

}  // namespace presscut::dates
