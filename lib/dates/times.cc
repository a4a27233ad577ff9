// Times of the day, ranges of them, and a time with its day: "in the morning", "5-6 pm", "noon on Friday".
#include "dates/grammar.h"

namespace presscut::dates {
bool Grammar::may_be_clock(int i) const {
  if (terms_[i].has_number) return true;
  for (const Is what :
       {Is::clock, Is::from, Is::between, Is::half, Is::half_to, Is::quarter, Is::a, Is::minutes_less})
    if (is(i, what)) return true;
  return false;
}

// A time: two of them, one, or a part of the day.
int Grammar::time(int i, int& node, bool bare) {
  int end = 0;
  const std::size_t before = nodes_.size();
  if (may_be_clock(i)) {
    end = clock_range(i, node, bare);
    if (end > 0) return end;
    end = clock(i, node, bare);
  }
  if (end == 0) {
    nodes_.resize(before);
    end = part_of_day(i, node);
  }
  return end;
}

// The time on a day: a node of both.
int Grammar::set_base(int node, int base) {
  Meaning whole = at(node);
  if (whole.kind == Meaning::Kind::range) {
    whole.base = set_base(whole.base, base);
    whole.other = set_base(whole.other, base);
  } else {
    whole.base = base;
  }
  return add(whole);
}

// "8:23 AM · Jul 9, 2016": what stands between the time and the day of a byline.
bool Grammar::parts_byline(int i) const {
  const std::string_view spelling = terms_.spelling(i);
  const bool sign = spelling == "·" || spelling == "•" || spelling == "∙" || spelling == "|";
  return sign && (is(i + 1, Is::month) || is(i + 1, Is::month_short) || is(i + 1, Is::month_or_word) ||
                  terms_.is_digits(i + 1));
}

// The day behind a time: "10 p.m. Thursday", "5:30 on Friday", "midnight tonight", "8am this morning".
int Grammar::with_day(int i, int& node) {
  int j = after_comma(i);
  const bool bracket = mark(j, '(');
  if (bracket || parts_byline(j)) ++j;
  if (is(j, Is::on) || is(j, Is::of)) ++j;
  const std::string_view rule = rule_;
  const Reading* const row = row_;
  const std::size_t before = nodes_.size();
  int day = Meaning::none;
  int end = longest_point(j, day);
  const bool is_day_node = end > 0 && at(day).grain <= Grain::day && at(day).kind != Meaning::Kind::clock &&
                           at(day).kind != Meaning::Kind::duration;
  if (is_day_node && (!bracket || mark(end, ')'))) {
    node = set_base(node, day);
    rule_ = rule;
    row_ = row;
    if (is(end, Is::part_of_day) && at(node).grain != Grain::part_of_day) {  // "9 tomorrow morning"
      move_both(node, static_cast<PartOfDay>(value(end, Is::part_of_day)));
      ++end;
    } else if (value(end, Is::part_of_day) == static_cast<int>(at(node).part) && is(end, Is::part_of_day)) {
      ++end;  // "the early hours of Saturday morning"
    }
    if (!bracket && at(node).kind == Meaning::Kind::clock) end = night_ends(end, node);
    return bracket ? end + 1 : end;
  }
  nodes_.resize(before);
  int part = Meaning::none;
  end = part_of_day(j, part);
  if (end > 0 && at(part).base != Meaning::none && at(node).grain != Grain::part_of_day) {
    move_both(node, at(part).part);
    node = set_base(node, at(part).base);
    rule_ = rule;
    row_ = row;
    return end;
  }
  nodes_.resize(before);
  rule_ = rule;
  row_ = row;
  return i;
}

// The time behind a day: "Tuesday morning", "May 3 at 5 p.m.", "2024-10-25T19:46", "tonight from 7 to 9".
int Grammar::with_time(int i, int& node) {
  const std::string_view rule = rule_;
  const Reading* const row = row_;
  int day = node;
  int j = i;
  if (const int end = half_behind(i, node)) return end;
  if (glued(j) && terms_.spelling(j) == "T" && terms_.is_digits(j + 1)) ++j;
  else if (mark(j, '.') && glued(j) && glued(j + 1) && mark(j + 2, ':')) ++j;  // "05/31/2024.14:15"
  else j = after_comma(j);
  const bool asked = is(j, Is::at);
  if (asked) ++j;
  if (asked && is(j, Is::approximately)) ++j;
  const int framed = asked ? 0 : behind_preposition(j);
  const int named = (framed > 0 ? framed : j) + 1;
  const bool other = j > i && (is(named, Is::direction_after) || (is(named, Is::of) && framed > 0));
  if (other) {  // "Sunday, in the morning of the vote"
    return i;
  }
  if (framed > 0 || (is(j, Is::part_of_day) && !(asked && is(j, Is::clock)))) {
    const int part = framed > 0 ? framed : j;
    Meaning whole{.kind = Meaning::Kind::clock, .grain = Grain::part_of_day};
    whole.part = static_cast<PartOfDay>(value(part, Is::part_of_day));
    i = part + 1;
    if (at(day).weekday != 0) i = with_owner(i, day);  // "Monday evening last week"
    whole.base = day;
    if (at(day).shade != Shade::none) whole.shade = at(day).shade, at(day).shade = Shade::none;
    node = add(whole);
    const bool later = is(i, Is::at);
    int hour = Meaning::none;
    int end = open_time(i, hour);  // "jeudi matin à partir de 9 h 30"
    if (end == 0) end = time(later ? i + 1 : after_comma(i), hour, later);
    if (end > 0 && at(hour).grain != Grain::part_of_day) {
      move_both(hour, whole.part);
      node = set_base(hour, day);
      i = end;
    }
  } else {
    int hour = Meaning::none;
    if (const int end = edge_behind(j, day, node)) {
      rule_ = rule;
      row_ = row;
      return end;
    }
    const bool shaded = is(j, Is::during) && is(j + 1, Is::part);  // "gestern am späten Abend"
    if (const int end = shaded ? part_of_day(j + 1, hour) : 0) {
      node = set_base(hour, day);
      rule_ = rule;
      row_ = row;
      return end;
    }
    if (const int end = open_time(j, hour); end > 0 && !asked) {  // "on Tuesday before 5 p.m."
      node = set_base(hour, day);
      rule_ = rule;
      row_ = row;
      return end;
    }
    const bool range_only = mark(j, '-');
    int end = range_only ? 0
                         : time(j, hour,
                                asked || is(j, Is::from) || is(j, Is::between) || is_bare_range(j) ||
                                    is_spelled_time(j));
    const bool has_own_day =
        end > 0 && at(hour).grain == Grain::part_of_day && at(hour).base != Meaning::none;
    if (mark(j - 1, ',') && has_own_day) end = 0;  // "the next day, the following morning"
    if (end > 0) {
      i = year_behind_time(end, hour, day);
      node = set_base(hour, day);
    }
  }
  rule_ = rule;
  row_ = row;
  return i;
}

// "(mardi) en fin de journée": what of the day before it is meant.
int Grammar::edge_behind(int i, int day, int& node) {
  if (!is(i, Is::part)) return 0;
  const std::size_t before = nodes_.size();
  int inner = Meaning::none;
  const int end = edge(i, inner);
  const bool of_day =
      end > 0 && at(inner).grain == Grain::day && at(at(inner).base).kind == Meaning::Kind::unit;
  if (!of_day) {
    nodes_.resize(before);
    return 0;
  }
  node = add({.kind = Meaning::Kind::edge, .grain = Grain::day, .shade = at(inner).shade, .base = day});
  return end;
}

// "Wed Oct 26 15:50:06 2016": the year of a day behind a time with its seconds.
int Grammar::year_behind_time(int i, int time, int day) {
  const bool open = at(day).kind == Meaning::Kind::calendar && at(day).month != Meaning::unknown &&
                    at(day).year == Meaning::unknown;
  if (!open || at(time).grain != Grain::second) return i;
  if (terms_[i].digits != 4 || !is_whole(i, 1900, 2199) || joined_right(i)) return i;
  at(day).year = number(i);
  return i + 1;
}

// "tomorrow am", "Friday pm": half a day.
int Grammar::half_behind(int i, int& node) {
  if (!is(i, Is::part_behind) || (!stops(i + 1) && !is(i + 1, Is::until) && !is(i + 1, Is::also))) return 0;
  Meaning half{.kind = Meaning::Kind::clock, .grain = Grain::part_of_day};
  half.part = static_cast<PartOfDay>(value(i, Is::part_behind));
  half.base = node;
  node = add(half);
  return i + 1;
}

// "after 4 pm", "before noon", "until 9:30" behind a day.
int Grammar::open_time(int i, int& node) {
  const Opening opening = is(i, Is::after)           ? Opening::after
                          : is(i, Is::before)        ? Opening::before
                          : is(i, Is::since)         ? Opening::from
                          : value(i, Is::until) == 1 ? Opening::until
                                                     : Opening::none;
  if (opening == Opening::none) return 0;
  const int end = clock(i + 1, node, false);
  if (end > 0) at(node).opening = opening;
  return end;
}

// "Monday 12-4": two small numbers that cannot be anything else behind a day.
bool Grammar::is_bare_range(int i) const {
  return terms_[i].digits > 0 && terms_[i].digits <= 2 && mark(i + 1, '-') && glued(i + 1) &&
         terms_[i + 2].digits > 0 && terms_[i + 2].digits <= 2 && stops(i + 3);
}

// A day or period, with the time that stands before or behind it.
int Grammar::timed(int i, int& node) {
  int end = night_before(i, node);
  if (end == 0 && is(is(i, Is::the) ? i + 1 : i, Is::part_of_day)) end = night_of_two(i, node);
  if (end > 0) return end;
  end = time(i, node, false);
  if (end > 0 && (at(node).base == Meaning::none || at(node).kind == Meaning::Kind::range)) {
    if (const int behind = time_of_set(end, node)) return behind;
    end = with_day(end, node);
    if (at(node).base == Meaning::none) end = hour_of_part(end, node);
  } else if (end > 0) {  // "this morning at 3", "tonight from 7"
    const int day = at(node).base;
    const PartOfDay part = at(node).part;
    const bool asked = is(end, Is::at);
    int hour = Meaning::none;
    const int behind = this->time(asked ? end + 1 : after_comma(end), hour, asked || is(end, Is::from));
    if (behind > 0 && at(hour).grain != Grain::part_of_day) {
      move_both(hour, part);
      node = set_base(hour, day);
      end = behind;
    }
  } else if ((is(i, Is::part_of_day) ||
              (is(i, Is::the) && is(i + 1, Is::part_of_day) && is(i + 2, Is::of))) &&
             is(is(i, Is::the) ? i + 2 : i + 1, Is::of)) {
    if (is(i, Is::the)) ++i;  // "morning of May 3"
    Meaning part{.kind = Meaning::Kind::clock, .grain = Grain::part_of_day};
    part.part = static_cast<PartOfDay>(value(i, Is::part_of_day));
    node = add(part);
    rule_ = "part_of_day";
    hangs_on(i, Is::part_of_day);
    end = with_day(i + 1, node);
    if (end == i + 1) return 0;
  } else {
    end = longest_point(i, node);
    if (end == 0) return 0;
    const Meaning::Kind kind = at(node).kind;
    if (at(node).grain <= Grain::day && kind != Meaning::Kind::duration && kind != Meaning::Kind::reference)
      end = with_time(end, node);
  }
  if (node + 1 != static_cast<int>(nodes_.size())) node = add(at(node));
  return end;
}

}  // namespace presscut::dates
