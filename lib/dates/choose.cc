// Which Friday, which March, which Easter: what the calendar has many of.
#include <algorithm>

#include "dates/evaluate.h"

namespace presscut::dates {
// One of the periods that `candidate` gives for a number (a year, a month, a week): that which direction or
// tense asks for. What is in no calendar (29 February, a Friday the 14th) is passed over.
Period Evaluation::choose(Direction direction, Day from, int around_number,
                          const std::function<Period(int)>& candidate) {
  constexpr int farthest = 30;  // months to a Sunday the 31st, years to a Feb. 29 that is a Monday
  const auto seek = [&](int step, auto&& holds) {
    for (int far = -1; far <= farthest; ++far)
      if (const Period p = candidate(around_number + far * step); p.is_known() && holds(p)) return p;
    return candidate(around_number + step);
  };
  const auto last_with = [&](auto&& holds) { return seek(-1, holds); };
  const auto first_with = [&](auto&& holds) { return seek(1, holds); };
  switch (direction) {
    case Direction::last:
    case Direction::previous: return last_with([&](const Period& p) { return last_day(p) < from; });
    case Direction::next:
    case Direction::coming:
    case Direction::following: return first_with([&](const Period& p) { return first_day(p) > from; });
    case Direction::after_next: {
      const Day next = last_day(first_with([&](const Period& p) { return first_day(p) > from; }));
      return first_with([&](const Period& p) { return first_day(p) > next; });
    }
    case Direction::before_last: {
      const Day last = first_day(last_with([&](const Period& p) { return last_day(p) < from; }));
      return last_with([&](const Period& p) { return last_day(p) < last; });
    }
    case Direction::this_one:
    case Direction::same: return candidate(around_number);
    case Direction::none: break;
  }
  const Period past = last_with([&](const Period& p) { return first_day(p) <= from; });
  const Period future = first_with([&](const Period& p) { return last_day(p) >= from; });
  // What lies almost a year away is hardly meant where the other one is near, whatever the verb says.
  const int back = from - last_day(past), ahead_days = first_day(future) - from;
  const bool day = past.grain <= Grain::day;
  if (tense_ == Tense::over) return past;
  if (tense_ == Tense::past) return day && back > 300 && ahead_days < 60 ? future : past;
  if (tense_ == Tense::future) return ahead_days > 300 && back < 45 ? past : future;
  // No verb tells: what is much nearer wins over what is preferred.
  const bool reported = past.grain == Grain::quarter || past.grain == Grain::half;
  if (prefer_ == Prefer::past && reported) return past;
  if (prefer_ == Prefer::past) return back > 3 * ahead_days && back > 60 ? future : past;
  return future;
}

Period Evaluation::nearest(Day from, const std::function<Period(int)>& candidate) {
  const int year = civil(from).year;
  Period best = candidate(year);
  for (const int other : {year - 1, year + 1}) {
    const Period period = candidate(other);
    if (!period.is_known()) continue;
    if (!best.is_known() || std::abs(first_day(period) - from) < std::abs(first_day(best) - from))
      best = period;
  }
  return best;
}

Period Evaluation::calendar(const Meaning& m) {
  if (m.base != Meaning::none) return owned(m);
  if (m.feast != Meaning::none) return feast(m);
  Period period{.grain = m.grain, .year = m.year, .month = m.month, .day = m.day, .number = m.number};
  if (m.year != Period::unknown) return period;
  if (m.grain == Grain::week) {  // "week 31"
    if (published()) period.year = week_of(*anchors_.published).year;
    return period;
  }
  if (m.day == Period::unknown && m.weekday != 0) return weekday_period(m);
  if (m.grain == Grain::day && m.month == Period::unknown) return day_of_month(m, period);
  return in_some_year(
      m,
      [&](int year) {
        Period candidate = period;
        const bool leap_day = candidate.month == 2 && candidate.day == 29;
        if (!leap_day || is_day(year, 2, 29)) candidate.year = year;
        return candidate;
      },
      period);
}

// "Friday, July 18": the nearest year in which that day is a Friday.
std::optional<Period> Evaluation::by_weekday(const Meaning& m, const std::function<Period(int)>& candidate) {
  if (m.weekday == 0 || !published()) return std::nullopt;
  const int year = civil(*anchors_.published).year;
  for (int distance = 0; distance <= 6; ++distance)
    for (const int other : {year - distance, year + distance}) {
      const Period period = candidate(ahead() ? 2 * year - other : other);
      if (period.is_known() && weekday(first_day(period)) == m.weekday) return period;
    }
  return std::nullopt;
}

// What comes once a year.
Period Evaluation::in_some_year(const Meaning& m, const std::function<Period(int)>& candidate,
                                const Period& unresolved) {
  if (m.any_year) return unresolved;
  if (const auto found = by_weekday(m, candidate)) return *found;
  if (m.after_previous) {
    const Day from = first_day(*anchors_.text);
    Period next = candidate(civil(from).year);
    if (!next.is_known() || first_day(next) <= from) next = candidate(civil(from).year + 1);
    const bool told = tense_ == Tense::past || tense_ == Tense::over;
    const bool too_late =
        told && anchors_.published && next.is_known() && first_day(next) > *anchors_.published;
    if (!too_late && text()) return next;
  }
  const bool from_text = m.direction == Direction::previous || m.direction == Direction::same ||
                         m.direction == Direction::following;
  const bool far = anchors_.text && anchors_.told && anchors_.text->is_known() && near() &&
                   anchors_.published && tense_ != Tense::future &&
                   anchors_.text->year != civil(*anchors_.published).year && m.direction == Direction::none &&
                   anchors_.text->grain <= Grain::year;
  const bool recent = anchors_.text && anchors_.paragraphs <= 5 && anchors_.text->grain <= Grain::year &&
                      tense_ != Tense::future && !anchors_.timeless;
  const bool to_come = anchors_.published && near() && anchors_.text->grain <= Grain::month &&
                       anchors_.text->is_known() && first_day(*anchors_.text) > *anchors_.published;
  if (to_come && m.direction == Direction::none && tense_ != Tense::past && tense_ != Tense::over && text())
    return nearest(first_day(*anchors_.text), candidate);
  if ((from_text || far || (!anchors_.published && recent)) && text()) {
    const Day from = first_day(*anchors_.text);
    const int year = civil(from).year;
    if (m.direction == Direction::none) return candidate(year);
    return choose(m.direction, from, year, candidate);
  }
  if (!published()) return unresolved;
  const int year = civil(*anchors_.published).year;
  if (m.direction == Direction::this_one && m.grain == Grain::season) {
    const Period before = candidate(year - 1);
    if (last_day(before) >= *anchors_.published) return before;
  }
  const bool told = tense_ == Tense::past || tense_ == Tense::over;
  const bool ahead = m.direction == Direction::this_one && candidate(year).is_known() &&
                     first_day(candidate(year)) > *anchors_.published;
  if (told && ahead) return candidate(year - 1);  // "this winter there was no snow"
  return choose(m.direction, *anchors_.published, year, candidate);
}

Period Evaluation::feast(const Meaning& m) {
  const Feast& feast = lexicon_.feast(m.feast);
  const auto in = [&](int year) {
    Period period = day_period(day_of_feast(feast, year));
    if (feast.length > 1) period.last = first_day(period) + feast.length - 1;
    return period;
  };
  if (m.year != Period::unknown || feast.rule == Feast::Rule::once) return in(m.year);
  Period unresolved;
  if (feast.rule == Feast::Rule::fixed) unresolved.month = feast.month, unresolved.day = feast.day;
  return in_some_year(m, in, unresolved);
}

Period Evaluation::weekday_period(const Meaning& m) {
  Period unresolved{.weekday = m.weekday};
  if (m.after_previous && anchors_.text && anchors_.text->is_known() && anchors_.text->grain <= Grain::day) {
    const Day previous = first_day(*anchors_.text);
    anchor_ = "text";
    return day_period(previous + 1 + (m.weekday - weekday(previous + 1) + 7) % 7);
  }
  const bool from_text = m.direction == Direction::previous || m.direction == Direction::following ||
                         m.direction == Direction::same;
  Day from = 0;
  if (from_text && text() && anchors_.text->grain <= Grain::week) from = first_day(*anchors_.text);
  else if (published()) from = *anchors_.published;
  else return unresolved;
  const Day monday = from - (weekday(from) - 1);
  if (m.direction == Direction::next) return day_period(monday + 7 + m.weekday - 1);
  if (m.direction == Direction::none && tense_ == Tense::unknown && prefer_ == Prefer::future)
    return day_period(from + 1 + (m.weekday - weekday(from + 1) + 7) % 7);
  return choose(m.direction, from, 0,
                [&](int week) { return day_period(monday + 7 * week + m.weekday - 1); });
}

// "the 15th", "Tuesday the 15th"
Period Evaluation::day_of_month(const Meaning& m, const Period& unresolved) {
  const bool from_text = !anchors_.published || (near() && anchors_.text);
  Day from = 0;
  if (from_text && text() && anchors_.text->grain <= Grain::month) from = first_day(*anchors_.text);
  else if (published()) from = *anchors_.published;
  else return unresolved;
  const Civil date = civil(from);
  const auto in = [&](int month) {
    const Civil first = civil(first_of_month(date.year, month));
    if (!is_day(first.year, first.month, m.day)) return unresolved;
    const Day day = day_of(first.year, first.month, m.day);
    return m.weekday == 0 || weekday(day) == m.weekday ? day_period(day) : unresolved;
  };
  const bool named = m.weekday != 0 && m.direction == Direction::none;  // the next such day is months away
  if ((anchor_ == "text" || named) && in(date.month).is_known()) return in(date.month);
  return choose(m.direction, from, date.month, in);
}

// "Monday of next week", "March of last year", "the 5th of this month".
Period Evaluation::owned(const Meaning& m) {
  const Period owner = evaluate(m.base);
  if (m.grain == Grain::week && m.number == 0)  // "the week of May 3"
    return owner.is_known() ? week_period(first_day(owner))
                            : Period{.grain = Grain::week, .number = Period::unknown};
  Period period{.grain = m.grain, .year = owner.year, .month = m.month, .day = m.day, .number = m.number};
  if (!owner.is_known()) {
    if (m.weekday != 0 && m.day == Period::unknown) period.weekday = m.weekday;
    return period;
  }
  if (m.feast != Meaning::none) {
    const Feast& feast = lexicon_.feast(m.feast);
    return day_period(day_of_feast(feast, owner.year));
  }
  if (m.weekday != 0 && m.day == Period::unknown)
    return day_period(first_day(owner) - (weekday(first_day(owner)) - 1) + m.weekday - 1);
  if (m.grain == Grain::day && m.month == Period::unknown) {
    const Civil first = civil(first_day(owner));
    return day_period(
        day_of(first.year, first.month, std::min(m.day, days_in_month(first.year, first.month))));
  }
  return period;
}

}  // namespace presscut::dates
