// Ranges whose first end is no date of its own: "Oct. 7-9", "2023-24", "Nov 18-Dec 19".
#include "dates/grammar.h"

namespace presscut::dates {

// "of next month", "le mois prochain" behind days.
int Grammar::month_owner(int i, int& owner) {
  const int j = is(i, Is::of) ? i + 1 : i;
  const std::size_t before = nodes_.size();
  int month = Meaning::none;
  int end = directed_behind(j, month);
  if (end == 0) end = directed(j, month);
  if (end > 0 && at(month).kind == Meaning::Kind::unit && at(month).grain == Grain::month) {
    owner = month;
    return end;
  }
  nodes_.resize(before);
  return 0;
}

int Grammar::short_range(int i, int& node) {
  const auto link = [&](int j) {
    const bool night = is(j, Is::night_to) && is(j + 1, Is::the);  // "vom 2. auf den 3. Mai"
    return mark(j, '-') || mark(j, '~') || is(j, Is::until) || night ? j + 1 : 0;
  };
  const bool framed = is(i - 1, Is::between);
  const auto either = [&](int j) { return framed && is(j, Is::also) ? j + 1 : link(j); };
  Meaning range{.kind = Meaning::Kind::range};
  int month = 0, day = 0, last = 0;
  bool sure = true;
  // "Oct. 7-9, 2023", "October 7 to 9"
  int j = month_name(i, month, sure);
  if (j > 0 && (sure || terms_[i].capital)) {
    if (is(j, Is::the)) ++j;
    int k = day_number(j, day);
    // day_number refuses a number that goes on behind a hyphen
    if (k == 0 && is_whole(j, 1, 31) && terms_[j].digits > 0 && terms_[j].digits <= 2 && mark(j + 1, '-'))
      day = number(j), k = j + 1;
    int to = k > 0 ? either(k) : 0;
    if (to > 0) {
      if (is(to, Is::the)) ++to;
      int end = day_number(to, last);
      if (end == 0 && is_whole(to, 1, 31) && terms_[to].digits > 0 && terms_[to].digits <= 2 &&
          !mark(to + 1, '-') && !mark(to + 1, ':'))
        last = number(to), end = to + 1;
      int year = Meaning::unknown;
      if (end > 0 && last > day && !is(end, Is::half_day) && !is(end, Is::month) && !mark(end, '%')) {
        const int behind = year_behind(end, year);
        if (is_day(behind ? year : 2024, month, last)) {
          range.base = add({.year = behind ? year : Meaning::unknown, .month = month, .day = day});
          range.other = add({.year = behind ? year : Meaning::unknown, .month = month, .day = last});
          rule_ = "day_range";
          node = add(range);
          return behind ? behind : end;
        }
      }
    }
    // "May-June 2020", "Jan-Feb"
    const int dash = j == i + 1 && mark(j, '-') && glued(j) && glued(j + 1) ? j + 1 : 0;
    int second = 0, year = Meaning::unknown;
    const int name = dash > 0 ? month_name(dash, second, sure) : 0;
    if (name > 0 && second != month) {
      const int behind = year_behind(name, year);
      range.grain = Grain::month;
      range.base = add({.grain = Grain::month,
                        .year = behind ? (second < month ? year - 1 : year) : Meaning::unknown,
                        .month = month});
      range.other = add({.grain = Grain::month, .year = behind ? year : Meaning::unknown, .month = second});
      rule_ = "month_range";
      node = add(range);
      return behind ? behind : name;
    }
  }
  // "7-9 October", "the 7th to the 9th of October", "lundi 3 au mercredi 5 mai"
  const int first_name = is(i, Is::the) && is(i + 1, Is::weekday) ? i + 1 : i;
  const bool weekday = is(first_name, Is::weekday);
  j = weekday ? after_comma(first_name + 1) : i;
  if (is(j, Is::the)) ++j;
  if (is_whole(j, 1, 31) && terms_[j].digits <= 2 && !joined_left(j)) {
    day = number(j);
    int to = either(j + 1);
    if (mark(j + 1, '.') && glued(j + 1) && is(j + 1, Is::ordinal_end)) to = either(j + 2);
    if (to > 0) {
      int inner = Meaning::none;
      const int name = is(to, Is::the) ? to + 1 : to;
      const bool named = is(name, Is::weekday) && (weekday || framed || is(j - 1, Is::from));
      const int end = day_month(named ? after_comma(name + 1) : to, inner);
      if (end > 0 && at(inner).day > day) {
        const int between = at(inner).day - day;
        if (named) at(inner).weekday = value(name, Is::weekday);
        else if (weekday) at(inner).weekday = (value(first_name, Is::weekday) - 1 + between) % 7 + 1;
        Meaning first = at(inner);
        if (first.weekday != 0) first.weekday = (first.weekday + 34 - between) % 7 + 1;
        first.day = day;
        range.other = inner;
        range.base = add(first);
        rule_ = "day_range";
        node = add(range);
        return end;
      }
      const bool between = framed && is(i, Is::day_article);  // "entre le 21 et le 23"
      if (is(to, Is::the) && between) ++to;
      int bare = value(j - 1, Is::from) == 1 || between ? day_number(to, last) : 0;
      const bool dash = mark(j + 1, '-') && glued(j + 1) && glued(to);  // "from 4-23 next month"
      if (int whole = Meaning::none; bare == 0 && dash && (is(j - 1, Is::from) || is(j - 1, Is::on)) &&
                                     terms_[to].digits > 0 && is_whole(to, 1, 31) &&
                                     month_owner(to + 1, whole) > 0)
        last = number(to), bare = to + 1;
      const bool digits = terms_[j].digits > 0 && (terms_[to].digits > 0 || terms_[j].ordinal);
      if (bare > 0 && last > day && digits && (ends_here(bare) || dash || is(bare, Is::direction))) {
        int owner = Meaning::none;
        const int owned = month_owner(bare, owner);  // "du 13 au 18 du mois prochain"
        range.base = add({.day = day, .base = owner});
        range.other = add({.day = last, .base = owner});
        rule_ = "day_range";
        row_ = nullptr;
        node = add(range);
        return owned > 0 ? owned : bare;
      }
    }
  }
  // "Nov 18-Dec 19, 2015", "10 August - 12 September"
  int one = Meaning::none;
  int middle = day_month(i, one);
  if (middle == 0) middle = month_day(i, one);
  if (middle == 0 && terms_.is_digits(i)) middle = month_and_day(i, one);
  const bool digits = middle == 0 && terms_.is_digits(i) && !joined_left(i);
  if (digits) middle = year_last(i, one);
  const bool tight = digits && middle > 0 && glued(middle) && glued(middle + 1);  // "1/10/2018-7/10/2018"
  if (middle > 0 && mark(middle, '-') && (at(one).year == Meaning::unknown || tight)) {
    int other = Meaning::none;
    int end = day_month(middle + 1, other);
    if (end == 0) end = month_day(middle + 1, other);
    if (end == 0) end = year_last(middle + 1, other);
    if (end > 0 && at(other).grain != Grain::day) end = 0;
    if (end > 0 && at(one).year != Meaning::unknown && at(other).year == Meaning::unknown) end = 0;
    const bool apart = end > 0 && (at(other).month != at(one).month || at(other).day > at(one).day);
    if (apart) {
      const int year = at(other).year;
      if (year != Meaning::unknown && at(one).year == Meaning::unknown)
        at(one).year = at(other).month < at(one).month ? year - 1 : year;
      range.base = one;
      range.other = other;
      rule_ = "day_range";
      node = add(range);
      return end;
    }
  }
  // "2023-24", "2014-2018"
  if (terms_[i].digits == 4 && is_whole(i, 1500, 2199) && !joined_left(i) &&
      (mark(i + 1, '-') || mark(i + 1, '/') || mark(i + 1, '~')) && glued(i + 1) && glued(i + 2) &&
      terms_.is_digits(i + 2) && !joined_right(i + 2)) {
    int second = number(i + 2);
    if (terms_[i + 2].digits == 2) second += number(i) / 100 * 100;
    const int before = mark(i - 1, '.') ? i - 2 : i - 1;
    if (is(before, Is::label)) return 0;
    const bool two = terms_[i + 2].digits == 2 || terms_[i + 2].digits == 4;
    if (mark(i + 1, '/') && (second != number(i) + 1 || mark(i - 1, '/') || mark(i + 3, '/')))
      return 0;  // "the 2003/04 season"
    if (two && second > number(i) && second - number(i) < 100 && !is(i + 3, Is::counted)) {
      range.grain = Grain::year;
      range.base = add({.grain = Grain::year, .year = number(i)});
      range.other = add({.grain = Grain::year, .year = second});
      rule_ = "year_range";
      row_ = nullptr;
      node = add(range);
      return i + 3;
    }
  }
  return 0;
}

}  // namespace presscut::dates
