// Days in digits: 2024-10-25, 25.10.2024, 10/25/24, 2024-10.
#include "dates/grammar.h"

namespace presscut::dates {

int Grammar::numeric(int i, int& node) {
  if (!terms_.is_digits(i) || terms_[i].ordinal || joined_left(i)) return 0;
  int end = year_first(i, node);
  if (end == 0) end = compact_day(i, node);
  if (end == 0) end = year_last(i, node);
  if (end == 0) end = month_and_day(i, node);
  if (end > 0) row_ = nullptr;
  return end;
}

// "2018 March 18", "2018 Aug": where nothing goes on behind it.
int Grammar::year_month_words(int i, int& node) {
  int month = 0, day = 0;
  bool sure = true;
  const int j = month_name(i + 1, month, sure);
  if (j == 0 || !terms_[i + 1].capital || glued(i + 1)) return 0;
  if (is(i - 1, Is::within) || is(i - 1, Is::month) || terms_.is_digits(i - 1) || mark(i - 1, ',')) return 0;
  const int behind = day_number(j, day);
  const bool whole_day = behind > 0 && stops(behind) && is_day(number(i), month, day);
  if (!whole_day && (!stops(j) || is(i + 1, Is::month_or_word))) return 0;
  rule_ = whole_day ? "year_month_day" : "year_month";
  node = add({.grain = whole_day ? Grain::day : Grain::month,
              .year = number(i),
              .month = month,
              .day = whole_day ? day : Meaning::unknown});
  return whole_day ? behind : j;
}

// "20161016"
int Grammar::compact_day(int i, int& node) {
  if (terms_[i].digits != 8 || !is_whole(i, 1980'01'01, 2039'12'31) || joined_right(i)) return 0;
  const int year = number(i) / 10000, month = number(i) / 100 % 100, day = number(i) % 100;
  const bool ruled_out = is(i - 1, Is::label) || is(i + 1, Is::counted) || mark(i - 1, '$') ||
                         mark(i - 1, '#') || mark(i - 1, '+') || mark(i + 1, '%');
  if (!is_day(year, month, day) || ruled_out) return 0;
  rule_ = "year_month_day";
  node = add({.year = year, .month = month, .day = day});
  return i + 1;
}

// "2016 10 16": where no other number stands beside it.
int Grammar::spaced_year_first(int i, int& node) {
  const auto two = [&](int j) { return terms_[j].digits == 2 && !glued(j); };
  if (!two(i + 1) || !two(i + 2) || terms_.is_digits(i + 3) || terms_.is_digits(i - 1)) return 0;
  if (!is_whole(i, 1900, 2099) || joined_right(i + 2) || !ends_here(i + 3) || is(i - 1, Is::label)) return 0;
  if (!is_whole(i + 1, 1, 12) || !is_day(number(i), number(i + 1), number(i + 2))) return 0;
  rule_ = "year_month_day";
  node = add({.year = number(i), .month = number(i + 1), .day = number(i + 2)});
  return i + 3;
}

int Grammar::year_first(int i, int& node) {
  if (terms_[i].digits != 4 || !is_whole(i, 1000, 2999)) return 0;
  if (const int end = spaced_year_first(i, node)) return end;
  if (const int end = year_month_words(i, node)) return end;
  const char mark_between = terms_[i + 1].mark;
  if (mark_between != '-' && mark_between != '/' && mark_between != '.') return 0;
  if (!glued(i + 1) || !glued(i + 2)) return 0;
  const int year = number(i);
  int month = 0;
  bool sure = true;
  int j = i + 3;
  const bool month_last = terms_[i + 2].digits > 0 && mark(j, mark_between) && glued(j) && glued(j + 1);
  if (const int end = month_last ? month_name(j + 1, month, sure) : 0) {  // "2020/23/Sep"
    if (!is_whole(i + 2, 1, 31) || !is_day(year, month, number(i + 2))) return 0;
    rule_ = "year_day_month";
    node = add({.year = year, .month = month, .day = number(i + 2)});
    return end;
  }
  if (is_whole(i + 2, 1, 12) && terms_[i + 2].digits > 0 && terms_[i + 2].digits <= 2) month = number(i + 2);
  else if (mark_between == '.' || month_name(i + 2, month, sure) == 0) return 0;
  if (mark(j, mark_between) && glued(j) && glued(j + 1) && terms_.is_digits(j + 1)) {
    const int day = number(j + 1);
    if (terms_[j + 1].digits > 2 || joined_right(j + 1) || !is_day(year, month, day)) return 0;
    rule_ = "year_month_day";
    node = add({.year = year, .month = month, .day = day});
    return j + 2;
  }
  const bool season = month == (year + 1) % 100;  // "2003-04": two years
  const bool short_month = terms_[i + 2].digits == 1 && is(i - 1, Is::within) && ends_here(j);  // "in 2015-3"
  if (mark_between != '-' || season || joined_right(i + 2)) return 0;
  if (terms_[i + 2].digits != 2 && !short_month) return 0;
  rule_ = "year_month";
  node = add({.grain = Grain::month, .year = year, .month = month});
  return j;
}

// "20 02 2014": only with blanks, where days stand first and no other number stands beside it.
int Grammar::spaced_day(int i, int& node) {
  const auto number_at = [&](int j) { return terms_.is_digits(j); };
  const bool alone = number_at(i + 1) && number_at(i + 2) && !number_at(i + 3) && !number_at(i - 1);
  if (!alone || order_ != Order::day_first || glued(i + 1) || glued(i + 2)) return 0;
  const bool article = is(i - 1, Is::day_article);  // "le 20 2 14"
  const int digits = terms_[i + 2].digits;
  if (terms_[i].digits > 2 || terms_[i + 1].digits > 2 || joined_right(i + 2)) return 0;
  const bool framed = stops(i + 3) && terms_[i - 1].kind == Term::Kind::word && !is(i - 1, Is::label);
  if (!article && ((terms_[i + 1].digits != 2 && !framed) || digits != 4)) return 0;
  const int day = number(i), month = number(i + 1), year = number(i + 2) + (digits == 2 ? 2000 : 0);
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || !is_day(year, month, day)) return 0;
  rule_ = "day_month_year";
  node = add({.year = year, .month = month, .day = day});
  return i + 3;
}

