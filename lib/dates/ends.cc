#include "dates/ends.h"

#include <string>
#include <utility>

namespace presscut::dates {
namespace {

constexpr int unknown = Period::unknown;

bool is_now(const End& end) { return end.root.reference == Reference::present; }

// A single date or time. What lasts or comes back has no place in the calendar.
bool is_point(const End& end) {
  switch (end.root.kind) {
    case Meaning::Kind::calendar:
    case Meaning::Kind::unit:
    case Meaning::Kind::shift:
    case Meaning::Kind::nth:
    case Meaning::Kind::edge:
    case Meaning::Kind::clock: return end.resolved.type <= DateType::time;
    default: return is_now(end) && !end.resolved.earliest.empty();
  }
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

// "From November to March": what lacks a year lies before its end, not behind it.
bool year_earlier(Resolved& first, const Meaning& root) {
  const bool yearly = root.kind == Meaning::Kind::calendar && root.month != unknown && root.year == unknown;
  if (!yearly) return false;
  Period& period = *first.bounds;
  if (period.day != unknown && !is_day(period.year - 1, period.month, period.day)) return false;
  period.year -= 1;
  first.value = timex(period);
  first.earliest = earliest(period);
  return true;
}

// "Until now" is until this day.
void name_day(const End& end, Resolved& resolved) {
  if (!is_now(end)) return;
  resolved.type = DateType::date;
  resolved.value = resolved.earliest = resolved.latest = resolved.earliest.substr(0, 10);
}

}  // namespace

bool are_ends(const Terms& terms, const End& first, const End& last) {
  if (!is_point(first) || !is_point(last)) return false;
  const int link = first.end;
  if (last.begin - link != 1) return false;
  const int before = terms.is(first.begin - 1, Is::approximately) ? first.begin - 2 : first.begin - 1;
  if (terms.is(link, Is::also)) return terms.is(before, Is::between);
  if (terms.is(before, Is::from) && is_moved(terms, before)) return false;
  return terms.is(link, Is::until) || terms.mark(link, '-') || terms.mark(link, '~');
}

std::optional<Resolved> stretch(const End& first, const End& last) {
  Resolved result = first.resolved, end = last.resolved;
  name_day(first, result);
  name_day(last, end);
  const bool known = result.bounds && end.bounds && result.bounds->is_known() && end.bounds->is_known();
  if (known && !is_forward(*result.bounds, *end.bounds) &&
      !(year_earlier(result, first.root) && is_forward(*result.bounds, *end.bounds)))
    return std::nullopt;
  if (!known && result.type != end.type) return std::nullopt;
  if (end.bounds && end.bounds->grain < Grain::part_of_day) open(end, Opening::until);
  result.value += '/' + end.value;
  result.latest = end.latest;
  if (result.anchor.empty()) result.anchor = end.anchor;
  return result;
}

}  // namespace presscut::dates
