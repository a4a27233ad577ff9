// Times of the clock: "19:46", "7 p.m.", "half past three", "noon".
#include <algorithm>
#include <cmath>

#include "dates/grammar.h"

namespace presscut::dates {
namespace {

constexpr int night = 1440;  // of what a word says of the hour

void set_minutes(Meaning& time, int minutes) {
  time.kind = Meaning::Kind::clock;
  time.grain = Grain::minute;
  time.hour = minutes / 60;
  time.minute = minutes % 60;
}

// The hour as the part of the day has it: 5 in the afternoon is 17, 12 at night the end of the day.
void shift_half(Meaning& time, int half) {
  if (half == night) {
    if (time.hour == 12)
      time.hour = time.minute == 0 ? 24 : 0, time.grain = std::min(time.grain, Grain::minute);
    else if (time.hour > 5 && time.hour < 12) time.hour += 12;
    return;
  }
  if (half == 0 && time.hour == 12) time.hour = 0;
  if (half > 0 && time.hour < 12) time.hour += 12;
}

}  // namespace

// "a.m.", "in the afternoon", "at night": moves the hour; returns i where nothing of the kind stands.
int Grammar::half_of_day(int i, Meaning& time) {
  const int j = mark(i, '.') && is(i + 1, Is::half_day) ? i + 1 : i;
  const bool letter = glued(j) && !terms_[j].capital && (mark(j - 2, ':') || is(j - 2, Is::at));  // "at 9p"
  if (is(j, Is::half_day) && (terms_[j].end - terms_[j].start > 1 || letter)) {
    if (time.hour > 12) return j + 1;
    hangs_on(j, Is::half_day);
    shift_half(time, value(j, Is::half_day));
    return j + 1;
  }
  const int part = behind_preposition(i);
  if (part == 0) return i;
  const auto of_day = static_cast<PartOfDay>(value(part, Is::part_of_day));
  const bool after_noon = of_day == PartOfDay::afternoon || of_day == PartOfDay::evening ||
                          (of_day == PartOfDay::night && time.hour > 5);
  if (after_noon && time.hour < 12) time.hour += 12;
  else if (of_day == PartOfDay::night && time.hour == 12) shift_half(time, night);
  return part + 1;
}

// "in the morning", "at night": the place of the part of the day, 0 where none stands.
int Grammar::behind_preposition(int i) {
  if (!is(i, Is::during) && !is(i, Is::at)) return 0;
  const int part = is(i + 1, Is::the) ? i + 2 : i + 1;
  return is(part, Is::part_of_day) ? part : 0;
}

int Grammar::zone(int i) {
  if (mark(i, '(') && is(i + 1, Is::zone) && mark(i + 2, ')') && terms_[i + 1].all_capitals) return i + 3;
  if (is(i, Is::zone) && (terms_[i].all_capitals || value(i, Is::zone) == 1)) {
    if ((mark(i + 1, '+') || mark(i + 1, '-')) && glued(i + 1) && terms_.is_digits(i + 2) && glued(i + 2))
      return i + 3;
    return i + 1;
  }
  if (terms_[i].kind == Term::Kind::word && is(i + 1, Is::zone_noun) &&
      (is(i, Is::zone_name) || (terms_[i].capital && !terms_[i].entry)))
    return i + 2;  // "local time", "Lisbon time"
  if (terms_[i].all_capitals && glued(i) && terms_.spelling(i) == "Z") return i + 1;
  if ((mark(i, '+') || mark(i, '-')) && terms_.is_digits(i + 1) && glued(i + 1)) {
    if (terms_[i + 1].digits == 4) return i + 2;
    if (terms_[i + 1].digits == 2 && mark(i + 2, ':') && terms_[i + 3].digits == 2 && glued(i + 3))
      return i + 4;
  }
  return i;
}

int Grammar::clock_in_digits(int i, Meaning& time, bool bare) {
  if (!terms_.is_digits(i) || terms_[i].ordinal || !terms_[i].has_number ||
      (joined_left(i) && !mark(i - 1, '-')))
    return 0;
  const auto minutes_at = [&](int j) { return terms_[j].digits == 2 && glued(j) && is_whole(j, 0, 59); };
  int j = i + 1;
  if (terms_[i].digits == 3 && is_whole(i, 100, 1259) && number(i) % 100 < 60) {  // "730 p.m."
    set_minutes(time, number(i) / 100 * 60 + number(i) % 100);
    const int half = half_of_day(j, time);
    return half > j ? zone(half) : 0;
  }
  if (terms_[i].digits == 4 && is_whole(i, 0, 2359) && number(i) % 100 < 60) {  // "0730 GMT"
    set_minutes(time, number(i) / 100 * 60 + number(i) % 100);
    const int half = half_of_day(j, time);
    if (half > j) return zone(half);
    const bool hours = is(j, Is::units) && value(j, Is::units) == static_cast<int>(Grain::hour);
    if (is(j, Is::oclock) || is(j, Is::hour_mark) || (hours && terms_[i].digits == 4 && is(i - 1, Is::at)))
      return j + 1;
    const int behind = zone(j);
    return behind > j && !glued(j) && is(j, Is::zone) ? behind : 0;
  }
  if (terms_[i].digits > 2 || !is_whole(i, 0, 24)) return 0;
  set_minutes(time, number(i) * 60);
  if (mark(j, ':') && glued(j) && minutes_at(j + 1)) {
    time.minute = number(j + 1);
    j += 2;
    if (mark(j, ':') && glued(j) && minutes_at(j + 1)) {
      time.second = number(j + 1);
      time.grain = Grain::second;
      j += 2;
      if (mark(j, '.') && glued(j) && terms_.is_digits(j + 1) && glued(j + 1)) j += 2;
    }
    if (mark(j, ':') && glued(j) && terms_.is_digits(j + 1)) return 0;
    if (terms_.is_digits(j) && glued(j)) return 0;
    if (is(j, Is::oclock) || (is(j, Is::hour_mark) && glued(j))) ++j;
    return zone(half_of_day(j, time));
  }
  if (is(j, Is::hour_mark) && glued(j) && minutes_at(j + 1)) {  // "9h30"
    time.minute = number(j + 1);
    return zone(half_of_day(j + 2, time));
  }
  if (const int end = spaced_hour(i, time)) return end;
  if (const int minute = is(j, Is::hour_mark) ? more_or_less(i, time, bare) : 0)
    return zone(half_of_day(minute, time));  // "7 heures et demie du matin"
  const bool oclock = is(j, Is::oclock) && !is(j, Is::units) && !is(j, Is::unit);
  if (oclock || (is(j, Is::hour_mark) && (glued(j) || terms_[j].end - terms_[j].start > 1))) {
    if (!oclock && !bare && half_of_day(j + 1, time) == j + 1) {
      hangs_on(j, Is::hour_mark);
      const int before = i - 1;
      const int behind = is(j + 1, Is::the) ? j + 2 : j + 1;
      const bool hour = glued(j) && (day_follows(j + 1) || is(before, Is::before) || is(before, Is::after) ||
                                     is(before, Is::since) || is(behind, Is::weekday) ||
                                     (behind > j + 1 && day_follows(behind)));
      const bool minutes = terms_[j + 1].digits == 2 && is_whole(j + 1, 0, 59) && ends_here(j + 2);
      const bool listed = (is(before, Is::also) || is(before, Is::alternatively) || mark(before, ',')) &&
                          is(before - 1, Is::hour_mark) && is(before - 3, Is::at);  // "à 9h ou 13h"
      const bool framed = minutes || at_stands_before(i) || listed || is(before, Is::until) ||
                          is(before, Is::from) || is(before, Is::between);
      if (!framed && !hour) return 0;
    }
    if (oclock) hangs_on(j, Is::oclock);
    const bool word = oclock || terms_[j].end - terms_[j].start > 1;
    time.grain = Grain::hour;
    if (terms_[j + 1].digits == 2 && is_whole(j + 1, 0, 59) && word) {  // "15 Uhr 30"
      set_minutes(time, number(i) * 60 + number(j + 1));
      ++j;
    }
    return zone(half_of_day(j + 1, time));
  }
  if (mark(j, '.') && glued(j) && minutes_at(j + 1)) {  // "8.10 pm"
    Meaning dotted = time;
    dotted.minute = number(j + 1);
    const int half = half_of_day(j + 2, dotted);
    const bool hours = is(j + 2, Is::hour_mark) && terms_[j + 2].end - terms_[j + 2].start > 1;
    const bool named = is(j + 2, Is::oclock) || hours;
    if (half > j + 2 || named || (bare && is(i - 1, Is::at))) {
      time = dotted;
      return zone(named ? j + 3 : half);
    }
    return 0;
  }
  if (is(j, Is::clock)) {  // "12 noon"
    set_minutes(time, value(j, Is::clock));
    hangs_on(j, Is::clock);
    return j + 1;
  }
  if (joined_right(i)) return 0;
  if (const int minute = more_or_less(i, time, bare)) return zone(half_of_day(minute, time));
  time.minute = 0;
  time.grain = Grain::hour;
  const int half = half_of_day(j, time);
  if (half > j) {
    if (number(i) == 0 || (is(j, Is::half_day) && number(i) > 12)) return 0;
    return zone(half);
  }
  const int behind = zone(j);
  if (behind > j && is(j, Is::zone) && is(i - 1, Is::at)) return behind;
  const bool asked = bare || (is(i - 1, Is::at) && day_follows(j));
  return asked && is_whole(i, 1, 24) && !mark(j, '%') && !is(j, Is::units) && !is(j, Is::unit) ? j : 0;
}

// "à 21 h 20", "de 9 h à 12 h": the letter apart, where a word before says that a time is meant.
int Grammar::spaced_hour(int i, Meaning& time) {
  const int j = i + 1;
  const bool letter = is(j, Is::hour_mark) && !glued(j) && terms_[j].end - terms_[j].start == 1;
  const bool asked = at_stands_before(i) || is(i - 1, Is::until) || is(i - 1, Is::from) ||
                     is(i - 1, Is::between) || is(i - 1, Is::since);
  if (!letter || !asked) return 0;
  const bool minutes = terms_[j + 1].digits == 2 && is_whole(j + 1, 0, 59) && !joined_right(j + 1);
  hangs_on(j, Is::hour_mark);
  set_minutes(time, number(i) * 60 + (minutes ? number(j + 1) : 0));
  if (!minutes) time.grain = Grain::hour;
  return zone(half_of_day(minutes ? j + 2 : j + 1, time));
}

int Grammar::clock_in_words(int i, Meaning& time, bool bare) {
  if (is(i, Is::clock)) {
    hangs_on(i, Is::clock);
    set_minutes(time, value(i, Is::clock));
    const bool more = is(i + 1, Is::also) || is(i + 1, Is::minutes_more);
    if (more && (is(i + 2, Is::half) || is(i + 2, Is::quarter)) && ends_here(i + 3)) {  // "midi et quart"
      set_minutes(time, value(i, Is::clock) % 1440 + (is(i + 2, Is::half) ? 30 : 15));
      return i + 3;
    }
    const bool spelled = terms_[i + 1].digits == 0 && is_whole(i + 1, 5, 59) && !terms_[i + 1].ordinal;
    if (spelled && stops(i + 2)) {  // "minuit trente"
      set_minutes(time, value(i, Is::clock) % 1440 + number(i + 1));
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
        set_minutes(time, past ? hour + minutes : hour - minutes);
        const int end = is(k + 2, Is::oclock) ? k + 3 : k + 2;
        return zone(half_of_day(end, time));
      }
    }
  }
  if (is(i, Is::half_to) && is_whole(i + 1, 1, 12)) {  // "halb drei"
    hangs_on(i, Is::half_to);
    set_minutes(time, number(i + 1) * 60 - value(i, Is::half_to));
    return zone(half_of_day(i + 2, time));
  }
  const double hours = terms_[i].number;
  const bool half_behind = hours > 0 && hours < 24 && hours - std::floor(hours) == 0.5;
  if (half_behind && terms_[i].digits == 0 && is(i - 1, Is::at)) {  // "las cinco y media" is 5.5
    set_minutes(time, static_cast<int>(hours * 60));
    return zone(half_of_day(i + 1, time));
  }
  const bool hundreds = terms_[i].digits == 0 && is_whole(i, 100, 2400) && number(i) % 100 < 60;
  if (hundreds && is(i - 1, Is::at) && is(i + 1, Is::units) &&
      value(i + 1, Is::units) == static_cast<int>(Grain::hour)) {  // "at sixteen hundred hours"
    set_minutes(time, number(i) / 100 * 60 + number(i) % 100);
    return i + 2;
  }
  if (!is_whole(i, 1, 24) || terms_[i].ordinal || terms_[i].digits > 0) return 0;
  set_minutes(time, number(i) * 60);
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
  if (!is(i, Is::units) || value(i, Is::units) != static_cast<int>(Grain::minute)) return 0;
  const bool part = is(i + 1, Is::half_day) || (is(i + 1, Is::during) && is(i + 2, Is::part_of_day)) ||
                    (is(i + 1, Is::during) && is(i + 2, Is::the) && is(i + 3, Is::part_of_day));
  return asked || part ? i + 1 : 0;
}