int Grammar::year_last(int i, int& node) {
  if (const int end = spaced_day(i, node)) return end;
  const char between = terms_[i + 1].mark;
  if (between != '-' && between != '/' && between != '.') return 0;
  if (terms_[i].digits > 2 || !glued(i + 1) || !glued(i + 2) || !terms_.is_digits(i + 2)) return 0;
  if (terms_[i + 2].digits == 4 && between != '.' && is_whole(i, 1, 12) && is_whole(i + 2, 1900, 2099) &&
      !joined_right(i + 2)) {
    rule_ = "month_year";  // 12/2015
    node = add({.grain = Grain::month, .year = number(i + 2), .month = number(i)});
    return i + 3;
  }
  if (!mark(i + 3, between) || !glued(i + 3) || !glued(i + 4) || !terms_.is_digits(i + 4)) return 0;
  const int digits = terms_[i + 4].digits;
  if (terms_[i + 2].digits > 2 || (digits != 4 && digits != 2)) return 0;
  if (mark(i + 5, between) && glued(i + 5) && terms_.is_digits(i + 6) && glued(i + 6)) return 0;
  if (digits == 2 && (joined_right(i + 4) || between == '-' || terms_[i].digits + terms_[i + 2].digits < 4) &&
      between != '/')
    return 0;
  int year = number(i + 4);
  if (digits == 2) year += year < 50 ? 2000 : 1900;
  if (year < 1000 || year > 2999) return 0;
  int day = number(i), month = number(i + 2);
  const bool either = day <= 12 && month <= 12 && day != month;
  const Order order = between == '.' && order_ == Order::unknown ? Order::day_first : order_;
  if (either && order == Order::unknown) return 0;
  const bool dotted = between == '.' && order_ != Order::month_first;
  if (either ? order == Order::month_first && !dotted : month > 12) std::swap(day, month);
  if (!is_day(year, month, day)) return 0;
  rule_ = "day_month_year";
  node = add({.year = year, .month = month, .day = day});
  return i + 5;
}

