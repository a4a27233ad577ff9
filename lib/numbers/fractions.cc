// Parts of amounts: "a third", "two and a half", "three quarters of a million", "one in five".
#include <algorithm>
#include <cmath>

#include "numbers/grammar.h"

namespace presscut::numbers {
// "one million and three quarters": the words before "quarters" are no part of the number before "and".
std::size_t Grammar::joined_part(std::size_t i, std::size_t end, Amount& amount) const {
  if (amount.digits || (!is(end, Is::part) && !is(end, Is::part_plural))) return 0;
  for (std::size_t joint = end - 1; joint > i; --joint) {
    if (!is(joint, Is::also)) continue;
    const auto numeral = lexicon_.numbers().read(tokens_.first(joint), i);
    if (!numeral || i + numeral->tokens != joint) return 0;
    Amount whole = amount;
    whole.value = numeral->value;
    whole.scale = numeral->scale;
    const std::size_t behind = and_part(joint, whole);
    if (behind > 0) amount = whole;
    return behind;
  }
  return 0;
}

// "two and a half", "three-and-a-half", "one and three quarters"
std::size_t Grammar::and_part(std::size_t i, Amount& amount) const {
  if (amount.fraction || amount.value != std::floor(amount.value)) return 0;
  const std::size_t joint = is(after_hyphen(i), Is::also);
  if (joint == 0 || !same_line(joint)) return 0;
  Amount part;
  part.context.qualified = true;
  const std::size_t start = after_hyphen(joint);
  const std::size_t end = fraction(start, part);
  if (end == 0 || part.value >= 1 || part.rough) return 0;
  amount.value += part.value * (amount.scale > 1 && amount.scale >= least_scale ? amount.scale : 1);
  amount.plain = false;
  return end;
}

// "thirds", "third" behind one; "twenty-fifth" and "over three" behind "one". 0: none.
double Grammar::denominator(std::size_t i, bool sure, bool plural, std::size_t& taken) const {
  if (const Reading* part = reading(i, plural ? Is::part_plural : Is::part, taken)) return part->value;
  if (!sure || plural) return 0;
  Amount number;
  const std::size_t behind_over = is(i, Is::above);
  const std::size_t start = behind_over > 0 ? behind_over : i;
  std::size_t end = behind_over > 0 ? in_digits(start, number) : 0;
  if (end == 0) end = in_words(start, number);
  if (end == 0 || number.ordinal == (behind_over > 0) || number.value < 2 || !ends(end)) return 0;
  taken = end - i;
  return number.value;
}

// "and a", "to a" behind a fraction: another one may follow.
bool Grammar::joins_fraction(std::size_t i) const {
  const std::size_t behind = std::max({is(i, Is::also), is(i, Is::either), is(i, Is::to)});
  return behind > 0 && is(behind, Is::a);
}

// "first" before "half"
bool Grammar::is_ordinal(std::size_t i) const {
  if (!is_word(i)) return false;
  const auto numeral = lexicon_.numbers().read(tokens_, i);
  return numeral && numeral->ordinal;
}

// "two thirds", "a third", "one-fifth", "half", "three quarters of a million"
std::size_t Grammar::fraction(std::size_t i, Amount& amount) const {
  std::size_t taken = 0;
  double count = 1;
  bool sure = false, plural = false;
  std::size_t j = i;
  if (const Reading* half = reading(i, Is::half, taken)) {
    const std::size_t end = i + taken;
    const bool of = is(end, Is::of) || is(end, Is::the) || is(end, Is::a);
    const bool asked = amount.context.qualified;
    if (!of && !asked && !ends(end)) return 0;
    if (lexicon_.numbers().read(tokens_, i) && !(of && is(end, Is::a) == 0) && !ends(end) &&
        lexicon_.numbers().read(tokens_, i)->tokens > 1)
      return 0;  // "half a million"
    if (i > 0 && same_line(i) && (is_ordinal(i - 1) || (!of && is(i - 1, Is::the)))) return 0;
    amount.value = half->value;
    amount.fraction = true;
    amount.rule = "fraction";
    return end;
  }
  if (const std::size_t article = is(i, Is::a)) {
    j = article;
  } else {
    Amount number;
    Amount& into = number;
    j = in_digits(i, into);
    if (j == 0) j = in_words(i, into);
    if (const std::size_t behind = j > 0 ? joined_part(i, j, into) : 0) {
      amount = into;
      return behind;
    }
    if (j == 0 || number.ordinal || number.fraction) return 0;
    count = number.value;
    plural = count != 1;
    sure = true;
  }
  j = after_hyphen(j);
  const double below = same_line(j) ? denominator(j, sure, plural, taken) : 0;
  if (below == 0) return 0;
  std::size_t end = j + taken;
  if (!sure && is_word(end) && same_line(end) && !is(end, Is::stop) && !is(end, Is::of) &&
      !joins_fraction(end))
    return 0;  // "a third man"
  if (sure && count == 1 && below == 2 && is_mark(end, '-')) return 0;
  amount.value = count / below;
  amount.fraction = true;
  amount.rule = "fraction";
  if (const std::size_t of = is(end, Is::of)) {  // "of a million"
    const std::size_t article = is(of, Is::a);
    const auto scale =
        article && in(article) ? lexicon_.numbers().read_scale(tokens_, article) : std::nullopt;
    if (scale) {
      amount.value *= scale->value;
      amount.fraction = false;
      end = article + scale->tokens;
    }
  } else if (sure && same_line(end)) {  // "three quarters billion"
    const auto scale = in(end) ? lexicon_.numbers().read_scale(tokens_, end) : std::nullopt;
    if (scale) {
      amount.value *= scale->value;
      amount.scale = scale->value;
      amount.fraction = false;
      end += scale->tokens;
    }
  }
  return end;
}

// Behind a number: "in five", "out of ten".
std::size_t Grammar::ratio(std::size_t i, Amount& amount) const {
  if (amount.scale != 1 || amount.value < 1 || amount.value != std::floor(amount.value)) return 0;
  std::size_t at = is(i, Is::out_of);
  const bool in = at == 0;
  if (in) at = is(i, Is::in);
  if (at == 0) at = is_mark(i, '-') && glued(i) && glued(i + 1) ? is(i + 1, Is::in) : 0;
  if (at == 0) return 0;
  at = after_hyphen(at);
  Amount base;
  std::size_t end = whole_amount(at, base);
  if (end == 0 || base.ordinal || base.value <= amount.value || base.fraction) return 0;
  const bool round =
      base.value <= 10 || std::fmod(base.value, 100) == 0 || base.value == 20 || base.value == 50;
  if (in ? amount.value != 1 && (!round || base.digits != amount.digits || base.value > 10) : !round)
    return 0;
  if (in && amount.value == 1 && base.digits && base.plain && base.value > 1900 && base.value < 2100)
    return 0;
  amount.value /= base.value;
  amount.ratio = true;
  amount.plain = false;
  amount.rule = "ratio";
  return end;
}

}  // namespace presscut::numbers
