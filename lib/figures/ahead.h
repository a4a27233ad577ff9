// What the people of a count do, by the verbs behind it.
#pragma once

#include "figures/roles.h"

namespace presscut::figures {

/// The role by the first verb behind the noun phrase of `count` that tells, in its clause or behind an aside.
/// No name where none does; rejected where it tells of something else ("were killed").
///
///   "64 reservists from two towns have signed"  ->  signatory
/// `behind`: verbs up to this token are passed over.
Role role_ahead(const View& view, const Sentence& sentence, const Count& count, std::size_t behind = 0);

}  // namespace presscut::figures
