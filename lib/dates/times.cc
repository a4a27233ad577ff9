// Times of the day, ranges of them, and a time with its day: "in the morning", "5-6 pm", "noon on Friday".
#include "dates/grammar.h"

namespace presscut::dates {
namespace {

void set_hour(Meaning& time, int hour) {
  time.kind = Meaning::Kind::clock;
  time.grain = Grain::hour;
  time.hour = hour;
}

}  // namespace

// Two times as one: "5-6 pm", "from 10 a.m. to noon", "between 9:30 and 11:00". The first may lack what the
// second has.
int Grammar::clock_range(int i, int& node, bool bare) {
  int j = i;
  const bool framed = is(j, Is::between) || is(j - 1, Is::between);
  if (value(j, Is::from) == 1 && !mark(j + 2, ':') && terms_[j + 1].digits > 0 && !is(j + 2, Is::hour_mark))
    return 0;  // "du 12 au 14" is of days
  if (is(j, Is::from) || is(j, Is::between)) ++j;
  const bool opened = j > i || is(j - 1, Is::from) || framed;
  Meaning first, second;
  int middle = clock_in_digits(j, first, false);
  if (middle == 0) middle = clock_in_words(j, first, false);
  const bool whole = middle > 0;
  if (!whole) {
    if (!is_whole(j, 0, 24) || terms_[j].ordinal || terms_[j].digits > 2 || joined_left(j)) return 0;
    if (mark(j + 1, '.') || mark(j + 1, ',') || mark(j + 1, ':')) return 0;
    set_hour(first, number(j));
    middle = j + 1;
  }
  const bool dash = mark(middle, '-') || mark(middle, '~');
  const bool link = dash || is(middle, Is::until) || (framed && is(middle, Is::also));
  if (!link) return 0;
  int k = middle + 1;
  if (is(k, Is::at)) ++k;
  int end = clock_in_digits(k, second, bare || (framed && whole));
  if (end == 0) end = clock_in_words(k, second, bare || (opened && whole));
  if (end == 0 && whole && (bare || opened || dash) && is_whole(k, 1, 24) && terms_[k].digits > 0 &&
      terms_[k].digits <= 2 && !joined_right(k) && (stops(k + 1) || is(k + 1, Is::relative_day) || bare)) {
    set_hour(second, number(k));
    end = k + 1;
  }
  if (end == 0 && !whole && is_whole(k, 1, 24) && terms_[k].digits <= 2 && !joined_right(k) &&
      (bare || day_follows(k + 1)) && (opened || dash || bare)) {
    set_hour(second, number(k));
    end = k + 1;
  }
  if (end == 0 || second.hour < 0 || second.hour > 24) return 0;
  const bool named_half = is(middle - 1, Is::half_day) || is(j, Is::clock) || first.hour > 12;
  const auto minutes = [](const Meaning& time) { return time.hour * 60 + time.minute; };
  bool second_named = second.hour == 12 || !terms_.is_digits(k);
  for (int part = k; part < end; ++part)
    second_named = second_named || is(part, Is::half_day) || is(part, Is::part_of_day);
  if (!named_half && second_named && second.hour >= 12 && first.hour < 12 &&
      minutes(first) + 12 * 60 <= minutes(second))
    first.hour += 12;
  if (named_half && first.hour >= 12 && second.hour < 12 && second.hour + 12 > first.hour &&
      !is(end - 1, Is::half_day))
    second.hour += 12;
  const bool second_half = is(end - 1, Is::half_day) || second.hour == 0;
  if (!named_half && !second_half && second.hour < first.hour && second.hour < 12)
    second.hour += 12;  // "9-5"
  Meaning range{.kind = Meaning::Kind::range, .grain = Grain::minute};
  range.base = add(first);
  range.other = add(second);
  rule_ = "clock_range";
  node = add(range);
  return end;
}

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

// The day behind a time: "10 p.m. Thursday", "5:30 on Friday", "midnight tonight", "8am this morning".
int Grammar::with_day(int i, int& node) {
  int j = after_comma(i);
  const bool bracket = mark(j, '(');
  if (bracket) ++j;
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
    if (is(end, Is::part_of_day) && at(node).kind == Meaning::Kind::clock &&
        at(node).grain != Grain::part_of_day) {
      const auto part = static_cast<PartOfDay>(value(end, Is::part_of_day));  // "9 tomorrow morning"
      if (part >= PartOfDay::afternoon && at(node).hour < 12) at(node).hour += 12;
      ++end;
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
  const int day = node;
  int j = i;
  if (glued(j) && terms_.spelling(j) == "T" && terms_.is_digits(j + 1)) ++j;
  else j = after_comma(j);
  const bool asked = is(j, Is::at);
  if (asked) ++j;
  const int framed = asked ? 0 : behind_preposition(j);
  const int named = (framed > 0 ? framed : j) + 1;
  const bool other = j > i && (is(named, Is::direction_after) || (is(named, Is::of) && framed > 0));
  if (other) {  // "Sunday, in the morning of the vote"
    return i;
  }
  if (framed > 0 || is(j, Is::part_of_day)) {
    const int part = framed > 0 ? framed : j;
    Meaning whole{.kind = Meaning::Kind::clock, .grain = Grain::part_of_day};
    whole.part = static_cast<PartOfDay>(value(part, Is::part_of_day));
    whole.base = day;
    if (at(day).shade != Shade::none) whole.shade = at(day).shade, at(day).shade = Shade::none;
    node = add(whole);
    i = part + 1;
    const bool later = is(i, Is::at);
    int hour = Meaning::none;
    const int end = time(later ? i + 1 : after_comma(i), hour, later);
    if (end > 0 && at(hour).grain != Grain::part_of_day) {
      move_both(hour, whole.part);
      node = set_base(hour, day);
      i = end;
    }
  } else {
    int hour = Meaning::none;
    if (const int end = open_time(j, hour); end > 0 && !asked) {  // "on Tuesday before 5 p.m."
      node = set_base(hour, day);
      rule_ = rule;
      row_ = row;
      return end;
    }
    const bool range_only = mark(j, '-');
    int end =
        range_only ? 0 : time(j, hour, asked || is(j, Is::from) || is(j, Is::between) || is_bare_range(j));
    const bool has_own_day =
        end > 0 && at(hour).grain == Grain::part_of_day && at(hour).base != Meaning::none;
    if (mark(j - 1, ',') && has_own_day) end = 0;  // "the next day, the following morning"
    if (end > 0) {
      node = set_base(hour, day);
      i = end;
    }
  }
  rule_ = rule;
  row_ = row;
  return i;
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
  if (end > 0) return end;
  end = time(i, node, false);
  if (end > 0 && (at(node).base == Meaning::none || at(node).kind == Meaning::Kind::range)) {
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
