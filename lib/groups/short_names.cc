// What a document calls a group in short, once it has named it in full: "the Gannets" for "Lesk Gannets", "at
// Lesk" for "University of Lesk", "against Lesk" for "Lesk Rovers", "the Tide article" for "Tide Magazine".
// The tagger seldom sees these, since a word alone could be anything.
#include <string_view>
#include <unordered_map>

#include "groups/groups.h"
#include "groups/mentions.h"

namespace presscut::groups {
namespace {

using ByWords = std::unordered_map<std::uint64_t, const Candidate*>;

constexpr int most_words = 4;  // words of a short name

bool is_name_word(const Terms& terms, int i) { return terms[i].has_capital() && !terms[i].headline; }

// Whether words say by themselves whom they mean: two or more of them, or one that no table knows.
bool tells(const Terms& terms, int begin, int end) {
  return end - begin > 1 || (!terms[begin].entry && !terms[begin].all_capitals);
}

// The words from `begin` to `end` as a key.
std::uint64_t key_of(const Terms& terms, int begin, int end) {
  std::uint64_t key = 1;
  for (int i = begin; i < end; ++i) key = (key ^ terms[i].hash) * 0x9e3779b97f4a7c15ull;
  return key;
}

// "University of Lesk" and "University of Corran, Lesk".
bool ends_in_its_place(const Terms& terms, const Candidate& name) {
  if (kinds()[name.kind] != "education" || name.end - name.begin < 3) return false;
  const Term& before = terms[name.end - 2];
  return terms[name.end - 1].capital && !terms[name.end - 1].is(Is::head) &&
         (before.mark == ',' || before.is(Is::join));
}

// "Lesk Rovers"
bool begins_with_its_place(const Terms& terms, const Candidate& name) {
  return kinds()[name.kind] == "sport" && name.end - name.begin >= 2 && terms[name.begin].is(Is::place) &&
         !terms[name.begin + 1].in_phrase && terms[name.begin + 1].has_capital();
}

// "Tide Magazine"
bool ends_in_left_out_noun(const Terms& terms, const Candidate& name) {
  const Term& first = terms[name.begin];
  return name.end - name.begin == 2 && terms.is(name.end - 1, List::left_out) && first.capital &&
         !first.is(Is::place) && !first.is(Is::nation) && !first.is(Is::given);
}

class ShortNames {
 public:
  ShortNames(const Terms& terms, const std::vector<Candidate>& names) : terms_(terms) {
    for (const Candidate& name : names) {
      if (ends_in_left_out_noun(terms, name)) add(by_first_, name.begin, name.begin + 1, name);
      else add_last_words(name);
      if (ends_in_its_place(terms, name)) add(by_school_place_, name.end - 1, name.end, name);
      if (begins_with_its_place(terms, name)) add(by_club_place_, name.begin, name.begin + 1, name);
    }
  }

  bool empty() const {
    return by_last_.empty() && by_first_.empty() && by_school_place_.empty() && by_club_place_.empty();
  }

  /// The name that the words from `begin` to `end` are short for, which stands before them; nullptr where
  /// there is none.
  const Candidate* at(int begin, int end) const {
    if (terms_.breaks(begin) || end - begin > most_words) return nullptr;
    const std::uint64_t key = key_of(terms_, begin, end);
    const Candidate* name = nullptr;
    if (terms_.is(begin - 1, "the")) name = before(by_last_, key, begin);
    else if (terms_.is(begin - 1, "at") || is_deed(begin - 1)) name = before(by_school_place_, key, begin);
    else if (terms_.is(begin - 1, List::before_team)) name = before(by_club_place_, key, begin);
    return name || !terms_[begin - 1].is_word() ? name : before(by_first_, key, begin);
  }

 private:
  // "joined Ostrel"
  bool is_deed(int i) const { return terms_[i].is(Is::deed) && !terms_[i].has_capital(); }

  void add_last_words(const Candidate& name) {
    for (int i = name.end - 1; i > name.begin && name.end - i <= most_words && is_name_word(terms_, i); --i)
      if (is_name_word(terms_, i - 1) && tells(terms_, i, name.end)) add(by_last_, i, name.end, name);
  }

  void add(ByWords& names, int begin, int end, const Candidate& name) {
    names.try_emplace(key_of(terms_, begin, end), &name);
  }

  static const Candidate* before(const ByWords& names, std::uint64_t key, int i) {
    const auto name = names.find(key);
    return name == names.end() || name->second->end > i ? nullptr : name->second;
  }

  const Terms& terms_;
  ByWords by_last_, by_first_, by_school_place_, by_club_place_;
};

// Where the words with capitals end that begin at `i`; `i` where they go on as part of something else: "the
// Gannets lost", not "the Gannets-Hawks game" or "the Gannets 2".
int run_at(const Terms& terms, int i) {
  int end = i;
  while (end < terms.size() && is_name_word(terms, end) && (end == i || !terms.breaks(end))) ++end;
  const Term& behind = terms[end];
  const bool goes_on =
      !terms.breaks(end) && (behind.is_number() || (behind.mark == '-' && !behind.space_before));
  return goes_on ? i : end;
}

}  // namespace

void place_short_names(const Terms& terms, Placed& placed) {
  const std::vector<Candidate> names = with_parts(terms, placed.sorted());
  const ShortNames known(terms, names);
  if (known.empty()) return;
  for (int i = 1; i < terms.size(); ++i) {
    if (!is_name_word(terms, i) || terms[i - 1].has_capital()) continue;
    const int end = run_at(terms, i);
    if (end == i || !placed.is_free(i, end)) continue;
    if (const Candidate* name = known.at(i, end))
      placed.add({i, end, Evidence::repeat, name->kind, "repeat: short", {}});
    i = end - 1;
  }
}

}  // namespace presscut::groups
