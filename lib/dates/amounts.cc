// Amounts of time: "three years", "two and a half hours", "the last few months".
#include "dates/grammar.h"

namespace presscut::dates {
namespace {

constexpr int this_one = static_cast<int>(Direction::this_one);

bool is_unit_of_amount(Grain grain) {
  return grain != Grain::part_of_day && grain != Grain::season && grain != Grain::half;
}

}  // namespace

// A unit behind a number; `plural` tells "years" from "year". A fortnight is two weeks, a Viertelstunde 15
// minutes.
int Grammar::unit_name(int i, Amount& amount, bool& plural) {
  if (is(i, Is::unit_multiple)) {
    const int of = value(i, Is::unit_multiple);
    amount.grain = static_cast<Grain>(of % grains);
    amount.count *= 1 + of / grains;
    plural = false;
    hangs_on(i, Is::unit_multiple);
    return i + 1;
  }
  for (const Is what : {Is::units, Is::unit, Is::unit_numbered, Is::unit_short}) {
    if (!is(i, what)) continue;
    if (what == Is::unit_short && !terms_.is_digits(i - 1)) continue;
    if (what == Is::unit_short && terms_[i + 1].digits == 2 && glued(i + 1)) continue;  // "15h30"
    amount.grain = static_cast<Grain>(value(i, what));
    amount.working = is(i, Is::working_day);
    plural = what == Is::units;
    hangs_on(i, what);
    return mark(i + 1, '.') && what == Is::unit_short && glued(i + 1) && !ends_here(i + 2) ? i + 2 : i + 1;
  }
  return 0;
}

// The number of an amount: "20", "2.5", "1,500", "65 million".
int Grammar::amount_of_digits(int i, Amount& amount) {
  if (joined_left(i)) return 0;
  amount.count = terms_[i].number;
  int j = i + 1;
  if (!terms_.is_digits(i)) return j;
  if (is(j, Is::half) && glued(j) && terms_[j].kind == Term::Kind::mark) {  // "1½ hours"
    amount.count += 0.5;
    return j + 1;
  }
  if ((mark(j, '.') || mark(j, ',')) && glued(j) && terms_.is_digits(j + 1) && glued(j + 1)) {
    double part = terms_[j + 1].number;
    if (mark(j, ',') && terms_[j + 1].digits == 3) {
      amount.count = amount.count * 1000 + part;
    } else {
      for (int k = 0; k < terms_[j + 1].digits; ++k) part /= 10;
      amount.count += part;
    }
    j += 2;
    if (joined_right(j - 1)) return 0;
  }
  if (terms_[j].has_number && terms_[j].digits == 0 && !terms_[j].ordinal && terms_[j].number >= 1000)
    amount.count *= terms_[j].number, ++j;
  return j;
}

// "depuis des années", "des heures plus tard", "des décennies": an article before units that says how long.
bool Grammar::is_length(int i) const {
  for (const Is before : {Is::during, Is::since, Is::within, Is::after, Is::ago_before, Is::approximately})
    if (is(i - 1, before)) return true;
  for (const Is behind :
       {Is::later, Is::earlier, Is::ago, Is::of, Is::direction_after, Is::before, Is::after})
    if (is(i + 2, behind)) return true;
  return is(i + 1, Is::units) && value(i + 1, Is::units) >= static_cast<int>(Grain::decade);
}

// One amount: "three years", "a year", "half an hour", "2.5 hours", "several days", "two-year", "another
// week".
int Grammar::amount(int i, Meaning& list) {
  Amount result, upper;
  bool plural = false, range = false;
  int j = i;
  if (is(j, Is::half)) {  // "half an hour", "half-hour"
    j = after_hyphen(j + 1);
    if (is(j, Is::a)) ++j;
    const int end = unit_name(j, result, plural);
    if (end == 0 || plural || result.grain > Grain::century) return 0;
    if (result.grain >= Grain::decade) {  // "half a century"
      result.count = result.grain == Grain::decade ? 10 : 100;
      result.grain = Grain::year;
    }
    result.count /= 2;
    list.add(result);
    return end;
  }
  if (is(j, Is::a) && is(j + 1, Is::half) &&
      (is(j + 2, Is::unit) || (mark(j + 2, '-') && is(j + 3, Is::unit))))
    return amount(j + 1, list);  // "a half-hour"
  if (is(j, Is::few)) {
    if (value(j, Is::few) == 1 && !is_length(j)) return 0;
    hangs_on(j, Is::few);
    result.vague = true;
    ++j;
    if (is(j, Is::more)) ++j;
  } else if (terms_[j].has_number && !terms_[j].ordinal) {
    j = amount_of_digits(j, result);
    if (j == 0) return 0;
    const bool collective = terms_[j - 1].digits == 0 && is(j, Is::of) && is(j + 1, Is::units);
    if (collective && result.count >= 10) ++j;  // "une dizaine d'années"
    if (is(j, Is::also) && is(j + 1, Is::a) && is(j + 2, Is::half)) result.count += 0.5, j += 3;
    // "two to three years", "2-3 days"
    const int next = mark(j, '-') || is(j, Is::until) || is(j, Is::alternatively) ? j + 1 : 0;
    if (next > 0 && terms_[next].has_number && !terms_[next].ordinal && terms_[next].number > result.count &&
        (terms_[next].digits > 0) == (terms_[next - 2].digits > 0)) {
      range = true;
      upper.count = terms_[next].number;
      j = next + 1;
    }
    if (is(after_hyphen(j), Is::odd)) j = after_hyphen(j) + 1;  // "20-odd years"
    while (is(j, Is::more) && !is(j, Is::every)) ++j;
    if (is(j, Is::direction) && result.count < 1000 && value(j, Is::direction) != this_one &&
        (is(j + 1, Is::units) || is(j + 1, Is::unit))) {        // "5 past years"
      if (!is(j + 1, Is::units) && result.count > 1) return 0;  // "of 13 last year"
      list.direction = static_cast<Direction>(value(j, Is::direction));
      ++j;
    }
  } else if (is(j, Is::a)) {
    ++j;
    if (is(j, Is::half)) return 0;
    if (is(j, Is::more)) ++j;
    const int end = unit_name(j, result, plural);
    if (end == 0 || plural || (!is(j, Is::unit) && !is(j, Is::unit_multiple)) ||
        !is_unit_of_amount(result.grain))
      return 0;
    if (result.grain == Grain::weekend || result.grain == Grain::quarter) return 0;
    list.add(result);
    if (is(end, Is::alternatively) && is_whole(end + 1, 2, 3) && terms_[end + 1].digits == 0 &&
        stops(end + 2)) {
      result.count = terms_[end + 1].number;  // "a day or two"
      list.kind = Meaning::Kind::range;
      list.add(result);
      return end + 2;
    }
    return end;
  } else if (is(j, Is::more)) {           // "another year"
    if (terms_[j - 1].ordinal) return 0;  // "the third consecutive year" is one that comes after two
    ++j;
    if (terms_[j].has_number) return 0;
  } else {
    return 0;
  }
  if (mark(j, '-') && (is(j + 1, Is::units) || !glued(j + 1))) return 0;
  j = after_hyphen(j);
  int end = unit_name(j, result, plural);
  const bool named_year = terms_[i].digits == 4 && is_whole(i, 1900, 2199) && j == i + 1 && !plural;
  if (named_year && result.grain == Grain::year) return 0;  // "the 2003 fiscal year"
  if (end > 0 && result.grain == Grain::quarter && is(end, Is::of) && is(end + 1, Is::a) &&
      is(end + 2, Is::unit)) {
    result.count /= 4;  // "three quarters of an hour"
    end = unit_name(end + 2, result, plural);
  }
  if (end == 0 || !is_unit_of_amount(result.grain) || (result.vague && !plural)) return 0;
  upper.grain = result.grain;
  list.add(result);
  if (range) {
    list.kind = Meaning::Kind::range;
    list.add(upper);
  }
  return end;
}

// Several amounts as one: "2 weeks and 3 days", "a year and a half", "1 hour, 30 minutes".
int Grammar::amounts(int i, Meaning& list) {
  int end = amount(i, list);
  if (end == 0 || list.kind == Meaning::Kind::range) return end;
  if (is(end, Is::also) && is(end + 1, Is::a) && is(end + 2, Is::half)) {
    list.amounts[0].count += 0.5;
    return end + 3;
  }
  if (is(end, Is::also) && is(end + 1, Is::half) &&
      (ends_here(end + 2) || is(end + 2, Is::always) || is(end + 2, Is::later) ||
       is(end + 2, Is::earlier))) {  // "un an et demi"
    list.amounts[0].count += 0.5;
    return end + 2;
  }
  if (is(end, Is::also) && is(end + 1, Is::quarter) && stops(end + 2)) {  // "deux heures et quart"
    list.amounts[0].count += 0.25;
    return end + 2;
  }
  const bool one = is(end + 1, Is::a) || (is_whole(end + 1, 1, 1) && terms_[end + 1].digits == 0);
  if (is(end, Is::also) && one && is(end + 2, Is::quarter) &&
      (!is(end + 3, Is::of) || glued(end + 4))) {  // "a year and a quarter", "un quart d'intervalle"
    list.amounts[0].count += 0.25;
    return end + 3;
  }
  while (list.amount_count < 3 && !list.amounts[0].vague) {
    const Grain last = list.amounts[list.amount_count - 1].grain;
    int j = after_comma(end);
    const bool listed = j > end;
    if (is(j, Is::also)) ++j;
    if (!terms_[j].has_number && (listed || !is(j, Is::a))) break;
    Meaning further;
    const int behind = amount(j, further);
    if (behind == 0 || further.amounts[0].grain >= last || further.kind == Meaning::Kind::range) break;
    if (j == end && last > Grain::year) break;
    list.add(further.amounts[0]);
    end = behind;
  }
  return end;
}

// "three years", "about 20 years", "the last three months", "another two weeks", "decades".
int Grammar::duration(int i, int& node) {
  Meaning duration{.kind = Meaning::Kind::duration};
  int j = i;
  const auto done = [&](std::string_view rule) {
    rule_ = rule;
    if (value(i - 1, Is::during) == 2) duration.sign = 1;  // "within two years"
    if (duration.kind == Meaning::Kind::range) duration.kind = Meaning::Kind::duration, duration.number = 2;
    node = add(duration);
  };
  if (is(j, Is::approximately)) {
    if (is(j, Is::during) && is(j + 1, Is::the)) return 0;        // "over the last years"
    if (is(j - 1, Is::at) && is(j + 2, Is::hour_mark)) return 0;  // "à environ 13h"
    ++j;
  }
  if (is(j, Is::unit_long)) {
    hangs_on(j, Is::unit_long);
    duration.add({1, false, static_cast<Grain>(value(j, Is::unit_long))});
    done("amount");
    return j + 1;
  }
  int direction = 0;
  const int article = j;
  if (is(j, Is::the)) ++j;
  if (is(j, Is::all) && is(j + 1, Is::unit)) {  // "all day"
    Amount one;
    bool plural = false;
    const int behind = unit_name(j + 1, one, plural);
    if (one.grain < Grain::day) return 0;
    hangs_on(j, Is::all);
    duration.add(one);
    done("all");
    return behind;
  }
  const bool first = terms_[j].ordinal && is_whole(j, 1, 1);
  if (j > article && is(j, Is::units) && is(j + 1, Is::direction_after) &&
      value(j + 1, Is::direction_after) == static_cast<int>(Direction::coming)) {  // "the years to come"
    hangs_on(j + 1, Is::direction_after);
    duration.add({1, true, static_cast<Grain>(value(j, Is::units))});
    duration.direction = Direction::coming;
    done("directed_amount");
    return j + 2;
  }
  if (is(j, Is::direction)) {
    while (is(j, Is::direction)) direction = value(j, Is::direction), ++j;
    const bool asked = is(i - 1, Is::will) || is(i - 1, Is::until) || is(i - 1, Is::did) ||
                       (is(i - 1, Is::month_or_word) && !terms_[i - 1].capital);  // "may"
    const bool counted = terms_[j].has_number || is(j, Is::few) || is(j, Is::a) || is(j, Is::approximately);
    if (direction == static_cast<int>(Direction::last) && j == article + 1 && article == i && asked &&
        counted)
      return 0;  // "will last three days"
  } else if (first) {
    ++j;
  } else if (j > article && !is(j, Is::few) && !terms_[j].has_number) {
    return 0;
  }
  if (is(j, Is::approximately)) ++j;
  int end = 0;
  if (direction == 0 && !first && j == article && is(j, Is::units)) {  // "for years", "decades of war"
    Grain grain = static_cast<Grain>(value(j, Is::units));
    if (grain == Grain::weekend) return 0;  // they come back
    const int before = i - 1;
    const bool asked = is(before, Is::during) || is(before, Is::since) || is(before, Is::within) ||
                       is(before, Is::after) || is(before, Is::approximately) || is(j + 1, Is::of) ||
                       is(before, Is::per);
    const bool decades = grain >= Grain::decade;
    if (!asked && !decades) {
      if (!is(j + 1, Is::ago) && !is(j + 1, Is::later) && !is(j + 1, Is::earlier) && hence(j + 1) == 0)
        return 0;
    }
    if (is(after_hyphen(j + 1), Is::old) || terms_[i - 1].has_number) return 0;
    if (grain == Grain::quarter && is(j + 1, Is::of)) return 0;
    hangs_on(j, Is::units);
    duration.add({1, true, grain});
    end = j + 1;
    const int from_now = hence(end);
    if (from_now > 0 || is(end, Is::ago) || is(end, Is::earlier) || is(end, Is::later)) {
      Meaning reference{.kind = Meaning::Kind::reference};
      reference.reference = from_now > 0 || is(end, Is::later) ? Reference::future : Reference::past;
      rule_ = "ago";
      node = add(reference);
      return from_now > 0 ? from_now : end + 1;
    }
    done("units");
    return end;
  }
  const bool coming =
      direction == static_cast<int>(Direction::next) || direction == static_cast<int>(Direction::coming);
  const bool last = direction == static_cast<int>(Direction::last) || coming;
  if (direction != 0 && (is(j, Is::unit) || is(j, Is::units)) && !terms_[j].has_number) {
    // "the past decade", "the coming weeks": with an article a stretch of time up to now
    Grain grain = static_cast<Grain>(value(j, is(j, Is::unit) ? Is::unit : Is::units));
    if (is(j, Is::units)) {
      const bool verb =
          j - 1 == i && (is(i - 1, Is::will) || is(i - 1, Is::until) ||
                         (is(i - 1, Is::month_or_word) && !terms_[i - 1].capital));  // "it may last hours"
      if (verb) return 0;
      if (!last && direction != static_cast<int>(Direction::previous) &&
          direction != static_cast<int>(Direction::following))
        return 0;
      if (grain < Grain::hour) return 0;
      hangs_on(j, Is::units);
      duration.add({1, true, grain});
    } else {
      if (article == j - 1 || !last || !is(article, Is::the) || grain < Grain::hour) return 0;
      if (!is(j - 1, Is::stretch) || (coming && grain < Grain::year && grain >= Grain::day)) return 0;
      if (is(j + 1, Is::of)) return 0;
      hangs_on(j, Is::unit);
      duration.add({1, false, grain});
    }
    duration.direction = static_cast<Direction>(direction);
    done("directed_amount");
    return j + 1;
  }
  if (direction != 0 && is(j, Is::unit_multiple)) {
    Amount two;
    bool plural = false;
    const int behind = unit_name(j, two, plural);
    duration.add(two);
    duration.direction = static_cast<Direction>(direction);
    done("directed_amount");
    return behind;
  }
  end = amounts(j, duration);
  if (end == 0) return 0;
  if (first && (!is(end - 1, Is::units) || article == j - 1)) return 0;
  const bool adjective = is(end - 1, Is::unit) && mark(end - 2, '-') && glued(end - 2);
  if (adjective && direction == 0 && j == article + 1 && is(article, Is::the))
    return 0;  // "the 45-day truce"
  // Ages are none: "three years old", "a 5-year-old".
  if (is(end, Is::old) || (mark(end, '-') && is(end + 1, Is::old))) return 0;
  const bool young = duration.amounts[0].grain == Grain::year || duration.amounts[0].grain == Grain::month;
  if (is(i - 1, Is::age_before) && young) return 0;
  if (is(end, Is::the) && !is(end, Is::direction) && !is(end, Is::on)) return 0;
  if (is(end, Is::direction_after) && is(end - 1, Is::units))  // "los tres años anteriores"
    direction = value(end, Is::direction_after), ++end;
  if (direction == static_cast<int>(Direction::same)) return 0;  // "said that five days"
  if (direction != 0) duration.direction = static_cast<Direction>(direction);
  const bool half_quarter = duration.amounts[0].grain == Grain::quarter && direction == 0;
  if (half_quarter && (!is(end - 1, Is::units) || is(end, Is::of))) return 0;  // "three quarters of them"
  if (mark(end, '-') && glued(end) && is(end + 1, Is::long_after)) end += 2;
  const std::string_view rule = duration.direction != Direction::none ? "directed_amount" : "amount";
  if (is(end, Is::of) && (direction != 0 || first)) {  // "the last four months of 2021"
    int base = Meaning::none;
    const Reading* const row = row_;
    int behind = longest_point(end + 1, base);
    if (behind == 0 && is(end + 1, Is::the)) behind = bare_unit(end + 1, base);  // "of the year"
    row_ = row;
    if (behind > 0 && at(base).grain >= Grain::week) {
      duration.base = base;
      done(rule);
      return behind;
    }
  }
  done(rule);
  return end;
}

}  // namespace presscut::dates
