// What an event is called: "letter of reservists to the minister of ports".
#pragma once

#include <string>

#include "tally/link.h"

namespace presscut::tally {

/// The name of an event as a newspaper would give it: what it is, whose, and to whom, against what or where,
/// as far as the sentences of its figures tell. The name that a researcher gave comes first. The same for the
/// same figures in any order of their documents. Looks at the first figures only.
std::string name_of(const Group& group);

}  // namespace presscut::tally
