// Days and months by name and number: "Tuesday, 3 May 2024", "Oct. 7", "March 1998".
#include "dates/grammar.h"

namespace presscut::dates {

int Grammar::month_name(int i, int& month, bool& sure) {
  sure = is(i, Is::month);
  for (const Is what : {Is::month, Is::month_short, Is::month_or_word}) {
    if (!is(i, what)) continue;
    month = value(i, what);
    hangs_on(i, what);
    return mark(i + 1, '.') && glued(i + 1) && terms_.is_digits(i + 2) ? i + 2 : i + 1;
  }
  return 0;
}

int Grammar::day_number(int i, int& day) {
  const bool second = mark(i - 1, '-') && terms_[i - 2].digits <= 2;  // of "16-19 March"
  if (!is_whole(i, 1, 31) || terms_[i].digits > 2 || (joined_left(i) && !second)) return 0;
  const bool year = mark(i + 1, ',') && terms_[i + 2].digits == 4 && !joined_right(i + 2);  // "Sept 9,2019"
  if (terms_[i].digits > 0 && ((joined_right(i) && !year) || mark(i + 1, '%'))) return 0;
  day = number(i);
  return mark(i + 1, '.') && glued(i + 1) && is(i + 1, Is::ordinal_end) ? i + 2 : i + 1;
}

// "-23-2020"
bool Grammar::hyphens_between(int i) const {
  for (int j = i; j < i + 4; ++j)
    if (!glued(j)) return false;
  return mark(i, '-') && terms_[i + 1].digits > 0 && terms_[i + 1].digits <= 2 && mark(i + 2, '-') &&
         terms_[i + 3].digits == 4;
}

int Grammar::month_day(int i, int& node) {
  int month = 0, day = 0;
  bool sure = true;
  int j = month_name(i, month, sure);
  if (j > 0 && hyphens_between(j)) {  // "Sep-23-2020"
    if (!is_day(number(j + 3), month, number(j + 1)) || joined_right(j + 3)) return 0;
    rule_ = "month_day";
    node = add({.year = number(j + 3), .month = month, .day = number(j + 1)});
    return j + 4;
  }
  const bool misspelt = j == 0;
  if (misspelt) {
    if (!terms_[i].capital || terms_[i].entry || terms_[i].has_number || !terms_.is_digits(i + 1)) return 0;
    if (day_number(i + 1, day) == 0 || year_behind(i + 2, day) == 0) return 0;
    month = lexicon_.misspelt_month(text::fold(terms_.spelling(i)));
    if (month == 0) return 0;
    j = i + 1;
  }
  if (is(j, Is::the) || (mark(j, ',') && terms_[j + 1].ordinal)) ++j;
  const bool slash = mark(j, '/') && glued(j) && glued(j + 1) && !mark(i - 1, '/') &&
                     !is(i, Is::month_or_word) && !mark(j + 2, '/');  // "Oct/2"
  if (slash) ++j;
  int end = day_number(j, day);
  if (end == 0 || is(end, Is::units) || is(end, Is::unit) || is(end, Is::half_day)) return 0;
  int year = Meaning::unknown;
  if (is(end, Is::of) && is(end + 1, Is::month)) return 0;
  const int behind = year_behind(end, year);
  if (misspelt && behind == 0) return 0;
  const bool framed = ends_here(end) && (i == 0 || terms_[i - 1].mark != 0 || is(i - 1, Is::on) ||
                                         is(i - 1, Is::at) || is(i - 1, Is::until) || is(i - 1, Is::since));
  if (is(i, Is::month_or_word) && !terms_[i].capital && !terms_[j].ordinal && behind == 0 && !framed)
    return 0;
  if (terms_[j].digits == 0 && !terms_[j].ordinal && (day < 13 || (behind == 0 && !stops(end)))) return 0;
  if (!is_day(behind ? year : 2024, month, day)) return 0;
  if (behind == 0 && mark(end, '-') && is_no_day(end + 1)) return 0;  // "June 20 - 31, 2022"
  if (behind > 0) end = behind;
  rule_ = "month_day";
  node = add({.year = behind ? year : Meaning::unknown, .month = month, .day = day});
  return end;
}

int Grammar::day_month(int i, int& node) {
  int month = 0, day = 0;
  bool sure = true;
  int j = is(i, Is::the) ? i + 1 : i;
  const int first = j;
  j = day_number(j, day);
  if (j == 0) return 0;
  if (is(j, Is::unit) && value(j, Is::unit) == static_cast<int>(Grain::day) && terms_[first].ordinal) ++j;
  const bool of = is(j, Is::of);
  if (of) ++j;
  if (is(j, Is::the)) ++j;
  const bool month_said = of && is(j, Is::unit) && value(j, Is::unit) == static_cast<int>(Grain::month);
  if (month_said) j += is(j + 1, Is::of) ? 2 : 1;  // "le 6 du mois de mai", "am 6. des Monats Mai"
  if ((mark(j, '-') || mark(j, '/')) && glued(j)) ++j;
  const bool comma = mark(j, ',') && terms_[first].ordinal;
  if (comma) return 0;
  const bool stop = mark(j, '.') && glued(j) && terms_[first].digits > 0 && !of;  // "10. August 2012"
  if (stop) ++j;
  const int name = j;
  j = month_name(j, month, sure);
  if (j == 0) return 0;
  const bool told = of || is(first - 1, Is::day_article) ||  // "le quatre octobre", "du 1er au dix juillet"
                    (is(first - 1, Is::until) && terms_[first - 2].ordinal);
  if (terms_[first].digits == 0 && !terms_[first].ordinal && !told && day < 13) return 0;
  const bool cut = mark(j, '.') && is(name, Is::month_short) && is(j + 1, Is::at);  // "22 fév. à 3:30"
  if ((mark(j, '.') || mark(j, '/')) && glued(j) && (terms_.is_digits(j + 1) || cut)) ++j;
  int year = Meaning::unknown;
  const int behind = year_behind(j, year);
  if (!of && behind == 0 && is(name, Is::month_or_word) && !terms_[name].capital) return 0;
  if (stop && (behind == 0 || !terms_[name].capital)) return 0;
  if (!is_day(behind ? year : 2024, month, day)) return 0;
  rule_ = "day_month";
  node = add({.year = behind ? year : Meaning::unknown, .month = month, .day = day});
  return behind ? behind : j;
}

// "31, 2022" behind a month that has no such day: what no calendar has is no date, nor are its parts.
bool Grammar::is_no_day(int i) const {
  return terms_[i].digits > 0 && terms_[i].digits <= 2 && is_whole(i, 1, 99) && mark(i + 1, ',') &&
         terms_[i + 2].digits == 4 && ends_here(i + 3);
}

int Grammar::month_alone(int i, int& node) {
  int month = 0, year = Meaning::unknown;
  bool sure = true;
  const int j = month_name(i, month, sure);
  if (j == 0) return 0;
  const int behind = year_behind(j, year);
  const bool no_day = terms_[i - 1].digits > 0 && terms_[i - 1].digits <= 2 && !is(i - 2, Is::label);
  if (no_day && !joined_left(i - 1)) return 0;  // "31 June"
  if (behind == 0 && (is_no_day(j) || (mark(j + 1, '-') && is_no_day(j + 2)))) return 0;
  if (behind == 0) {
    const int before = mark(i - 1, '-') && is(i - 2, Is::part) ? i - 2 : i - 1;  // "mid-May"
    const bool asked = is(before, Is::within) || is(before, Is::since) || is(before, Is::until) ||
                       is(before, Is::from) || is(before, Is::during) || is(before, Is::before) ||
                       is(before, Is::after) || is(before, Is::direction) || is(before, Is::part) ||
                       is(before, Is::between) || is(before, Is::of) || is(before, Is::also);
    const bool word = is(i, Is::month_or_word);
    if (!sure && !(asked && terms_[i].capital) && !(mark(i + 1, '.') && terms_[i].capital && !word)) return 0;
    if (word && is(before, Is::also) && !is(before - 1, Is::month)) return 0;
    const Term& next = terms_[j];  // "August Wilson"
    if (!asked && next.kind == Term::Kind::word && next.capital && !next.entry && !next.has_number &&
        !terms_[i].all_capitals)
      return 0;
  } else if (is(i, Is::month_or_word) && !terms_[i].capital && terms_[behind - 1].digits != 4) {
    return 0;
  }
  rule_ = "month";
  node = add({.grain = Grain::month, .year = behind ? year : Meaning::unknown, .month = month});
  return behind ? behind : mark(i + 1, '.') && j == i + 2 ? i + 1 : j;
}

// Whether another weekday stands beside a short name, in a list or as the other end: "Mon, Wed and Fri".
bool Grammar::is_weekday_in_list(int i) const {
  const auto weekday = [&](int j) { return is(j, Is::weekday) || is(j, Is::weekday_or_word); };
  const auto links = [&](int j) {
    return is(j, Is::also) || is(j, Is::alternatively) || is(j, Is::until) || mark(j, ',') || mark(j, '-') ||
           mark(j, '/');
  };
  const int behind = mark(i + 1, '.') && glued(i + 1) ? i + 2 : i + 1;
  const int before = mark(i - 2, '.') && links(i - 1) ? i - 3 : i - 2;
  return (links(behind) && weekday(mark(behind, ',') && links(behind + 1) ? behind + 2 : behind + 1)) ||
         (links(i - 1) && weekday(before)) || (links(i - 1) && mark(i - 2, ',') && weekday(i - 3));
}

int Grammar::weekday_name(int i, int& node) {
  const bool sure = is(i, Is::weekday);
  if ((!sure && !is(i, Is::weekday_or_word)) || is_of_weekdays(i)) return 0;
  const Term& before = terms_[i - 1];
  const bool name_before = before.kind == Term::Kind::word && before.capital && !before.entry;
  if (!sure && name_before && mark(i + 1, ',')) return 0;  // "Edmonton Sun, May 3"
  const int weekday = value(i, sure ? Is::weekday : Is::weekday_or_word);
  int j = i + 1;
  if (mark(j, '.') && glued(j) && terms_[i].end - terms_[i].start <= 5) ++j;
  const int name_end = j;
  if (mark(j, ',')) ++j;
  if (is(j, Is::on) && j > name_end) ++j;
  if (is(j, Is::the)) ++j;
  int inner = Meaning::none;
  int end = numeric(j, inner);
  if (end == 0) end = day_month(j, inner);
  if (end == 0) end = month_day(j, inner);
  if (end > 0 && at(inner).grain == Grain::day) {
    at(inner).weekday = weekday;
    node = inner;
    return end;
  }
  if (!sure && name_before) return 0;
  int day = 0;
  end = day_number(j, day);  // "Monday the 5th", "Monday 21"
  if (end > 0 && (terms_[j].ordinal || (j == name_end && terms_[j].digits > 0 && ends_here(end) &&
                                        (day > 12 || lexicon_.has(Is::day_article))))) {  // "mardi 4"
    hangs_on(i, sure ? Is::weekday : Is::weekday_or_word);
    rule_ = "weekday_day";
    node = add({.day = day, .weekday = weekday});
    return end;
  }
  if (!sure && !(terms_[i].capital && is_weekday_in_list(i))) {
    int time = Meaning::none;
    const int behind = after_comma(is(j, Is::at) ? j + 1 : j);
    if (!terms_[i].capital || (name_end == i + 1 && clock(behind, time, is(behind - 1, Is::at)) == 0))
      return 0;
  }
  hangs_on(i, sure ? Is::weekday : Is::weekday_or_word);
  rule_ = "weekday";
  node = add({.weekday = weekday});
  return name_end > i + 1 && !sure ? name_end : i + 1;
}

int Grammar::named(int i, int& node) {
  int end = weekday_name(i, node);
  if (end == 0) end = day_month(i, node);
  if (end == 0) end = month_day(i, node);
  if (end == 0) end = month_alone(i, node);
  if (end == 0) end = listed_day(i, node);
  const int unit = is(i, Is::the) || is(i, Is::direction) ? i + 1 : i;
  if (end > 0 || !is(unit, Is::unit)) return end;
  end = month_of(i, node);
  return end > 0 ? end : day_of(i, node);
}

}  // namespace presscut::dates
