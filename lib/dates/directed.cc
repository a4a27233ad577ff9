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
  if (!is(j + 1, Is::direction_after)) return 0;
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
  if (!ends_here(i + 2) && terms_[i + 2].opens.hinge) return 0;
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
  if (!is(i, Is::the) || !is(i + 1, Is::unit) || !ends_here(i + 2) || is(i + 2, Is::of)) return 0;
  const Grain grain = static_cast<Grain>(value(i + 1, Is::unit));
  const int before = i - 1;
  const bool asked = is(before, Is::within) || is(before, Is::during) || is(before, Is::since);
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

// "last year's third quarter", "fiscal 2013's first half": what belongs to the year in `node`.
int Grammar::possessed(int i, int& node) {
  if (!mark(i, '\'') || !glued(i) || !glued(i + 1) || !is(i + 1, Is::possessive)) return 0;
  const Meaning owner = at(node);
  const bool year = owner.grain == Grain::year && owner.shade == Shade::none &&
                    (owner.kind == Meaning::Kind::calendar || owner.kind == Meaning::Kind::unit);
  const bool week = owner.kind == Meaning::Kind::unit && owner.grain == Grain::week;
  if (week && is(i + 2, Is::weekday)) {  // "last week's Sunday"
    node = add({.weekday = value(i + 2, Is::weekday), .base = node});
    return i + 3;
  }
  const int unit = after_hyphen(i + 3);
  if (!year || !terms_[i + 2].ordinal) return 0;
  if (is(unit, Is::half) && is_whole(i + 2, 1, 2)) {
    node = add({.grain = Grain::half, .number = number(i + 2), .base = node});
    return unit + 1;
  }
  if (!is(unit, Is::unit)) return 0;
  const std::string_view rule = rule_;
  const Reading* const row = row_;
  const std::size_t before = nodes_.size();
  int part = Meaning::none;
  const int end = ordinal(i + 2, part);
  const bool fits = end > 0 && at(part).kind == Meaning::Kind::calendar && at(part).number > 0 &&
                    at(part).year == Meaning::unknown;
  if (fits) {
    Meaning whole = at(part);
    whole.base = node;
    node = add(whole);
    return end;
  }
  nodes_.resize(before);
  rule_ = rule;
  row_ = row;
  return 0;
}

// "mercredi en huit", "lundi en quinze", "Dienstag in acht Tagen", "el lunes en ocho días": one or two weeks
// behind the coming one.
int Grammar::weeks_on(int i, int& node) {
  if (at(node).weekday == 0 || at(node).day != Meaning::unknown || !is(i, Is::within)) return 0;
  const bool days = value(i + 2, Is::units) == static_cast<int>(Grain::day);
  const bool bare = value(i, Is::within) == 0 && lexicon_.has(Is::day_article) && ends_here(i + 2);
  const bool one = is_whole(i + 1, 8, 8), two = is_whole(i + 1, 14, 15);
  if ((!one && !two) || terms_[i + 1].ordinal || (!days && !bare)) return 0;
  at(node).direction = Direction::coming;
  Meaning shift{.kind = Meaning::Kind::shift, .sign = 1, .base = node};
  shift.add({one ? 7.0 : 14.0, false, Grain::day});
  node = add(shift);
  return days ? i + 3 : i + 2;
}

// "Monday in two weeks", "Easter a year from now", "in March three years ago": the week or year by a shift.
int Grammar::with_shift(int i, int& node) {
  const Meaning inner = at(node);
  const bool weekday = inner.weekday != 0 && inner.day == Meaning::unknown;
  const std::string_view rule = rule_;
  const Reading* const row = row_;
  const std::size_t before = nodes_.size();
  int owner = Meaning::none;
  const int end = shift_behind(i, owner);
  const Grain unit = end > 0 ? at(owner).amounts[0].grain : Grain::second;
  const bool one = end > 0 && at(owner).amount_count == 1;
  const bool fits =
      one && (weekday                        ? unit == Grain::week
              : inner.feast != Meaning::none ? unit == Grain::month || unit == Grain::year
                                             : unit == Grain::year && inner.month != Meaning::unknown);
  rule_ = rule;
  row_ = row;
  if (!fits) {
    nodes_.resize(before);
    return 0;
  }
  Meaning whole = inner;
  whole.base = owner;
  node = add(whole);
  return end;
}

// The year or week behind what lacks one: "Monday of next week", "May last year", "the third quarter of last
// year".
int Grammar::with_owner(int i, int& node) {
  Meaning& inner = at(node);
  const bool lacks = inner.kind == Meaning::Kind::calendar && inner.year == Meaning::unknown &&
                     inner.direction == Direction::none && inner.feast == Meaning::none;
  const bool feast =
      inner.kind == Meaning::Kind::calendar && inner.feast != Meaning::none && inner.year == Meaning::unknown;
  if (!lacks && !feast) return i;
  if (is(i, Is::direction_last) && stops(i + 1) && (inner.weekday != 0 || inner.month != Meaning::unknown)) {
    inner.direction = static_cast<Direction>(value(i, Is::direction_last));  // "the 12th of October last"
    return i + 1;
  }
  if (is(i, Is::direction_after)) {  // "el lunes pasado", "l'été dernier"
    inner.direction = static_cast<Direction>(value(i, Is::direction_after));
    if (inner.direction == Direction::previous && inner.weekday != 0) inner.direction = Direction::last;
    return i + 1;
  }
  if (auto direction = Direction::none; const int end = but_one(i, direction)) {  // "Friday after next"
    inner.direction = direction;
    return end;
  }
  if (const int end = weeks_on(i, node)) return end;
  if (const int end = with_shift(i, node)) return end;
  int j = after_comma(i);
  if (j > i && inner.weekday == 0) return i;
  if (is(j, Is::of) || is(j, Is::within)) ++j;
  const bool contracted = j > i && is(j - 1, Is::of) && is(j, Is::unit);  // "del año pasado", "des Jahres"
  if (!is(j, Is::the) && !is(j, Is::direction) && !contracted) return i;
  const std::string_view rule = rule_;
  const Reading* const row = row_;
  const Grain grain = inner.grain;
  const bool weekday = inner.weekday != 0 && inner.day == Meaning::unknown;
  const bool month_known = inner.month != Meaning::unknown;
  const std::size_t before = nodes_.size();
  int owner = Meaning::none;
  int end = directed_behind(j, owner);
  if (end == 0) end = directed(j, owner);
  if (end == 0 && j > i) end = bare_unit(j, owner);
  rule_ = rule;
  row_ = row;
  const bool fits = end > 0 && at(owner).kind == Meaning::Kind::unit && at(owner).grain > grain &&
                    (weekday ? at(owner).grain == Grain::week || at(owner).grain == Grain::weekend
                     : month_known || grain > Grain::day || feast
                         ? at(owner).grain == Grain::year
                         : at(owner).grain == Grain::month || at(owner).grain == Grain::year);
  if (!fits) {
    nodes_.resize(before);
    return i;
  }
  Meaning whole = at(node);
  whole.base = owner;
  node = add(whole);
  return end;
}

}  // namespace presscut::dates
