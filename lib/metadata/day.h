// Days as pages write them in metadata and date lines.
//
// Reads ISO 8601, days with a month's name in the languages of months.tsv, numbers with points, slashes or
// hyphens, and the forms of Chinese, Japanese and Korean; a clock time behind or before the day. Does not
// read relative days ("yesterday"), days without a year, or other calendars: lib/dates knows more of running
// text.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace presscut::metadata {

/// A day of the Gregorian calendar, perhaps with the clock of the page.
struct Day {
  static constexpr int none = -1;
  static constexpr int no_zone = 9999;

  int year = 0, month = 0, day = 0;  // year 0: no day
  int hour = none, minute = none;
  int zone = no_zone;  // minutes east of UTC, where the page says so

  explicit operator bool() const { return year != 0; }

  /// "2024-10-25", or "2024-10-25T19:46" where the time is known. A zone is not applied.
  std::string iso() const;

  /// Days since 1970-01-01.
  int number() const;

  /// The same moment on a clock `minutes` later.
  Day later(int minutes) const;
};

/// A day and where a text says it, its time included.
struct FoundDay {
  Day day;
  Span span;
};

/// What "03/04/2024" means.
enum class Order { unknown, day_first, month_first };

struct Reading {
  Order order = Order::unknown;
  bool short_years = false;  // 25.10.24
  bool compact = false;      // 20241025, and seconds since 1970: values that are meant for machines
};

/// Every full day in `text`, in text order, never overlapping.
///
///   find_days("Élise, 25 Oct 2024 19:46")  ->  one day at [8, 25), 2024-10-25T19:46
///
/// `text` is valid UTF-8; spans are bytes of it. What is no day of the calendar is none, nor is what two
/// orders of day and month would read differently while `order` is unknown. Linear in the length of `text`.
std::vector<FoundDay> find_days(std::string_view text, const Reading& reading = {});

/// The first of them; no day where there is none.
Day find_day(std::string_view text, const Reading& reading = {});

}  // namespace presscut::metadata
