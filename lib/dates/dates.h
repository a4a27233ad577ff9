// Expressions of time in running text: dates, times, durations and what comes back, as TIMEX3 (TimeML 1.2.1).
//
// Knows English, Spanish, German and French, and dates in digits in any language. What is relative is counted
// from the day of publication, or from the text's own last date where the words ask for that; what neither
// tells stays unresolved ("XXXX-WXX-5"). Does not guess: 31 June, 03/04/2024 with no order known, and 8200
// are no dates.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace presscut::dates {

/// Which of day and month stands first in 3/4/2024.
enum class Order : std::uint8_t { unknown, day_first, month_first };

/// The reading of "Friday" and "in March" where no verb tells.
enum class Prefer : std::uint8_t { past, future };

/// Whether "from 2019 to 2021" is two dates, as in TimeML, or one.
enum class Ranges : std::uint8_t { ends, whole };

struct Rules {
  Order order = Order::unknown;  // unknown: as the document's language and country have it
  Prefer prefer = Prefer::past;
  Ranges ranges = Ranges::ends;
  std::vector<DateType> types;  // only these; all where empty
};

/// Where a text comes from, as far as it is known. All of it may be empty.
struct Source {
  std::string_view published;  // "2024-10-25" or "2024-10-25T19:46"
  std::string_view language;   // "en", "en-GB"; found out from the text where empty
  std::string_view hostname;   // its country tells the order of day and month
};

/// Every expression of time in `text`, in text order, never overlapping.
///
///   find("on 3 May 2024")  ->  one mention at [3, 13), value 2024-05-03
///
/// `text` is valid UTF-8; offsets are bytes of it. Never throws on text: what is no day of the calendar
/// (31 June) is no date. Nothing is found in a language without tables, except dates in digits. Linear in the
/// length of `text`.
std::vector<DateMention> find(std::string_view text, const Rules& rules = {}, const Source& source = {});

/// Whether there are tables for a language ("en", "en-GB").
bool has_language(std::string_view language);

}  // namespace presscut::dates
