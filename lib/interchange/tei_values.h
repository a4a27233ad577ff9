// Values of TEI's attributes, which have a form of their own, from what documents say.
#pragma once

#include <string>
#include <string_view>

namespace presscut::interchange {

/// The day, month or year of an ISO date, as W3C's dates have it (none is to the minute); empty where the
/// calendar has none such.
///
///   "2024-10-25T19:46", "2024-10-25 19:46"  ->  "2024-10-25"      "2024-02-30", "yesterday"  ->  ""
std::string day_of(std::string_view date);

/// The tag of a language (BCP 47), "und" where it is none.
///
///   "de_AT"  ->  "de-AT"      "English (US)"  ->  "und"
std::string language_tag_of(std::string_view language);

}  // namespace presscut::interchange
