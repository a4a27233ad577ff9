// Times of the clock in words: "half past three", "las tres y cuarto", "huit heures moins vingt minutes".
#include <cmath>

#include "dates/grammar.h"

namespace presscut::dates {

int Grammar::clock_in_words(int i, Meaning& time, bool bare) {
  if (is(i, Is::clock)) {
    hangs_on(i, Is::clock);
    time.set_clock(value(i, Is::clock));
    const bool more = is(i + 1, Is::also) || is(i + 1, Is::minutes_more);
    if (more && (is(i + 2, Is::half) || is(i + 2, Is::quarter)) && ends_here(i + 3)) {  // "midi et quart"
      time.set_clock(value(i, Is::clock) % 1440 + (is(i + 2, Is::half) ? 30 : 15));
      return i + 3;
    }
    const bool spelled = terms_[i + 1].digits == 0 && is_whole(i + 1, 1, 59) && !terms_[i + 1].ordinal;
    if (spelled && stops(i + 2)) {  // "minuit trente", "midi deux"
      time.set_clock(value(i, Is::clock) % 1440 + number(i + 1));
      return i + 2;
    }
    return i + 1;
  }
  // "half past three", "quarter to five", "ten past 9"
  int j = is(i, Is::a) && is(i + 1, Is::quarter) ? i + 1 : i;
  int minutes = Meaning::unknown;
  if (is(j, Is::half)) minutes = 30;
  else if (is(j, Is::quarter)) minutes = 15;
  else if (is_whole(j, 1, 59) && !terms_[j].ordinal) minutes = number(j);
  if (minutes != Meaning::unknown) {
    int k = j + 1;
    const bool named = value(k, Is::units) == static_cast<int>(Grain::minute) ||
                       value(k, Is::unit_short) == static_cast<int>(Grain::minute);
    if (named) ++k;  // "20 min past eight"
    const bool past = is(k, Is::past_hour), to = is(k, Is::to_hour);
    const bool hours = to && terms_[j].digits > 0 && is_whole(j, 1, 12);  // "5 to 6 pm" lasts an hour
    if ((past || to) && !hours && (is_whole(k + 1, 1, 12) || is(k + 1, Is::clock))) {
      const bool part = is(j, Is::half) || is(j, Is::quarter) || k > j + 1;
      const bool asked =
          is(i - 1, Is::at) || day_follows(k + 2) || is(k + 2, Is::half_day) || is(k + 2, Is::oclock);
      if (part || (past && bare) || asked) {
        const int hour = is(k + 1, Is::clock) ? value(k + 1, Is::clock) : number(k + 1) * 60;
        if (terms_[j].entry) hangs_on(past ? k : k, past ? Is::past_hour : Is::to_hour);
        time.set_clock(past ? hour + minutes : hour - minutes);
        const int end = is(k + 2, Is::oclock) ? k + 3 : k + 2;
        return zone(half_of_day(end, time));
      }
    }
  }
  if (is(i, Is::half_to) && is_whole(i + 1, 1, 12)) {  // "halb drei"
    hangs_on(i, Is::half_to);
    time.set_clock(number(i + 1) * 60 - value(i, Is::half_to));
    return zone(half_of_day(i + 2, time));
  }
  const double hours = terms_[i].number;
  const bool half_behind = hours > 0 && hours < 24 && hours - std::floor(hours) == 0.5;
  if (half_behind && terms_[i].digits == 0 && is(i - 1, Is::at)) {  // "las cinco y media" is 5.5
    time.set_clock(static_cast<int>(hours * 60));
    return zone(half_of_day(i + 1, time));
  }
  const bool hundreds = terms_[i].digits == 0 && is_whole(i, 100, 2400) && number(i) % 100 < 60;
  if (hundreds && is(i - 1, Is::at) && is(i + 1, Is::units) &&
      value(i + 1, Is::units) == static_cast<int>(Grain::hour)) {  // "at sixteen hundred hours"
    time.set_clock(number(i) / 100 * 60 + number(i) % 100);
    return i + 2;
  }
  if (!is_whole(i, 1, 24) || terms_[i].ordinal || terms_[i].digits > 0) return 0;
  time.set_clock(number(i) * 60);
  time.grain = Grain::hour;
  j = i + 1;
  const int minute = more_or_less(i, time, bare);
  if (minute > 0) return zone(half_of_day(minute, time));
  const bool unit = is(j, Is::units) || is(j, Is::unit);
  const bool more = is_whole(j + 1, 1, 59) && !terms_[j + 1].ordinal &&
                    (ends_here(j + 2) || minutes_named(j + 2, at_stands_before(i)) > 0);
  const bool hour = bare || more || at_stands_before(i) ||
                    (stops(i - 1) && number(i) > 1 && day_follows(j + 1));  // "Dix heures mercredi matin"
  if (is(j, Is::oclock) && (!unit || hour || half_of_day(j + 1, time) > j + 1)) {
    hangs_on(j, Is::oclock);
    ++j;
    if (is(j, Is::also) && (is(j + 1, Is::half) || is(j + 1, Is::quarter))) ++j;
    if (is(j, Is::half)) time.minute = 30, ++j;
    else if (is_whole(j, 1, 59) && !terms_[j].ordinal && (more || terms_[j].digits == 0))
      time.minute = number(j), ++j;
    if (time.minute > 0) time.grain = Grain::minute;
    if (const int named = minutes_named(j, at_stands_before(i))) j = named;
    return zone(half_of_day(j, time));
  }
  const int half = half_of_day(j, time);
  if (half > j) return zone(half);
  const int of_hour = after_hyphen(j);
  const bool past_hour = is_whole(of_hour, 10, 59) && terms_[of_hour].digits == 0 &&
                         !terms_[of_hour].ordinal && is(of_hour + 1, Is::half_day);
  if (past_hour) {  // "ten thirty a.m."
    time.minute = number(of_hour);
    time.grain = Grain::minute;
    return zone(half_of_day(of_hour + 1, time));
  }
  const bool asked = is(i - 1, Is::at);
  if (!bare && !asked) return 0;
  if (is(j, Is::also) && (is(j + 1, Is::half) || is(j + 1, Is::quarter))) {  // "las tres y media"
    time.minute = is(j + 1, Is::half) ? 30 : 15;
    return half_of_day(j + 2, time);
  }
  j = after_hyphen(j);
  if (is_whole(j, 10, 59) && terms_[j].digits == 0 && !terms_[j].ordinal && !is(j + 1, Is::units)) {
    time.minute = number(j);  // "three thirty"
    time.grain = Grain::minute;
    return half_of_day(j + 1, time);
  }
  return bare && ends_here(j) ? j : 0;
}

// "(huit heures vingt) minutes (du soir)": the place behind the unit, where a word says that a time is meant.
int Grammar::minutes_named(int i, bool asked) const {
  const bool minutes = value(i, Is::units) == static_cast<int>(Grain::minute) && is(i, Is::units);
  const bool minute = value(i, Is::unit) == static_cast<int>(Grain::minute) && is(i, Is::unit);
  if (!minutes && !minute) return 0;
  const bool part = is(i + 1, Is::half_day) || (is(i + 1, Is::during) && is(i + 2, Is::part_of_day)) ||
                    (is(i + 1, Is::during) && is(i + 2, Is::the) && is(i + 3, Is::part_of_day));
  return asked || part ? i + 1 : 0;
}

// "las tres y cuarto", "trois heures moins le quart": the minutes stand behind the hour.
int Grammar::more_or_less(int i, Meaning& time, bool bare) {
  const bool mark_behind = terms_.is_digits(i) && is(i + 1, Is::hour_mark);  // "8 h et vingt minutes"
  const int j = is(i + 1, Is::oclock) || mark_behind ? i + 2 : i + 1;
  const bool less = is(j, Is::minutes_less);
  if (!less && !is(j, Is::minutes_more)) return 0;
  const int what = j + 1;
  const bool half = is(what, Is::half), quarter = is(what, Is::quarter);
  if (!half && !quarter && !(is_whole(what, 1, 59) && !terms_[what].ordinal)) return 0;
  const bool hours =
      mark_behind || (is(i + 1, Is::oclock) && (is(i + 1, Is::units) || is(i + 1, Is::unit)));  // also last
  const int minutes_end = minutes_named(what + 1, at_stands_before(i));
  const bool plain = hours && !half && !quarter && !less && terms_[what].digits == 0 && stops(what + 1);
  const bool named = is(what + 1, Is::half_day) && terms_[what + 1].end - terms_[what + 1].start > 1;
  if ((hours || (!half && !quarter)) && !bare && !at_stands_before(i) && !named && !plain && minutes_end == 0)
    return 0;
  if ((is(what + 1, Is::units) && minutes_end == 0) || (is(what + 1, Is::unit) && half)) return 0;
  const int minutes = half ? 30 : quarter ? 15 : number(what);
  hangs_on(j, less ? Is::minutes_less : Is::minutes_more);
  time.set_clock(number(i) * 60 + (less ? -minutes : minutes));
  return minutes_end > 0 ? minutes_end : what + 1;
}

}  // namespace presscut::dates
