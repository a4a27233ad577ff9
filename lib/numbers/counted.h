// What a number counts: the noun phrase behind it, by shape.
#pragma once

#include "numbers/grammar.h"
#include "text/text.h"

namespace presscut::numbers {

/// The bytes of the noun phrase that starts at token `i`, right behind a number or behind its "of the"; empty
/// where none does.
///
///   "Israeli soldiers who", "former soldiers and officers signed", "of the reservists", "-member council"
///
/// `single` where the number is one: then the noun is in the singular. Never takes a verb: what is no plural,
/// or behind one, is left out.
Span counted(const Grammar& grammar, std::size_t i, bool single);

}  // namespace presscut::numbers
