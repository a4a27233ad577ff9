// From a number and its qualifier to what the words allow.
#pragma once

#include "document/document.h"
#include "numbers/grammar.h"

namespace presscut::numbers {

/// Sets low, high, point and qualifier of `mention` for `quantity` behind `qualifier`. `counts`: only whole
/// numbers are possible, as of people.
///
///   over 600         [600, open)      at least 600   [600, open)
///   about 130        [117, 143]       nearly 1,000   [900, 999], whole numbers; [900, 1000] of others
///   fewer than 20    (open, 19]       up to 20       (open, 20]
///
/// A range and a rough word keep their bounds; over, at least, under and up to open them to one side.
void bound(NumberMention& mention, const Quantity& quantity, Qualifier qualifier, bool counts);

}  // namespace presscut::numbers
