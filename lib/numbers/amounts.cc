// Amounts: numbers in digits and words with their scales, rough words, multipliers.
#include <cmath>

#include "numbers/grammar.h"

namespace presscut::numbers {
bool Grammar::is_mark(std::size_t i, char mark) const {
  if (!in(i) || tokens_[i].kind != text::TokenKind::punctuation || tokens_[i].hash == taken_hash)
    return false;
  const std::string_view sign = spelling(i);
  if (sign.size() == 1) return sign[0] == mark;
  static const std::uint64_t hyphen = text::hash_of("-"), apostrophe = text::hash_of("'");
  return (mark == '-' && tokens_[i].hash == hyphen) || (mark == '\'' && tokens_[i].hash == apostrophe);
}

std::size_t Grammar::is(std::size_t i, Is what) const {
  if (!in(i)) return 0;
  std::size_t taken = 0;
  const Entry* entry = this->entry(i, taken);
  return entry && entry->is(what) ? i + taken : 0;
}

const Reading* Grammar::reading(std::size_t i, Is what, std::size_t& taken) const {
  if (!in(i)) return nullptr;
  const Entry* entry = this->entry(i, taken);
  return entry ? entry->reading(what) : nullptr;
}

std::size_t Grammar::amount(std::size_t i, Amount& amount, Context context) const {
  if (!in(i)) return 0;
  amount = {};
  amount.context = context;
  std::size_t end = factor(i, amount);
  if (end == 0) end = rough(i, amount);
  if (end == 0) end = fraction(i, amount);
  if (end > 0) return end;
  end = whole_amount(i, amount);
  if (end == 0 || amount.ordinal) return end;
  if (const std::size_t behind = ratio(end, amount)) return behind;
  return end;
}

// A number in digits or words, with its sign, scales and parts.
std::size_t Grammar::whole_amount(std::size_t i, Amount& amount) const {
  double sign = 1;
  if (const std::size_t minus = is(i, Is::minus)) {
    sign = -1, i = minus;
  } else if (is_mark(i, '-') && is_number(i + 1) && is_sign(i)) {
    sign = -1, ++i;
  }
  std::size_t end = in_digits(i, amount);
  if (end == 0) end = in_words(i, amount);
  if (end == 0 || (sign < 0 && amount.ordinal)) return 0;
  if (amount.ordinal) return end;
  if (const std::size_t behind = point(end, amount)) end = behind;
  if (const std::size_t behind = and_part(end, amount)) end = behind;
  if (const std::size_t behind = scales(end, amount)) end = behind;
  if (const std::size_t behind = smaller(end, amount)) end = behind;
  if (const std::size_t behind = and_part(end, amount)) end = behind;
  amount.value *= sign;
  return end;
}

// A hyphen that joins nothing before it to the number behind it.
bool Grammar::is_sign(std::size_t i) const {
  if (!glued(i + 1)) return i == 0 || tokens_[i].line_before;
  return tokens_[i].space_before || i == 0 || (!is_word(i - 1) && !is_number(i - 1) && !is_mark(i - 1, ')'));
}

std::size_t Grammar::in_digits(std::size_t i, Amount& amount) const {
  if (!in(i) || tokens_[i].hash == taken_hash || tokens_[i].kind == text::TokenKind::word) return 0;
  const Digits digits = read_digits(text_, tokens_, i, style_);
  if (digits.end == 0 || digits.broken || !std::isfinite(digits.value)) return 0;
  amount.value = digits.value;
  amount.digits = true;
  amount.fraction = digits.fraction;
  amount.plain = digits.end == i + 1 && !digits.fraction;
  amount.rule = "digits";
  if (const std::size_t end = amount.plain || digits.grouped ? ordinal_end(digits.end) : 0) {
    amount.ordinal = true;
    return end;
  }
  return digits.end;
}

std::size_t Grammar::ordinal_end(std::size_t i) const { return glued(i) ? is(i, Is::ordinal_end) : 0; }

std::size_t Grammar::in_words(std::size_t i, Amount& amount) const {
  if (!in(i)) return 0;
  const auto numeral = lexicon_.numbers().read(tokens_, i);
  if (!numeral) return 0;
  const std::size_t end = i + numeral->tokens;
  if (is_pronoun(i, end)) return 0;
  amount.value = numeral->value;
  amount.scale = numeral->scale;
  amount.ordinal = numeral->ordinal;
  amount.rule = "words";
  return end;
}

// "one" may stand for somebody: "no one", "this one", "one could".
bool Grammar::is_pronoun(std::size_t i, std::size_t end) const {
  if (end == i + 1 && is(i, Is::article)) return same_line(end) && is_word(end) && !is(end, Is::point);
  if (end != i + 1 || !is(i, Is::one)) return false;
  if (i > 0 && same_line(i) && is(i - 1, Is::pronoun) == i) return true;
  if (const std::size_t of = is(end, Is::of))  // "one of the largest"
    if (const std::size_t the = is(of, Is::the); the > 0 && is(the, Is::extreme)) return true;
  if (is_mark(end, '\'') && glued(end) && is_word(end + 1)) return true;
  const bool described = i > 0 && same_line(i) && is_word(i - 1) && !is(i - 1, Is::stop) &&
                         !is(i - 1, Is::verb) && !lexicon_.may_begin(tokens_[i - 1].hash);
  if (described && ends(end) && !is_mark(end, '-')) return true;  // "the current one"
  return same_line(end) && is(end, Is::pronoun);
}

// "three point five"
std::size_t Grammar::point(std::size_t i, Amount& amount) const {
  if (amount.scale != 1 || (amount.digits && !amount.plain)) return 0;
  std::size_t end = is(i, Is::point);
  if (end == 0) return 0;
  double place = 1;
  std::size_t read = 0;
  if (amount.digits) {  // "1 point 5"
    Amount part;
    const std::size_t behind = in_digits(end, part);
    if (behind == 0 || !part.plain) return 0;
    amount.value += part.value / std::pow(10, tokens_[end].end - tokens_[end].start);
    return behind;
  }
  while (in(end) && read < 15) {
    const auto digit = lexicon_.numbers().read(tokens_, end);
    if (!digit || digit->ordinal || digit->value != std::floor(digit->value) || digit->value > 99) break;
    place /= digit->value > 9 ? 100 : 10;
    amount.value += digit->value * place;
    end += digit->tokens;
    ++read;
  }
  return read > 0 ? end : 0;
}

// Scales behind an amount: "2.5 million", "three and a half billion", "4.5bn".
std::size_t Grammar::scales(std::size_t i, Amount& amount) const {
  std::size_t end = 0;
  for (std::size_t j = i; same_line(j);) {
    const std::size_t at = end == 0 ? after_hyphen(j) : j;
    const auto scale = lexicon_.numbers().read_scale(tokens_, at);
    if (!scale || (!amount.digits && amount.scale > 1 && scale->value <= amount.scale)) break;
    if (amount.scale > 1 && scale->value < least_scale) break;
    amount.value *= scale->value;
    amount.scale *= scale->value;
    amount.plain = false;
    end = j = at + scale->tokens;
  }
  if (end > 0) return end;
  return amount.digits ? short_scale(i, amount) : 0;
}

// "1.2m", "3bn", "100K"; letters that are units too need more: see unit_behind.
std::size_t Grammar::short_scale(std::size_t i, Amount& amount) const {
  if (!is_word(i) || !same_line(i)) return 0;
  std::size_t taken = 0;
  const Reading* scale = reading(i, Is::scale_short, taken);
  if (!scale || taken != 1 || (tokens_[i].end - tokens_[i].start < 2 && !glued(i))) return 0;
  if (means_unit(i, amount)) return 0;
  if (is_mark(i + 1, '/') || (is_mark(i + 1, '.') && glued(i + 1) && glued(i + 2) && is_word(i + 2)))
    return 0;
  amount.value *= scale->value;
  amount.scale = scale->value;
  amount.plain = false;
  return i + 1;
}

// "10m" is ten metres before "(33ft)", "deep" or a noun in the singular; before a plural it is ten million.
bool Grammar::means_unit(std::size_t i, const Amount& amount) const {
  std::size_t taken = 0;
  const Unit* unit = units_.longest(tokens_, i, taken);
  if (!unit || taken < 1 || tokens_[i].capital) return false;
  if (amount.context.money) return false;
  if (taken > 1 || !unit->is("length") || amount.context.length) return true;
  const std::size_t next = i + 1;
  if (!in(next)) return true;
  if (is_mark(next, '(') || is_mark(next, '-') || is_mark(next, '/') || is_number(next)) return true;
  if (!is_word(next) || !same_line(next)) return false;
  if (is(next, Is::dimension)) return true;
  if (is(next, Is::also)) return is_number(next + 1);
  return !is(next, Is::stop) && !is(next, Is::verb) && !looks_plural(next) && !looks_plural(next + 1);
}

// "4 thousand 3 hundred", "3 hundred and 21": what follows a scale behind digits.
std::size_t Grammar::smaller(std::size_t i, Amount& amount) const {
  std::size_t end = 0;
  while (amount.digits && amount.scale >= 100 && same_line(end > 0 ? end : i)) {
    const std::size_t at = end > 0 ? end : i;
    const std::size_t joint = is(at, Is::also);
    Amount next;
    std::size_t behind = in_digits(joint > 0 ? joint : at, next);
    if (behind == 0) behind = in_words(joint > 0 ? joint : at, next);
    if (behind == 0 || next.ordinal || next.fraction || next.value < 0) break;
    if (const std::size_t scaled = next.digits ? scales(behind, next) : 0) behind = scaled;
    if (next.value >= amount.scale || (joint > 0 ? amount.scale != 100 : next.scale == 1)) break;
    amount.value += next.value;
    amount.scale = next.scale;
    end = behind;
  }
  return end;
}

// "dozens", "hundreds of thousands", "several hundred", "a few dozen"
std::size_t Grammar::rough(std::size_t i, Amount& amount) const {
  std::size_t taken = 0;
  const auto convention = static_cast<std::size_t>(rough_);
  if (const Reading* few = reading(i, Is::few, taken)) {
    const std::size_t at = i + taken;
    const auto scale = same_line(at) ? lexicon_.numbers().read_scale(tokens_, at) : std::nullopt;
    if (!scale) return 0;
    std::size_t end = at + scale->tokens;
    double factor = scale->value;
    if (const auto further = same_line(end) ? lexicon_.numbers().read_scale(tokens_, end) : std::nullopt)
      factor *= further->value, end += further->tokens;  // "a few hundred thousand"
    const RoughBounds& bounds = few->bounds[convention];
    amount.row = few;
    amount.low = bounds.low * factor;
    amount.high = bounds.high * factor;
    amount.rule = "rough";
    amount.rough = bounds.low != bounds.high || rough_ != Rough::open;
    amount.value = amount.low;
    return end;
  }
  const Reading* word = reading(i, Is::rough, taken);
  if (!word) return 0;
  std::size_t end = i + taken;
  RoughBounds bounds = word->bounds[convention];
  for (std::size_t of = is(end, Is::of); of > 0; of = is(end, Is::of)) {  // "hundreds of thousands"
    const Reading* next = reading(of, Is::rough, taken);
    if (!next) break;
    const double scale = next->value;
    bounds = {bounds.low * scale, rough_ == Rough::open ? (bounds.high + 1) * scale - 1 : bounds.high * scale,
              1};
    word = next;
    end = of + taken;
  }
  amount.rough = true;
  amount.row = word;
  amount.low = bounds.low;
  amount.high = bounds.high;
  amount.rule = "rough";
  return end;
}

// "doubled", "tenfold"
std::size_t Grammar::factor(std::size_t i, Amount& amount) const {
  std::size_t taken = 0;
  if (const Reading* word = reading(i, Is::factor, taken)) {
    amount.value = word->value;
    amount.factor = true;
    amount.row = word;
    amount.rule = "factor";
    return i + taken;
  }
  return 0;
}

}  // namespace presscut::numbers
