// What a document calls a group in short, once it has named it in full: "the Gannets" for "Lesk Gannets", "at
// Lesk" for "University of Lesk", "against Lesk" for "Lesk Rovers", "the Tide article" for "Tide Magazine".
// The tagger seldom sees these, since a word alone could be anything.
#include <string_view>
#include <unordered_map>

#include "groups/groups.h"
#include "groups/mentions.h"

namespace presscut::groups {
namespace {

using ByWord = std::unordered_map<std::uint64_t, const Candidate*>;  // by the hash of a word

// The last word of a name, where no table knows it and it belongs to the one before it.
bool ends_in_own_word(const Terms& terms, const Candidate& name) {
  const Term& last = terms[name.end - 1];
  return name.end - name.begin >= 2 && last.has_capital() && !last.all_capitals && !last.entry &&
         !last.headline && terms[name.end - 2].has_capital();
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

// "the Gannets lost" and "Lesk," but not "the Gannets Road".
bool stands_alone_in_sentence(const Terms& terms, int i) {
  const Term& behind = terms[i + 1];
  if (terms.breaks(i) || !terms[i].has_capital() || terms[i].headline || terms[i - 1].has_capital())
    return false;
  if (behind.mark == '-' && !behind.space_before) return false;
  return terms.breaks(i + 1) || (!behind.has_capital() && !behind.is_number());
}

class ShortNames {
 public:
  ShortNames(const Terms& terms, const std::vector<Candidate>& names) : terms_(terms) {
    for (const Candidate& name : names) {
      if (ends_in_left_out_noun(terms, name)) add(by_first_, name.begin, name);
      else if (ends_in_own_word(terms, name)) add(by_last_, name.end - 1, name);
      else if (ends_in_its_place(terms, name)) add(by_school_place_, name.end - 1, name);
      if (begins_with_its_place(terms, name)) add(by_club_place_, name.begin, name);
    }
  }

  bool empty() const {
    return by_last_.empty() && by_first_.empty() && by_school_place_.empty() && by_club_place_.empty();
  }

  /// The name that the word at `i` is short for, which stands before it; nullptr where there is none.
  const Candidate* at(int i) const {
    if (!stands_alone_in_sentence(terms_, i)) return nullptr;
    const ByWord* places = terms_.is(i - 1, "the")               ? &by_last_
                           : terms_.is(i - 1, "at")              ? &by_school_place_
                           : terms_.is(i - 1, List::before_team) ? &by_club_place_
                                                                 : nullptr;
    if (places)
      if (const Candidate* name = before(*places, i)) return name;
    return terms_[i - 1].is_word() ? before(by_first_, i) : nullptr;
  }

 private:
  void add(ByWord& names, int i, const Candidate& name) { names.try_emplace(terms_[i].hash, &name); }

  const Candidate* before(const ByWord& names, int i) const {
    const auto name = names.find(terms_[i].hash);
    return name == names.end() || name->second->end > i ? nullptr : name->second;
  }

  const Terms& terms_;
  ByWord by_last_, by_first_, by_school_place_, by_club_place_;
};

}  // namespace

void place_short_names(const Terms& terms, Placed& placed) {
  const std::vector<Candidate> names = placed.sorted();
  const ShortNames known(terms, names);
  if (known.empty()) return;
  for (int i = 1; i < terms.size(); ++i) {
    if (placed.at(i)) continue;
    if (const Candidate* name = known.at(i))
      placed.add({i, i + 1, Evidence::repeat, name->kind, "repeat: short", {}});
  }
}

}  // namespace presscut::groups
