#include "numbers/qualified.h"

#include <algorithm>

namespace presscut::numbers {
namespace {

constexpr int most_qualifiers = 3;

bool is_stronger(Qualifier a, Qualifier b) {
  const auto rank = [](Qualifier q) { return q == Qualifier::exact ? 0 : q == Qualifier::about ? 1 : 2; };
  return rank(a) > rank(b);
}

// "passed 1,500" and "passed $3" are more than that, "passed three laws" is not.
bool is_large(const Grammar& grammar, std::size_t i, double least) {
  Quantity quantity;
  if (grammar.quantity(i, quantity) == 0) return false;
  return quantity.amount.value >= least || (quantity.unit && quantity.unit->is("money"));
}

}  // namespace

std::size_t read_before(const Grammar& grammar, std::size_t i, Before& before) {
  std::size_t at = i;
  for (int count = 0; count < most_qualifiers && grammar.in(at); ++count) {
    std::size_t taken = 0;
    const Entry* entry =
        grammar.lexicon().may_begin(grammar.token(at).hash) ? grammar.entry(at, taken) : nullptr;
    if (!entry || (at > i && !grammar.same_line(at))) break;
    if (const Reading* row = entry->reading(Is::before)) {
      if (row->qualifier == Qualifier::up_to && at > 0 && grammar.same_line(at) &&
          grammar.is(at - 1, Is::upward))
        break;
      if (row->value > 0 && !is_large(grammar, at + taken, row->value)) break;
      if (!before.row || is_stronger(row->qualifier, before.qualifier))
        before.row = row, before.qualifier = row->qualifier;
    } else if (entry->is(Is::between)) {
      before.joint = true;
    } else if (entry->is(Is::from)) {
      before.from = true;
    } else if (entry->is(Is::aged)) {
      before.aged = true;
    } else if (!entry->is(Is::filler)) {
      break;
    }
    before.any = true;
    at += taken;
  }
  return at;
}

// Qualifiers behind [..., end): "or so", "-odd", "+".
std::size_t read_after(const Grammar& grammar, std::size_t end, Before& before, bool phrases_only) {
  if (!grammar.same_line(end)) return 0;
  const std::size_t at = grammar.after_hyphen(end);
  std::size_t taken = 0;
  const Reading* row = grammar.reading(at, Is::after, taken);
  if (!row || (phrases_only && taken < 2) || grammar.is(at + taken, Is::than)) return 0;
  if (!grammar.is_word(at) && (!grammar.glued(at) || grammar.is_number(at + taken))) return 0;
  if (grammar.is_word(at) && at == end && grammar.is_number(at + taken)) return 0;  // "20 and over 30"
  if (!before.row || is_stronger(row->qualifier, before.qualifier))
    before.row = row, before.qualifier = row->qualifier;
  return at + taken;
}

// -1 where the qualifier gives a lower bound, 1 where an upper one.
int side_of(Qualifier qualifier) {
  if (qualifier == Qualifier::over || qualifier == Qualifier::at_least) return -1;
  return qualifier == Qualifier::under || qualifier == Qualifier::up_to ? 1 : 0;
}

}  // namespace presscut::numbers
