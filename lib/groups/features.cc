#include "groups/features.h"

#include <algorithm>
#include <string>

namespace presscut::groups {
namespace {

constexpr std::uint64_t edge = 1;  // beyond the sentence

// A word with a capital that may be part of a name.
bool is_core(const Terms& terms, int i) {
  const Term& term = terms[i];
  if (term.headline) return false;
  const bool glued = terms[i + 1].mark == '-' && !terms[i + 1].space_before;
  if (term.has_capital()) return !term.is_function() || glued;
  return term.is(Is::join) && glued && terms[i + 2].has_capital() && !terms[i + 2].space_before;  // "al-Quds"
}

bool is_foreign(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// The stop of "U.S." and "Inc." belongs to the name, and what is glued to it in small letters: "Da'esh".
int past_tail(const Terms& terms, int end) {
  if (terms.breaks(end)) {
    const bool stop = terms[end].mark == '.' && !terms[end].space_before;
    if (!stop) return end;
  }
  const Term& last = terms[end - 1];
  if (terms[end].mark == '.' && !terms[end].space_before && last.capital &&
      (terms[end - 2].mark == '.' ? last.end - last.start == 1
                                  : last.is(Is::head) && last.end - last.start <= 4))
    return end + 1;
  if (terms[end].mark == '\'' && !terms[end].space_before && terms[end + 1].is_word() &&
      !terms[end + 1].space_before && !terms.is(end + 1, "s"))
    return end + 2;
  return end;
}

bool is_filler(const Terms& terms, int i) {
  const Term& term = terms[i];
  if (term.is_number()) return true;
  if (term.is_word())
    return term.is(Is::join) || term.has_capital() || (terms.is(i, "s") && terms[i - 1].mark == '\'') ||
           (terms[i - 1].mark == '-' && !term.space_before) || is_foreign(terms.spelling(i));
  switch (term.mark) {
    case '&':
    case '-':
    case '\'':
    case '.':
    case '/':
    case ',':
    case '!':
    case '+':
    case ':': return true;
    default: return false;
  }
}

constexpr int widest_gap = 3;  // fillers in a row

bool is_small_word(const Terms& terms, int i) { return terms[i].is_word() && !terms[i].has_capital(); }

bool is_of_group(const Term& term) { return term.is(Is::role) || term.is(Is::definer); }

// "Anvil members", "Anvil's founder", "the Anvil organisation".
bool has_role_behind(const Terms& terms, int i) {
  const int behind = terms[i + 1].mark == '\'' ? i + 3 : i + 1;
  return !terms.breaks(i + 1) && is_small_word(terms, behind) && is_of_group(terms[behind]);
}

// "joined the Anvil", "a founder of Anvil", "a lawyer for Anvil".
bool has_role_before(const Terms& terms, int i) {
  const int before = terms.is(i - 1, "the") ? i - 2 : i - 1;
  if (terms.breaks(i) || terms.breaks(before + 1) || !is_small_word(terms, before)) return false;
  if (terms[before].is(Is::deed)) return true;
  return terms.is(before, List::stands_for) &&
         (is_of_group(terms[before - 1]) || terms[before - 1].is(Is::deed));
}

bool has_role_beside(const Terms& terms, int i) {
  return has_role_behind(terms, i) || has_role_before(terms, i);
}

}  // namespace

std::vector<std::pair<int, int>> find_stretches(const Terms& terms) {
  std::vector<std::pair<int, int>> stretches;
  for (int i = 0; i < terms.size(); ++i) {
    if (!is_core(terms, i)) continue;
    int begin = i, end = i + 1;
    while (begin > 0 && i - begin < 2 && !terms.breaks(begin) &&
           (stretches.empty() || begin > stretches.back().second) &&
           (terms[begin - 1].is_number() || (terms[begin - 2].is_number() && !terms[begin - 1].space_before)))
      --begin;
    for (int gap = 0, at = end; at < terms.size() && !terms.breaks(at) && gap <= widest_gap; ++at) {
      if (is_core(terms, at)) {
        end = at + 1;
        gap = 0;
      } else if (is_filler(terms, at)) {
        ++gap;
      } else {
        break;
      }
    }
    end = past_tail(terms, end);
    for (int n = 0; n < 2 && !terms.breaks(end); ++n) {
      const Term& term = terms[end];
      const bool belongs = term.is_number() || (term.mark == '!' && !term.space_before) ||
                           term.is(Is::head) || term.is(Is::definer) || term.is(Is::state);
      if (!belongs) break;
      ++end;
    }
    stretches.emplace_back(begin, end);
    i = end - 1;
  }
  return stretches;
}

Features::Features(const Terms& terms, const std::vector<Candidate>& candidates,
                   const std::vector<Alias>& aliases)
    : terms_(terms), marks_(static_cast<std::size_t>(terms.size())) {
  for (int i = 0; i < terms.size(); ++i) {
    const Term& term = terms[i];
    if (!term.is_word() || term.headline) continue;
    if (!term.has_capital()) small_.set(term.hash % small_.size());
    else if (!term.sentence_start) capital_.set(term.hash % capital_.size());
  }
  read_document(candidates);
  for (const Candidate& candidate : candidates) {
    const auto evidence = static_cast<int>(candidate.evidence) + 1;
    for (int i = candidate.begin; i < candidate.end; ++i)
      marks_[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(evidence * 2 + (i == candidate.begin));
  }
  for (const Alias& alias : aliases)
    for (const int i : {alias.begin, alias.name_end - 1}) {
      std::uint8_t& mark = marks_[static_cast<std::size_t>(i)];
      mark = static_cast<std::uint8_t>(mark | (alias.pattern == "acronym" ? 64 : 32));
    }
}

// What the document tells of its words elsewhere.
void Features::read_document(const std::vector<Candidate>& candidates) {
  int capitals = 0, marked = 0;
  for (int i = 0; i < terms_.size(); ++i) {
    const Term& term = terms_[i];
    if (!term.has_capital() || term.headline || term.is_function()) continue;
    ++capitals;
    const Term& before = terms_[i - 1];
    const std::size_t place = term.hash % elsewhere_.size();
    if (has_role_beside(terms_, i))
      roles_[place] = static_cast<std::uint8_t>(std::min(roles_[place] + 1, most_roles));
    if (terms_.breaks(i)) continue;
    if ((before.is(Is::given) || before.is(Is::title)) && before.has_capital()) elsewhere_[place] |= 1;
    if (terms_.is(i - 1, List::whereabouts)) elsewhere_[place] |= 2;
    if (terms_.is(i - 1, "the")) elsewhere_[place] |= 4;
    if (before.has_capital()) elsewhere_[place] |= 8;
    if (term.all_capitals) continue;
    std::string initials;
    for (int j = i; j > i - 6 && terms_[j].capital && !terms_.breaks(j); --j) {
      std::size_t at = 0;
      std::string first;
      text::append(first, text::decode(terms_.spelling(j), at));
      initials.insert(0, first);
      if (initials.size() > 1) elsewhere_[text::hash_of(initials) % elsewhere_.size()] |= 16;
      while (j > 0 && terms_[j - 1].is(Is::join) && !terms_[j - 1].capital && !terms_.breaks(j)) --j;
    }
  }
  for (const Candidate& candidate : candidates) {
    marked += candidate.end - candidate.begin;
    if (candidate.end - candidate.begin < 2) continue;
    for (int i = candidate.begin; i < candidate.end; ++i)
      if (!terms_[i].entry && terms_[i].has_capital()) elsewhere_[terms_[i].hash % elsewhere_.size()] |= 32;
  }
  const int size = terms_.size() < 80 ? 0 : terms_.size() < 400 ? 1 : 2;
  document_ =
      static_cast<std::uint64_t>(size == 0 ? 0 : size * 16 + std::min(marked * 8 / std::max(capitals, 1), 6));
}

void Features::add(std::uint64_t number, std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  std::uint64_t hash = number * 0x9e3779b97f4a7c15ull;
  for (const std::uint64_t part : {a, b, c}) {
    hash = (hash ^ part) * 0xff51afd7ed558ccdull;
    hash ^= hash >> 32;
  }
  list_.push_back(static_cast<std::uint32_t>(hash >> 40));
}

std::uint64_t Features::word(int i) const { return outside(i) ? edge : terms_[i].hash; }

// Case and length of words, how many digits, which mark.
std::uint64_t Features::shape(int i) const {
  if (outside(i)) return edge;
  const Term& term = terms_[i];
  const std::uint64_t length = std::min<std::uint64_t>(term.end - term.start, 6);
  if (term.is_number()) return 16 + length;
  if (!term.is_word()) return 256 + static_cast<unsigned char>(term.mark);
  if (term.all_capitals) return 32 + length;
  if (term.inner_capital) return 2 + term.capital;
  return 4 + term.capital;
}

std::uint64_t Features::classes(int i) const {
  if (outside(i)) return edge;
  const Term& term = terms_[i];
  if (!term.entry) return 2;
  const unsigned offices = 1U << static_cast<unsigned>(Is::office);  // each is a title, which tells enough
  return std::uint64_t{term.entry->classes & ~offices} << 8 | std::uint64_t{term.entry->kind} << 4 |
         term.in_phrase << 2 | 3;
}

// Finds the sentence around a stretch and the runs of capitals in it.
void Features::prepare(int begin, int end) {
  constexpr int look = 8;
  first_ = begin;
  while (begin - first_ < look && !terms_.breaks(first_)) --first_;
  last_ = end;
  while (last_ - end < look && !terms_.breaks(last_)) ++last_;
  stretch_ = begin;
  runs_.assign(static_cast<std::size_t>(end - begin), {});
  for (int i = begin; i < end;) {
    const auto joins = [&](int at) {
      if (terms_[at].has_capital() || terms_[at].is_number()) return true;
      if (terms_[at].mark == ',' || terms_.is(at, "and")) return false;
      return at > begin && at + 1 < end && (terms_[at].is(Is::join) || !terms_[at].space_before);
    };
    int next = i + 1;
    if (joins(i))
      while (next < end && joins(next)) ++next;
    for (int at = i; at < next; ++at) runs_[static_cast<std::size_t>(at - begin)] = {i, next};
    i = next;
  }
}

void Features::collect(int i, int begin, int end) {
  const Term& term = terms_[i];
  const std::uint64_t w = word(i), w1 = word(i - 1), w2 = word(i + 1);
  const std::uint64_t s = shape(i), s1 = shape(i - 1), s2 = shape(i + 1);
  const std::uint64_t c = classes(i), c1 = classes(i - 1), c2 = classes(i + 1);
  const std::string_view spelling = terms_.spelling(i);
  const auto hash = [](std::string_view part) { return text::hash_of(part); };
  add(1, w);
  add(2, w1);
  add(3, w2);
  add(4, word(i - 2));
  add(5, word(i + 2));
  add(6, w1, w);
  add(7, w, w2);
  add(8, s, s1);
  add(9, s, s2);
  add(10, s1, s, s2);
  add(11, shape(i - 2), s1, s);
  add(12, s, s2, shape(i + 2));
  add(13, c, s);
  add(14, c1, c);
  add(15, c, c2);
  add(16, c1, s, c2);
  add(17, w1, s);
  add(18, s, w2);
  if (term.is_word() && spelling.size() > 3) {
    add(19, hash(spelling.substr(spelling.size() - 3)), s);
    if (spelling.size() > 4) add(20, hash(spelling.substr(spelling.size() - 4)));
    add(21, hash(spelling.substr(0, 3)), s);
  }
  const Run run = runs_[static_cast<std::size_t>(i - begin)];
  const std::uint64_t place = i == run.begin ? 0 : i + 1 == run.end ? 1 : 2;
  const std::uint64_t size = static_cast<std::uint64_t>(std::min(run.end - run.begin, 8));
  add(22, place, size, s);
  add(23, word(run.begin - 1), place, s);
  add(24, word(run.end), place, s);
  add(25, word(run.end - 1), place);
  add(26, word(run.begin), place);
  add(27, classes(run.end - 1), place, s);
  add(28, word(run.begin - 1), word(run.begin - 2), size == 1);
  add(29, word(run.end), word(run.end + 1), size == 1);
  add(30, term.sentence_start, s, small_[term.hash % small_.size()]);
  add(31, capital_[term.hash % capital_.size()], small_[term.hash % small_.size()], s);
  add(32, mark(i), mark(i + 1));
  add(33, mark(i), s);
  add(34, mark(i - 1), mark(i), mark(i + 1));
  add(35, mark(run.begin), mark(run.end - 1), place);
  add(36, classes(run.begin - 1), s, size);
  add(37, classes(run.end), s, size);
  add(38, word(begin - 1), word(end));
  add(39, elsewhere_[w % elsewhere_.size()], s, size == 1);
  add(40, document_, s);
  const bool role = (i == run.begin || i + 1 == run.end) && has_role_beside(terms_, i);
  const std::uint64_t roles = roles_[w % roles_.size()];
  add(45, roles > role ? roles - role : 0, role, size == 1);
  // Names of a list are of one sort.
  const int before = run.begin - 2, behind = run.end + 1;
  const bool listed_before =
      before > begin && (terms_[before + 1].mark == ',' || terms_.is(before + 1, "and"));
  const bool listed_behind = behind < end && (terms_[behind - 1].mark == ',' || terms_.is(behind - 1, "and"));
  add(42, listed_before ? classes(before) : 0, listed_before ? shape(before) : 0, s);
  add(43, listed_behind ? word(runs_[static_cast<std::size_t>(behind - begin)].end - 1) : 0,
      listed_before ? word(before) : 0, place);
  add(44, listed_before ? mark(before) : 255, listed_behind ? mark(behind) : 255, s);
  if (i == run.begin || i + 1 == run.end)
    for (int j = std::max(first_, run.begin - 6); j < std::min(last_, run.end + 6); ++j)
      if (terms_[j].is_word() && !terms_[j].has_capital() && !terms_[j].is(Is::function) &&
          !terms_[j].is(Is::join))
        add(41, word(j), i == run.begin);
}

}  // namespace presscut::groups
