#include "dates/resolve.h"

#include <algorithm>
#include <functional>

#include "dates/durations.h"

namespace presscut::dates {
namespace {

using Kind = Meaning::Kind;
constexpr int unknown = Meaning::unknown;

// Works out one expression. An evaluated period without a year could not be resolved.
class Resolver {
 public:
  Resolver(const Meanings& meanings, const Anchors& anchors, Tense tense, Prefer prefer,
           const Lexicon& lexicon)
      : meanings_(meanings), anchors_(anchors), tense_(tense), prefer_(prefer), lexicon_(lexicon) {}

  Period evaluate(int node) { return evaluate(meanings_[static_cast<std::size_t>(node)]); }

  Period evaluate(const Meaning& m) {
    switch (m.kind) {
      case Kind::calendar: return calendar(m);
      case Kind::unit: return unit(m);
      case Kind::shift: return shift(m);
      case Kind::nth: return nth(m);
      case Kind::edge: {
        Period period = evaluate(m.base);
        period.shade = m.shade;
        return period;
      }
      case Kind::clock: return clock(m);
      default: return {};
    }
  }

  // Whether what lies ahead is meant where the words do not say.
  bool ahead() const {
    return tense_ == Tense::future || (tense_ == Tense::unknown && prefer_ == Prefer::future);
  }

  // The stretch that a directed amount covers: "the last three months", "the first two weeks of May".
  std::pair<std::string, std::string> stretch(const Meaning& m) {
    const bool back = m.direction == Direction::last || m.direction == Direction::previous;
    if (m.base != Meaning::none) {
      const Period base = evaluate(m.base);
      if (!base.is_known()) return {};
      const Day end = last_day(base) + 1;
      if (back) return bounds(moved(end, m, -1), end - 1);
      return bounds(first_day(base), moved(first_day(base), m, 1) - 1);
    }
    const bool coming = m.direction == Direction::next || m.direction == Direction::coming;
    if (m.direction != Direction::last && !coming) return {};
    if (!published() || m.amounts[0].vague || m.number == 2) return {};
    if (finest(m) < Grain::part_of_day) return {};
    if (back) return bounds(moved(*anchors_.published, m, -1), *anchors_.published - 1);
    return bounds(*anchors_.published + 1, moved(*anchors_.published, m, 1));
  }

  std::string anchor() const { return anchor_; }

 private:
  static std::pair<std::string, std::string> bounds(Day first, Day last) {
    if (first == unknown || last == unknown) return {};
    return {earliest(day_period(first)), latest(day_period(last))};
  }

  bool published() {
    if (!anchors_.published) return false;
    anchor_ = "published";
    return true;
  }
  bool text() {
    if (!anchors_.text || !anchors_.text->is_known()) return false;
    anchor_ = "text";
    return true;
  }

  // Whether the text's last period was named in this paragraph.
  bool near() const { return anchors_.text && anchors_.paragraphs == 0; }

  // The day to count from for a direction; nothing where none is known.
  std::optional<Day> reference(Direction direction, Grain grain) {
    const bool from_text =
        direction == Direction::previous || direction == Direction::same || direction == Direction::following;
    if (from_text && text()) {
      if (anchors_.text->grain > grain) return std::nullopt;
      return first_day(*anchors_.text);
    }
    if (published()) return anchors_.published;
    if (direction == Direction::none && near() && text() && anchors_.text->grain <= grain)
      return first_day(*anchors_.text);
    return std::nullopt;
  }

  static int step(Direction direction) {
    switch (direction) {
      case Direction::last:
      case Direction::previous: return -1;
      case Direction::next:
      case Direction::coming:
      case Direction::following: return 1;
      default: return 0;
    }
  }

