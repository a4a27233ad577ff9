// Two times of the clock as one: "5-6 pm", "from 10 a.m. to noon", "between 0730 and 0930".
#include "dates/grammar.h"

namespace presscut::dates {
namespace {

int minutes(const Meaning& time) { return time.hour * 60 + time.minute; }

}  // namespace

// "0730": four digits, which only the other end or a word makes a time.
bool Grammar::is_military(int i) const {
  return terms_[i].digits == 4 && is_whole(i, 0, 2359) && number(i) % 100 < 60;
}

// "three thirty": an hour and its minutes in words, where nothing is counted by them.
bool Grammar::is_spelled_time(int i) const {
  const int j = after_hyphen(i + 1);
  return is_whole(i, 1, 12) && terms_[i].digits == 0 && !terms_[i].ordinal && is_whole(j, 10, 59) &&
         terms_[j].digits == 0 && !terms_[j].ordinal &&
         (ends_here(j + 1) || is(j + 1, Is::half_day) || is(j + 1, Is::relative_day));
}

// The first time, or the number that may be one for the sake of the second; `whole` tells which.
int Grammar::range_begin(int i, bool opened, Meaning& first, bool& whole) {
  int end = clock_in_digits(i, first, false);
  if (end == 0) end = clock_in_words(i, first, opened && is_spelled_time(i));
  whole = end > 0;
  if (whole) return end;
  if (opened && is_military(i) && number(i) < 1000 && is_military(i + 2)) {  // no years
    first.set_clock(number(i) / 100 * 60 + number(i) % 100);
    whole = true;
    return i + 1;
  }
  if (!is_whole(i, 0, 24) || terms_[i].ordinal || terms_[i].digits > 2 || joined_left(i)) return 0;
  if (mark(i + 1, '.') || mark(i + 1, ',') || mark(i + 1, ':')) return 0;
  first.set_clock(number(i) * 60, Grain::hour);
  return i + 1;
}

// The second time.
int Grammar::range_end(int i, const RangeFrame& frame, Meaning& second) {
  const bool bare = frame.bare;
  if (int day = 0; day_month(i, day) > 0) return 0;  // "at 9 a.m. to 13 May"
  if (frame.whole && is_military(i) && is_military(i - 2)) {
    second.set_clock(number(i) / 100 * 60 + number(i) % 100);
    return zone(i + 1);
  }
  int end = clock_in_digits(i, second, bare || (frame.framed && frame.whole));
  if (end == 0) end = clock_in_words(i, second, bare || (frame.opened && frame.whole));
  if (end > 0 || !is_whole(i, 1, 24) || terms_[i].digits > 2 || joined_right(i)) return end;
  const bool asked = bare || frame.opened || frame.dash;
  const bool closed = stops(i + 1) || day_follows(i + 1) || zone(i + 1) > i + 1;
  const bool named = frame.whole && terms_[i].digits > 0 && asked && (closed || bare);
  const bool both = !frame.whole && asked && (bare || day_follows(i + 1));
  if (!named && !both) return 0;
  second.set_clock(number(i) * 60, Grain::hour);
  return zone(i + 1);
}

// Whether a word from `i` to `end` says in which half of the day a time lies.
bool Grammar::names_half(int i, int end) const {
  for (int j = i; j < end; ++j)
    if (is(j, Is::half_day) || is(j, Is::part_of_day) || is(j, Is::clock)) return true;
  return false;
}

// "9-5", "5 to 6 pm", "10-2 pm": a time that does not say its half of the day takes it from the other one.
void Grammar::share_half(Meaning& first, Meaning& second, bool first_named, bool second_named,
                         bool second_half) {
  const bool named = first_named || first.hour > 12;
  if (!named && second_named && second.hour >= 12 && first.hour < 12 &&
      minutes(first) + 12 * 60 <= minutes(second))
    first.hour += 12;
  if (named && first.hour >= 12 && second.hour < 12 && second.hour + 12 > first.hour && !second_half)
    second.hour += 12;
  if (!named && !second_half && second.hour != 0 && second.hour < first.hour && second.hour < 12)
    second.hour += 12;
}

// Two times as one: "5-6 pm", "from 10 a.m. to noon", "between 9:30 and 11:00". The first may lack what the
// second has.
int Grammar::clock_range(int i, int& node, bool bare) {
  RangeFrame frame{.bare = bare, .framed = is(i, Is::between) || is(i - 1, Is::between)};
  if (value(i, Is::from) == 1 && !mark(i + 2, ':') && terms_[i + 1].digits > 0 && !is(i + 2, Is::hour_mark))
    return 0;  // "du 12 au 14" is of days
  const int j = is(i, Is::from) || is(i, Is::between) ? i + 1 : i;
  frame.opened = j > i || is(j - 1, Is::from) || frame.framed;
  Meaning first, second;
  const int middle = range_begin(j, frame.opened, first, frame.whole);
  if (middle == 0) return 0;
  frame.dash = mark(middle, '-') || mark(middle, '~');
  if (!frame.dash && !is(middle, Is::until) && !(frame.framed && is(middle, Is::also))) return 0;
  const int k = is(middle + 1, Is::at) ? middle + 2 : middle + 1;
  const int end = range_end(k, frame, second);
  if (end == 0 || second.hour < 0 || second.hour > 24) return 0;
  const bool first_named = names_half(j, middle), second_named = names_half(k, end);
  share_half(first, second, first_named, second_named || second.hour == 12 || !terms_.is_digits(k),
             is(end - 1, Is::half_day));
  const bool counts_on = first.hour > 12 || second.hour > 12;  // the hours of a day of 24
  first.either_half = !first_named && !counts_on;
  second.either_half = !second_named && !counts_on;
  Meaning range{.kind = Meaning::Kind::range, .grain = Grain::minute};
  range.base = add(first);
  range.other = add(second);
  rule_ = "clock_range";
  node = add(range);
  return end;
}

}  // namespace presscut::dates
