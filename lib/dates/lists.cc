#include "dates/lists.h"

#include <algorithm>

namespace presscut::dates {

bool links(const Terms& terms, int i) {
  return terms.is(i, Is::also) || terms.is(i, Is::alternatively) || terms.is(i, Is::until) ||
         terms.mark(i, ',') || terms.mark(i, '-') || terms.mark(i, '/');
}

namespace {

// "January and March 2015", "from 2 July to 10 July 2020": what lacks a year has that of the member behind
// it.
void inherit_year(const Terms& terms, Grammar& grammar, Expression& e) {
  Meaning& first = e.meanings.back();
  const auto is_open = [](const Meaning& m) {
    const bool part = m.grain == Grain::quarter || m.grain == Grain::half;
    return m.kind == Meaning::Kind::calendar && (m.month != Meaning::unknown || part) &&
           m.base == Meaning::none && m.direction == Direction::none;
  };
  if (!is_open(first) || first.year != Meaning::unknown) return;
  Expression next;
  for (int i = e.end, members = 0; links(terms, i) && members < 4; i = next.end, ++members) {
    if (terms.is(i + 1, Is::also)) ++i;
    if (!grammar.read(i + 1, next) || !is_open(next.meanings.back())) return;
    const Meaning& second = next.meanings.back();
    if (second.year == Meaning::unknown) continue;
    if (first.month == Meaning::unknown || second.month == Meaning::unknown) {  // "Q1 and Q2 of 2019"
      if (first.grain == second.grain) first.year = second.year - (first.number > second.number ? 1 : 0);
      return;
    }
    const bool later =
        first.month * 32 + std::max(first.day, 0) > second.month * 32 + std::max(second.day, 0);
    first.year = later ? second.year - 1 : second.year;
    return;
  }
}

// "Monday and Wednesday next week": the first is of the week of the second, too.
void inherit_week(Grammar& grammar, Expression& e) {
  const auto is_weekday = [](const Meaning& m) {
    return m.kind == Meaning::Kind::calendar && m.weekday != 0 && m.day == Meaning::unknown &&
           m.direction == Direction::none;
  };
  const Meaning first = e.meanings.back();
  if (e.meanings.size() != 1 || !is_weekday(first)) return;
  Expression next;
  if (!grammar.read(e.end + 1, next)) return;
  const Meaning& second = next.meanings.back();
  const bool owned = is_weekday(second) && second.base != Meaning::none &&
                     next.meanings[static_cast<std::size_t>(second.base)].kind == Meaning::Kind::unit;
  if (!owned || second.weekday <= first.weekday) return;
  e.meanings = next.meanings;
  e.meanings.back().weekday = first.weekday;
}

// "Samedi 3 et dimanche 4 mai": the first is of the month of the second, too.
void inherit_month(const Terms& terms, Grammar& grammar, Expression& e) {
  Meaning& first = e.meanings.back();
  const bool open = first.kind == Meaning::Kind::calendar && first.weekday != 0 &&
                    first.base == Meaning::none && first.day != Meaning::unknown &&
                    first.month == Meaning::unknown;
  Expression next;
  for (int i = e.end, members = 0; open && links(terms, i) && members < 4; i = next.end, ++members) {
    if (!grammar.read(i + 1, next)) return;
    const Meaning& second = next.meanings.back();
    const bool named =
        second.kind == Meaning::Kind::calendar && second.weekday != 0 && second.day > first.day;
    if (!named || second.base != Meaning::none) return;
    if (second.month == Meaning::unknown) continue;
    first.month = second.month;
    first.year = second.year;
    return;
  }
}

// "From the 4th to the 23rd of next month": the first is of that month, too.
void inherit_owner(Grammar& grammar, Expression& e) {
  const auto is_day = [](const Meaning& m) {
    return m.kind == Meaning::Kind::calendar && m.day != Meaning::unknown && m.month == Meaning::unknown;
  };
  const Meaning first = e.meanings.back();
  if (!is_day(first) || first.base != Meaning::none) return;
  Expression next;
  if (!grammar.read(e.end + 1, next)) return;
  const Meaning& second = next.meanings.back();
  if (!is_day(second) || second.base == Meaning::none || second.day <= first.day) return;
  e.meanings = next.meanings;
  e.meanings.back().day = first.day;
  e.meanings.back().weekday = first.weekday;
}

// "On Friday (15 June)": that Friday.
void take_bracket(const Terms& terms, Grammar& grammar, Expression& e) {
  const Meaning& weekday = e.meanings.back();
  const bool bare = weekday.kind == Meaning::Kind::calendar && weekday.weekday != 0 &&
                    weekday.day == Meaning::unknown && weekday.base == Meaning::none;
  Expression next;
  if (!bare || !grammar.read(e.end + 1, next) || !terms.mark(next.end, ')')) return;
  const Meaning& day = next.meanings.back();
  const bool dated = day.kind == Meaning::Kind::calendar && day.day != Meaning::unknown &&
                     day.month != Meaning::unknown && day.base == Meaning::none;
  if (!dated || (day.weekday != 0 && day.weekday != weekday.weekday)) return;
  const int which = weekday.weekday;
  e.meanings = next.meanings;
  e.meanings.back().weekday = which;
}

// "Ten years later, in 1932": where the day or year itself stands behind, that is meant.
void take_apposition(const Terms& terms, Grammar& grammar, Expression& e) {
  const Meaning& shift = e.meanings.back();
  const bool counted = shift.kind == Meaning::Kind::shift && shift.from_text && shift.amount_count == 1;
  if (!counted) return;
  const int i = e.end + 1;
  if (!terms.is(i, Is::within) && !terms.is(i, Is::on)) return;
  Expression next;
  if (!grammar.read(i + 1, next)) return;
  const Meaning& named = next.meanings.back();
  if (named.kind == Meaning::Kind::calendar && named.year != Meaning::unknown &&
      named.base == Meaning::none && named.grain == shift.amounts[0].grain)
    e.meanings = next.meanings;
}

}  // namespace

void take_from_next(const Terms& terms, Grammar& grammar, Expression& e) {
  if (links(terms, e.end)) {
    inherit_year(terms, grammar, e);
    inherit_week(grammar, e);
    inherit_month(terms, grammar, e);
    inherit_owner(grammar, e);
  }
  if (terms.mark(e.end, '(')) take_bracket(terms, grammar, e);
  if (terms.mark(e.end, ',')) take_apposition(terms, grammar, e);
}

}  // namespace presscut::dates