// "las tres y cuarto", "trois heures moins le quart": the minutes stand behind the hour.
int Grammar::more_or_less(int i, Meaning& time, bool bare) {
  const int j = is(i + 1, Is::oclock) ? i + 2 : i + 1;
  const bool less = is(j, Is::minutes_less);
  if (!less && !is(j, Is::minutes_more)) return 0;
  const int what = j + 1;
  const bool half = is(what, Is::half), quarter = is(what, Is::quarter);
  if (!half && !quarter && !(is_whole(what, 1, 59) && !terms_[what].ordinal)) return 0;
  const bool hours = is(i + 1, Is::oclock) && (is(i + 1, Is::units) || is(i + 1, Is::unit));  // also last
  const int minutes_end = minutes_named(what + 1, at_stands_before(i));
  const bool plain = hours && !half && !quarter && !less && terms_[what].digits == 0 && stops(what + 1);
  const bool named = is(what + 1, Is::half_day) && terms_[what + 1].end - terms_[what + 1].start > 1;
  if ((hours || (!half && !quarter)) && !bare && !at_stands_before(i) && !named && !plain && minutes_end == 0)
    return 0;
  if ((is(what + 1, Is::units) && minutes_end == 0) || (is(what + 1, Is::unit) && half)) return 0;
  const int minutes = half ? 30 : quarter ? 15 : number(what);
  hangs_on(j, less ? Is::minutes_less : Is::minutes_more);
  set_minutes(time, number(i) * 60 + (less ? -minutes : minutes));
  return minutes_end > 0 ? minutes_end : what + 1;
}