  // One of the periods that `candidate` gives for a number (a year, a week): that which direction or tense
  // asks for.
  Period choose(Direction direction, Day from, int around_number,
                const std::function<Period(int)>& candidate) {
    Period before = candidate(around_number - 1), here = candidate(around_number),
           behind = candidate(around_number + 1);
    const auto last_with = [&](auto&& holds) { return holds(behind) ? behind : holds(here) ? here : before; };
    const auto first_with = [&](auto&& holds) {
      return holds(before) ? before : holds(here) ? here : behind;
    };
    switch (direction) {
      case Direction::last:
      case Direction::previous: return last_with([&](const Period& p) { return last_day(p) < from; });
      case Direction::next:
      case Direction::coming:
      case Direction::following: return first_with([&](const Period& p) { return first_day(p) > from; });
      case Direction::this_one:
      case Direction::same: return here;
      case Direction::none: break;
    }
    const Period past = last_with([&](const Period& p) { return first_day(p) <= from; });
    const Period future = first_with([&](const Period& p) { return last_day(p) >= from; });
    // What lies almost a year away is hardly meant where the other one is near, whatever the verb says.
    const int back = from - last_day(past), ahead_days = first_day(future) - from;
    if (tense_ == Tense::past) return back > 330 && ahead_days < 30 ? future : past;
    if (tense_ == Tense::future) return ahead_days > 300 && back < 45 ? past : future;
    // No verb tells: what is much nearer wins over what is preferred.
    if (prefer_ == Prefer::past) return back > 3 * ahead_days && back > 60 ? future : past;
    return future;
  }

  static Period nearest(Day from, const std::function<Period(int)>& candidate) {
    const int year = civil(from).year;
    Period best = candidate(year);
    for (const int other : {year - 1, year + 1}) {
      const Period period = candidate(other);
      if (std::abs(first_day(period) - from) < std::abs(first_day(best) - from)) best = period;
    }
    return best;
  }

  Period calendar(const Meaning& m) {
    if (m.base != Meaning::none) return owned(m);
    if (m.feast != Meaning::none) return feast(m);
    Period period{.grain = m.grain, .year = m.year, .month = m.month, .day = m.day, .number = m.number};
    if (m.year != unknown) return period;
    if (m.grain == Grain::week) {  // "week 31"
      if (published()) period.year = week_of(*anchors_.published).year;
      return period;
    }
    if (m.day == unknown && m.weekday != 0) return weekday_period(m);
    if (m.grain == Grain::day && m.month == unknown) return day_of_month(m, period);
    return in_some_year(
        m,
        [&](int year) {
          Period candidate = period;
          candidate.year = year;
          if (candidate.grain == Grain::day && candidate.month == 2 && candidate.day == 29 &&
              !is_day(year, 2, 29))
            candidate.day = 28;
          return candidate;
        },
        period);
  }

  // "Friday, July 18": the nearest year in which that day is a Friday.
  std::optional<Period> by_weekday(const Meaning& m, const std::function<Period(int)>& candidate) {
    if (m.weekday == 0 || !published()) return std::nullopt;
    const int year = civil(*anchors_.published).year;
    for (int distance = 0; distance <= 6; ++distance)
      for (const int other : {year - distance, year + distance}) {
        const Period period = candidate(ahead() ? 2 * year - other : other);
        if (weekday(first_day(period)) == m.weekday) return period;
      }
    return std::nullopt;
  }

  // What comes once a year.
  Period in_some_year(const Meaning& m, const std::function<Period(int)>& candidate,
                      const Period& unresolved) {
    if (const auto found = by_weekday(m, candidate)) return *found;
    const bool from_text = m.direction == Direction::previous || m.direction == Direction::same ||
                           m.direction == Direction::following;
    const bool far = anchors_.text && anchors_.text->is_known() && near() && anchors_.published &&
                     tense_ != Tense::future && anchors_.text->year != civil(*anchors_.published).year &&
                     m.direction == Direction::none && anchors_.text->grain <= Grain::year;
    const bool recent = anchors_.text && anchors_.paragraphs <= 2 && anchors_.text->grain <= Grain::year;
    const bool to_come = anchors_.published && near() && anchors_.text->grain <= Grain::month &&
                         anchors_.text->is_known() && first_day(*anchors_.text) > *anchors_.published;
    if (to_come && m.direction == Direction::none && tense_ != Tense::past && text())
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
    return choose(m.direction, *anchors_.published, year, candidate);
  }

  Period feast(const Meaning& m) {
    const Feast& feast = lexicon_.feast(m.feast);
    const auto in = [&](int year) {
      Period period = day_period(day_of_feast(feast, year));
      if (feast.length > 1) period.last = first_day(period) + feast.length - 1;
      return period;
    };
    if (m.year != unknown || feast.rule == Feast::Rule::once) return in(m.year);
    Period unresolved;
    if (feast.rule == Feast::Rule::fixed) unresolved.month = feast.month, unresolved.day = feast.day;
    return in_some_year(m, in, unresolved);
  }