// "(23/12) avant 17h", "(23/12) 9:30": whether an hour stands behind a day.
bool Grammar::hour_follows(int i) const {
  const bool opened =
      is(i, Is::before) || is(i, Is::after) || is(i, Is::between) || is(i, Is::from) || is(i, Is::since);
  const int j = opened ? i + 1 : i;
  if (terms_[j].digits == 0 || terms_[j].digits > 2 || !is_whole(j, 0, 24) || !glued(j + 1)) return false;
  return is(j + 1, Is::hour_mark) || is(j + 1, Is::half_day) ||
         (mark(j + 1, ':') && terms_[j + 2].digits == 2);
}

// Whether a day like "11/20" stands before the comma, "and" or "or" of a list.
bool Grammar::is_day_in_list(int i) const {
  const bool link = is(i, Is::also) || is(i, Is::alternatively);
  const int last = link ? i - 1 : i;
  return (link || mark(i + 1, ',')) && terms_.is_digits(last) && mark(last - 1, '/') &&
         terms_.is_digits(last - 2);
}

// "2/15" is a day only where something says so: a word before it, a time or a clause end behind it; "15.2."
// with its stops where days are written so.
int Grammar::month_and_day(int i, int& node) {
  const char between = terms_[i + 1].mark;
  const bool dotted = between == '.' && is(i + 1, Is::ordinal_end) && order_ == Order::day_first;
  if ((between != '/' && !dotted) || !glued(i + 1) || !glued(i + 2) || !terms_.is_digits(i + 2)) return 0;
  if (terms_[i].digits > 2 || terms_[i + 2].digits > 2 || joined_right(i + 2)) return 0;
  if (mark(i + 3, '/') && glued(i + 3)) return 0;
  const int before = mark(i - 1, ',') ? i - 2 : i - 1;
  const bool asked = is(before, Is::on) || is(before, Is::until) || is(before, Is::from) ||
                     is(before, Is::since) || is(before, Is::before) || is(before, Is::after) ||
                     is(before, Is::weekday) || is(before, Is::weekday_or_word) || is(before, Is::between) ||
                     is(before, Is::direction) || (before < 0 && !dotted) || is(i + 3, Is::at) ||
                     is_day_in_list(before) || hour_follows(i + 3);
  const bool closed = dotted && (terms_[i + 2].ordinal || (mark(i + 3, '.') && glued(i + 3)));
  const bool rating = before < 0 && (is_whole(i + 2, 5, 5) || is_whole(i + 2, 10, 10)) && !is(i + 3, Is::at);
  if ((!asked && !closed) || (rating && !dotted) || is(i + 3, Is::of) || order_ == Order::unknown) return 0;
  int month = number(i), day = number(i + 2);
  if (order_ == Order::day_first ? month <= 31 && day <= 12 : month > 12) std::swap(month, day);
  const int end = closed && !terms_[i + 2].ordinal ? i + 4 : i + 3;
  const bool dated = mark(end, ',') && terms_[end + 1].digits == 4 && is_whole(end + 1, 1900, 2199) &&
                     !joined_right(end + 1) && ends_here(end + 2);  // "7/5, 2020"
  const int year = dated ? number(end + 1) : Meaning::unknown;
  if (!is_day(dated ? year : 2024, month, day)) return 0;
  rule_ = "month_and_day";
  node = add({.year = year, .month = month, .day = day});
  return dated ? end + 2 : end;
}

}  // namespace presscut::dates