// "at five", "à environ cinq heures"
bool Grammar::at_stands_before(int i) const {
  return is(i - 1, Is::at) || (is(i - 1, Is::approximately) && is(i - 2, Is::at));
}

// Whether a day begins here: "today", "on Friday", "last night".
bool Grammar::day_follows(int i) const {
  const int j = is(i, Is::on) ? i + 1 : i;
  if (is(j, Is::relative_day) || is(j, Is::weekday) || is(j, Is::tonight)) return true;
  if (is(j, Is::direction) && (is(j + 1, Is::part_of_day) || is(j + 1, Is::weekday))) return true;
  return j > i && (is(j, Is::month) || is(j, Is::month_short) || terms_.is_digits(j));
}

// A time; `bare` where a day stands beside it, so that a lone number may be one.
int Grammar::clock(int i, int& node, bool bare) {
  Meaning time;
  int end = clock_in_digits(i, time, bare);
  if (end == 0) end = clock_in_words(i, time, bare);
  if (end == 0 || time.hour < 0 || time.hour > 24 || (time.hour == 24 && time.minute > 0)) return 0;
  bool named_half = is(i, Is::clock) || time.hour > 11 || time.hour == 0;
  for (int k = i; k < end; ++k)
    named_half = named_half || is(k, Is::half_day) || is(k, Is::part_of_day) || is(k, Is::zone);
  time.either_half = !named_half;
  rule_ = "clock";
  node = add(time);
  return end;
}

}  // namespace presscut::dates
