#include "numbers/names.h"

namespace presscut::numbers {
namespace {

constexpr std::size_t headline = 12;      // tokens to either side that are looked at
constexpr std::size_t least_letters = 4;  // of words that have capitals there

// Whether all longer words around `i` have capitals, as in headlines: "Storm Kills Seven Miners".
bool is_headline(const Grammar& grammar, std::size_t i) {
  const auto is_small = [&](std::size_t at) {
    return grammar.is_word(at) && !grammar.token(at).capital &&
           grammar.spelling(at).size() >= least_letters && !grammar.is(at, Is::stop);
  };
  std::size_t at = i;
  for (std::size_t seen = 0; at > 0 && grammar.same_line(at) && seen < headline; ++seen)
    if (is_small(--at)) return false;
  for (at = i + 1; at < i + headline && grammar.same_line(at); ++at)
    if (is_small(at)) return false;
  return true;
}

}  // namespace

// "the Third Reich", "Six-Day War", "Group of Seven": a capital within a sentence, and one beside it.
bool is_title(const Grammar& grammar, std::size_t start, std::size_t end, const Quantity& q) {
  if (q.amount.digits || start == 0 || !grammar.same_line(start) || !grammar.is_text(start - 1)) return false;
  if (!grammar.token(start).capital || grammar.token(start - 1).all_capitals) return false;
  const std::size_t next = grammar.after_hyphen(end);
  const bool before_capital = grammar.is_word(next) && grammar.same_line(next) && grammar.token(next).capital;
  const bool of_capital = start > 1 && grammar.is(start - 1, Is::of) && grammar.is_word(start - 2) &&
                          grammar.token(start - 2).capital && !grammar.looks_plural(end);
  return (before_capital || of_capital) && !(grammar.looks_plural(next) && is_headline(grammar, start));
}

// "below 1990 levels"
bool is_year(const Grammar& grammar, std::size_t end, const Quantity& q) {
  return q.amount.plain && !q.unit && !q.range && q.amount.value >= 1900 && q.amount.value < 2100 &&
         grammar.same_line(end) && grammar.is(end, Is::of_year);
}

// "zero-emission cars"
bool is_without(const Grammar& grammar, std::size_t end, const Quantity& q) {
  return !q.amount.digits && q.amount.value == 0 && !q.unit && !q.range && !q.amount.rough &&
         grammar.after_hyphen(end) > end;
}

}  // namespace presscut::numbers
