// Names by how they are built: a noun that only groups end in with names before it or behind its "of", units
// with their numbers, people who join for something, and what belongs to a state in small letters, too.
#include <algorithm>

#include "groups/candidates.h"
#include "groups/runs.h"

namespace presscut::groups {
namespace {

constexpr std::string_view part_of_school_rule = "part of school";

class Shapes {
 public:
  explicit Shapes(const Terms& terms) : terms_(terms) {}

  std::vector<Candidate> find() {
    for (int i = 0; i < terms_.size(); ++i) {
      const Term& term = terms_[i];
      if (!term.entry || term.headline) continue;
      if (term.is(Is::nation) && !term.in_phrase) state_body(i);
      if (term.is(Is::definer) && entry(i).kind == kind_called("military")) numbered(i);
      if (term.is(Is::join) && !term.capital && terms_[i - 1].has_capital() && terms_.is(i, "at"))
        part_of_school(i);
      if (!term.has_capital() || term.in_phrase) continue;
      if (term.is(Is::people)) people_for(i);
      if (term.is(Is::head)) named(i);
      else if (term.is(Is::head_of)) named_behind(i, i);
    }
    return joined();
  }

 private:
  const Entry& entry(int i) const { return *terms_[i].entry; }

  void add(int begin, int end, std::uint8_t kind, std::string_view rule, const std::string& word) {
    found_.push_back({begin, end, Evidence::shape, kind, std::string(rule) + ' ' + word, {}});
  }

  int end_of_phrase(int i) const {
    int end = i + 1;
    while (terms_[end].in_phrase && terms_[end].entry == terms_[i].entry) ++end;
    return end;
  }

  // "the Israeli army", "US Supreme Court"
  void state_body(int nation) {
    const int at = end_of_phrase(nation);
    if (!terms_[at].is(Is::state) || terms_.breaks(at) || !terms_[nation].has_capital()) return;
    add(nation, end_of_phrase(at), entry(at).kind, "state", entry(at).word);
  }

  // "Unit 8200", "the 8200 signals unit"
  void numbered(int i) {
    if (terms_[i].has_capital() && is_unit_number(i + 1) && !terms_.breaks(i + 1))
      return add(i, i + 2, entry(i).kind, "unit", entry(i).word);
    int begin = i - 1;
    while (begin > i - 4 && begin > 0 && !terms_.breaks(begin + 1) && terms_[begin].is_word() &&
           !terms_[begin].is(Is::function) && !terms_[begin].is(Is::join))
      --begin;
    if (is_unit_number(begin) && !terms_.breaks(begin + 1) && terms_[begin + 1].space_before)
      add(begin, i + 1, entry(i).kind, "unit", entry(i).word);
  }

  bool is_unit_number(int i) const {
    const std::size_t digits = terms_[i].end - terms_[i].start;
    return terms_[i].is_number() && digits >= 2 && digits <= 4 && terms_[i - 1].mark != ',' &&
           terms_[i - 1].mark != '.' && terms_[i - 1].mark != '$';
  }

  // Whether the term may stand in a name before its noun.
  bool may_lead(int i) const {
    const Term& term = terms_[i];
    if (!term.has_capital() || term.headline) return false;
    if (term.is_function() || (term.is(Is::opener) && term.sentence_start)) return false;
    return !term.is(Is::title);
  }

  // "the 407th Group", "the 5th Brigade"
  int ordinal_before(int i) const {
    if (i < 2 || !terms_[i - 1].is_word() || terms_[i - 1].space_before || !terms_[i - 2].is_number())
      return i;
    return terms_.is(i - 1, List::ordinal) ? i - 2 : i;
  }

  // "the U.S. 5th Fleet", "the Halvenian 407th Group"
  int past_state(int begin) const {
    int state = begin - 1;
    if (terms_[state].mark == '.' && !terms_[state].space_before) --state;
    while (terms_[state].in_phrase && !terms_.breaks(state)) --state;
    const bool leads = terms_[state].is(Is::nation) && terms_[state].has_capital() && !terms_.breaks(begin);
    return leads ? state : begin;
  }

  // Whether the word before "'s" has what follows as a body of its own, as in "ANV's Committee", "Lomax's
  // Committee of Fishers", "Lomax's Corran Workers Party" and "University of Lesk's Law Faculty". What is of
  // one who is no name
  // ("People's", "Queen's") is part of the name.
  bool owns(int i) const {
    const Term& owner = terms_[i];
    if (owner.is(Is::people) || owner.is(Is::title) || owner.is(Is::given)) return false;
    if (terms_.is(i - 1, "of")) return true;
    int names = 0;
    for (int next = i + 3; terms_[next].has_capital() && !terms_.breaks(next); ++next) {
      const bool complete = terms_[next].is(Is::head_of) && terms_.is(next + 1, "of");
      if (terms_[next].is(Is::head)) return complete || names >= 2 || owner.all_capitals;
      ++names;
    }
    return false;
  }

