// Years: behind a month or day, alone, by two digits, with an era.
#include "dates/grammar.h"

namespace presscut::dates {
namespace {

// A year that stands alone is believed in these bounds; others need a word before them that asks for a year.
constexpr int likely_first = 1900, likely_last = 2050;
constexpr int possible_first = 1000, possible_last = 2199;
// With an era any year is one in these bounds.
constexpr int era_last = 99'999;

}  // namespace

// "BC" behind a year, counted so that 1 BC is the year 0.
int Grammar::era(int i, int& year) {
  if (is(i, Is::era_before)) {
    year = 1 - year;
    return i + 1;
  }
  return is(i, Is::era_after) ? i + 1 : i;
}

// A number that may be the year of a month or day before it: four digits, "'99", words, or one with an era.
int Grammar::year_number(int i, int& year) {
  if (mark(i, '\'') && terms_[i + 1].digits == 2 && glued(i + 1)) {
    year = number(i + 1) + (number(i + 1) < 40 ? 2000 : 1900);
    return i + 2;
  }
  if (!terms_[i].has_number || terms_[i].ordinal) return 0;
  if (terms_[i].digits == 2 && is_whole(i, 32, 99) && stops(i + 1) && !joined_right(i) && !joined_left(i)) {
    year = 1900 + number(i);  // "9 Aug 96"
    return i + 1;
  }
  if (terms_[i].digits == 0) {  // "two thousand and five", "nineteen ninety-nine"
    year = number(i);
    if (is_whole(i, possible_first, possible_last)) return i + 1;
    if (!is_whole(i, 15, 21) || terms_[i + 1].digits > 0 || !is_whole(i + 1, 10, 99)) return 0;
    year = 100 * year + number(i + 1);
    return i + 2;
  }
  const bool behind_day = mark(i - 1, ',') && terms_[i - 2].digits > 0 && terms_[i - 2].digits <= 2;
  if ((joined_left(i) && !behind_day) || (terms_[i].digits == 4 && joined_right(i) && !mark(i + 1, '-')))
    return 0;
  year = number(i);
  const int end = era(i + 1, year);
  if (end > i + 1) return is_whole(i, 1, era_last) ? end : 0;
  return terms_[i].digits == 4 && is_whole(i, possible_first, possible_last) ? i + 1 : 0;
}

// The year behind a month or day: "2024", ", 2024", "of 2024", "AD 88".
int Grammar::year_behind(int i, int& year) {
  int j = after_comma(i);
  const bool within = is(j, Is::within) && terms_[j + 1].digits == 4 && ends_here(j + 2);  // "June in 2017"
  if (is(j, Is::of) || within) ++j;
  if (is(j, Is::the)) ++j;
  while (is(j, Is::fiscal) && j > i) ++j;  // "the first quarter of fiscal 2013"
  if (is(j, Is::year_name)) ++j;
  if (is(j, Is::era_after)) ++j;
  if ((mark(j, '-') || (mark(j, '/') && terms_[j + 1].digits == 4)) && glued(j)) ++j;
  const int end = year_number(j, year);
  if (end == 0) {  // "December of 384", "30 September 420)"
    const bool asked = is(j - 1, Is::of) || mark(j + 1, ')');
    if (!asked || terms_[j].digits != 3 || joined_right(j) || is(j + 1, Is::counted)) return 0;
    year = number(j);
    return j + 1;
  }
  // Who writes a count behind a month parts its thousands: "in March 2021 workers walked out".
  const bool counts = is(end, Is::counted) && !(year >= likely_first && year <= likely_last);
  return counts || mark(end, '%') ? 0 : end;
}

// The year of what no calendar has: "June 31, 2022", "June 20 - 31, 2022", "31 June 2022".
bool Grammar::is_of_no_day(int i) const {
  const auto month = [&](int j) {
    return is(j, Is::month) || is(j, Is::month_short) || is(j, Is::month_or_word);
  };
  if (is_no_day(i - 2)) return month(i - 3) || (mark(i - 3, '-') && terms_.is_digits(i - 4) && month(i - 5));
  return month(i - 1) && terms_[i - 2].digits == 2 && is_whole(i - 2, 29, 99) && !is(i - 3, Is::label) &&
         !is(i - 2, Is::also);
}

// A year with nothing before or behind it that makes it one: what it is not is told by its neighbours.
int Grammar::year_alone(int i, int& node) {
  if (mark(i, '\'')) return short_year(i, node);
  int j = i;
  bool asked = false;
  if (is(j, Is::the) && is(j + 1, Is::year_name)) ++j;
  if (is(j, Is::year_name) || is(j, Is::fiscal)) {
    while (is(j, Is::year_name) || is(j, Is::fiscal)) ++j;
    if (mark(j, '\'')) {
      int year = 0;
      const int end = year_number(j, year);
      if (end > 0) {
        rule_ = "year";
        node = add({.grain = Grain::year, .year = year});
        return end;
      }
    }
    asked = true;
  }
  if (is(j, Is::era_after) && terms_.is_digits(j + 1) && terms_[j].all_capitals) ++j, asked = true;
  int year = 0;
  int end = year_number(j, year);
  if (end == 0 && is(j - 1, Is::circa) && terms_[j].digits == 3 && !joined_right(j))
    year = number(j), end = j + 1;
  if (end == 0 || mark(j, '\'')) return 0;
  const bool era = end > j + 1 && terms_[j].digits > 0;
  const bool range =
      (mark(end, '-') || mark(end, '/')) && glued(end) && terms_.is_digits(end + 1) && glued(end + 1);
  if (j > i && range) return 0;  // "academic year 2024-25" is two years
  if (!era && terms_[j].digits == 2) return 0;
  const int before = j - 1;
  const bool unit = is(end, Is::unit) && (value(end, Is::unit) <= static_cast<int>(Grain::day) ||
                                          is(after_hyphen(end + 1), Is::old));
  // "In 2021 workers walked out", but "in 2000 homes", "of 2021 workers".
  const bool told_when = (is(before, Is::within) || is(before, Is::since)) && year >= likely_first &&
                         year <= likely_last && year % 100 != 0;
  if (!era && ((is(end, Is::counted) && !told_when) || is(end, Is::units) || unit || is(end, Is::half_day) ||
               is(end, Is::oclock) || is(end, Is::hour_mark) || mark(end, '%') || mark(end, 'o')))
    return 0;
  const int name_of_number = mark(before, '.') ? before - 1 : before;  // "pp. 1998"
  if (!asked &&
      (is(name_of_number, Is::label) || mark(before, '$') || mark(before, '#') || mark(before, '+')))
    return 0;
  if (!asked && j > 0 && glued(j) && terms_[before].kind == Term::Kind::word) return 0;
  if (joined_left(j)) return 0;
  if (glued(end) && terms_[end].kind == Term::Kind::word && !terms_[end].capital && !era) return 0;
  const auto ties = [&](int k) {
    return mark(k, '_') || mark(k, '?') || mark(k, '=') || mark(k, '&') || mark(k, '@');
  };
  if (glued(j) && ties(before)) return 0;
  if (is_of_no_day(j)) return 0;
  if (terms_[j].digits == 4 && joined_right(j) && joined_right(j + 2)) return 0;  // "2014-02-30"
  const bool code =
      range && mark(end, '-') && terms_[end + 1].digits == 4 && !is_whole(end + 1, year, possible_last);
  if (code) return 0;  // "2012-0034"
  if (glued(end) && (ties(end) || mark(end, '-')) && glued(end + 1) &&
      terms_[end + 1].kind != Term::Kind::none &&
      (ties(end) ||
       (terms_.is_digits(end + 1) && terms_[end + 1].digits != 2 && terms_[end + 1].digits != 4)))
    return 0;
  asked = asked || era || is(before, Is::within) || is(before, Is::since) || is(before, Is::until) ||
          is(before, Is::from) || is(before, Is::before) || is(before, Is::after) || is(before, Is::circa) ||
          is(before, Is::between) || is(before, Is::part) || is(before, Is::of) || is(before, Is::during) ||
          (is(before, Is::at) && (stops(end) || terms_[end].capital)) ||
          (is(before, Is::also) && terms_[before - 1].digits == 4);
  const bool framed = mark(before, '(') || mark(end, ')');
  if (!asked && is(before, Is::approximately)) return 0;
  if (terms_[j].digits == 0 && !asked) return 0;
  if (!era && terms_[j].digits > 0) {
    const bool likely = year >= likely_first && year <= likely_last;
    const bool noun_behind = terms_[end].kind == Term::Kind::word && !terms_[end].entry &&
                             !terms_[end].capital && !mark(end, '-') && terms_.spelling(end).ends_with('s');
    const bool countable = !asked && !framed && !is(before, Is::the) && noun_behind;
    if (countable) return 0;
    if (!likely && !asked && !framed && !mark(before, '-') && !mark(end, '-')) return 0;
    if (year < 1500 && !(asked || framed)) return 0;
    if (year < 1500 && terms_[end].kind == Term::Kind::word && !terms_[end].entry) return 0;
  }
  rule_ = "year";
  row_ = nullptr;
  node = add({.grain = Grain::year, .year = year});
  return end;
}

// "in '96", "since '92", "the '98 election": two digits behind an apostrophe, where a word asks for a year.
int Grammar::short_year(int i, int& node) {
  bool asked = is(i - 1, Is::the) || (is(i - 1, Is::also) && is(i - 2, Is::within));
  for (const Is what :
       {Is::within, Is::since, Is::until, Is::from, Is::of, Is::during, Is::before, Is::after, Is::part})
    asked = asked || is(i - 1, what);
  if (!asked || !terms_[i].space_before || terms_[i + 1].digits != 2 || joined_right(i + 1)) return 0;
  int year = 0;
  const int end = year_number(i, year);
  const bool word_goes_on = glued(end) && terms_[end].kind == Term::Kind::word;  // "the '90s"
  if (end == 0 || word_goes_on || mark(end, '\'') || is(end, Is::counted) || is(end, Is::units)) return 0;
  rule_ = "year";
  row_ = nullptr;
  node = add({.grain = Grain::year, .year = year});
  return end;
}

// "- 94", "to '68": the short second year of a range; the first one stands before it.
int Grammar::two_digit_year(int i, int& node) {
  if (!mark(i - 1, '-') || terms_[i].digits != 2 || joined_right(i) || !terms_[i].space_before) return 0;
  if (terms_[i - 2].digits != 4 || !is_whole(i - 2, 1000, 2199)) return 0;
  if (number(i) <= number(i - 2) % 100 || !ends_here(i + 1)) return 0;
  rule_ = "year";
  row_ = nullptr;
  node = add({.grain = Grain::year, .year = number(i - 2) / 100 * 100 + number(i)});
  return i + 1;
}
}  // namespace presscut::dates
