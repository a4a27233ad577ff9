// Quarters and halves of a year by letter or number: "Q3", "3Q24", "H1 2013", "trimestre 3 2019".
#include "dates/grammar.h"

namespace presscut::dates {

// "quarter 3 of 2019", "trimestre 3 2019", "2019-Quartal3": the number behind the noun.
int Grammar::quarter_number(int i, int& node) {
  const bool year_first = terms_[i].digits == 4 && is_whole(i, 1900, 2199) && !joined_left(i);
  const int unit = year_first ? after_hyphen(i + 1) : i;
  const int digit = unit + 1;
  if (terms_[digit].digits != 1 || !is(unit, Is::unit)) return 0;
  const bool half = value(unit, Is::unit) == static_cast<int>(Grain::half);
  if (!half && value(unit, Is::unit) != static_cast<int>(Grain::quarter)) return 0;
  if (!is_whole(digit, 1, half ? 2 : 4) || joined_right(digit)) return 0;
  int year = number(i);
  const int behind = year_first ? digit + 1 : year_behind(digit + 1, year);
  if (behind == 0 && !glued(digit)) return 0;
  hangs_on(unit, Is::unit);
  rule_ = half ? "half_year" : "quarter";
  const bool known = year_first || behind > 0;
  node = add({.grain = half ? Grain::half : Grain::quarter,
              .year = known ? year : Meaning::unknown,
              .number = number(digit)});
  return known ? behind : digit + 1;
}

// "2018Q4", "2018-H1", "2018-trimestre1".
int Grammar::year_and_quarter(int i, int& node) {
  if (terms_[i].digits == 4 && is_whole(i, 1900, 2199) && is(i + 1, Is::quarter_letter) && glued(i + 2) &&
      terms_[i + 2].digits == 1 && is_whole(i + 2, 1, 4) && !joined_left(i) && !joined_right(i + 2)) {
    hangs_on(i + 1, Is::quarter_letter);  // "2018Q4", "2018 Q4"
    rule_ = "quarter";
    node = add({.grain = Grain::quarter, .year = number(i), .number = number(i + 2)});
    return i + 3;
  }
  const bool dashed = mark(i + 1, '-') && glued(i + 1) && glued(i + 2) && terms_[i].digits == 4 &&
                      is_whole(i, 1900, 2199) && !joined_left(i);
  const bool half = is(i + 2, Is::half_letter);
  if (dashed && (half || is(i + 2, Is::quarter_letter)) && glued(i + 3) && terms_[i + 3].digits == 1 &&
      is_whole(i + 3, 1, half ? 2 : 4) && !joined_right(i + 3)) {  // "2018-Q4"
    hangs_on(i + 2, half ? Is::half_letter : Is::quarter_letter);
    rule_ = "quarter";
    node = add({.grain = half ? Grain::half : Grain::quarter, .year = number(i), .number = number(i + 3)});
    return i + 4;
  }
  return quarter_number(i, node);
}

// "Q3", "3Q 2013", "H1".
int Grammar::quarter_code(int i, int& node) {
  if (terms_[i].digits == 4) return year_and_quarter(i, node);
  if (is(i, Is::unit) && terms_.is_digits(i + 1))
    if (const int end = quarter_number(i, node)) return end;
  const bool letter_first = terms_.is_digits(i + 1);
  const int letter = letter_first ? i : i + 1, digit = letter_first ? i + 1 : i;
  const bool quarter = is(letter, Is::quarter_letter);
  if (!quarter && !is(letter, Is::half_letter)) return 0;
  if (!glued(i + 1) || terms_[digit].digits != 1 || !is_whole(digit, 1, quarter ? 4 : 2)) return 0;
  if (mark(i + 2, '-') && glued(i + 2) && glued(i + 3) && terms_[i + 3].digits == 4 && letter_first &&
      is_whole(i + 3, 1900, 2199) && !joined_right(i + 3)) {  // "Q4-2018"
    hangs_on(letter, quarter ? Is::quarter_letter : Is::half_letter);
    rule_ = "quarter";
    node = add(
        {.grain = quarter ? Grain::quarter : Grain::half, .year = number(i + 3), .number = number(digit)});
    return i + 4;
  }
  if (!letter_first && terms_[i + 2].digits == 2 && glued(i + 2) && terms_[letter].capital &&
      !joined_left(i) && !joined_right(i + 2)) {  // "3Q24", "1H24"
    hangs_on(letter, quarter ? Is::quarter_letter : Is::half_letter);
    rule_ = "quarter";
    node = add({.grain = quarter ? Grain::quarter : Grain::half,
                .year = 2000 + number(i + 2),
                .number = number(digit)});
    return i + 3;
  }
  int before_year = Meaning::unknown;
  if (!terms_[letter].capital && !year_behind(i + 2, before_year)) return 0;
  if (joined_right(digit) && !mark(digit + 1, '-')) return 0;
  hangs_on(letter, quarter ? Is::quarter_letter : Is::half_letter);
  rule_ = "quarter";
  int year = Meaning::unknown;
  const int behind = year_behind(i + 2, year);
  const int before = is(i - 1, Is::the) ? i - 2 : i - 1;
  const bool asked = is(before, Is::within) || is(before, Is::since) || is(before, Is::during) ||
                     is(before, Is::at) || is(before, Is::direction) || is(before, Is::until) ||
                     is(before, Is::from) || is(before, Is::also) || is(before, Is::between) ||
                     is(before, Is::part);
  if (behind == 0 && !(quarter && asked)) return 0;
  node = add({.grain = quarter ? Grain::quarter : Grain::half,
              .year = behind ? year : Meaning::unknown,
              .number = number(digit)});
  return behind ? behind : i + 2;
}

}  // namespace presscut::dates