  // The first term of the name that has its noun at `i`.
  int begin_of(int i) const {
    int begin = i;
    while (begin > 0 && i - begin < 12 && !terms_.breaks(begin)) {
      const int before = begin - 1;
      if (may_lead(before)) {
        begin = before;
      } else if (terms_[before].is(Is::title) && terms_[before].has_capital() && before == i - 1) {
        begin = before;  // "General Assembly"
      } else if (const int ordinal = ordinal_before(begin); ordinal != begin) {
        return past_state(ordinal);
      } else if (const int next = before_joint(before); next >= 0) {
        begin = next;
      } else {
        break;
      }
    }
    return begin;
  }

  // "al-Karma Brigades"
  bool is_particle(int i) const {
    return terms_[i].is(Is::join) && terms_[i].is_word() && !terms_[i].capital;
  }

  // The word before what joins it to the name: "People's", "Fire &", "Anti-", "U.S."; -1 where nothing does.
  int before_joint(int i) const {
    const Term& term = terms_[i];
    if (term.mark == '&' && may_lead(i - 1)) return i - 1;
    const bool glued = !term.space_before && !terms_.breaks(i);
    if (term.mark == '-' && glued && !terms_[i + 1].space_before && (may_lead(i - 1) || is_particle(i - 1)))
      return i - 1;
    if (term.mark == '.' && glued && may_lead(i - 1) && terms_[i - 1].end - terms_[i - 1].start <= 2)
      return i - 1;
    if (term.mark == '\'' && glued && terms_.spelling(i - 1).ends_with('s') && may_lead(i - 1)) return i - 1;
    if (terms_.is(i, "s") && glued && terms_[i - 1].mark == '\'' &&
        (may_lead(i - 2) || (terms_[i - 2].is(Is::title) && terms_[i - 2].capital)) &&
        !terms_[i - 2].is(Is::place) && !owns(i - 2))
      return i - 2;
    if (terms_.is(i, "and") && may_lead(i - 1) && !terms_[i - 1].is(Is::head) && entry_kind_joins(i))
      return i - 1;
    return -1;
  }

  // "Food and Drug Administration", but two parties in "Labour and Conservative Party".
  bool entry_kind_joins(int i) const {
    for (int j = i + 1; j < i + 4; ++j)
      if (terms_[j].is(Is::head)) return terms_.is(j, List::body_of_two);
    return false;
  }

  // "Anvil Council", "Council of Anvils", "Anvil Council for Peace"
  void named(int i) {
    const int behind = end_of_phrase(i);
    if (terms_[behind].has_capital() && !terms_.breaks(behind) && !terms_[behind].is_function()) {
      if (!terms_[i].is(Is::head_of)) return;  // a longer name goes on, its own noun will tell
      if (!terms_[behind].is(Is::head)) return;
    }
    const int begin = begin_of(i);
    if (begin == i) {
      if (terms_[behind].is_number() && !terms_.breaks(behind) && entry(i).kind == kind_called("military"))
        return add(i, behind + 1, entry(i).kind, "unit", entry(i).word);
      named_behind(i, i);
      return;
    }
    if (terms_[i].is(Is::head_of) && named_behind(i, begin)) return;
    add(begin, behind, entry(i).kind, "head", entry(i).word);
  }

  // "Ministry of X": the name begins at `begin`, its noun stands at `i`.
  bool named_behind(int i, int begin) {
    if (!terms_[i].is(Is::head_of)) return false;
    int next = end_of_phrase(i);
    const bool of = terms_.is(next, "of");
    if (!of && (is_complete(i, begin) || !terms_.is(next, List::cause))) return false;
    if (terms_.breaks(next)) return false;
    ++next;
    if (terms_.is(next, "the") && !terms_.breaks(next)) ++next;
    if (!terms_[next].has_capital() || terms_.breaks(next)) return false;
    int end = past_one(next, run_right(terms_, next, entry(i).kind == kind_called("government")));
    if (terms_[end - 1].is(Is::other_head)) return false;
    if (terms_.is(i, List::school)) end = past_campus(i, end);
    add(begin, end, entry(i).kind, "head_of", entry(i).word);
    return true;
  }

