// A stretch of the calendar, as far as it is known: a century, "October 16" of some year, 19:46 on a day.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "dates/calendar.h"

namespace presscut::dates {

/// How fine a period is, from fine to coarse.
enum class Grain : std::uint8_t {
  second,
  minute,
  hour,
  part_of_day,
  day,
  weekend,
  week,
  month,
  season,
  quarter,
  half,
  year,
  decade,
  century,
  millennium,
};

constexpr int grains = 15;

enum class Season : std::uint8_t { spring = 1, summer, autumn, winter };

/// The parts of a day that TIMEX3 names: MO, MI, AF, EV, NI, DT (working day).
enum class PartOfDay : std::uint8_t { none, morning, midday, afternoon, evening, night, daytime };

constexpr int day_parts = 7;

/// Which part of a period is meant: "early 2020" its first half, "the beginning of 2020" its first third.
enum class Shade : std::uint8_t { none, start, middle, end, beginning, ending, rest };

struct Period {
  static constexpr int unknown = -1'000'000;

  Grain grain = Grain::day;
  int year = unknown;
  int month = unknown;  // of a month, a day and what is finer
  int day = unknown;    // of the month
  int number = 0;       // of a season, quarter, half or week; a week's may be `unknown`
  int weekday = 0;      // of a day known by its weekday alone
  int hour = unknown, minute = 0, second = 0;
  PartOfDay part = PartOfDay::none;
  Shade shade = Shade::none;
  Day exact = unknown;  // the day of a week that was counted to the day
  Day from = unknown;   // its first day that is meant: "the rest of the year"
  Day last = unknown;   // the last day of what is longer than its grain: "7 to 9 October"

  bool is_known() const;  // whether its first and last day are
};

Period year_period(int year);
Period month_period(int year, int month);
Period day_period(Day day);
Period week_period(Day day);
Period weekend_period(Day day);
/// The minute of a clock that has run for `minutes` since a day began, before it or for days on end.
Period minute_period(Day day, int minutes);

/// The period of `grain` that `day` lies in; `day` itself for what is finer.
Period around(Day day, Grain grain);

/// The first and the last day of a known period, its shade counted: "early 2020" ends in June.
Day first_day(const Period& period);
Day last_day(const Period& period);

/// `count` periods of the same grain later.
Period shifted(const Period& period, int count);

/// TIMEX3: "2024-10-22", "XXXX-WXX-5", "2024-Q3", "199", "19", "BC0594", "2024-10-22TEV", "2024-10-22T19:46".
std::string timex(const Period& period);

/// The first and the last day or minute, ISO 8601; empty where it is not known or lies outside of the years 1
/// to 9999.
std::string earliest(const Period& period);
std::string latest(const Period& period);

}  // namespace presscut::dates
