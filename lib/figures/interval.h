// How many people a number allows: whole ones, none below 0.
#pragma once

#include <string_view>

#include "figures/view.h"

namespace presscut::figures {

/// Fills the bounds and the qualifier of `count` from a number; false where it cannot count people (money,
/// ages, ordinals, fractions of one).
bool people_interval(const NumberMention& number, std::string_view quote, Count& count);

/// The bounds of a share ("a fifth", low to high of one) of a base that the text states.
void share_of(const Count& base, Count& share);

}  // namespace presscut::figures
