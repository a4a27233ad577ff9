// Parts of the day: "this morning", "early in the evening", "la nuit de samedi à dimanche", and the hours in
// them.
#include "dates/grammar.h"

namespace presscut::dates {
namespace {

// An hour in a part of the day: 7 in the evening is 19, 2 at night stays, and so does one that says its half.
void move_into(Meaning& time, PartOfDay part) {
  if (!time.either_half) return;
  const bool small_hours = part == PartOfDay::night && time.hour < 4;
  if (part >= PartOfDay::afternoon && time.hour < 12 && !small_hours) time.hour += 12;
}

}  // namespace

// The same of both ends of a range.
void Grammar::move_both(int node, PartOfDay part) {
  if (at(node).kind != Meaning::Kind::range) return move_into(at(node), part);
  move_into(at(at(node).base), part);
  move_into(at(at(node).other), part);
}

// "early (morning)", "late in the (evening)", "en fin de (matinée)": the place of the part of the day, 0
// where none stands there.
int Grammar::part_of_part(int i, Shade& shade) {
  int j = after_hyphen(i + 1);
  if (is(j, Is::within) || is(j, Is::during) || is(j, Is::of)) ++j;
  if (is(j, Is::the)) ++j;
  if (!is(j, Is::part_of_day)) return 0;
  shade = static_cast<Shade>(value(i, Is::part));
  return j;
}

// "this morning" has its day in the direction; "in the morning", "at night", "overnight" have none.
int Grammar::part_of_day(int i, int& node) {
  Meaning part{.kind = Meaning::Kind::clock, .grain = Grain::part_of_day};
  if (is(i, Is::part) && is(i + 1, Is::tonight)) {  // "tôt ce soir"
    part.shade = static_cast<Shade>(value(i, Is::part));
    ++i;
  }
  if (is(i, Is::tonight)) {
    hangs_on(i, Is::tonight);
    part.part = static_cast<PartOfDay>(value(i, Is::tonight) % day_parts);
    const int back = value(i, Is::tonight) / day_parts;
    part.base = add({.kind = Meaning::Kind::unit,
                     .direction = back == 0   ? Direction::this_one
                                  : back == 1 ? Direction::last
                                              : Direction::before_last});
    rule_ = "part_of_day";
    node = add(part);
    return i + 1;
  }
  if (is(i, Is::overnight)) {
    hangs_on(i, Is::overnight);
    part.part = static_cast<PartOfDay>(value(i, Is::overnight));
    rule_ = "part_of_day";
    node = add(part);
    return i + 1;
  }
  const bool article = is(i, Is::the);
  int j = article ? i + 1 : i;
  while (is(j, Is::direction) && is(j + 1, Is::direction)) ++j;
  const bool directed = is(j, Is::direction);
  const int direction_at = j;
  if (directed) ++j;
  Shade shade = Shade::none;
  const int shaded = is(j, Is::part) ? part_of_part(j, shade) : 0;
  if (shaded > 0) j = shaded;
  if (!is(j, Is::part_of_day)) return 0;
  part.part = static_cast<PartOfDay>(value(j, Is::part_of_day));
  part.shade = shade;
  hangs_on(j, Is::part_of_day);
  if (directed) {
    const int direction = value(direction_at, Is::direction);
    part.base = add({.kind = Meaning::Kind::unit, .direction = static_cast<Direction>(direction)});
  } else if (is(j + 1, Is::direction_after) && value(j + 1, Is::direction_after) != 0) {
    part.base = add({.kind = Meaning::Kind::unit,  // "la mañana siguiente", "la nuit dernière"
                     .direction = static_cast<Direction>(value(j + 1, Is::direction_after))});
    rule_ = "part_of_day";
    node = add(part);
    return j + 2;
  } else if (auto direction = Direction::none; const int end = but_one(j + 1, direction)) {
    part.base = add({.kind = Meaning::Kind::unit, .direction = direction});  // "the night before last"
    rule_ = "part_of_day";
    node = add(part);
    return end;
  } else {
    const bool apart = article && (is(j + 1, Is::before) || is(j + 1, Is::after)) && stops(j + 2);
    if (apart) {  // "the night before."
      Meaning day{.kind = Meaning::Kind::shift};
      day.sign = is(j + 1, Is::before) ? -1 : 1;
      day.from_text = true;
      day.add({1, false, Grain::day});
      part.base = add(day);
      rule_ = "part_of_day";
      node = add(part);
      return j + 2;
    }
    const bool contracted = value(i - 1, Is::during) == 1;
    const bool framed = is(i - 1, Is::during) && (article || contracted || is(i - 1, Is::at));
    if (!framed && (shade == Shade::none || article)) return 0;
  }
  rule_ = "part_of_day";
  node = add(part);
  return j + 1;
}

// "the night of Nov. 2-3", "la nuit du samedi 2 au dimanche 3 mai", "die Nacht vom 2. auf den 3. Mai": that
// of the first of the two.
int Grammar::night_of_two(int i, int& node) {
  const int night = is(i, Is::the) ? i + 1 : i;
  const int link = night + 1;
  if (value(night, Is::part_of_day) != static_cast<int>(PartOfDay::night)) return 0;
  if (!is(link, Is::of) && !is(link, Is::from)) return 0;
  int days = Meaning::none;
  hangs_on(night, Is::part_of_day);
  const Reading* const row = row_;
  const std::size_t before = nodes_.size();
  const int end = short_range(link + 1, days);
  if (end == 0 || at(days).kind != Meaning::Kind::range) {
    nodes_.resize(before);
    return 0;
  }
  const Meaning first = at(at(days).base), last = at(at(days).other);
  const bool days_named =
      first.grain == Grain::day && first.day != Meaning::unknown && first.month != Meaning::unknown;
  const bool next = first.month != last.month || last.day == first.day + 1;
  if (!days_named || !next) return 0;
  row_ = row;
  rule_ = "part_of_day";
  node = add({.kind = Meaning::Kind::clock,
              .grain = Grain::part_of_day,
              .part = PartOfDay::night,
              .base = at(days).base});
  return end;
}

// "(la nuit de samedi) à dimanche": the day in which the night of the one before ends.
int Grammar::night_ends(int i, int night) {
  const int link = is(i, Is::until) || is(i, Is::night_to) ? i + 1 : 0;
  const int day = is(link, Is::the) ? link + 1 : link;
  const Meaning& whole = at(night);
  if (link == 0 || whole.part != PartOfDay::night || whole.base == Meaning::none || !is(day, Is::weekday))
    return i;
  return at(whole.base).weekday % 7 + 1 == value(day, Is::weekday) ? day + 1 : i;
}

// "die Nacht zum Sonntag": that of the Saturday.
int Grammar::night_before(int i, int& node) {
  int j = is(i, Is::the) ? i + 1 : i;
  if (value(j, Is::part_of_day) != static_cast<int>(PartOfDay::night) || !is(j + 1, Is::night_to)) return 0;
  hangs_on(j, Is::part_of_day);
  const Reading* const row = row_;
  int base = Meaning::none;
  const int end = longest_point(is(j + 2, Is::the) ? j + 3 : j + 2, base);
  if (end == 0 || at(base).grain != Grain::day || at(base).kind == Meaning::Kind::duration) return 0;
  Meaning eve{.kind = Meaning::Kind::shift, .sign = -1, .base = base};
  eve.add({1, false, Grain::day});
  Meaning night{.kind = Meaning::Kind::clock, .grain = Grain::part_of_day, .part = PartOfDay::night};
  night.base = add(eve);
  row_ = row;
  rule_ = "part_of_day";
  node = add(night);
  return end;
}

// "in the morning at 7", "le soir à huit heures": the hour behind a part of the day.
int Grammar::hour_of_part(int i, int& node) {
  if (at(node).grain != Grain::part_of_day) return i;
  const bool asked = is(i, Is::at);
  const PartOfDay part = at(node).part;
  const std::string_view rule = rule_;
  const Reading* const row = row_;
  const std::size_t before = nodes_.size();
  int hour = Meaning::none;
  const int end = clock(asked ? i + 1 : after_comma(i), hour, asked);
  if (end == 0 || at(hour).grain == Grain::part_of_day) {
    nodes_.resize(before);
    rule_ = rule;
    row_ = row;
    return i;
  }
  move_into(at(hour), part);
  at(hour).either_half = false;
  node = hour;
  return end;
}

}  // namespace presscut::dates
