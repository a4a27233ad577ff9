// When a page was published, and when it was changed: the choice between all that it says about that.
//
// Declared days (JSON-LD, meta, microdata), the address and the lines and elements that the page shows are
// weighed against each other: what only says "date" yields to what says "published", a day that the address
// or a date line confirms wins, and a moment in UTC yields to the day of the page's own clock beside it.
#pragma once

#include <string_view>
#include <vector>

#include "metadata/day.h"
#include "metadata/json_ld.h"
#include "metadata/lookup.h"
#include "page/page.h"

namespace presscut::metadata {

struct Days {
  Day published, modified;  // no day: not known
};

struct DaySources {
  const page::Page& page;
  std::string_view url;
  const std::vector<Declared>& declared;
  const JsonLd& json_ld;
  std::size_t title;        // block, Lines::none where none shows the title
  std::string_view latest;  // ISO 8601: what is later cannot be true; empty: not known
};

/// No day is better than a wrong one: what stands in footers, comments or lists of other stories is none.
Days find_days_of_page(const DaySources& sources);

/// Which of day and month comes first in "03/04/2024", by the language of the page and the country of its
/// host.
Order order_of(std::string_view language, std::string_view host);

}  // namespace presscut::metadata
