// Days as pages write them in metadata and date lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace presscut::metadata {

/// A day found in a text, as ISO 8601 to the day or minute, and how much of the text says it.
struct Day {
  std::string value;      // "2024-10-25" or "2024-10-25T19:46"
  std::size_t bytes = 0;  // length of the words that say it
};

/// The first full day (with its year) in `text`: ISO 8601, "25 Oct 2024 19:46", "October 25, 2024",
/// "25.10.2024", "25/10/2024" where only one order is possible, in the languages of months.tsv. What is no
/// day of the calendar is none. A time zone is not applied: the value is the clock of the page.
std::optional<Day> find_day(std::string_view text);

/// The day in a URL's path: /2024/10/25/ or /2024-10-25.
std::optional<std::string> day_of_url(std::string_view url);

}  // namespace presscut::metadata
