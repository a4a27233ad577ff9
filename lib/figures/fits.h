// Whether a text bears out the role that a word gives to a count.
#pragma once

#include <cstddef>

#include "figures/events.h"
#include "figures/roles.h"
#include "figures/view.h"

namespace presscut::figures {

/// A count below this that a letter "has" may be one of its pages.
inline constexpr double fewest_drawn = 10;

/// As many who fill a square are there for a cause.
inline constexpr double crowd = 1000;

/// Whether noun and context bear out what a weak word says. `s` is the
/// sentence of `count`.
bool fits(const View& view, const Events& events, std::size_t s, const Count& count, const Role& role);

/// Whether a count with a role is a figure: one person only in a list or where he takes back, a share only of
/// people.
bool may_stand(const View& view, const Sentence& sentence, const Count& count, const Role& role);

}  // namespace presscut::figures
