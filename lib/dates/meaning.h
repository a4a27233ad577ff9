// What the words of an expression say, before anything is counted: a small tree that resolve.h turns into a
// day.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "dates/period.h"

namespace presscut::dates {

/// Which of several is meant, seen from the publication day or from the text's last day.
enum class Direction : std::uint8_t {
  none,
  last,         // "last", "past", from the publication day
  this_one,     // "this"
  next,         // "next", "coming"
  previous,     // "previous", from the text's last day
  same,         // "same", "that"
  following,    // "following"
  coming,       // "coming": the next one, from the publication day
  after_next,   // "after next": the one behind the coming one
  before_last,  // "before last"
};

enum class Reference : std::uint8_t { none, past, present, future };

/// What the word before an expression makes of its period: "since 2014" has no end.
/// "From May on" neither, but may lie ahead.
enum class Opening : std::uint8_t { none, since, from, after, before, until };

/// "three years": `count` of a grain; `vague` where the words do not say how many.
struct Amount {
  double count = 1;
  bool vague = false;
  Grain grain = Grain::day;
  bool working = false;  // days without those of weekends
};

/// A named day of the year: how to find it, and for how many days it lasts.
struct Feast {
  enum class Rule : std::uint8_t {
    fixed,
    easter,
    orthodox,
    weekday,
    weekday_after,
    hebrew,
    islamic,
    chinese,
    once,
    hindu
  };
  Rule rule = Rule::fixed;
  int month = 0;
  int day = 0;  // of the month; days from Easter; which weekday of the month (-1: the last)
  int weekday = 0;
  int length = 1;  // days
  int year = 0;    // of what was once
  int hour = 6;    // of a Hindu feast: when it is kept
};

/// One node. `base` and `other` are places of nodes that stand before it.
struct Meaning {
  enum class Kind : std::uint8_t {
    calendar,   // what the fields name: "Tuesday", "October 16", "2024", "the third quarter", "Easter"
    unit,       // a whole period by direction: "last week", also from a base: "the week before Easter"
    shift,      // amounts before or after an anchor or base: "three days ago", "a week after Easter"; of a
                // weekday that many of it: "two Fridays ago"
    nth,        // the `number`th of `grain` or weekday in base, from its end where it is negative: "the first
                // week of October"
    edge,       // a part of base: "the end of 2024"
    clock,      // a time or part of the day of base: "at noon on Friday"
    reference,  // PAST_REF and the like
    duration,
    set,    // what comes back: amounts, or the calendar fields of base
    range,  // from base to other
  };
  static constexpr int unknown = Period::unknown;
  static constexpr int none = -1;

  Kind kind = Kind::calendar;
  Grain grain = Grain::day;
  int year = unknown, month = unknown, day = unknown;
  int weekday = 0;
  int number = 0;  // of a season, quarter, half, or of nth
  int feast = none;
  int hour = unknown, minute = 0, second = 0;
  PartOfDay part = PartOfDay::none;
  Direction direction = Direction::none;
  Reference reference = Reference::none;
  Shade shade = Shade::none;
  Opening opening = Opening::none;  // of the time on a day: "on Tuesday BEFORE 5 p.m."
  int sign = 0;                     // of a shift
  bool from_text = false;           // a shift from the text's last day, not from the publication
  bool working = false;             // of a unit: a day that is none of a weekend
  bool year_before = false;         // of a unit: the same one a year earlier
  bool any_year = false;            // of no year in particular: "winters"
  bool either_half = false;         // a time that may be before or after noon: "3:30"
  bool after_previous =
      false;  // the second end of a range, a weekday behind another one: the first after that
  std::array<Amount, 3> amounts{};
  int amount_count = 0;
  int base = none;
  int other = none;

  /// Makes it a time of the clock, so many minutes behind midnight.
  void set_clock(int minutes, Grain fineness = Grain::minute) {
    kind = Kind::clock;
    grain = fineness;
    hour = minutes / 60;
    minute = minutes % 60;
  }

  void add(Amount amount) {
    if (amount_count < static_cast<int>(amounts.size())) amounts[amount_count++] = amount;
  }
};

/// The nodes of one expression, its root last.
using Meanings = std::vector<Meaning>;

}  // namespace presscut::dates
