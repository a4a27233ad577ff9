#include "dates/ends.h"

#include <utility>

#include "dates/durations.h"

namespace presscut::dates {
namespace {

constexpr int unknown = Period::unknown;

bool is_now(const End& end) { return end.root.reference == Reference::present; }

// "Mondays": what comes back on one day of the week, at no hour.
bool is_weekly(const End& end) {
  const std::string& value = end.resolved.value;
  return end.root.kind == Meaning::Kind::set && value.starts_with("XXXX-WXX-") && value.size() == 10;
}

// A single date or time. What lasts or comes back has no place in the calendar.
bool is_point(const End& end) {
  switch (end.root.kind) {
    case Meaning::Kind::calendar:
    case Meaning::Kind::unit:
    case Meaning::Kind::shift:
    case Meaning::Kind::nth:
    case Meaning::Kind::edge:
    case Meaning::Kind::clock: return end.resolved.type <= DateType::time;
    default: return is_now(end);
  }
}

// "Three days", of no place in the calendar.
bool is_length(const End& end) {
  const Meaning& m = end.root;
  if (m.kind != Meaning::Kind::duration || m.amount_count == 0 || m.number == 2) return false;
  for (int i = 0; i < m.amount_count; ++i)
    if (m.amounts[static_cast<std::size_t>(i)].vague) return false;
  return m.base == Meaning::none && m.direction == Direction::none;
}

// "Moved from Monday", "postponed the vote from 2019": a word that sets one day in place of another.
bool is_moved(const Terms& terms, int from) {
  constexpr int farthest = 6;
  for (int i = from - 1; i >= from - farthest && terms[i].kind != Term::Kind::mark; --i)
    if (terms.is(i, Is::moved)) return true;
  return false;
}

// The day or minute at which it begins, for comparison.
std::pair<Day, int> begin_of(const Period& period) {
  return {first_day(period), period.hour == unknown ? 0 : period.hour * 60 + period.minute};
}

bool is_forward(const Period& first, const Period& last) {
  const bool same_kind = (first.grain < Grain::day) == (last.grain < Grain::day);
  return same_kind ? begin_of(first) < begin_of(last) : first_day(first) < first_day(last);
}

// "From November to March", "between now and May": what lacks a year takes one that suits the other end.
void move_year(Resolved& resolved, const Meaning& root, int years) {
  const bool yearly = root.kind == Meaning::Kind::calendar && root.month != unknown && root.year == unknown;
  if (!yearly) return;
  Period& period = *resolved.bounds;
  if (period.day != unknown && !is_day(period.year + years, period.month, period.day)) return;
  period.year += years;
  resolved.value = timex(period);
  resolved.earliest = earliest(period);
  resolved.latest = latest(period);
}

// "Until now" is until this day, or until the minute where the other end is a time.
void resolve_now(Resolved& resolved, const Resolved& other, const Anchors& anchors) {
  if (!anchors.published) {
    resolved.type = DateType::date;
    resolved.value = timex(Period{});
    return;
  }
  Period now = day_period(*anchors.published);
  if (other.type == DateType::time && anchors.published_minute)
    now = minute_period(*anchors.published, *anchors.published_minute);
  resolved.type = now.grain < Grain::day ? DateType::time : DateType::date;
  resolved.value = timex(now);
  resolved.earliest = earliest(now);
  resolved.latest = latest(now);
  resolved.bounds = now;
}

// "Between now and eight": the eight that lies behind the first.
void into_afternoon(Resolved& last, const Meaning& root) {
  if (!root.either_half || last.bounds->hour == unknown || last.bounds->hour >= 12) return;
  last.bounds->hour += 12;
  last.value = timex(*last.bounds);
}

bool known(const Resolved& resolved) { return resolved.bounds && resolved.bounds->is_known(); }

// The last day or minute of what begins at `start` and has this length.
std::string end_of(const Period& start, const Meaning& length) {
  const bool clock = start.hour != unknown && finest(length) <= Grain::week;
  if (clock) {
    const int minute = start.hour * 60 + start.minute + minutes_of(length) - 1;
    return latest(minute_period(first_day(start), minute));
  }
  const Day day = moved(first_day(start), length, 1);
  return day == unknown ? std::string() : latest(day_period(day - 1));
}

std::optional<Resolved> with_length(Resolved start, const Meaning& length) {
  const bool fine = finest(length) < Grain::part_of_day;
  if (fine && (start.type != DateType::time || !start.bounds || start.bounds->hour == unknown))
    return std::nullopt;
  start.value += '/' + duration_value(length);
  start.latest = known(start) ? end_of(*start.bounds, length) : std::string();
  return start;
}

// Whether the terms [i, end) say that a length begins: "starting from", ", from".
bool begins(const Terms& terms, int i, int end) {
  if (terms.mark(i, ',')) ++i;
  const auto from = [&](int j) {
    return terms.value(j, Is::since) == 1 ||
           (terms.is(j, Is::from) && terms.value(j, Is::from) == 0 && !terms.is(j, Is::of));
  };
  if (!from(i)) return false;
  if (i + 1 < end && from(i + 1)) ++i;
  return i + 1 == end;
}

}  // namespace

Link link_of(const Terms& terms, const End& first, const End& last) {
  const int link = first.end;
  if (is_length(first) && is_point(last) && begins(terms, link, last.begin)) return Link::length_before;
  const bool weekly = is_weekly(first) && is_weekly(last);  // "montags bis freitags"
  if (!is_point(first) && !weekly) return Link::none;
  if (is_length(last) && last.begin == link + 1 && terms.is(link, Is::during) && !terms.is(link, Is::of))
    return Link::length_behind;
  const bool to_date = last.begin == link && terms.is(link, Is::until);  // "à ce jour", "à la fin de mai"
  if ((!is_point(last) && !weekly) || (last.begin != link + 1 && !to_date)) return Link::none;
  const int before = terms.is(first.begin - 1, Is::approximately) ? first.begin - 2 : first.begin - 1;
  if (terms.is(link, Is::also)) return terms.is(before, Is::between) ? Link::ends : Link::none;
  if (terms.is(before, Is::from) && is_moved(terms, before)) return Link::none;
  const bool linked = terms.is(link, Is::until) || terms.mark(link, '-') || terms.mark(link, '~');
  return linked ? Link::ends : Link::none;
}

std::optional<Resolved> stretch(Link link, const End& first, const End& last, const Anchors& anchors) {
  if (link == Link::length_behind) return with_length(first.resolved, last.root);
  if (link == Link::length_before) return with_length(last.resolved, first.root);
  Resolved result = first.resolved, end = last.resolved;
  if (is_now(first)) resolve_now(result, end, anchors);
  if (is_now(last)) resolve_now(end, result, anchors);
  if (known(result) && known(end)) {
    if (!is_forward(*result.bounds, *end.bounds)) move_year(result, first.root, -1);
    if (!is_forward(*result.bounds, *end.bounds) && is_now(first)) move_year(end, last.root, 1);
    if (!is_forward(*result.bounds, *end.bounds)) into_afternoon(end, last.root);
    if (!is_forward(*result.bounds, *end.bounds)) return std::nullopt;
  } else if (result.type != end.type) {
    return std::nullopt;
  }
  result.latest = end.bounds ? latest(*end.bounds) : end.latest;
  if (end.bounds && end.bounds->grain < Grain::part_of_day) {
    open(end, Opening::until);
    result.latest = end.latest;
  }
  result.value += '/' + end.value;
  if (result.anchor.empty()) result.anchor = end.anchor;
  return result;
}

}  // namespace presscut::dates
