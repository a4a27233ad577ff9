#include "dates/grammar.h"

namespace presscut::dates {
namespace {

constexpr int deepest = 6;  // "the end of the first week of the last month of ..." is never meant

DateType type_of(const Meaning& meaning) {
  switch (meaning.kind) {
    case Meaning::Kind::duration: return DateType::duration;
    case Meaning::Kind::set: return DateType::set;
    case Meaning::Kind::clock: return DateType::time;
    default: return meaning.grain < Grain::day ? DateType::time : DateType::date;
  }
}

}  // namespace

int Grammar::add(const Meaning& meaning) {
  nodes_.push_back(meaning);
  return static_cast<int>(nodes_.size()) - 1;
}

bool Grammar::joined_left(int i) const {
  if (terms_[i].space_before || terms_[i - 1].kind != Term::Kind::mark) return false;
  const char c = terms_[i - 1].mark;
  const bool joint = c == '.' || c == ',' || c == ':' || c == '/' || c == '-';
  return (joint && !terms_[i - 1].space_before && terms_.is_digits(i - 2)) || c == '$' || c == '#';
}

bool Grammar::joined_right(int i) const {
  const char c = terms_[i + 1].mark;
  const bool joint = c == '.' || c == ',' || c == ':' || c == '/' || c == '-';
  return joint && !terms_[i + 1].space_before && !terms_[i + 2].space_before && terms_.is_digits(i + 2);
}

// The text ends, a mark stands there, or a word that goes on after a complete phrase.
bool Grammar::ends_here(int i) const {
  const Term& term = terms_[i];
  if (term.kind == Term::Kind::none || term.kind == Term::Kind::mark)
    return term.mark != '-' && term.mark != '%';
  for (const Is what :
       {Is::also, Is::alternatively, Is::within, Is::until, Is::from, Is::on, Is::at, Is::during, Is::since,
        Is::before, Is::after, Is::of, Is::the, Is::a, Is::will, Is::did, Is::is_now})
    if (is(i, what)) return true;
  return false;
}

bool Grammar::stops(int i) const {
  const Term& term = terms_[i];
  return term.kind == Term::Kind::none ||
         (term.kind == Term::Kind::mark && term.mark != '-' && term.mark != '\'');
}

void Grammar::hangs_on(int i, Is what) { row_ = terms_.reading(i, what); }

// "still in use today", "known today as"
bool Grammar::is_nowadays(int i) const {
  if (value(i, Is::relative_day) != 0) return false;
  for (int j = i - 1; j >= i - 8 && terms_[j].kind == Term::Kind::word; --j)
    if (is(j, Is::lasting)) return true;
  return false;
}

int Grammar::longest_point(int i, int& node) {
  if (depth_ >= deepest) return 0;
  ++depth_;
  const int end = point(i, node);
  --depth_;
  return end;
}

int Grammar::point(int i, int& node) {
  using Reader = int (Grammar::*)(int, int&);
  static constexpr Reader readers[] = {
      &Grammar::numeric, &Grammar::named,        &Grammar::directed,   &Grammar::directed_behind,
      &Grammar::ordinal, &Grammar::quarter_code, &Grammar::season,     &Grammar::feast,
      &Grammar::decade,  &Grammar::edge,         &Grammar::week,       &Grammar::definite_unit,
      &Grammar::shift,   &Grammar::day_alone,    &Grammar::year_alone, &Grammar::two_digit_year};
  int best = 0;
  std::string_view rule;
  const Reading* row = nullptr;
  const bool part = is(i, Is::part_of_day) && (is(i - 1, Is::the) || is(i - 1, Is::during));  // "la mañana"
  if (is(i, Is::relative_day) && !part) {
    hangs_on(i, Is::relative_day);
    row = row_;
    rule = "relative_day";
    Meaning day{.kind = Meaning::Kind::shift};
    day.sign = 1;
    day.add({static_cast<double>(value(i, Is::relative_day)), false, Grain::day});
    if (is_nowadays(i)) day = {.kind = Meaning::Kind::reference, .reference = Reference::present};
    node = add(day);
    best = i + 1;
  }
  for (const Reader reader : readers) {
    int found = Meaning::none;
    row_ = nullptr;
    const int end = (this->*reader)(i, found);
    if (end <= best) continue;
    best = end;
    node = found;
    rule = rule_;
    row = row_;
  }
  if (best == 0) return 0;
  rule_ = rule;
  row_ = row;
  if (const int end = possessed(best, node)) return end;
  return with_owner(best, node);
}

bool Grammar::read(int i, Expression& found) {
  using Reader = int (Grammar::*)(int, int&);
  static constexpr Reader readers[] = {&Grammar::timed, &Grammar::duration, &Grammar::set,
                                       &Grammar::reference, &Grammar::short_range};
  found.end = 0;
  for (const Reader reader : readers) {
    nodes_.clear();
    row_ = nullptr;
    depth_ = 0;
    int node = Meaning::none;
    const int end = (this->*reader)(i, node);
    if (end <= found.end) continue;
    found.begin = i;
    found.end = end;
    found.rule = rule_;
    found.row = row_;
    found.meanings = nodes_;
    if (node + 1 != static_cast<int>(nodes_.size()))
      found.meanings.push_back(nodes_[static_cast<std::size_t>(node)]);
    found.type = type_of(found.meanings.back());
  }
  return found.end > 0;
}

}  // namespace presscut::dates
