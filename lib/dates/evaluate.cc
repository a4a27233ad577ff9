// Units, shifts and parts of periods: what is counted from a day.
#include "dates/evaluate.h"

#include <algorithm>

#include "dates/durations.h"

namespace presscut::dates {
namespace {

using Kind = Meaning::Kind;
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
      return m.shade == Shade::rest ? rest_of(period) : period;
    }
    case Kind::clock: return clock(m);
    default: return {};
  }
}

// "the rest of the year": from the day of publication on, where that lies in it.
Period Evaluation::rest_of(Period period) {
  if (!period.is_known() || !anchors_.published) return period;
  const Day today = *anchors_.published;
  if (first_day(period) < today && today <= last_day(period) && published()) period.from = today;
  return period;
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
  if (m.direction == Direction::previous || m.direction == Direction::following) return stretch_beside(m);
  const bool directed = m.direction == Direction::next || m.direction == Direction::coming;
  const bool within = m.sign > 0 && ahead() && (directed || m.direction == Direction::none);
  const bool coming = directed || within;
  if (m.direction != Direction::last && !coming) return {};
  if (!published() || m.amounts[0].vague || m.number == 2) return {};
  if (finest(m) < Grain::part_of_day) {
    auto minutes = minutes_around(back ? -minutes_of(m) : minutes_of(m));
    if (within && !directed && !minutes.first.empty())  // "within an hour" begins now
      minutes.first = earliest(minute_period(*anchors_.published, *anchors_.published_minute));
    return minutes;
  }
  if (back) return bounds(moved(*anchors_.published, m, -1), *anchors_.published - 1);
  if (within) return bounds(*anchors_.published, moved(*anchors_.published, m, 1) - 1);
  return bounds(*anchors_.published + 1, moved(*anchors_.published, m, 1));
}

// "The previous three days", "the following two weeks": beside the text's last day, or that of publication.
std::pair<std::string, std::string> Evaluation::stretch_beside(const Meaning& m) {
  const Grain grain = finest(m);
  if (grain < Grain::part_of_day || m.amounts[0].vague || m.number == 2) return {};
  const bool from_text = text() && anchors_.text->grain <= grain;
  if (!from_text && (anchors_.text || !published())) return {};
  const Day first = from_text ? first_day(*anchors_.text) : *anchors_.published;
  const Day last = from_text ? last_day(*anchors_.text) : first;
  if (m.direction == Direction::previous) return bounds(moved(first, m, -1), first - 1);
  return bounds(last + 1, moved(last, m, 1));
}

// The stretch of so many minutes before the publication, or after it: "the last two hours".
std::pair<std::string, std::string> Evaluation::minutes_around(int minutes) {
  if (!anchors_.published_minute || minutes == 0) return {};
  const Day day = *anchors_.published;
  const int now = *anchors_.published_minute;
  return {earliest(minute_period(day, minutes < 0 ? now + minutes : now + 1)),
          latest(minute_period(day, minutes < 0 ? now - 1 : now + minutes))};
}

std::string Evaluation::anchor() const { return anchor_; }

std::pair<std::string, std::string> Evaluation::bounds(Day first, Day last) {
  if (first == Period::unknown || last == Period::unknown || first > last) return {};  // "the last 0 days"
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
    case Direction::after_next: return 2;
    case Direction::before_last: return -2;
    default: return 0;
  }
}

Period Evaluation::unit(const Meaning& m) {
  Period unresolved{.grain = m.grain,
                    .number = m.grain == Grain::week || m.grain == Grain::weekend ? Period::unknown : 0};
  if (m.base != Meaning::none) return unit_beside(m, unresolved);
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
  if (m.working) return day_period(moved_working_days(*from, step(m.direction)));
  return shifted(around(*from, m.grain), step(m.direction));
}

