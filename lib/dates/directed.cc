// Units and names by direction: "last week", "le mois dernier", "this summer", "Monday of next week".
#include "dates/grammar.h"

namespace presscut::dates {

// "last week", "the following month", "this summer", "next Tuesday", "the same day".
int Grammar::directed(int i, int& node) {
  const bool article = is(i, Is::the);
  int j = article ? i + 1 : i;
  if (is(j, Is::year_ago)) {  // "the year-earlier quarter"
    const int k = j + 1;
    const bool span = is(k, Is::time_span);  // "the year-earlier period"
    const Grain grain = is(k, Is::unit) ? static_cast<Grain>(value(k, Is::unit))
                        : span          ? Grain::year
                                        : Grain::day;
    if (grain != Grain::quarter && grain != Grain::month && grain != Grain::week && !span) return 0;
    hangs_on(j, Is::year_ago);
    rule_ = "year_ago";
    node = add({.kind = Meaning::Kind::unit, .grain = grain, .year_before = true});
    return k + 1;
  }
  if (is(j, Is::neighbour)) {
    hangs_on(j, Is::neighbour);
    rule_ = "directed";
    const int which = value(j, Is::neighbour);
    Meaning unit{.kind = Meaning::Kind::unit,
                 .grain = static_cast<Grain>(which % grains),
                 .direction = static_cast<Direction>(which / grains)};
    int end = j + 1;
    if (is(end, Is::of)) {  // "la veille de Noël"
      const Reading* const row = row_;
      const int behind = longest_point(end + 1, unit.base);
      const bool day =
          behind > 0 && at(unit.base).grain <= Grain::day && at(unit.base).kind != Meaning::Kind::duration;
      if (day) end = behind;
      else unit.base = Meaning::none;
      rule_ = "directed";
      row_ = row;
    }
    const bool after_next = unit.direction == Direction::after_next;  // "le surlendemain"
    if (unit.base == Meaning::none && (after_next || unit.direction == Direction::before_last)) {
      Meaning two{.kind = Meaning::Kind::shift, .sign = after_next ? 1 : -1, .from_text = true};
      two.add({2, false, unit.grain});
      unit = two;
    }
    node = add(unit);
    return end;
  }
  if (!is(j, Is::direction)) return 0;
  while (is(j, Is::direction) && is(j + 1, Is::direction)) ++j;
  auto direction = static_cast<Direction>(value(j, Is::direction));
  ++j;
  const Reading* row = terms_.reading(j - 1, Is::direction);
  rule_ = "directed";
  if (is(j, Is::unit)) {
    const Grain grain = static_cast<Grain>(value(j, Is::unit));
    const bool coming = direction == Direction::next || direction == Direction::coming;
    if (grain == Grain::hour && !article && (coming || direction == Direction::last) && ends_here(j + 1)) {
      Meaning hour{.kind = Meaning::Kind::shift, .sign = coming ? 1 : -1};  // "next hour"
      hour.add({1, false, grain});
      row_ = row;
      node = add(hour);
      return j + 1;
    }
    if (grain < Grain::day || mark(j + 1, '-')) return 0;
    if (is(j, Is::units) && is(j - 1, Is::several)) return 0;
    if (grain == Grain::week) {  // "next week Monday", "last week on Friday"
      const int k = is(j + 1, Is::on) || mark(j + 1, ',') ? j + 2 : j + 1;
      if (is(k, Is::weekday) || (is(k, Is::weekday_or_word) && k == j + 1)) {
        const int week = add({.kind = Meaning::Kind::unit, .grain = grain, .direction = direction});
        const Is what = is(k, Is::weekday) ? Is::weekday : Is::weekday_or_word;
        row_ = row;
        node = add({.weekday = value(k, what), .base = week});
        return k + 1;
      }
    }
    const bool stretch = is(j - 1, Is::stretch) && (direction == Direction::last || grain >= Grain::year);
    if (article && stretch) return 0;  // "the past year" is a duration
    if (article && direction == Direction::next) direction = Direction::following;
    row_ = row;
    node = add({.kind = Meaning::Kind::unit,
                .grain = grain,
                .direction = direction,
                .working = is(j, Is::working_day)});
    return j + 1;
  }
  int inner = Meaning::none;
  int end = 0;
  const bool doubtful = is(j, Is::month_or_word) || is(j, Is::month_short) || is(j, Is::month);
  if (is(j, Is::weekday)) end = weekday_name(j, inner);
  else if (doubtful && terms_[j].capital) end = month_day(j, inner);
  else if (terms_[j].digits > 0 && lexicon_.has(Is::day_article))
    end = day_month(j, inner);  // "el pasado 3 de mayo"
  if (end == 0 && doubtful) end = month_alone(j, inner);
  if (end == 0) end = season(j, inner);
  if (end == 0) end = feast(j, inner);
  if (end == 0) end = ordinal(j, inner);
  if (end == 0 || at(inner).kind != Meaning::Kind::calendar || at(inner).year != Meaning::unknown) return 0;
  if (article && direction == Direction::next) direction = Direction::following;
  at(inner).direction = direction;
  node = inner;
  if (!row_) row_ = row;
  return end;
}

// "la semana pasada", "le mois dernier": the direction behind a unit.
int Grammar::directed_behind(int i, int& node) {
  int j = is(i, Is::the) || is(i, Is::direction) ? i + 1 : i;
  if (!is(j, Is::unit)) return 0;
  const Grain grain = static_cast<Grain>(value(j, Is::unit));
  auto direction = Direction::none;
  if (const int end = but_one(j + 1, direction); end > 0 && grain >= Grain::day) {
    hangs_on(j, Is::unit);
    rule_ = "directed";
    node = add({.kind = Meaning::Kind::unit, .grain = grain, .direction = direction});
    return end;
  }
  if (!is(j + 1, Is::direction_after) || is(j + 1, Is::several)) return 0;
  if (grain < Grain::day) return 0;
  hangs_on(j + 1, Is::direction_after);
  rule_ = "directed";
  node = add({.kind = Meaning::Kind::unit,
              .grain = grain,
              .direction = static_cast<Direction>(value(j + 1, Is::direction_after)),
              .working = is(j, Is::working_day)});
  const int day = is(after_comma(j + 2), Is::on) ? after_comma(j + 2) + 1 : j + 2;
  if (grain == Grain::week && is(day, Is::weekday)) {  // "la semaine prochaine mardi"
    node = add({.weekday = value(day, Is::weekday), .base = node});
    return day + 1;
  }
  return j + 2;
}

// "(the week) after next", "(the year) before last", where the direction belongs to nothing behind it: "after
// next week" is that week.
int Grammar::but_one(int i, Direction& direction) {
  const bool after = is(i, Is::after), before = is(i, Is::before);
  if ((!after && !before) || !is(i + 1, Is::direction) || terms_[i + 2].has_number) return 0;
  const auto which = static_cast<Direction>(value(i + 1, Is::direction));
  if (which != (after ? Direction::next : Direction::last)) return 0;
  if (!ends_here(i + 2) && terms_[i + 2].opens().hinge) return 0;
  direction = after ? Direction::after_next : Direction::before_last;
  return i + 2;
}

// "for the year", "in the quarter": the one that the text is about.
int Grammar::definite_unit(int i, int& node) {
  const bool contracted = is(i, Is::unit) && value(i - 1, Is::during) == 1 && !is(i + 1, Is::of) &&
                          value(i, Is::unit) == static_cast<int>(Grain::weekend);
  if (contracted) {  // "am Wochenende"
    hangs_on(i, Is::unit);
    rule_ = "definite_unit";
    node = add({.kind = Meaning::Kind::unit, .grain = Grain::weekend});
    return i + 1;
  }
  if (!is(i, Is::the) || !is(i + 1, Is::unit) || is(i + 2, Is::of)) return 0;
  const Grain grain = static_cast<Grain>(value(i + 1, Is::unit));
  const int before = i - 1;
  const bool asked = is(before, Is::within) || is(before, Is::during) || is(before, Is::since);
  const bool over = grain == Grain::weekend && is(before, Is::during) && !is(before, Is::on) &&
                    !is(i + 2, Is::week_of) && !is(i + 2, Is::unit) &&
                    !mark(i + 2, '-');  // "over the weekend 300 people"
  if (!ends_here(i + 2) && !over) return 0;
  const bool named = grain == Grain::quarter || grain == Grain::weekend ||
                     (asked && (grain == Grain::year || grain == Grain::month));
  if (!named || is(i + 2, Is::before) || is(i + 2, Is::after)) return 0;
  hangs_on(i + 1, Is::unit);
  rule_ = "definite_unit";
  node = add({.kind = Meaning::Kind::unit, .grain = grain});
  return i + 2;
}

// "the month", "year", "this week" behind "the end of".
int Grammar::bare_unit(int i, int& node) {
  const int j = is(i, Is::the) ? i + 1 : i;
  if (!is(j, Is::unit)) return 0;
  const Grain grain = static_cast<Grain>(value(j, Is::unit));
  if (grain < Grain::day || grain == Grain::weekend) return 0;
  node = add({.kind = Meaning::Kind::unit, .grain = grain, .direction = Direction::this_one});
  return j + 1;
}

}  // namespace presscut::dates
