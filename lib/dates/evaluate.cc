// Units, shifts and parts of periods: what is counted from a day.
#include "dates/evaluate.h"

#include <algorithm>

#include "dates/durations.h"

namespace presscut::dates {
namespace {

using Kind = Meaning::Kind;
constexpr int unknown = Meaning::unknown;

}  // namespace

Period Evaluation::evaluate(int node) { return evaluate(meanings_[static_cast<std::size_t>(node)]); }

Period Evaluation::evaluate(const Meaning& m) {
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
bool Evaluation::ahead() const {
  return tense_ == Tense::future || (tense_ == Tense::unknown && prefer_ == Prefer::future);
}

// The stretch that a directed amount covers: "the last three months", "the first two weeks of May".
std::pair<std::string, std::string> Evaluation::stretch(const Meaning& m) {
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

std::string Evaluation::anchor() const { return anchor_; }

std::pair<std::string, std::string> Evaluation::bounds(Day first, Day last) {
  if (first == unknown || last == unknown || first > last) return {};  // "the last 0 days"
  return {earliest(day_period(first)), latest(day_period(last))};
}

bool Evaluation::published() {
  if (!anchors_.published) return false;
  anchor_ = "published";
  return true;
}

bool Evaluation::text() {
  if (!anchors_.text || !anchors_.text->is_known()) return false;
  anchor_ = "text";
  return true;
}

// Whether the text's last period was named in this paragraph.
bool Evaluation::near() const { return anchors_.text && anchors_.paragraphs == 0; }

// The day to count from for a direction; nothing where none is known.
std::optional<Day> Evaluation::reference(Direction direction, Grain grain) {
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

int Evaluation::step(Direction direction) {
  switch (direction) {
    case Direction::last:
    case Direction::previous: return -1;
    case Direction::next:
    case Direction::coming:
    case Direction::following: return 1;
    default: return 0;
  }
}

Period Evaluation::unit(const Meaning& m) {
  Period unresolved{.grain = m.grain,
                    .number = m.grain == Grain::week || m.grain == Grain::weekend ? unknown : 0};
  const auto from = reference(m.direction, m.grain);
  if (!from) return unresolved;
  if (m.grain == Grain::weekend && m.direction == Direction::none) {
    const Period here = weekend_period(*from);
    return ahead() || first_day(here) <= *from ? here : shifted(here, -1);
  }
  const bool spoken_of = m.direction == Direction::none && anchors_.text && anchors_.text->grain == m.grain;
  if (spoken_of && text()) return *anchors_.text;  // "the quarter" behind "the third quarter of 2012"
  if (m.year_before) {
    const bool spoken = anchors_.text && anchors_.text->is_known() && anchors_.text->grain >= Grain::week &&
                        anchors_.text->grain <= Grain::half && near();
    const bool same = spoken && (m.grain == Grain::year || m.grain == anchors_.text->grain);
    if (same && text()) return around(add_months(first_day(*anchors_.text), -12), anchors_.text->grain);
    return around(add_months(*from, -12), m.grain);
  }
  return shifted(around(*from, m.grain), step(m.direction));
}

Period Evaluation::shift(const Meaning& m) {
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
Period Evaluation::shift_clock(const Meaning& m) {
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

Period Evaluation::nth(const Meaning& m) {
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

Period Evaluation::clock(const Meaning& m) {
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

}  // namespace presscut::dates
