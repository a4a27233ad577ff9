// Two dates that are the ends of one stretch, "from 3 May to 7 June", or its begin and length.
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

/// What two neighbours are to each other.
enum class Link : std::uint8_t {
  none,
  ends,           // "from 2019 to 2021", "between May and July", "Monday - Friday"
  length_behind,  // "3 May for ten days"
  length_before,  // "three days starting Monday"
};

/// As the words before and between them tell. "Moved from Monday to Friday" is no stretch.
Link link_of(const Terms& terms, const End& first, const End& last);

/// The stretch that they make, as an interval of ISO 8601 ("2019/2021", "2024-05-03/P10D"), with the bounds
/// of the whole. Nothing where it would run backwards, or from a day on for some hours.
std::optional<Resolved> stretch(Link link, const End& first, const End& last, const Anchors& anchors);

}  // namespace presscut::dates