  Period weekday_period(const Meaning& m) {
    Period unresolved{.weekday = m.weekday};
    if (m.after_previous && anchors_.text && anchors_.text->is_known() &&
        anchors_.text->grain <= Grain::day) {
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

  // "the 15th"
  Period day_of_month(const Meaning& m, const Period& unresolved) {
    const bool from_text = !anchors_.published || (near() && anchors_.text);
    Day from = 0;
    if (from_text && text() && anchors_.text->grain <= Grain::month) from = first_day(*anchors_.text);
    else if (published()) from = *anchors_.published;
    else return unresolved;
    const Civil date = civil(from);
    const auto in = [&](int month) {
      const Civil first = civil(first_of_month(date.year, month));
      const int day = std::min(m.day, days_in_month(first.year, first.month));
      return day_period(day_of(first.year, first.month, day));
    };
    if (anchor_ == "text") return in(date.month);
    return choose(m.direction, from, date.month, in);
  }

  // "Monday of next week", "March of last year", "the 5th of this month".
  Period owned(const Meaning& m) {
    const Period owner = evaluate(m.base);
    if (m.grain == Grain::week && m.number == 0)  // "the week of May 3"
      return owner.is_known() ? week_period(first_day(owner))
                              : Period{.grain = Grain::week, .number = unknown};
    Period period{.grain = m.grain, .year = owner.year, .month = m.month, .day = m.day, .number = m.number};
    if (!owner.is_known()) {
      if (m.weekday != 0 && m.day == unknown) period.weekday = m.weekday;
      return period;
    }
    if (m.feast != Meaning::none) {
      const Feast& feast = lexicon_.feast(m.feast);
      return day_period(day_of_feast(feast, owner.year));
    }
    if (m.weekday != 0 && m.day == unknown)
      return day_period(first_day(owner) - (weekday(first_day(owner)) - 1) + m.weekday - 1);
    if (m.grain == Grain::day && m.month == unknown) {
      const Civil first = civil(first_day(owner));
      return day_period(
          day_of(first.year, first.month, std::min(m.day, days_in_month(first.year, first.month))));
    }
    return period;
  }

  Period unit(const Meaning& m) {
    Period unresolved{.grain = m.grain,
                      .number = m.grain == Grain::week || m.grain == Grain::weekend ? unknown : 0};
    const auto from = reference(m.direction, m.grain);
    if (!from) return unresolved;
    if (m.grain == Grain::weekend && m.direction == Direction::none) {
      const Period here = weekend_period(*from);
      return ahead() || first_day(here) <= *from ? here : shifted(here, -1);
    }
    if (m.year_before) return around(add_months(*from, -12), m.grain);
    return shifted(around(*from, m.grain), step(m.direction));
  }

  Period shift(const Meaning& m) {
    const Grain own = finest(m);
    Period unresolved{.grain = own, .number = own == Grain::week || own == Grain::weekend ? unknown : 0};
    if (own < Grain::part_of_day) return shift_clock(m);
    if (m.base != Meaning::none) {
      const Period base = evaluate(m.base);
      if (!base.is_known()) return unresolved;
      const Grain grain = std::min(base.grain, own);
      const Day day =
          moved(m.sign < 0 || base.grain <= Grain::day ? first_day(base) : last_day(base), m, m.sign);
      if (day == unknown) return unresolved;
      return around(day, grain);
    }
    Grain grain = own;
    Day from = 0;
    if (m.from_text && text() && anchors_.text->grain <= std::max(own, Grain::day)) {
      from = first_day(*anchors_.text);
      if (own == Grain::year && anchors_.text->grain == Grain::quarter) grain = Grain::quarter;
    } else if (m.from_text && anchors_.text && anchors_.text->is_known()) {
      return unresolved;
    } else if (published()) {
      from = *anchors_.published;
    } else {
      return unresolved;
    }
    const Day day = moved(from, m, m.sign);
    if (day == unknown) return unresolved;
    Period period = around(day, grain);
    if (grain == Grain::week) period.exact = day;  // two weeks before the 25th is the 11th
    return period;
  }

  // "two hours ago"
  Period shift_clock(const Meaning& m) {
    const int minutes = m.sign * minutes_of(m);
    Period base;
    if (m.base != Meaning::none) {
      base = evaluate(m.base);
    } else if (m.from_text && text() && anchors_.text->hour != unknown) {
      base = *anchors_.text;
    } else if (anchors_.published && anchors_.published_minute && published()) {
      base = day_period(*anchors_.published);
      base.hour = *anchors_.published_minute / 60;
      base.minute = *anchors_.published_minute % 60;
    } else if (published()) {
      return day_period(*anchors_.published + minutes / 1440);
    }
    if (!base.is_known() || base.hour == unknown) return base;
    const int total = base.hour * 60 + base.minute + minutes;
    const int days = total >= 0 ? total / 1440 : -((-total + 1439) / 1440);
    Period result = day_period(first_day(base) + days);
    result.grain = Grain::minute;
    result.hour = (total - days * 1440) / 60;
    result.minute = (total - days * 1440) % 60;
    return result;
  }

  Period nth(const Meaning& m) {
    const Period base = evaluate(m.base);
    Period unresolved{.grain = m.weekday != 0 ? Grain::day : m.grain, .weekday = m.weekday};
    const bool week = m.grain == Grain::week || m.grain == Grain::weekend;
    if (week && m.weekday == 0) unresolved.number = unknown;
    if (!base.is_known()) return unresolved;
    const Day first = first_day(base), last = last_day(base);
    const auto inside = [&](const Period& p) {
      return first_day(p) <= last ? p : unresolved;
    };  // no 5th Monday
    if (m.weekday != 0) {
      if (m.number < 0) return day_period(last - (weekday(last) - m.weekday + 7) % 7);
      return inside(day_period(first + (m.weekday - weekday(first) + 7) % 7 + 7 * (m.number - 1)));
    }
    if (m.grain == Grain::day) return inside(day_period(m.number < 0 ? last : first + m.number - 1));
    if (m.grain == Grain::week || m.grain == Grain::weekend) {  // weeks count where their Monday lies
      const bool of_year = base.grain == Grain::year;
      const Day monday = of_year ? monday_of(base.year, 1) : first + (8 - weekday(first)) % 7;
      const Day into_week = m.grain == Grain::weekend ? 5 : 0;  // where the weekend begins
      const Day last_monday = last - into_week - (weekday(last - into_week) - 1);
      return inside(around(m.number < 0 ? last_monday : monday + 7 * (m.number - 1), m.grain));
    }
    const Period one = around(m.number < 0 ? last : first, m.grain);
    return inside(m.number < 0 ? one : shifted(one, m.number - 1));
  }

  Period clock(const Meaning& m) {
    Period period{.grain = m.grain};
    if (m.base != Meaning::none) {
      const Period day = evaluate(m.base);
      period.year = day.year;
      period.month = day.month;
      period.day = day.day;
      period.weekday = day.weekday;
    } else if (anchors_.text && anchors_.text->is_known() && anchors_.text->grain <= Grain::day && near() &&
               m.grain != Grain::part_of_day) {
      text();
      const Civil date = civil(first_day(*anchors_.text));
      period.year = date.year;
      period.month = date.month;
      period.day = date.day;
    }
    period.hour = m.hour;
    period.minute = m.minute;
    period.second = m.second;
    period.part = m.part;
    period.shade = m.shade;
    return period;
  }

  const Meanings& meanings_;
  const Anchors& anchors_;
  Tense tense_;
  Prefer prefer_;
  const Lexicon& lexicon_;
  std::string anchor_;
};

// A time without a day is one of this day.
void date_of(Period& period, Day day) {
  const Civil date = civil(day);
  period.year = date.year;
  period.month = date.month;
  period.day = date.day;
}

// The last day or minute before a period: that before its first one.
std::string before(const Period& period) {
  if (!period.is_known()) return {};
  if (period.grain >= Grain::day) return latest(day_period(first_day(period) - 1));
  Period minute = period;
  const bool midnight = period.hour == 0 && period.minute == 0;
  if (period.grain == Grain::part_of_day) return earliest(period);
  const int total = midnight ? 24 * 60 - 1 : period.hour * 60 + period.minute - 1;
  if (midnight) date_of(minute, first_day(period) - 1);
  minute.grain = Grain::minute;
  minute.hour = total / 60;
  minute.minute = total % 60;
  return earliest(minute);
}

std::string iso_minute(const Anchors& anchors) {
  Period now = day_period(*anchors.published);
  if (!anchors.published_minute) return earliest(now);
  now.grain = Grain::minute;
  now.hour = *anchors.published_minute / 60;
  now.minute = *anchors.published_minute % 60;
  return earliest(now);
}

}  // namespace

Resolved resolve(const Meanings& meanings, DateType type, const Anchors& anchors, Tense tense, Prefer prefer,
                 const Lexicon& lexicon) {
  Resolver resolver(meanings, anchors, tense, prefer, lexicon);
  const Meaning& root = meanings.back();
  Resolved result;
  result.type = type;
  switch (root.kind) {
    case Kind::reference: {
      static constexpr std::string_view values[] = {"", "PAST_REF", "PRESENT_REF", "FUTURE_REF"};
      result.value = values[static_cast<std::size_t>(root.reference)];
      if (root.reference == Reference::present && anchors.published)
        result.earliest = result.latest = iso_minute(anchors), result.anchor = "published";
      return result;
    }
    case Kind::duration:
      result.value = duration_value(root);
      std::tie(result.earliest, result.latest) = resolver.stretch(root);
      result.anchor = resolver.anchor();
      return result;
    case Kind::set: {
      if (root.base == Meaning::none) {
        result.value = duration_value(root);
      } else {
        const Anchors nothing_known;
        Resolver free(meanings, nothing_known, tense, prefer, lexicon);
        result.value = timex(free.evaluate(root.base));
        if (result.value.starts_with('T')) result.value.insert(0, "XXXX-XX-XX");
      }
      return result;
    }
    case Kind::range: {
      const Period other = resolver.evaluate(root.other);
      Period base = resolver.evaluate(root.base);
      if (base.is_known() && other.is_known() && first_day(base) > last_day(other) &&
          base.grain > Grain::part_of_day)
        base = base.grain == Grain::day || base.grain == Grain::month ? [&] {
          Period earlier = base;
          earlier.year -= 1;
          return earlier;
        }() : base;
      result.value = timex(base) + '/' + timex(other);
      const bool clock = base.grain < Grain::part_of_day && other.grain < Grain::part_of_day;
      Period from = base, to = other;
      if (clock && from.year == unknown && anchors.published) {
        date_of(from, *anchors.published);
        date_of(to, *anchors.published);
        result.anchor = "published";
      }
      result.earliest = earliest(from);
      result.latest = clock ? before(to) : latest(to);
      if (result.anchor.empty()) result.anchor = resolver.anchor();
      if (base.is_known()) result.period = base;
      return result;
    }
    default: break;
  }
  const bool blind =
      finest(root) < Grain::part_of_day && !anchors.published_minute;  // no minute to count from
  if (root.kind == Kind::shift && root.direction == Direction::next &&
      (!resolver.ahead() || blind)) {  // "in three years"
    result.type = DateType::duration;
    result.value = duration_value(root);
    return result;
  }
  Period period = resolver.evaluate(root);
  if (period.grain < Grain::day) result.type = DateType::time;
  if (result.type == DateType::time && period.grain >= Grain::day) result.type = DateType::date;
  result.value = timex(period);
  result.anchor = resolver.anchor();
  if (period.grain < Grain::day && period.month == unknown && period.weekday == 0 && period.year == unknown &&
      anchors.published && root.base == Meaning::none && period.part == PartOfDay::none) {
    const auto over = [&] {
      return anchors.published_minute && period.hour * 60 + period.minute < *anchors.published_minute;
    };
    const bool future = prefer == Prefer::future && resolver.ahead();
    if (future && over() && root.either_half) period.hour += 12;
    const bool gone = over();
    date_of(period, *anchors.published + (gone && future ? 1 : 0));
    result.anchor = "published";
  }
  result.earliest = earliest(period);
  result.latest = latest(period);
  if (period.is_known()) result.period = period;
  result.bounds = period;
  return result;
}

void open(Resolved& resolved, Opening opening) {
  if (!resolved.bounds || !resolved.bounds->is_known()) return;
  const Period& period = *resolved.bounds;
  const bool day = period.grain >= Grain::day;
  switch (opening) {
    case Opening::since: resolved.latest.clear(); break;
    case Opening::after:
      if (day) resolved.earliest = earliest(day_period(last_day(period) + 1));
      resolved.latest.clear();
      break;
    case Opening::before:
      resolved.latest = before(period);
      resolved.earliest.clear();
      break;
    case Opening::until:
      if (!day) resolved.latest = before(period);
      resolved.earliest.clear();
      break;
    case Opening::none: break;
  }
}

}  // namespace presscut::dates
