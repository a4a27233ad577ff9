// Quantities: amounts with what they are measured in, and ranges of them.
#include <algorithm>
#include <cmath>

#include "numbers/grammar.h"
#include "text/text.h"

namespace presscut::numbers {
namespace {

constexpr std::size_t longest_quote = 60;  // tokens
constexpr double inches_in_foot = 12;
constexpr double largest_span = 2;  // of a range behind a verb of change: the end by the beginning

}  // namespace

std::size_t Grammar::quantity(std::size_t i, Quantity& quantity, Context context) const {
  quantity = {};
  const std::size_t behind_sign = money_before(i, quantity.unit);
  context.money = behind_sign > 0;
  std::size_t end = amount(context.money ? behind_sign : i, quantity.amount, context);
  if (end == 0) return one_unit(i, quantity);
  Amount& amount = quantity.amount;
  if (amount.rough) quantity.low = amount.low, quantity.high = amount.high;
  if (amount.ordinal || amount.factor || amount.ratio) return behind_sign > 0 ? 0 : end;
  if (const std::size_t behind = unit_behind(end, quantity)) end = behind;
  if (!quantity.unit) return end;
  if (quantity.unit->is("money") && amount.scale == 1)  // "75 USD million"
    if (const std::size_t behind = scales(end, amount)) end = behind;
  if (const std::size_t behind = parts(end, quantity)) end = behind;
  if (const std::size_t behind = rate(end, quantity)) end = behind;
  return end;
}

// "a gallon", "a dollar and 42 cents"; not "a dollar bill".
std::size_t Grammar::one_unit(std::size_t i, Quantity& quantity) const {
  std::size_t taken = 0;
  const std::size_t at = is(i, Is::a);
  if (at == 0 || !same_line(at)) return 0;
  const Unit* unit = units_.longest(tokens_, at, taken);
  if (!unit || unit->when != Unit::When::any || ends(at)) return 0;
  if (!unit->is("money") && !unit->is("mass") && !unit->is("volume") && !unit->is("length")) return 0;
  std::size_t end = at + taken;
  if (!ends(end) && !is(end, Is::stop) && !is(end, Is::of)) return 0;
  quantity.unit = unit;
  quantity.amount.value = 1;
  quantity.amount.rule = "words";
  if (const std::size_t behind = parts(end, quantity)) end = behind;
  return end;
}

// "$", "US$", "EUR" before digits.
std::size_t Grammar::money_before(std::size_t i, const Unit*& unit) const {
  if (!in(i) || !units_.may_begin(tokens_[i].hash)) return 0;
  std::size_t taken = 0;
  const Unit* found = units_.longest(tokens_, i, taken);
  if (!found || !found->is("money") || found->when == Unit::When::glued) return 0;
  const std::size_t end = i + taken;
  if (taken > 1 && is(i, Is::a) && !glued(i + 1)) return 0;  // "a $3 note" has no "A$3"
  const bool sign = found->when == Unit::When::money || found->when == Unit::When::digits;
  if (found->when == Unit::When::code && !tokens_[i].all_capitals) return 0;
  const bool next_number = is_number(end) || (is_mark(end, '.') && is_number(end + 1));
  if (!same_line(end) || (!next_number && !(sign && is_mark(end, '-') && is_number(end + 1)))) return 0;
  unit = found;
  return end;
}

// Whether a unit may stand at [i, end) behind this amount.
bool Grammar::stands(const Unit& unit, std::size_t i, std::size_t end, const Amount& amount) const {
  const bool digits = amount.digits;
  const bool at_end = ends(end) && !(in(end) && tokens_[end].hash == taken_hash);
  const bool goes_on = unit.when == Unit::When::glued_last && (ends(end) || is(end, Is::stop));
  const bool last =
      at_end || (goes_on && (amount.value >= 10 || amount.value < 0));  // "12C in", "12C overnight"
  if (unit.is("mass") && tokens_[i].capital && tokens_[i].end - tokens_[i].start == 1) return false;  // "5G"
  switch (unit.when) {
    case Unit::When::any: break;
    case Unit::When::digits:
      if (!digits) return false;
      break;
    case Unit::When::glued:
      if (!digits || !glued(i) || closes_quote(i) || (glued(end) && !ends(end))) return false;
      break;
    case Unit::When::last:
      if (!digits || (!glued(i) && !last)) return false;
      break;
    case Unit::When::glued_last:
      if (!digits || !glued(i) || !last || closes_quote(i)) return false;
      break;
    case Unit::When::money:
      if (is_number(end) && glued(end)) return false;  // belongs to the next number
      break;
    case Unit::When::code:
      if (!tokens_[i].all_capitals) return false;
      break;
  }
  return true;
}

// Whether the mark at `i` is a quotation mark that was opened before and not closed since.
bool Grammar::closes_quote(std::size_t i) const {
  if (tokens_[i].kind != text::TokenKind::punctuation) return false;
  for (std::size_t j = i; j > 0 && j + longest_quote > i && same_line(j); --j)
    if (tokens_[j - 1].hash == tokens_[i].hash) return tokens_[j - 1].space_before;
  return false;
}

// "percent", "km", "-year-old", "dollars"
std::size_t Grammar::unit_behind(std::size_t i, Quantity& quantity) const {
  if (!same_line(i)) return 0;
  const std::size_t at = after_hyphen(i);
  std::size_t taken = 0;
  const Unit* unit = in(at) && tokens_[at].hash != taken_hash ? units_.longest(tokens_, at, taken) : nullptr;
  if (!unit || !stands(*unit, at, at + taken, quantity.amount)) return 0;
  if (quantity.unit && (!unit->is("money") || unit->factor != 1 || unit->when == Unit::When::money)) return 0;
  if (unit->is("time") && at > i && unit->when == Unit::When::any) return 0;
  if (!quantity.unit) quantity.unit = unit;
  return at + taken;
}

// "six-foot-four", "6-foot-4"
std::size_t Grammar::inches(std::size_t i, Quantity& quantity) const {
  const std::size_t at = after_hyphen(i);
  if (at == i || quantity.unit->name != "foot") return 0;
  Amount part;
  std::size_t end = in_digits(at, part);
  if (end == 0) end = in_words(at, part);
  if (end == 0 || part.ordinal || part.value < 0 || part.value >= inches_in_foot) return 0;
  quantity.amount.value += part.value / inches_in_foot;
  return end;
}

// Smaller units behind greater ones: "7 feet and 10 inches", "3 dollars 50 cents", "15 dollars and 50".
std::size_t Grammar::parts(std::size_t i, Quantity& quantity) const {
  std::size_t end = inches(i, quantity);
  if (end > 0) return end;
  double factor = quantity.unit->factor;
  for (int count = 0; count < 3; ++count) {
    std::size_t at = end > 0 ? end : i;
    if (is_mark(at, ',')) ++at;
    const std::size_t joint = is(at, Is::also);
    if (joint > 0) at = joint;
    if (!same_line(at)) break;
    Quantity part;
    const std::size_t amount_end = whole_amount(at, part.amount);
    if (amount_end == 0 || part.amount.ordinal || part.amount.value < 0) break;
    const std::size_t behind = unit_behind(amount_end, part);
    const bool whole = part.amount.value == std::floor(part.amount.value) &&
                       quantity.amount.value == std::floor(quantity.amount.value);
    if (quantity.unit->is("money") && count == 0 && !whole) break;  // "$1.27 and 86.9 pence"
    if (behind > 0 && part.unit->dimension == quantity.unit->dimension && part.unit->factor < factor) {
      factor = part.unit->factor;
      quantity.amount.value += part.amount.value * factor / quantity.unit->factor;
      end = behind;
      continue;
    }
    const bool named =
        quantity.unit->when != Unit::When::money && part.amount.plain && part.amount.value >= 10;
    const bool cents = quantity.unit->is("money") && (joint > 0 || named) && behind == 0 &&
                       part.amount.value >= 1 && part.amount.value < 100 && quantity.unit->factor == 1 &&
                       ends(amount_end) && quantity.amount.scale == 1 && !is_mark(amount_end, '%');
    if (cents) quantity.amount.value += part.amount.value / 100, end = amount_end;
    break;
  }
  return end;
}

// "per hour", "/hour", "$80 a barrel"
std::size_t Grammar::rate(std::size_t i, Quantity& quantity) const {
  if (!same_line(i)) return 0;
  const bool slash = is_mark(i, '/') && glued(i);
  std::size_t at = slash ? i + 1 : is(i, Is::per);
  if (at == 0 && quantity.unit->is("money")) at = is(i, Is::a);
  if (at == 0 || !same_line(at) || !is_word(at)) return 0;
  std::size_t taken = 0;
  const Unit* unit = units_.longest(tokens_, at, taken);
  if (!unit && !slash) return 0;
  quantity.rate = unit ? unit->name : std::string(spelling(at));
  return at + std::max<std::size_t>(taken, 1);
}

std::size_t Grammar::range(std::size_t i, Quantity& quantity, bool joint, bool qualified) const {
  const std::size_t end = this->quantity(i, quantity, {.qualified = qualified});
  if (end == 0 || quantity.amount.factor || quantity.amount.ratio || !same_line(end)) return end;
  std::size_t at = is(end, Is::to);
  if (at == 0 && joint) at = is(end, Is::also);
  const std::size_t other = at == 0 ? is(end, Is::either) : 0;
  if (other > 0) at = other;
  if (at == 0 && is_mark(end, '-') && (glued(end) == glued(end + 1))) at = end + 1;
  if (at == 0 || !same_line(at)) return end;
  std::size_t taken = 0;
  if (const Reading* about = reading(at, Is::before, taken); about && about->qualifier == Qualifier::about)
    at += taken;
  Quantity second;
  const bool length = quantity.unit && quantity.unit->is("length") && quantity.unit->factor != 1;
  const std::size_t behind = this->quantity(at, second, {.length = length});
  if (behind == 0) return end;
  double low = quantity.amount.value;
  if (second.amount.scale > 1 && quantity.amount.scale == 1 &&
      low < second.amount.value / second.amount.scale && !quantity.amount.rough)
    quantity.amount.value *= second.amount.scale;  // "two to three dozen"
  if (joint && quantity.amount.value > second.amount.value && !second.amount.rough)
    std::swap(quantity.amount.value, second.amount.value);
  if (!is_range(quantity, second, other > 0) || is_move(i, quantity, second)) {
    quantity.amount.value = low;
    return end;
  }
  low = quantity.amount.rough ? quantity.low : quantity.amount.value;
  double high = second.amount.rough ? second.high : second.amount.value;
  if (quantity.unit && second.unit && quantity.unit != second.unit)
    low *= quantity.unit->factor / second.unit->factor;
  if (second.unit) quantity.unit = second.unit;
  quantity.low = low;
  quantity.high = high;
  quantity.range = true;
  quantity.rate = second.rate;
  quantity.amount.rule = "range";
  quantity.amount.fraction &= second.amount.fraction;
  return behind;
}

// "fell 12 cents to 98 cents": by how much, and where it went; "rose from 20 to 30".
bool Grammar::is_move(std::size_t i, const Quantity& by, const Quantity& to) const {
  if (i == 0 || !same_line(i)) return false;
  if (is(i - 1, Is::from) == i) return i > 1 && same_line(i - 1) && is(i - 2, Is::verb);
  const bool changed =
      is(i - 1, Is::change) == i || (i > 1 && same_line(i - 1) && is(i - 2, Is::change) == i);
  if (!changed) return false;
  if (by.unit && !to.unit) return true;
  if (to.unit && to.unit->is("percentage")) return false;
  const double scale = by.unit ? by.unit->factor / to.unit->factor : 1;
  return to.amount.value > largest_span * scale * by.amount.value;
}

// Whether two quantities are the ends of one range; behind "or" only neighbours are.
bool Grammar::is_range(const Quantity& first, const Quantity& second, bool alternative) const {
  const Amount &a = first.amount, &b = second.amount;
  if (a.ordinal != b.ordinal || b.factor || b.ratio || (a.rough && !b.rough)) return false;
  if (first.unit && second.unit && first.unit->dimension != second.unit->dimension) return false;
  if (b.rough) return second.low > a.value || (a.rough && second.high > first.high);
  const double scale = first.unit && second.unit ? first.unit->factor / second.unit->factor : 1;
  if (a.value * scale >= b.value) return false;
  if (alternative) return b.value <= 2 * a.value && b.value - a.value <= std::max(1.0, std::abs(b.scale)) * 5;
  return true;
}

}  // namespace presscut::numbers
