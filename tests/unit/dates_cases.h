// A sentence, and each mention in it as "quote=value".
#pragma once

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>

#include "dates/dates.h"

namespace presscut {

struct DateCase {
  std::string_view text, found;
};

// Published on a Friday at ten in the morning.
inline void check_dates(std::string_view language, std::initializer_list<DateCase> cases) {
  for (const DateCase& c : cases) {
    CAPTURE(c.text);
    std::string found;
    for (const DateMention& date : dates::find(c.text, {}, {"2024-10-25T10:00", language, ""}))
      found += (found.empty() ? "" : " | ") + std::string(slice(c.text, date.span)) + "=" + date.value;
    CHECK(found == c.found);
  }
}

// The same with the first and the last day or minute: "quote=[earliest, latest]".
inline void check_date_bounds(std::string_view language, std::initializer_list<DateCase> cases) {
  for (const DateCase& c : cases) {
    CAPTURE(c.text);
    std::string found;
    for (const DateMention& date : dates::find(c.text, {}, {"2024-10-25T10:00", language, ""}))
      found += (found.empty() ? "" : " | ") + std::string(slice(c.text, date.span)) + "=[" + date.earliest +
               ", " + date.latest + "]";
    CHECK(found == c.found);
  }
}

}  // namespace presscut
