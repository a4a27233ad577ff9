#include "dates/tense.h"

namespace presscut::dates {
namespace {

constexpr int terms_back = 30, terms_ahead = 20;

bool ends_sentence(const Terms& terms, int i) {
  const Term& term = terms[i];
  if (term.kind == Term::Kind::none || term.mark == '\n' || term.mark == '?' || term.mark == '!') return true;
  return term.mark == '.' && terms[i + 1].space_before && terms[i + 1].capital;
}

// What a term says about when; a participle alone ("held") leaves it to the words before it.
enum class Sign : std::uint8_t { none, past, future, participle };

Sign sign(const Terms& terms, int i, const Lexicon& lexicon) {
  const Term& term = terms[i];
  if (term.kind != Term::Kind::word) return Sign::none;
  if (term.entry) {
    if (term.entry->is(Is::will)) return Sign::future;
    if (term.entry->is(Is::did)) return Sign::past;
    if (term.entry->is(Is::participle)) return Sign::participle;
    if (term.entry->is(Is::is_now) && terms.is(i + 1, Is::until)) return Sign::future;  // "is to be held"
    if (!term.entry->is(Is::moved)) return Sign::none;
  }
  if (term.has_number || term.capital) return Sign::none;
  if (lexicon.is_future(terms.spelling(i))) return Sign::future;
  return lexicon.is_past(terms.spelling(i)) ? Sign::participle : Sign::none;
}

// Whether "will be", "is to be" or an infinitive stands shortly before a participle: "is to be held".
Tense of_participle(const Terms& terms, int i) {
  for (int j = i - 1; j >= i - 5; --j) {
    if (ends_sentence(terms, j)) break;
    if (terms.is(j, Is::will)) return Tense::future;
    if (terms.is(j, Is::did)) return Tense::past;
    if (terms.is(j, Is::is_now)) return terms.is(j + 1, Is::until) ? Tense::future : Tense::past;
  }
  return Tense::past;
}

}  // namespace

Tense tense_at(const Terms& terms, int begin, int end, const Lexicon& lexicon) {
  int back = 0, ahead = 0;
  Tense before = Tense::unknown, behind = Tense::unknown;
  for (int i = begin - 1; i >= begin - terms_back && before == Tense::unknown; --i) {
    if (ends_sentence(terms, i)) break;
    const Sign s = sign(terms, i, lexicon);
    if (s == Sign::past) before = Tense::past;
    if (s == Sign::future) before = Tense::future;
    if (s == Sign::participle) before = of_participle(terms, i);
    back = begin - i;
  }
  for (int i = end; i < end + terms_ahead && behind == Tense::unknown; ++i) {
    if (ends_sentence(terms, i)) break;
    const Sign s = sign(terms, i, lexicon);
    if (s == Sign::past) behind = Tense::past;
    if (s == Sign::future) behind = Tense::future;
    if (s == Sign::participle) behind = of_participle(terms, i);
    ahead = i - end + 1;
  }
  if (before == Tense::unknown) return behind;
  if (behind == Tense::unknown) return before;
  return ahead < back ? behind : before;
}

bool is_timeless(const Terms& terms, int begin, int end) {
  for (int i = begin - 1; i >= begin - terms_back && !ends_sentence(terms, i); --i)
    if (terms.is(i, Is::always)) return true;
  for (int i = end; i < end + terms_ahead && !ends_sentence(terms, i); ++i)
    if (terms.is(i, Is::always)) return true;
  return false;
}

}  // namespace presscut::dates
