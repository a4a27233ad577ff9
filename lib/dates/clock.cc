// Times of the clock: "19:46", "7 p.m.", "half past three", "noon".
#include <algorithm>

#include "dates/grammar.h"

namespace presscut::dates {
namespace {

constexpr int night = 1440;  // of what a word says of the hour

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
  const bool code = terms_[j + 1].digits > 0 && glued(j + 1);                                     // "3am3x7"
  if (is(j, Is::half_day) && !code && (terms_[j].end - terms_[j].start > 1 || letter)) {
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
    const bool written_out = mark(i - 4, ':') || terms_.spelling(i - 4) == "T";  // not of "8:00-20:00"
    if (terms_[i + 1].digits == 2 && mark(i + 2, ':') && terms_[i + 3].digits == 2 && glued(i + 3) &&
        (written_out || mark(i, '+')))
      return i + 4;
  }
  return i;
}

int Grammar::clock_in_digits(int i, Meaning& time, bool bare) {
  const auto day_before = [&] {  // "2024.14:15"
    return mark(i - 1, '.') && terms_[i - 2].digits == 4 && mark(i + 1, ':');
  };
  if (!terms_.is_digits(i) || terms_[i].ordinal || !terms_[i].has_number ||
      (joined_left(i) && !mark(i - 1, '-') && !day_before()))
    return 0;
  const auto minutes_at = [&](int j) { return terms_[j].digits == 2 && glued(j) && is_whole(j, 0, 59); };
  int j = i + 1;
  if (terms_[i].digits == 3 && is_whole(i, 100, 1259) && number(i) % 100 < 60) {  // "730 p.m."
    time.set_clock(number(i) / 100 * 60 + number(i) % 100);
    const int half = half_of_day(j, time);
    return half > j ? zone(half) : 0;
  }
  if (terms_[i].digits == 4 && is_whole(i, 0, 2359) && number(i) % 100 < 60) {  // "0730 GMT"
    time.set_clock(number(i) / 100 * 60 + number(i) % 100);
    const int half = half_of_day(j, time);
    if (half > j) return zone(half);
    const bool hours = is(j, Is::units) && value(j, Is::units) == static_cast<int>(Grain::hour);
    if (is(j, Is::oclock) || is(j, Is::hour_mark) || (hours && terms_[i].digits == 4 && is(i - 1, Is::at)))
      return j + 1;
    const int behind = zone(j);
    return behind > j && !glued(j) && is(j, Is::zone) ? behind : 0;
  }
  if (terms_[i].digits > 2 || !is_whole(i, 0, 24)) return 0;
  time.set_clock(number(i) * 60);
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
    if (is(j, Is::oclock) || (is(j, Is::hour_mark) && (glued(j) || ends_here(j + 1)))) ++j;
    return zone(half_of_day(j, time));
  }
  if (is(j, Is::hour_mark) && glued(j) && minutes_at(j + 1)) {  // "9h30"
    time.minute = number(j + 1);
    return zone(half_of_day(j + 2, time));
  }
  if (const int end = spaced_hour(i, time)) return end;
  if (const int minute = is(j, Is::hour_mark) ? more_or_less(i, time, bare) : 0)
    return zone(half_of_day(minute, time));  // "7 heures et demie du matin"
  if (is(j, Is::hour_mark) && is_whole(i, 13, 23) && is(j + 1, Is::every) && is(j + 2, Is::weekday)) {
    time.grain = Grain::hour;  // "16 heures chaque lundi": nobody does anything so long
    hangs_on(j, Is::hour_mark);
    return j + 1;
  }
  const bool oclock = is(j, Is::oclock) && !is(j, Is::units) && !is(j, Is::unit);
  if (oclock || (is(j, Is::hour_mark) && (glued(j) || terms_[j].end - terms_[j].start > 1))) {
    if (!oclock && !bare && half_of_day(j + 1, time) == j + 1) {
      hangs_on(j, Is::hour_mark);
      const int before = i - 1;
      const int behind = is(j + 1, Is::the) ? j + 2 : j + 1;
      const bool lasts = is(j + 1, Is::of) && !day_follows(j + 2);  // "après 12h de marche"
      const bool hour =
          glued(j) && !lasts &&
          (day_follows(j + 1) || is(before, Is::before) || is(before, Is::after) || is(before, Is::since) ||
           is(behind, Is::weekday) || (behind > j + 1 && day_follows(behind)));
      const bool minutes = terms_[j + 1].digits == 2 && is_whole(j + 1, 0, 59) && ends_here(j + 2);
      const bool listed = (is(before, Is::also) || is(before, Is::alternatively) || mark(before, ',')) &&
                          is(before - 1, Is::hour_mark) && is(before - 3, Is::at);  // "à 9h ou 13h"
      const bool from = is(before, Is::from) && (!is(before, Is::of) || is(j + 1, Is::until));
      const bool framed = minutes || at_stands_before(i) || listed || is(before, Is::until) || from ||
                          is(before, Is::between);
      if (!framed && !hour && !is_lone_hour(i)) return 0;
    }
    if (oclock) hangs_on(j, Is::oclock);
    const bool word = oclock || terms_[j].end - terms_[j].start > 1;
    time.grain = Grain::hour;
    if (terms_[j + 1].digits == 2 && is_whole(j + 1, 0, 59) && word) {  // "15 Uhr 30"
      time.set_clock(number(i) * 60 + number(j + 1));
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
    time.set_clock(value(j, Is::clock));
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
  const bool asked = bare || (is(i - 1, Is::at) && day_follows(after_comma(j))) ||
                     (is(j, Is::tonight) && is_whole(i, 1, 12) && stops(i - 1));  // "11 tonight"
  return asked && is_whole(i, 1, 24) && !mark(j, '%') && !is(j, Is::units) && !is(j, Is::unit) ? j : 0;
}

// "samedi 20h", "18h : ouverture", "9h-18h", "(14-18h)": an hour that no word asks for; "12h de marche"
// lasts.
bool Grammar::is_lone_hour(int i) const {
  const auto hour = [&](int k) { return terms_.is_digits(k) && terms_[k].digits <= 2 && is_whole(k, 5, 23); };
  const auto named = [&](int k) { return hour(k) && is(k + 1, Is::hour_mark) && glued(k + 1); };
  const auto links = [&](int k) { return mark(k, '-') || is(k, Is::until); };
  const auto lasts = [&](int k) {
    for (const Is length : {Is::of, Is::per, Is::later, Is::earlier, Is::ago, Is::every, Is::more})
      if (is(k + 2, length) && !is(k + 2, Is::until)) return true;
    return false;
  };
  if (!named(i) || lasts(i)) return false;
  if (links(i + 2) && named(i + 3)) return !lasts(i + 3);
  const bool range = links(i - 1) && (is(i - 2, Is::hour_mark) || hour(i - 2));
  const int first = !range ? i : is(i - 2, Is::hour_mark) ? i - 3 : i - 2;
  if (range && first == i - 3 && named(first)) return true;
  const int before = mark(first - 1, ',') ? first - 2 : first - 1;
  for (const Is day :
       {Is::weekday, Is::month, Is::month_short, Is::relative_day, Is::part_of_day, Is::tonight})
    if (is(before, day)) return true;
  if (terms_[before].digits == 4 && is(before - 1, Is::month)) return true;
  if (terms_.is_digits(before) && is(before - 1, Is::unit)) return true;   // "semaine 10 20h"
  if (is(before, Is::unit) && is(before - 1, Is::direction)) return true;  // "cette semaine 20h"
  return stops(first - 1) && (stops(i + 2) || range);
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
  time.set_clock(number(i) * 60 + (minutes ? number(j + 1) : 0));
  if (!minutes) time.grain = Grain::hour;
  return zone(half_of_day(minutes ? j + 2 : j + 1, time));
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
