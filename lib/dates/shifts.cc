// What is counted from a day: "two weeks ago", "three days after Easter", "two Fridays from now", "the Sunday
// before Christmas".
#include "dates/grammar.h"

namespace presscut::dates {

// "the first in three years", "the worst storm in a decade"
bool Grammar::is_record(int i) const {
  for (int j = i - 2; j >= i - 9 && terms_[j].kind == Term::Kind::word; --j)
    if (is(j, Is::extreme)) return true;
  return false;
}

// "1d 21h", "2 hr 5m": amounts with abbreviated units, each finer than the one before.
int Grammar::letters(int i, Meaning& list) {
  int j = i;
  while (terms_.is_digits(j) && terms_[j].digits <= 3 && list.amount_count < 3 && !joined_left(j)) {
    const Is unit = is(j + 1, Is::unit_letter) ? Is::unit_letter : Is::unit_short;
    const auto grain = static_cast<Grain>(value(j + 1, unit));
    const bool finer = list.amount_count == 0 || grain < list.amounts[list.amount_count - 1].grain;
    if (!is(j + 1, unit) || !finer) break;
    list.add({terms_[j].number, false, grain});
    j += 2;
  }
  return j;
}

// "3h ago", "1d 21h later": letters are units only here.
int Grammar::letters_ago(int i, int& node) {
  Meaning shift{.kind = Meaning::Kind::shift};
  int j = i;
  j = letters(i, shift);
  const bool back = is(j, Is::ago);
  if (j > i && shift.amount_count > 1 && is(i - 1, Is::within)) {  // "in 1d 2h"
    hangs_on(j - 1, is(j - 1, Is::unit_letter) ? Is::unit_letter : Is::unit_short);
    shift.sign = 1;
    rule_ = "hence";
    node = add(shift);
    return j;
  }
  if (j == i || (!back && !is(j, Is::later))) return 0;
  hangs_on(j, back ? Is::ago : Is::later);
  shift.sign = back ? -1 : 1;
  shift.from_text = !back;
  rule_ = back ? "ago" : "later";
  node = add(shift);
  return j + 1;
}

// "hence", "from now", "from today" behind an amount: the place behind it, 0 where none stands there.
int Grammar::hence(int i) const {
  if (is(i, Is::hence)) return i + 1;
  const bool today = is(i + 1, Is::relative_day) && value(i + 1, Is::relative_day) == 0;
  const bool now = value(i + 1, Is::reference) == static_cast<int>(Reference::present);
  return is(i, Is::from) && !is(i, Is::of) && (today || now) ? i + 2 : 0;
}

// "two Fridays ago", "hace dos viernes", "three Mondays from now"; "the first Tuesday after Easter".
int Grammar::counted_weekdays(int i, int& node) {
  const bool ago_before = is(i, Is::ago_before);
  const int count = ago_before ? i + 1 : i, day = count + 1;
  const bool weekday = is(day, Is::weekdays) || is(day, Is::weekday);
  if (!weekday || terms_[count].ordinal || !is_whole(count, 1, 60) || joined_left(count))
    return weekday_beside(i, node);
  const int behind = day + 1;
  const bool ago = ago_before || is(behind, Is::ago), earlier = !ago && is(behind, Is::earlier);
  const bool later = is(behind, Is::later), within = value(i - 1, Is::within) == 1;
  const int from_today = hence(behind);
  if (!ago && !earlier && !later && !within && from_today == 0) return 0;
  Meaning shift{.kind = Meaning::Kind::shift};
  const Is name = is(day, Is::weekdays) ? Is::weekdays : Is::weekday;
  shift.weekday = value(day, name);
  shift.number = number(count);
  shift.sign = ago || earlier ? -1 : 1;
  shift.from_text = earlier || later;
  hangs_on(day, name);
  rule_ = ago ? "ago" : "weekdays";
  node = add(shift);
  if (from_today > 0) return from_today;
  return ago_before || within ? behind : behind + 1;
}

// "the Sunday before Christmas", "the second Tuesday after Easter": only beside a day that has a name or a
// date; "Monday after Friday's vote" is a Monday and a Friday.
int Grammar::weekday_beside(int i, int& node) {
  int day = is(i, Is::the) ? i + 1 : i;
  int which = 1;
  if (terms_[day].ordinal && is_whole(day, 1, 53)) which = number(day), ++day;
  const bool before = is(day + 1, Is::before);
  if (!is(day, Is::weekday) || (!before && !is(day + 1, Is::after))) return 0;
  int base = Meaning::none;
  const int end = longest_point(day + 2, base);
  if (end == 0) return 0;
  const Meaning& named = at(base);
  const bool calendar = named.kind == Meaning::Kind::calendar && named.grain == Grain::day;
  const bool dated = calendar && (named.feast != Meaning::none || named.month != Meaning::unknown);
  if (!dated && !(named.kind == Meaning::Kind::nth && named.weekday != 0)) return 0;
  hangs_on(day, Is::weekday);
  rule_ = "before_after";
  node = add({.kind = Meaning::Kind::shift,
              .weekday = value(day, Is::weekday),
              .number = which,
              .sign = before ? -1 : 1,
              .base = base});
  return end;
}

// "in two weeks", "two weeks ago", "a year from now" behind what it tells the week or year of: "Monday in two
// weeks", "in March three years ago".
int Grammar::shift_behind(int i, int& owner) {
  if (!is(i, Is::within)) {
    const bool may_be = terms_[i].has_number || is(i, Is::a) || is(i, Is::ago_before);
    const int end = may_be ? shift(i, owner) : 0;
    const bool counted = end > 0 && at(owner).kind == Meaning::Kind::shift;
    return counted && at(owner).base == Meaning::none && !at(owner).from_text && at(owner).weekday == 0 ? end
                                                                                                        : 0;
  }
  Meaning amount{.kind = Meaning::Kind::shift, .sign = 1};
  const int end = amounts(i + 1, amount);
  if (end == 0 || amount.kind != Meaning::Kind::shift || amount.amounts[0].vague) return 0;
  owner = add(amount);
  return end;
}

// An amount before or after something: "two years ago", "three days later", "a week from tomorrow".
int Grammar::shift(int i, int& node) {
  Meaning shift{.kind = Meaning::Kind::shift};
  const auto done = [&](int sign, bool from_text, std::string_view rule) {
    shift.sign = sign;
    shift.from_text = from_text;
    if (shift.amounts[0].vague) {
      Meaning reference{.kind = Meaning::Kind::reference};
      reference.reference = sign < 0 ? Reference::past : Reference::future;
      shift = reference;
    }
    rule_ = rule;
    node = add(shift);
  };
  int j = i;
  if (const int letters = letters_ago(i, node)) return letters;
  if (const int weekdays = counted_weekdays(i, node)) return weekdays;
  if (is(j, Is::approximately)) j += 1;
  if (is(j, Is::ago_before)) {  // "hace dos años", "vor zwei Jahren"
    int end = amounts(j + 1, shift);
    for (int first = j + 1; end == 0 && is(first, Is::approximately); ++first)
      end = amounts(first + 1, shift);
    if (end == 0 || shift.kind == Meaning::Kind::range) return 0;
    hangs_on(j, Is::ago_before);
    done(-1, false, "ago");
    return end;
  }
  const bool contracted = is(j, Is::unit) && value(j - 1, Is::during) == 1;  // "am Tag vor Weihnachten"
  if (contracted) --j;
  if ((contracted || is(j, Is::the)) && is(j + 1, Is::unit) &&
      (is(j + 2, Is::before) || is(j + 2, Is::after))) {
    Amount one;
    bool plural = false;
    unit_name(j + 1, one, plural);
    shift.add(one);
    const int sign = is(j + 2, Is::before) ? -1 : 1;
    const Reading* const row = row_;
    int base = Meaning::none;
    const int end = longest_point(j + 3, base);
    if (end > 0 && at(base).kind != Meaning::Kind::duration && one.grain >= Grain::day) {
      row_ = row;
      rule_ = "before_after";
      node = add({.kind = Meaning::Kind::unit,
                  .grain = one.grain,
                  .direction = sign < 0 ? Direction::previous : Direction::following,
                  .base = base});
      return end;
    }
    if (!stops(j + 3)) return 0;  // "the day after the vote" counts from the vote
    done(sign, true, "before_after");
    return j + 3;
  }
  if (contracted) ++j;
  int end = amounts(j, shift);
  if (end == 0 || shift.kind == Meaning::Kind::range) return 0;
  const bool hyphen = mark(end, '-') && glued(end);
  if (hyphen) ++end;
  const Reading* const row = row_;
  if (is(end, Is::ago)) {
    hangs_on(end, Is::ago);
    done(-1, false, "ago");
    return end + 1;
  }
  if (hyphen && !is(end, Is::earlier)) return 0;
  const bool preposition = is(end, Is::before) || is(end, Is::after);  // "20 ans après sa mort"
  const bool of_unit = is(end, Is::part) && is(end + 1, Is::direction) &&
                       is(end + 2, Is::unit);  // "30 minutes later this week"
  if ((is(end, Is::earlier) || is(end, Is::later)) && (!preposition || stops(end + 1)) && !of_unit) {
    const bool back = is(end, Is::earlier);
    hangs_on(end, back ? Is::earlier : Is::later);
    done(back ? -1 : 1, true, back ? "earlier" : "later");
    return end + 1;
  }
  if (const int behind = hence(end)) {
    hangs_on(end, is(end, Is::hence) ? Is::hence : Is::from);
    done(1, false, "hence");
    return behind;
  }
  const bool before = is(end, Is::before);
  const bool from = is(end, Is::from) && !is(end, Is::of);
  if (before || is(end, Is::after) || from) {
    int base = Meaning::none;
    const int behind = longest_point(end + 1, base);
    if (from && is(end + 1, Is::reference) &&
        value(end + 1, Is::reference) == static_cast<int>(Reference::present)) {  // "a day from right now"
      row_ = row;
      done(1, false, "hence");
      return end + 2;
    }
    if (behind > 0 && at(base).kind != Meaning::Kind::duration && !shift.amounts[0].vague) {
      Meaning& day = at(base);
      const bool bare = day.weekday != 0 && day.day == Meaning::unknown && day.base == Meaning::none &&
                        day.kind == Meaning::Kind::calendar && day.direction == Direction::none;
      if (from && bare) day.direction = Direction::coming;  // "a week from Tuesday"
      row_ = row;
      shift.base = base;
      done(before ? -1 : 1, false, "before_after");
      return behind;
    }
    if (!from && stops(end + 1)) {  // "two days before."
      hangs_on(end, before ? Is::before : Is::after);
      done(before ? -1 : 1, true, before ? "earlier" : "later");
      return end + 1;
    }
    return 0;
  }
  if (value(i - 1, Is::within) == 1) {  // "dentro de tres días"
    done(1, false, "hence");
    return end;
  }
  if (is(i - 1, Is::within) && value(i - 1, Is::within) == 0 && !is_record(i) &&
      !shift.amounts[0].vague) {  // by tense a day to come or a duration
    shift.direction = Direction::next;
    done(1, false, "within");
    return end;
  }
  return 0;
}

}  // namespace presscut::dates
