#include "groups/runs.h"

namespace presscut::groups {
namespace {

constexpr int longest_run = 16;  // terms

// Marks that stand inside a name without blanks around them.
bool glues(const Terms& terms, int i) {
  const Term& mark = terms[i];
  if (mark.mark == '&') return !terms.breaks(i) && terms[i + 1].has_capital();
  if (mark.space_before || terms[i + 1].space_before || terms.breaks(i + 1)) return false;
  if (mark.mark == '-' || mark.mark == '\'' || mark.mark == '/')
    return terms[i + 1].is_word() || terms[i + 1].is_number();
  return mark.mark == '.' && terms[i - 1].capital && terms[i + 1].has_capital();
}

// The stop of "U.S." or "Inc." inside a name.
bool is_inner_stop(const Terms& terms, int i) {
  return terms[i].mark == '.' && !terms[i].space_before && !terms.breaks(i + 1) &&
         terms[i - 1].end - terms[i - 1].start <= 3 && terms[i + 1].has_capital();
}

bool is_joint(const Terms& terms, int i, bool across_and) {
  if (!terms[i].is(Is::join) || terms[i].capital || terms.breaks(i)) return false;
  if (terms.is(i, "and")) return across_and;
  return !terms.is(i, List::not_joint);
}

bool is_possessive(const Terms& terms, int i) {
  return terms[i].mark == '\'' && terms.is(i + 1, "s") && !terms[i + 1].space_before;
}

}  // namespace

int run_right(const Terms& terms, int i, bool across_and) {
  if (!terms[i].has_capital() && !terms[i].is_number()) return i;
  int end = i + 1;
  while (end < terms.size() && end - i < longest_run && !terms.breaks(end)) {
    const Term& term = terms[end];
    if (term.is_function() && term.has_capital()) break;
    if (term.has_capital() || (term.is_number() && terms[end - 1].has_capital())) {
      ++end;
    } else if (is_possessive(terms, end) ? terms[end + 2].has_capital() : glues(terms, end)) {
      end += 2;
    } else if (is_inner_stop(terms, end)) {
      ++end;
    } else if (is_joint(terms, end, across_and)) {
      const int next = is_joint(terms, end + 1, across_and) ? end + 2 : end + 1;
      if (!terms[next].has_capital() || terms[next].is_function() || terms.breaks(next)) break;
      end = next;
    } else {
      break;
    }
  }
  return end;
}

int run_left(const Terms& terms, int last) {
  if (!terms[last].has_capital() && !terms[last].is_number()) return last + 1;
  int begin = last;
  while (begin > 0 && last - begin < longest_run && !terms.breaks(begin)) {
    const int i = begin - 1;
    if (terms[i].has_capital()) {
      begin = i;
    } else if (glues(terms, i) || is_inner_stop(terms, i)) {
      if (!terms[i - 1].has_capital() && !terms[i - 1].is_number()) break;
      begin = i - 1;
    } else if (i >= 2 && terms.is(i, "s") && is_possessive(terms, i - 1) && terms[i - 2].has_capital()) {
      begin = i - 2;
    } else if (is_joint(terms, i, false)) {
      const int next = is_joint(terms, i - 1, false) ? i - 2 : i - 1;
      if (!terms[next].has_capital() || terms.breaks(next + 1)) break;
      begin = next;
    } else {
      break;
    }
  }
  return without_openers(terms, begin, last + 1);
}

int without_openers(const Terms& terms, int begin, int end) {
  while (begin < end - 1) {
    const Term& term = terms[begin];
    const bool opens = term.is_function() || (term.is(Is::opener) && term.sentence_start) ||
                       (term.is(Is::join) && !term.has_capital());
    if (!opens) break;
    ++begin;
  }
  return begin;
}

}  // namespace presscut::groups
