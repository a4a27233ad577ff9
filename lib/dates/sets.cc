// What comes back ("every Friday", "twice a year", "daily") and what has no day ("now", "in the past").
#include "dates/grammar.h"

namespace presscut::dates {

int Grammar::set(int i, int& node) {
  Meaning set{.kind = Meaning::Kind::set};
  rule_ = "set";
  if (is(i, Is::repeatedly)) {
    hangs_on(i, Is::repeatedly);
    const int step = value(i, Is::repeatedly);
    set.add({1.0 + step / grains, false, static_cast<Grain>(step % grains)});
    node = add(set);
    return i + 1;
  }
  if (is(i, Is::weekdays)) {
    hangs_on(i, Is::weekdays);
    const Reading* const row = row_;
    set.base = add({.weekday = value(i, Is::weekdays)});
    int time = Meaning::none;
    const int behind = hours_of_set(i + 1, time);  // "Sundays at 9 p.m.", "Mondays 7-9 p.m."
    if (behind > 0) set.base = set_base(time, set.base);
    rule_ = "set";
    row_ = row;
    node = add(set);
    return behind > 0 ? behind : i + 1;
  }
  if ((is(i, Is::weekday) && is(i + 1, Is::parts_of_day)) ||
      ((is(i, Is::on) || is(i, Is::the)) && is(i + 1, Is::parts_of_day) &&
       (is(i, Is::on) || is(i - 1, Is::during)))) {
    Meaning part{.kind = Meaning::Kind::clock, .grain = Grain::part_of_day};
    part.part = static_cast<PartOfDay>(value(i + 1, Is::parts_of_day));
    if (is(i, Is::weekday)) part.base = add({.weekday = value(i, Is::weekday)});
    hangs_on(i + 1, Is::parts_of_day);
    set.base = add(part);
    node = add(set);
    return i + 2;
  }
  const bool weekends = is(i, Is::units) && value(i, Is::units) == static_cast<int>(Grain::weekend);
  const bool asked = is(i - 1, Is::on) || is(i - 1, Is::at) || is(i - 1, Is::during) || is(i - 1, Is::also);
  if (weekends && asked) {
    hangs_on(i, Is::units);
    set.base = add({.kind = Meaning::Kind::unit, .grain = Grain::weekend});
    node = add(set);
    return i + 1;
  }
  const int which = is(i, Is::the) ? i + 1 : i;
  const bool nth = terms_[which].ordinal || is(which, Is::direction);
  if (nth && is(which + 1, Is::weekday) && is(which + 2, Is::of) && is(which + 3, Is::every))
    return this->set(which + 3, node);  // "the first Sunday of each month"
  if (is_of_weekdays(i)) {
    hangs_on(i, Is::weekday);
    set.base = add({.weekday = value(i, Is::weekday)});
    node = add(set);
    return i + 1;
  }
  if (is(i, Is::every)) {
    hangs_on(i, Is::every);
    const Reading* const row = row_;
    int j = i + 1;
    double step = 1;
    if (is(j, Is::more)) step = 2, ++j;                                              // "every other day"
    else if (terms_[j].ordinal && is_whole(j, 2, 4) && is(j + 1, Is::weekday)) ++j;  // "every second Tuesday"
    else if (terms_[j].ordinal && is_whole(j, 2, 31) && is(j + 1, Is::unit)) step = terms_[j].number, ++j;
    if (is(j, Is::the)) ++j;
    if (is(j, Is::unit) || (is(j, Is::unit_numbered) && !is(j, Is::part_of_day)) ||
        (is(j, Is::units) && (is(j - 1, Is::the) || value(i, Is::every) == 1))) {
      bool plural = false;
      Amount amount{step, false, Grain::day};
      const int end = unit_name(j, amount, plural);
      row_ = row;
      int time = Meaning::none;
      if (amount.grain == Grain::day && step == 1)
        if (const int behind = hours_of_set(end, time)) {  // "every day at 7:13 p.m."
          rule_ = "set";
          row_ = row;
          set.base = time;
          node = add(set);
          return behind;
        }
      rule_ = "set";
      row_ = row;
      set.add(amount);
      node = add(set);
      return end;
    }
    const int end = amounts(j, set);
    if (end > 0 && set.kind == Meaning::Kind::set) {
      row_ = row;
      node = add(set);
      return end;
    }
    set.kind = Meaning::Kind::set;
    set.amount_count = 0;
    int base = Meaning::none;
    int behind = 0;
    const bool several = terms_[j].has_number && (is(j + 1, Is::weekdays) || is(j + 1, Is::weekday));
    if (several) ++j;  // "every two Fridays", "cada dos viernes"
    if (is(j, Is::weekdays)) base = add({.weekday = value(j, Is::weekdays)}), behind = j + 1;
    if (behind == 0) behind = weekday_name(j, base);
    if (behind == 0) behind = month_day(j, base);
    if (behind == 0) behind = day_month(j, base);
    if (behind == 0 && (is(j, Is::month) || is(j, Is::month_or_word)) && terms_[j].capital) {
      base =
          add({.grain = Grain::month, .month = value(j, is(j, Is::month) ? Is::month : Is::month_or_word)});
      behind = j + 1;
    }
    if (behind == 0) behind = season(j, base);
    if (behind == 0) behind = feast(j, base);
    if (behind == 0 && (is(j, Is::season_or_word))) {
      base = add({.grain = Grain::season, .number = value(j, Is::season_or_word)});
      behind = j + 1;
    }
    if (behind == 0 && is(j, Is::part_of_day)) {
      base = add({.kind = Meaning::Kind::clock,
                  .grain = Grain::part_of_day,
                  .part = static_cast<PartOfDay>(value(j, Is::part_of_day))});
      behind = j + 1;
    }
    if (behind == 0) return 0;
    if (is(behind, Is::part_of_day) && at(base).weekday != 0) {
      base = add({.kind = Meaning::Kind::clock,
                  .grain = Grain::part_of_day,
                  .part = static_cast<PartOfDay>(value(behind, Is::part_of_day)),
                  .base = base});
      ++behind;
    }
    int hour = Meaning::none;
    if (at(base).weekday != 0)
      if (const int time = hours_of_set(behind, hour)) {
        base = set_base(hour, base);
        behind = time;
      }
    row_ = row;
    rule_ = "set";
    set.base = base;
    node = add(set);
    return behind;
  }
  if (const int end = one_of(i, node)) return end;
  // "twice a week", "three times per year", "once every two years"
  int j = i;
  if (terms_[j].has_number && is(j + 1, Is::times)) ++j;
  else if (is(j, Is::few) && is(j + 1, Is::times)) ++j;
  if (is(j, Is::times)) {
    hangs_on(j, Is::times);
    ++j;
    if (is(j, Is::repeatedly)) {  // "twice weekly"
      set.add({1, false, static_cast<Grain>(value(j, Is::repeatedly) % grains)});
      node = add(set);
      return j + 1;
    }
    if (is(j, Is::every)) {
      int inner = Meaning::none;
      const int end = this->set(j, inner);
      if (end > 0) node = inner;
      return end;
    }
  } else if (!is(i, Is::per)) {
    return 0;
  }
  if (is(i, Is::per) || is(j, Is::times_per)) ++j;
  else return 0;
  if (is(j, Is::the) && is(j - 1, Is::times_per)) ++j;  // "zweimal in der Woche"
  if (!is(j, Is::unit) || static_cast<Grain>(value(j, Is::unit)) == Grain::quarter) return 0;
  if (is(i, Is::per) && is(j + 1, Is::month)) return 0;                              // "im Monat März"
  if (is(i, Is::per) && is(j + 1, Is::direction_after)) return 0;                    // "im Jahr darauf"
  if (is(i, Is::per) && is(j, Is::year_name) && terms_[j + 1].digits > 2) return 0;  // "im Jahr 1990"
  if (row_ == nullptr || is(i, Is::per)) hangs_on(j, Is::unit);
  set.add({1, false, static_cast<Grain>(value(j, Is::unit))});
  node = add(set);
  return j + 1;
}

// "one Tuesday in two", "un jour sur trois", "un martes de cada dos": each so many-th one.
int Grammar::one_of(int i, int& node) {
  const bool one = is(i, Is::a) || (is_whole(i, 1, 1) && terms_[i].digits == 0 && !terms_[i].ordinal);
  const bool counted = terms_[i + 3].has_number && !terms_[i + 3].ordinal && is_whole(i + 3, 2, 31);
  if (!one || !is(i + 2, Is::out_of) || !counted) return 0;
  const bool weekday = is(i + 1, Is::weekday);
  const auto grain = static_cast<Grain>(value(i + 1, Is::unit));
  const bool unit = is(i + 1, Is::unit) && grain >= Grain::day && grain <= Grain::year && ends_here(i + 4);
  if (!weekday && !unit) return 0;
  Meaning set{.kind = Meaning::Kind::set};
  if (weekday) set.base = add({.weekday = value(i + 1, Is::weekday)});
  else set.add({terms_[i + 3].number, false, grain});
  hangs_on(i + 2, Is::out_of);
  rule_ = "set";
  node = add(set);
  return i + 4;
}

// "los martes y jueves": a weekday that comes back as the one before it does, whose article it shares.
bool Grammar::is_of_weekdays(int i) const {
  if (!is(i - 1, Is::also) || !is(i, Is::weekday) || !is(i - 2, Is::weekdays)) return false;
  return terms_.spelling(i - 2).find(' ') != std::string_view::npos;
}

// "at nine", "9 a.m.", "from 7 to 9 p.m." behind what comes back.
int Grammar::hours_of_set(int i, int& hours) {
  const bool framed = is(i, Is::from) || is(i, Is::between), asked = is(i, Is::at);
  if (!framed && !asked && !terms_.is_digits(i)) return 0;
  if (!asked)
    if (const int end = clock_range(i, hours, framed)) return end;
  return framed ? 0 : clock(asked ? i + 1 : i, hours, asked);
}

// "9 a.m. every Monday", "16 heures tous les jours", "de 9h à 18h chaque lundi": the time in `node` with what
// comes back behind it.
int Grammar::time_of_set(int i, int& node) {
  const bool range = at(node).kind == Meaning::Kind::range;
  if (!is(i, Is::every) || (at(node).kind != Meaning::Kind::clock && !range)) return 0;
  const std::size_t before = nodes_.size();
  int inner = Meaning::none;
  const int end = set(i, inner);
  const Meaning every = end > 0 ? at(inner) : Meaning{};
  const bool daily = every.base == Meaning::none && every.amount_count == 1 &&
                     every.amounts[0].grain == Grain::day && every.amounts[0].count == 1;
  const bool weekly = every.base != Meaning::none && at(every.base).kind == Meaning::Kind::calendar &&
                      at(every.base).weekday != 0;
  if (!daily && !weekly) {
    nodes_.resize(before);
    return 0;
  }
  const int time = every.base == Meaning::none ? node : set_base(node, every.base);
  node = add({.kind = Meaning::Kind::set, .base = time});
  return end;
}

int Grammar::reference(int i, int& node) {
  Meaning reference{.kind = Meaning::Kind::reference};
  const auto done = [&](int term, Is what) {
    hangs_on(term, what);
    reference.reference = static_cast<Reference>(value(term, what));
    rule_ = "reference";
    node = add(reference);
  };
  int j = is(i, Is::the) ? i + 1 : i;
  if (is(j, Is::reference_units)) {
    if (is(j, Is::approximately)) ++j;
    if (is(j + 1, Is::units)) {
      done(j, Is::reference_units);
      return j + 2;
    }
  }
  const bool open_end =
      mark(i - 1, '-') && value(j, Is::reference_noun) == static_cast<int>(Reference::present);
  if ((j > i || open_end) && is(j, Is::reference_noun) && ends_here(j + 1) && !is(j + 1, Is::of)) {
    done(j, Is::reference_noun);
    return j + 1;
  }
  if (is(i, Is::reference) && !is(i + 1, Is::of)) {
    done(i, Is::reference);
    return i + 1;
  }
  return 0;
}

}  // namespace presscut::dates
