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
  if (mark(i - 1, '$') && !terms_.is_digits(i - 2)) return true;  // "$ 12"
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
    return (term.mark != '-' || (term.space_before && terms_[i + 1].space_before)) && term.mark != '%';
  for (const Is what :
       {Is::also, Is::alternatively, Is::within, Is::until, Is::from, Is::on, Is::at, Is::during, Is::since,
        Is::before, Is::between, Is::after, Is::of, Is::the, Is::a, Is::will, Is::did, Is::is_now})
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

// The parts of the grammar that may begin at term `i`. A word of no table may be a misspelt month or a Roman
// numeral, an apostrophe begin a decade.
Parts Grammar::parts_at(int i) const {
  const Term& term = terms_[i];
  Parts parts = term.opens().parts;
  if (term.has_number || term.digits > 0) parts |= number_parts;
  if (term.capital) parts |= bit(Part::ordinal);
  if (term.capital && !term.entry) parts |= bit(Part::named);
  if (term.mark == '\'') parts |= bit(Part::decade) | bit(Part::year_alone);
  return parts;
}

int Grammar::point(int i, int& node) {
  static constexpr std::pair<Part, Reader> readers[] = {{Part::numeric, &Grammar::numeric},
                                                        {Part::named, &Grammar::named},
                                                        {Part::directed, &Grammar::directed},
                                                        {Part::directed_behind, &Grammar::directed_behind},
                                                        {Part::ordinal, &Grammar::ordinal},
                                                        {Part::quarter_code, &Grammar::quarter_code},
                                                        {Part::season, &Grammar::season},
                                                        {Part::feast, &Grammar::feast},
                                                        {Part::decade, &Grammar::decade},
                                                        {Part::edge, &Grammar::edge},
                                                        {Part::week, &Grammar::week},
                                                        {Part::definite_unit, &Grammar::definite_unit},
                                                        {Part::shift, &Grammar::shift},
                                                        {Part::day_alone, &Grammar::day_alone},
                                                        {Part::year_alone, &Grammar::year_alone},
                                                        {Part::two_digit_year, &Grammar::two_digit_year}};
  const Parts parts = parts_at(i);
  int best = 0;
  std::string_view rule;
  const Reading* row = nullptr;
  const bool morning =
      is(i, Is::part_of_day) && (is(i - 1, Is::the) || is(i - 1, Is::during));  // "la mañana"
  if (is(i, Is::relative_day) && !morning) {
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
  for (const auto& [part, reader] : readers) {
    if ((parts & bit(part)) == 0) continue;
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

// Keeps what `reader` reads where it is longer than what has been found.
void Grammar::read_with(Reader reader, int i, Expression& found) {
  nodes_.clear();
  row_ = nullptr;
  depth_ = 0;
  int node = Meaning::none;
  const int end = (this->*reader)(i, node);
  if (end <= found.end) return;
  found.begin = i;
  found.end = end;
  found.rule = rule_;
  found.row = row_;
  found.meanings = nodes_;
  if (node + 1 != static_cast<int>(nodes_.size()))
    found.meanings.push_back(nodes_[static_cast<std::size_t>(node)]);
  found.type = type_of(found.meanings.back());
}

bool Grammar::read(int i, Expression& found) {
  static constexpr std::pair<Part, Reader> readers[] = {{Part::short_range, &Grammar::short_range},
                                                        {Part::duration, &Grammar::duration},
                                                        {Part::set, &Grammar::set},
                                                        {Part::reference, &Grammar::reference}};
  found.end = 0;
  const Parts parts = parts_at(i);
  read_with(&Grammar::timed, i, found);
  for (const auto& [part, reader] : readers)
    if ((parts & bit(part)) != 0) read_with(reader, i, found);
  return found.end > 0;
}

}  // namespace presscut::dates
