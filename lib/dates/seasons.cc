// Seasons, feasts, weeks and decades: "winter 2019-20", "Easter weekend", "week 31", "the 1990s".
#include "dates/grammar.h"

namespace presscut::dates {

// "(winter) 2019-20", "(the winter of) 1995/1996": the first year of a season that lies in two.
int Grammar::two_years(int i, int& year) {
  const int j = is(i, Is::of) ? i + 1 : i;
  if (terms_[j].digits != 4 || (!mark(j + 1, '-') && !mark(j + 1, '/')) || !terms_.is_digits(j + 2)) return 0;
  if (joined_left(j) || joined_right(j + 2)) return 0;
  const int first = number(j), second = number(j + 2);
  if (second != first + 1 && (terms_[j + 2].digits != 2 || second != (first + 1) % 100)) return 0;
  year = first;
  return j + 3;
}

// Whether another season stands beside one that is also a word: "spring and late autumn".
bool Grammar::is_season_in_list(int i) const {
  const auto links = [&](int j) {
    return is(j, Is::also) || is(j, Is::alternatively) || is(j, Is::until) || mark(j, '/');
  };
  const auto season = [&](int j) { return is(j, Is::season) || is(j, Is::season_or_word); };
  const int next = is(i + 2, Is::part) ? after_hyphen(i + 3) : i + 2;
  return (links(i + 1) && season(next)) || (links(i - 1) && season(i - 2)) ||
         (is(i - 1, Is::part) && links(i - 2) && season(i - 3));
}

int Grammar::season(int i, int& node) {
  const bool article = is(i, Is::the);
  int j = article ? i + 1 : i;
  const bool sure = is(j, Is::season);
  if (!sure && !is(j, Is::season_or_word)) return 0;
  const int row = value(j, sure ? Is::season : Is::season_or_word);
  int year = Meaning::unknown;
  int behind = two_years(j + 1, year);
  if (behind == 0) behind = year_behind(j + 1, year);
  if (!sure && behind == 0) {
    const bool directed = is(j - 1, Is::direction) || is(j - 1, Is::part);
    const bool framed = article && is(i - 1, Is::within) && (is(j + 1, Is::of) || ends_here(j + 1));
    const bool last = is(j + 1, Is::direction_after) && !is(i - 1, Is::did);  // "l'été dernier"
    const bool asked = is(j - 1, Is::within) || is(j - 1, Is::since);
    if (!directed && !framed && !last && !(asked && ends_here(j + 1)) && !is_season_in_list(j)) return 0;
    if (framed && is(j + 1, Is::of)) return 0;
  }
  hangs_on(j, sure ? Is::season : Is::season_or_word);
  rule_ = "season";
  const Term& next = terms_[j + 1];
  const bool games = terms_[j].capital && next.kind == Term::Kind::word && next.capital && !next.entry &&
                     !next.has_number && !terms_[j].all_capitals;  // "the Winter Olympics"
  node = add({.grain = Grain::season,
              .year = behind ? year : Meaning::unknown,
              .number = (row - 1) % 4 + 1,
              .any_year = behind == 0 && (row > 4 || games)});
  return behind ? behind : j + 1;
}

int Grammar::feast(int i, int& node) {
  const int j = i;
  if (!is(j, Is::feast)) return 0;
  int year = Meaning::unknown;
  const int behind = year_behind(j + 1, year);
  hangs_on(j, Is::feast);
  rule_ = "feast";
  const Meaning named{.year = behind ? year : Meaning::unknown, .feast = value(j, Is::feast)};
  const auto grain = static_cast<Grain>(value(j + 1, Is::unit));
  const bool unit = is(j + 1, Is::unit) && (grain == Grain::weekend || grain == Grain::week);
  if (unit) {  // "Easter weekend", "Labor Day weekend 2021", "Christmas week"
    Meaning day = named;
    const int year_end = year_behind(j + 2, year);
    if (year_end > 0) day.year = year;
    const int base = add(day);
    if (grain == Grain::week) node = add({.grain = grain, .base = base});
    else
      node = add({.kind = Meaning::Kind::unit, .grain = grain, .direction = Direction::same, .base = base});
    return year_end > 0 ? year_end : j + 2;
  }
  node = add(named);
  return behind ? behind : j + 1;
}

// "(the week of) on", "(la semaine de) la (Toussaint)": the place behind.
int Grammar::week_owner(int i) const {
  return is(i, Is::on) || (is(i, Is::the) && is(i + 1, Is::feast)) ? i + 1 : i;
}

// "the weekend of May 3", "the quarter ended June 30".
int Grammar::week_like(int i, int& node) {
  const int j = is(i, Is::the) ? i + 1 : i;
  const Grain grain = static_cast<Grain>(value(j, Is::unit));
  const bool article = j > i || is(i - 1, Is::on);  // "am Wochenende des 3. Mai"
  if (!article || !is(j, Is::unit) || !is(j + 1, Is::week_of)) return 0;
  if (grain != Grain::weekend && grain != Grain::quarter) return 0;
  if (grain == Grain::quarter && is(j + 1, Is::of)) return 0;
  hangs_on(j, Is::unit);
  const Reading* const row = row_;
  int base = Meaning::none;
  const int from = week_owner(j + 2);
  int end = grain == Grain::weekend ? short_range(from, base) : 0;
  const bool range = end > 0 && at(base).kind == Meaning::Kind::range;  // "the weekend of 5-6 October"
  if (range) base = at(base).base;
  else end = longest_point(from, base);
  if (end == 0 || at(base).grain != Grain::day || at(base).kind != Meaning::Kind::calendar) return 0;
  const int behind = grain == Grain::weekend ? next_day(end, base) : end;
  rule_ = "week";
  row_ = row;
  node = add({.kind = Meaning::Kind::unit, .grain = grain, .direction = Direction::same, .base = base});
  return behind;
}

// "(the weekend of October 5) and 6", "(le week-end des 5) et 6 octobre": the second day of a weekend; i
// where none stands there.
int Grammar::next_day(int i, int first) {
  const int link = mark(i, '/') || is(i, Is::also) || is(i, Is::until) || mark(i, '-') ? i + 1 : i;
  if (link == i || at(first).day == Meaning::unknown) return i;
  const int next = at(first).day + 1;
  int other = Meaning::none, day = 0;
  const std::size_t before = nodes_.size();
  if (const int end = day_month(link, other); end > 0) {
    const bool follows = at(other).day == next && at(other).month == at(first).month;
    if (follows && at(first).year == Meaning::unknown) at(first).year = at(other).year;
    nodes_.resize(before);
    return follows ? end : i;
  }
  const int end = day_number(link, day);
  return end > 0 && day == next && ends_here(end) ? end : i;
}

// "week 31", "week 31 of 2018", "the week of May 3".
int Grammar::week(int i, int& node) {
  if (const int end = week_like(i, node)) return end;
  const int j = is(i, Is::the) ? i + 1 : i;
  if (!is(j, Is::unit) || value(j, Is::unit) != static_cast<int>(Grain::week)) return 0;
  hangs_on(j, Is::unit);
  const Reading* const row = row_;
  if (j == i && terms_[j + 1].digits > 0 && is_whole(j + 1, 1, 53) && !joined_right(j + 1)) {
    int year = Meaning::unknown;
    const int behind = year_behind(j + 2, year);
    const bool asked = is(i - 1, Is::the) || is(i - 1, Is::within) || is(i - 1, Is::during) || i == 0;
    if (behind == 0 && !asked) return 0;
    rule_ = "week";
    node = add({.grain = Grain::week, .year = behind ? year : Meaning::unknown, .number = number(j + 1)});
    return behind ? behind : j + 2;
  }
  if (j == i || !is(j + 1, Is::week_of)) return 0;
  int base = Meaning::none;
  const int from = week_owner(j + 2);
  const int end = longest_point(from, base);
  if (end == 0 || at(base).grain != Grain::day || at(base).kind != Meaning::Kind::calendar) return 0;
  rule_ = "week";
  row_ = row;
  node = add({.grain = Grain::week, .base = base});
  return end;
}

// "the 1990s", "the '90s", "the nineties", "nineteen nineties", "1800s".
// "(his early) twenties": the years of somebody's age.
bool Grammar::is_of_life(int i) const {
  const int before = mark(i - 1, '-') ? i - 2 : i - 1;
  return is(before, Is::owner) || (is(before, Is::part) && is(before - 1, Is::owner));
}

int Grammar::decade(int i, int& node) {
  const bool article = is(i, Is::the);
  int j = article ? i + 1 : i;
  const bool apostrophe = mark(j, '\'');
  if (apostrophe) ++j;
  const auto done = [&](int year, Grain grain, int end) {
    rule_ = "decade";
    node = add({.grain = grain, .year = year});
    return end;
  };
  const bool tens = is_whole(j + 1, 10, 2190) && number(j + 1) % 10 == 0;
  const int digits = terms_[j + 1].digits;  // none of "la década de los ochenta"
  if (is(j, Is::decades_of) && tens && !terms_[j + 1].ordinal &&
      (digits == 2 || digits == 4 || (digits == 0 && number(j + 1) < 100))) {  // "los años 60"
    hangs_on(j, Is::decades_of);
    const int year = number(j + 1);
    return done(year > 99 ? year : year + (year <= 20 ? 2000 : 1900), Grain::decade, j + 2);
  }
  if (is(j + 1, Is::decade_end) && terms_.is_digits(j) && is_whole(j, 10, 2190) && number(j) % 10 == 0) {
    hangs_on(j + 1, Is::decade_end);  // "90er Jahre"
    const int year = number(j);
    return done(year > 99 ? year : year + (year <= 20 ? 2000 : 1900), Grain::decade, j + 2);
  }
  if (terms_.is_digits(j) && is_whole(j, 0, 2190) && number(j) % 10 == 0) {
    if (joined_left(j) && !apostrophe) return 0;
    int s = j + 1;
    if (mark(s, '\'') && glued(s)) ++s;
    if (!glued(s) || terms_[s].end - terms_[s].start != 1 || terms_.spelling(s) != "s") return 0;
    row_ = nullptr;
    if (terms_[j].digits == 4) {
      const bool century = number(j) % 100 == 0 && number(j) < 2000;
      return done(number(j), century ? Grain::century : Grain::decade, s + 1);
    }
    if (is_of_life(i)) return 0;
    if (terms_[j].digits != 2 || (!article && !apostrophe && !is(i - 1, Is::also))) return 0;
    if (!article && !apostrophe && !(mark(i - 2, 's') || terms_.spelling(i - 2) == "s")) return 0;
    return done((number(j) <= 20 ? 2000 : 1900) + number(j), Grain::decade, s + 1);
  }
  if (is_of_life(i)) return 0;
  int century = 19;
  if (is_whole(j, 15, 20) && terms_[j].digits == 0 && is(after_hyphen(j + 1), Is::decade)) {
    century = number(j);
    j = after_hyphen(j + 1);
  } else if (!article && !is(i - 1, Is::part) && !(mark(i - 1, '-') && is(i - 2, Is::part)) &&
             !is(i - 1, Is::within) && !is(i - 1, Is::the) &&
             terms_.spelling(j).find(' ') == std::string_view::npos) {  // "los años noventa" needs no more
    return 0;
  }
  if (!is(j, Is::decade)) return 0;
  hangs_on(j, Is::decade);
  return done(century * 100 + value(j, Is::decade), Grain::decade, j + 1);
}

}  // namespace presscut::dates