// "the week before Easter": the whole one beside that of the base; "the weekend of May 3" that of it.
Period Evaluation::unit_beside(const Meaning& m, const Period& unresolved) {
  const Period base = evaluate(m.base);
  if (!base.is_known()) return unresolved;
  if (m.direction == Direction::same) {  // the weekend that lies nearest: before a Monday, behind a Thursday
    const Day day = last_day(base);
    const bool early = m.grain == Grain::weekend && weekday(day) <= 2;
    return around(early ? day - 7 : day, m.grain);
  }
  const bool back = m.direction == Direction::previous;
  const Day from = back ? first_day(base) : last_day(base);
  const Period here = around(from, m.grain);
  const bool ahead = !back && first_day(here) > from;  // the weekend after a Wednesday
  return ahead ? here : shifted(here, back ? -1 : 1);
}

// "two Fridays ago", "the second Tuesday after Easter"
Period Evaluation::counted_weekdays(const Meaning& m) {
  const Period unresolved{.weekday = m.weekday};
  Day from = 0;
  if (m.base != Meaning::none) {
    const Period base = evaluate(m.base);
    if (!base.is_known()) return unresolved;
    from = first_day(base);
  } else if (m.from_text && text() && anchors_.text->grain <= Grain::day) {
    from = first_day(*anchors_.text);
  } else if (published()) {
    from = *anchors_.published;
  } else {
    return unresolved;
  }
  const int away =
      m.sign < 0 ? (weekday(from - 1) - m.weekday + 7) % 7 : (m.weekday - weekday(from + 1) + 7) % 7;
  return day_period(from + m.sign * (1 + away + 7 * (m.number - 1)));
}

Period Evaluation::shift(const Meaning& m) {
  if (m.weekday != 0) return counted_weekdays(m);
  const Grain own = finest(m);
  Period unresolved{.grain = own,
                    .number = own == Grain::week || own == Grain::weekend ? Period::unknown : 0};
  if (own < Grain::part_of_day) return shift_clock(m);
  if (m.base != Meaning::none) {
    const Period base = evaluate(m.base);
    if (!base.is_known()) return unresolved;
    const Grain grain = std::min(base.grain, own);
    const Day day =
        moved(m.sign < 0 || base.grain <= Grain::day ? first_day(base) : last_day(base), m, m.sign);
    if (day == Period::unknown) return unresolved;
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
  if (day == Period::unknown) return unresolved;
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
  } else if (m.from_text && text() && anchors_.text->hour != Period::unknown) {
    base = *anchors_.text;
  } else if (anchors_.published && anchors_.published_minute && published()) {
    base = day_period(*anchors_.published);
    base.hour = *anchors_.published_minute / 60;
    base.minute = *anchors_.published_minute % 60;
  } else if (published()) {
    return day_period(*anchors_.published + minutes / 1440);
  }
  if (!base.is_known() || base.hour == Period::unknown) return base;
  return minute_period(first_day(base), base.hour * 60 + base.minute + minutes);
}

Period Evaluation::nth(const Meaning& m) {
  const Period base = evaluate(m.base);
  Period unresolved{.grain = m.weekday != 0 ? Grain::day : m.grain, .weekday = m.weekday};
  const bool week = m.grain == Grain::week || m.grain == Grain::weekend;
  if (week && m.weekday == 0) unresolved.number = Period::unknown;
  if (!base.is_known()) return unresolved;
  const Day first = first_day(base), last = last_day(base);
  const int back = m.number + 1;  // of one that is counted from the end
  const auto inside = [&](const Period& p) {
    return last_day(p) >= first && first_day(p) <= last ? p : unresolved;
  };                              // no 5th Monday
  const auto on = [&](int day) {  // the weekday that is meant, counted from the first or the last one
    return m.number > 0 ? first + (day - weekday(first) + 7) % 7 + 7 * (m.number - 1)
                        : last - (weekday(last) - day + 7) % 7 + 7 * back;
  };
  constexpr int thursday = 4, saturday = 6;  // a week belongs where its Thursday lies, as in ISO 8601
  if (m.weekday != 0) return inside(day_period(on(m.weekday)));
  if (m.grain == Grain::day) return inside(day_period(m.number < 0 ? last + back : first + m.number - 1));
  if (week) return inside(around(on(m.grain == Grain::week ? thursday : saturday), m.grain));
  const Period one = around(m.number < 0 ? last : first, m.grain);
  return inside(shifted(one, m.number < 0 ? back : m.number - 1));
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
