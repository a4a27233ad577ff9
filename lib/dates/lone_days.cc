// Days and months that another word or number names: "the 15th", "June 18 and 19", "the month of May", "la
// journée de mercredi".
#include "dates/grammar.h"

namespace presscut::dates {

// "the 15th", where nothing else follows that the number could count.
int Grammar::day_alone(int i, int& node) {
  // "20 of next month", "20th of the current month"
  const int which = is(i + 2, Is::the) ? i + 3 : i + 2;
  if (is_whole(i, 1, 31) && terms_[i].digits > 0 && terms_[i].digits <= 2 && is(i + 1, Is::of) &&
      !joined_left(i) && is(which, Is::direction) && is(which + 1, Is::unit) &&
      value(which + 1, Is::unit) == static_cast<int>(Grain::month)) {
    rule_ = "day";
    node = add({.day = number(i)});
    return i + 1;
  }
  const bool said = is(i + 1, Is::unit) && value(i + 1, Is::unit) == static_cast<int>(Grain::day);
  const int bare = said ? i + 2 : i + 1;  // "el día 16"
  if (const int end = is(i, Is::day_article) ? weekday_behind(bare, node) : 0) return end;
  const bool plain = is(i, Is::day_article) && is_whole(bare, 1, 31) && terms_[bare].digits > 0 &&
                     terms_[bare].digits <= 2 && !terms_[bare].ordinal && !joined_right(bare) &&
                     (ends_here(bare + 1) || is(bare + 1, Is::direction)) && !is(bare + 1, Is::also) &&
                     (!is(bare + 1, Is::of) || is(bare + 3, Is::hour_mark) ||
                      (terms_.is_digits(bare + 2) && is(bare + 3, Is::until) &&
                       terms_.is_digits(bare + 4)));  // "le 17 de 14h à 16h", "le 17 de 14 à 16"
  if (plain) {                                        // "le 16"
    hangs_on(i, Is::day_article);
    rule_ = "day";
    node = add({.day = number(bare)});
    return bare + 1;
  }
  if (!is(i, Is::the) && !is(i - 1, Is::on)) return 0;
  const int before = i - 1;
  const bool asked = is(before, Is::on) || is(before, Is::at) || is(before, Is::until) ||
                     is(before, Is::since) || is(before, Is::from) || is(before, Is::before) ||
                     is(before, Is::after) || is(before, Is::between) || is(before, Is::also) || before < 0 ||
                     (is(before, Is::week_of) && is(before - 1, Is::unit)) ||
                     (is(before, Is::of) && is(before - 1, Is::part_of_day));
  const int j = is(i, Is::the) ? i + 1 : i;
  if (!asked && !is(j + 1, Is::of)) return 0;
  const int link = is(j + 1, Is::until) ? j + 2 : 0;
  const int second = is(link, Is::the) ? link + 1 : link;
  if (link > 0 && terms_[second].ordinal && terms_[second + 1].kind == Term::Kind::word &&
      !ends_here(second + 1))
    return 0;  // "from the 6th to the 12th week"
  int day = 0;
  const int end = day_number(j, day);
  if (end == 0 || !terms_[j].ordinal ||
      !(ends_here(end) || is(end, Is::direction) || is(end, Is::part_of_day)))
    return 0;
  if (terms_[j].digits == 0 && !is(end, Is::of) && !(stops(end) && is(before, Is::on))) return 0;
  if (is(end, Is::of) && !is(end + 1, Is::direction) && !is(end + 1, Is::the)) return 0;
  rule_ = "day";
  node = add({.day = day});
  return end;
}

// "le 25 mardi", "el día 25, martes": the number of a day with its weekday behind.
int Grammar::weekday_behind(int i, int& node) {
  const bool number = is_whole(i, 1, 31) && terms_[i].digits <= 2 && !terms_[i].ordinal;
  const int name = after_comma(i + 1);
  if (!number || !is(name, Is::weekday)) return 0;
  if (name > i + 1 && !stops(name + 1)) return 0;  // "le 25, mardi et jeudi"
  hangs_on(name, Is::weekday);
  rule_ = "weekday_day";
  node = add({.day = this->number(i), .weekday = value(name, Is::weekday)});
  return name + 1;
}

// "18 and 19 June", "June 18 and 19": the day of a list whose month stands with its neighbour.
int Grammar::listed_day(int i, int& node) {
  if (terms_[i].digits == 0 || terms_[i].digits > 2 || !is_whole(i, 1, 31)) return 0;
  int other = Meaning::none, month = 0;
  bool sure = true;
  const int second = is(i + 2, Is::the) ? i + 3 : i + 2;  // "le 18 et le 19 juin"
  const bool ahead = is(i + 1, Is::also) && terms_[second].digits > 0 && !is(i - 1, Is::month) &&
                     !is(i - 1, Is::between) && day_month(second, other) > 0;
  if (ahead && at(other).month != Meaning::unknown && at(other).day > number(i)) {
    rule_ = "listed_day";
    node = add({.year = at(other).year, .month = at(other).month, .day = number(i)});
    return i + 1;
  }
  const bool behind = is(i - 1, Is::also) && terms_[i - 2].digits > 0 && terms_[i - 2].digits <= 2 &&
                      is_whole(i - 2, 1, number(i) - 1) && is(i - 3, Is::month) && ends_here(i + 1) &&
                      !joined_right(i) && !is(i - 4, Is::between);
  if (!behind || month_name(i - 3, month, sure) == 0 || !is_day(2024, month, number(i))) return 0;
  rule_ = "listed_day";
  node = add({.month = month, .day = number(i)});
  return i + 1;
}

// "the month of May", "le mois de mars 2020", "Monat März", "ce mois de mai".
int Grammar::month_of(int i, int& node) {
  const bool directed = is(i, Is::direction);
  const int unit = is(i, Is::the) || directed ? i + 1 : i;
  if (!is(unit, Is::unit) || value(unit, Is::unit) != static_cast<int>(Grain::month)) return 0;
  const int name = is(unit + 1, Is::of) ? unit + 2 : unit + 1;
  const bool named = is(name, Is::month) || (is(name, Is::month_or_word) && terms_[name].capital);
  const int end = named ? month_alone(name, node) : 0;
  if (end > 0 && directed && at(node).year == Meaning::unknown)
    at(node).direction = static_cast<Direction>(value(i, Is::direction));
  return end;
}

// "la journée de mercredi", "el día del 3 de mayo": that day, where it has no other name.
int Grammar::day_of(int i, int& node) {
  const int unit = is(i, Is::the) ? i + 1 : i;
  if (!is(unit + 1, Is::of) || !is(unit, Is::unit)) return 0;
  if (value(unit, Is::unit) != static_cast<int>(Grain::day)) return 0;
  const int day = is(unit + 2, Is::the) ? unit + 3 : unit + 2;
  int end = weekday_name(day, node);
  if (end == 0) end = day_month(day, node);
  return end;
}

}  // namespace presscut::dates
