// Periods that are counted or shaded: "the third quarter of 2013", "the 20th century", "the end of May".
#include "dates/grammar.h"

namespace presscut::dates {

// A Roman numeral of a century, with or without an ordinal end: "XIX", "XIXe"; 0 where there is none.
int Grammar::roman(int i) const {
  if (terms_[i].kind != Term::Kind::word || !terms_[i].capital) return 0;
  int sum = 0, last = 0;
  for (const char c : terms_.spelling(i)) {
    const int digit = c == 'X' ? 10 : c == 'V' ? 5 : c == 'I' ? 1 : 0;
    if (digit == 0) return c == 'e' && sum > 0 ? sum : 0;
    sum += digit > last && last > 0 ? digit - 2 * last : digit;
    last = digit;
  }
  return sum <= 30 ? sum : 0;
}

bool Grammar::is_centuries(int i) const {
  return is(i, Is::units) && value(i, Is::units) == static_cast<int>(Grain::century);
}

// "third quarter", "20th century", "first week of October", "last Monday in May".
int Grammar::ordinal(int i, int& node) {
  int j = is(i, Is::the) ? i + 1 : i;
  const bool fiscal = is(j, Is::fiscal);
  if (fiscal) ++j;
  int which = 0;
  if (is(j, Is::century_of) && roman(j + 1) > 0) {  // "siglo XX"
    hangs_on(j, Is::century_of);
    rule_ = "century";
    node = add({.grain = Grain::century, .year = (roman(j + 1) - 1) * 100});
    return j + 2;
  }
  if (terms_[j].ordinal && is_whole(j, 1, 366)) {
    which = number(j);
    const bool last = value(j + 1, Is::direction) == static_cast<int>(Direction::last);
    if (last && is(j + 2, Is::unit)) which = -which, ++j;  // "the third last day of May"
  } else if (is(j, Is::from_last)) {
    which = -value(j, Is::from_last);
  } else if (is(j + 1, Is::unit) && value(j + 1, Is::unit) == static_cast<int>(Grain::century) &&
             roman(j) > 0) {  // "XXe siècle"
    which = roman(j);
  } else if (is(j, Is::direction) && value(j, Is::direction) == static_cast<int>(Direction::last)) {
    which = -1;
  } else {
    return 0;
  }
  ++j;
  if (is(j, Is::half_of) && which >= 1 && which <= 2) return half_of_month(j, which, node);
  // "the 15th to the 19th century": the first end takes the unit of the second
  const int joint = mark(j, '-') || is(j, Is::until) || is(j, Is::also) ? j + 1 : 0;
  int second = is(joint, Is::the) ? joint + 1 : joint;
  if (is(second, Is::part)) second = after_hyphen(second + 1);  // "the late 19th and early 20th centuries"
  const int unit_behind = after_hyphen(second + 1);
  if (joint > 0 && terms_[second].ordinal && (is(unit_behind, Is::unit) || is_centuries(unit_behind))) {
    int whole = Meaning::none;
    const int end = ordinal(second, whole);
    if (end > 0 && at(whole).kind == Meaning::Kind::calendar) {
      Meaning first = at(whole);
      if (first.number > 0) first.number = which;
      else first.year = (which - 1) * (first.grain == Grain::century ? 100 : 1000);
      node = add(first);
      return j;
    }
  }
  const bool hyphen = mark(j, '-') && glued(j) && glued(j + 1);
  if (hyphen) ++j;
  if (is(j, Is::fiscal)) ++j;
  if (hyphen && is(i, Is::the)) return 0;
  if ((is(j, Is::unit) || is(j, Is::half) || is_centuries(j)) && which > 0) {
    const Grain grain = is(j, Is::unit)   ? static_cast<Grain>(value(j, Is::unit))
                        : is_centuries(j) ? Grain::century
                                          : Grain::half;
    const int largest = grain == Grain::quarter ? 4 : grain == Grain::half ? 2 : 0;
    if (grain == Grain::half && which <= 2 && is(j + 1, Is::of)) {  // "the first half of the 19th century"
      const Reading* const row = terms_.reading(j, Is::half);
      int base = Meaning::none;
      int end = longest_point(j + 2, base);
      if (end == 0 && (is(j + 2, Is::the) || is(j + 2, Is::unit))) end = bare_unit(j + 2, base);
      const bool whole = end > 0 && at(base).kind != Meaning::Kind::duration &&
                         at(base).grain != Grain::year && at(base).grain >= Grain::week &&
                         at(base).shade == Shade::none;
      if (whole) {
        row_ = row;
        rule_ = "edge";
        node = add({.kind = Meaning::Kind::edge,
                    .grain = at(base).grain,
                    .shade = which == 1 ? Shade::start : Shade::end,
                    .base = base});
        return end;
      }
    }
    if (which <= largest) {
      if (is(j, Is::half) && !is(j + 1, Is::of) && !year_behind(j + 1, which)) return 0;
      which = number(j - 1 - hyphen);
      if (terms_[j - 1 - hyphen].has_number == false) return 0;
      hangs_on(j, is(j, Is::unit) ? Is::unit : Is::half);
      rule_ = grain == Grain::quarter ? "quarter" : "half_year";
      int year = Meaning::unknown;
      const int behind = hyphen ? 0 : year_behind(j + 1, year);
      const int owner = is(j + 2, Is::the) || is(j + 2, Is::direction) ? j + 3 : j + 2;
      const bool of_year =
          is(j + 1, Is::of) && is(owner, Is::unit) && value(owner, Is::unit) == static_cast<int>(Grain::year);
      if (grain == Grain::half && behind == 0 && !of_year && !is(j, Is::unit)) return 0;
      node = add({.grain = grain, .year = behind ? year : Meaning::unknown, .number = which});
      return behind ? behind : j + 1;
    }
    if (grain == Grain::century || grain == Grain::millennium) {
      if (which > 30) return 0;
      const int length = grain == Grain::century ? 100 : 1000;
      int year = (which - 1) * length;
      int end = j + 1;
      if (is(end, Is::era_before)) year = -which * length + 1, ++end;
      else if (is(end, Is::era_after)) ++end;
      hangs_on(j, is(j, Is::unit) ? Is::unit : Is::units);
      rule_ = "century";
      node = add({.grain = grain, .year = year});
      return end;
    }
  }
  const bool fortnight = is(j, Is::unit_multiple) && which >= 1 && which <= 2 && is(j + 1, Is::of);
  if (fortnight && value(j, Is::unit_multiple) == 14 * grains + static_cast<int>(Grain::day)) {
    const Reading* const half = terms_.reading(j, Is::unit_multiple);  // "la première quinzaine d'avril"
    int base = Meaning::none;
    int end = longest_point(j + 2, base);
    if (end == 0) end = bare_unit(j + 2, base);
    if (end == 0 || at(base).grain != Grain::month || at(base).kind == Meaning::Kind::duration) return 0;
    row_ = half;
    rule_ = "edge";
    node = add({.kind = Meaning::Kind::edge,
                .grain = Grain::month,
                .shade = which == 1 ? Shade::start : Shade::end,
                .base = base});
    return end;
  }
  const bool unit = is(j, Is::unit) || is(j, Is::unit_numbered);
  if (!unit && !is(j, Is::weekday)) return 0;
  const bool part = is(j, Is::weekday) && is(j + 1, Is::part_of_day);  // "the first Monday evening of May"
  const int link = part ? j + 2 : j + 1;
  if (!is(link, Is::of) && !is(link, Is::within)) return 0;
  Meaning nth{.kind = Meaning::Kind::nth};
  if (unit) nth.grain = static_cast<Grain>(value(j, Is::unit));
  if (is(j, Is::weekday)) nth.weekday = value(j, Is::weekday);
  if (nth.weekday == 0 && (nth.grain < Grain::day || nth.grain > Grain::decade)) return 0;
  nth.number = which;
  hangs_on(j, unit ? Is::unit : Is::weekday);
  const Reading* const row = row_;
  int base = Meaning::none;
  int end = longest_point(link + 1, base);
  if (end == 0) end = bare_unit(link + 1, base);
  if (end == 0 || at(base).grain <= nth.grain || at(base).kind == Meaning::Kind::duration) return 0;
  nth.base = base;
  row_ = row;
  rule_ = "nth";
  node = add(nth);
  if (part)
    node = add({.kind = Meaning::Kind::clock,
                .grain = Grain::part_of_day,
                .part = static_cast<PartOfDay>(value(j + 1, Is::part_of_day)),
                .base = node});
  return end;
}

// "(in der zweiten) Maihälfte 2020", "(in der ersten) Monatshälfte"
int Grammar::half_of_month(int i, int which, int& node) {
  const int month = value(i, Is::half_of);
  int year = Meaning::unknown;
  const int behind = month > 0 ? year_behind(i + 1, year) : 0;
  Meaning whole{.grain = Grain::month, .year = behind ? year : Meaning::unknown, .month = month};
  if (month == 0)
    whole = {.kind = Meaning::Kind::unit, .grain = Grain::month, .direction = Direction::this_one};
  hangs_on(i, Is::half_of);
  rule_ = "edge";
  const int base = add(whole);
  node = add({.kind = Meaning::Kind::edge,
              .grain = Grain::month,
              .shade = which == 1 ? Shade::start : Shade::end,
              .base = base});
  return behind ? behind : i + 1;
}

// "early 2020", "mid-September", "late last year", "the end of the month".
int Grammar::edge(int i, int& node) {
  Meaning edge{.kind = Meaning::Kind::edge};
  int j = is(i, Is::the) ? i + 1 : i;
  int base = Meaning::none;
  int end = 0;
  const Reading* row = nullptr;
  if (is(j, Is::edge_of_unit)) {
    row = terms_.reading(j, Is::edge_of_unit);
    edge.shade = static_cast<Shade>(row->value / grains);
    int year = Meaning::unknown;
    const auto grain = static_cast<Grain>(row->value % grains);
    const int behind = grain == Grain::year ? year_behind(j + 1, year) : 0;
    if (behind > 0) base = add({.grain = grain, .year = year});
    else base = add({.kind = Meaning::Kind::unit, .grain = grain, .direction = Direction::this_one});
    end = behind > 0 ? behind : j + 1;
  } else if (is(j, Is::part)) {
    row = terms_.reading(j, Is::part);
    edge.shade = static_cast<Shade>(row->value);
    ++j;
    if (mark(j, '-') && glued(j)) ++j;
    else if (is(j, Is::within) || is(j, Is::on)) ++j;
    if (is(j, Is::within) || is(j, Is::until)) return 0;
    const bool owned = is(j, Is::of);  // "principios del año"
    if (owned) ++j;
    end = longest_point(j, base);
    if (end == 0) end = year_alone(j, base);
    if (end == 0 && (is(j, Is::the) || owned)) end = bare_unit(j, base);
    if (end == 0 && mark(j - 1, '-')) {
      end = bare_unit(j, base);
      if (end > 0 && at(base).grain > Grain::year) return 0;  // "mid-century"
    }
    if (end > 0 && is(i, Is::the) && at(base).grain < Grain::month) return 0;
  } else if (is(j, Is::edge)) {
    row = terms_.reading(j, Is::edge);
    edge.shade = static_cast<Shade>(row->value);
    ++j;
    if (!is(j, Is::of) && (!is(j, Is::the) || edge.shade == Shade::rest)) return 0;
    if (is(j, Is::of)) ++j;
    end = longest_point(j, base);
    if (end == 0) end = bare_unit(j, base);
  } else if (is(j, Is::unit) && is(after_hyphen(j + 1), Is::edge) &&
             static_cast<Shade>(value(after_hyphen(j + 1), Is::edge)) == Shade::ending) {  // "year-end"
    if (bare_unit(j, base) == 0 || at(base).grain < Grain::month) return 0;
    const int name = after_hyphen(j + 1);
    if (name > j + 1 && !ends_here(name + 1)) return 0;  // "the year-end report"
    row = terms_.reading(name, Is::edge);
    edge.shade = Shade::ending;
    end = name + 1;
  } else {
    return 0;
  }
  if (end == 0 || at(base).kind == Meaning::Kind::duration || at(base).kind == Meaning::Kind::reference)
    return 0;
  if (at(base).kind == Meaning::Kind::clock) return 0;
  edge.grain = at(base).grain;
  edge.base = base;
  rule_ = "edge";
  row_ = row;
  node = add(edge);
  return end;
}

}  // namespace presscut::dates