  // "the Corran Workers Party for ...": parties and leagues with a name are for something in other words.
  bool is_complete(int i, int begin) const {
    return begin < i && (entry(i).kind == kind_called("party") || entry(i).kind == kind_called("sport"));
  }

  // The end of one name: "Ministry of Fish and the Corran Council", "University of Lesk's Fish Faculty" go on
  // with another one.
  int past_one(int begin, int end) const {
    for (int i = begin + 1; i + 1 < end; ++i) {
      if (terms_.is(i, "and") && terms_.is(i + 1, "the")) return i;
      const bool owner = terms_[i].mark == '\'' && terms_.is(i + 1, "s") && !terms_[i - 1].is(Is::people);
      if (owner && i + 2 < end) return i;
    }
    return end;
  }

  // "the Centre for Fish at the University of Lesk", "Fish Museum at Corran College": the name of a part has
  // that of its school in it.
  void part_of_school(int at) {
    if (terms_.breaks(at) || terms_.breaks(at + 1)) return;
    int part = run_left(terms_, at - 1), noun = -1;
    for (int i = part; i < at; ++i) {
      if (terms_[i].has_capital() && terms_.is(i, List::part_of_school)) noun = i;
      if (noun < 0 && terms_.is(i, "of")) part = terms_.is(i + 1, "the") ? i + 2 : i + 1;  // "Dean of the"
    }
    if (noun < 0 || at - part < 2 || names_person(part, at)) return;
    const int school = terms_.is(at + 1, "the") && !terms_.breaks(at + 2) ? at + 2 : at + 1;
    const int end = end_of_school(school);
    if (end == school) return;
    const std::uint8_t kind = terms_[noun].is(Is::head) ? entry(noun).kind : kind_called("organisation");
    add(part, end, kind, part_of_school_rule, text::fold(terms_.spelling(noun)));
  }

  bool names_person(int begin, int end) const {
    for (int i = begin; i < end; ++i)
      if (terms_[i].is(Is::title) || terms_[i].is(Is::office) || terms_[i].is(Is::given)) return true;
    return false;
  }

  // The end of the school whose name begins at `i`; `i` where none does.
  int end_of_school(int i) const {
    if (!terms_[i].has_capital() || terms_[i].is_function()) return i;
    const int end = past_one(i, run_right(terms_, i));
    if (terms_[end - 1].is(Is::other_head)) return i;
    for (int j = i; j < end; ++j)
      if (terms_[j].capital && terms_.is(j, List::school)) return past_campus(i, end);
    return i;
  }

  // "University of Lesk at Corran"
  int past_campus(int begin, int end) const {
    if (!terms_.is(begin + 1, "of") || !terms_.is(end, "at") || terms_.breaks(end)) return end;
    int campus = end + 1;
    while (campus < end + 3 && terms_[campus].capital && !terms_.breaks(campus) &&
           !terms_[campus].is(Is::head) && !terms_[campus].is_function())
      ++campus;
    const bool is_whole = campus > end + 1 && !terms_.is(campus - 1, List::venue) &&
                          (!terms_[campus].has_capital() || terms_.breaks(campus)) &&
                          !(terms_[campus].mark == '\'' && terms_.is(campus + 1, "s"));
    return is_whole ? campus : end;
  }

  // "Soldiers for the Hostages", "Parents Against Recruitment"
  void people_for(int i) {
    int next = end_of_phrase(i);
    if (terms_.breaks(next)) return;
    const bool joins = terms_.is(next, List::stand);
    if (!joins) return;
    ++next;
    if (terms_.is(next, "the") || terms_.is(next, List::article)) ++next;
    if (!terms_[next].has_capital() || terms_.breaks(next)) return;
    int begin = i;
    while (begin > 0 && !terms_.breaks(begin) && may_lead(begin - 1)) --begin;
    add(begin, run_right(terms_, next), entry(i).kind, "people", entry(i).word);
  }

  // What overlaps is one name.
  std::vector<Candidate> joined() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.begin < b.begin; });
    std::vector<Candidate> result;
    for (Candidate& next : found_) {
      if (result.empty() || next.begin >= result.back().end) {
        result.push_back(std::move(next));
        continue;
      }
      Candidate& last = result.back();
      if (next.end > last.end) {
        const int begin = last.begin;
        last = std::move(next);
        last.begin = begin;
      }
    }
    return result;
  }

  const Terms& terms_;
  std::vector<Candidate> found_;
};

}  // namespace

bool is_part_of_school(const Candidate& name) { return name.rule.starts_with(part_of_school_rule); }

std::vector<Candidate> find_shapes(const Terms& terms) { return Shapes(terms).find(); }

}  // namespace presscut::groups
