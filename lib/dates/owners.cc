// The week, month or year that what lacks one belongs to: "Monday of next week", "last year's third quarter",
// "Easter a year from now", "mardi en huit".
#include "dates/grammar.h"

namespace presscut::dates {

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
  Meaning days_before{.kind = Meaning::Kind::shift, .sign = 1};  // said on that weekday, today is the first
  days_before.add({one ? 6.0 : 13.0, false, Grain::day});
  const int weekday = at(node).weekday;
  const int from = add(days_before);
  node = add({.kind = Meaning::Kind::shift, .weekday = weekday, .number = 1, .sign = 1, .base = from});
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
