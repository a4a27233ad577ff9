// "University of Southern Lesk ... USL": the initials of a name that the document has, wherever they stand.
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "groups/initials.h"
#include "groups/mentions.h"

namespace presscut::groups {
namespace {

// Two letters are initials of too much, unless a name shows by its capitals which ones are its.
constexpr std::size_t least_letters = 3;

struct Named {
  const Candidate* name;
  int said = 0, shortened = 0;  // how often one word is said in full, and how often by its letters
};

using ByInitials = std::map<std::string, Named, std::less<>>;

bool is_one_word(const Candidate& name) { return name.end - name.begin == 1; }

ByInitials initials_of(const Terms& terms, const std::vector<Candidate>& names) {
  ByInitials known;
  for (const Candidate& name : names) {
    if (name.evidence > Evidence::model) continue;
    for (std::string& initials : initials_of(terms, name.begin, name.end))
      if (initials.size() >= least_letters || is_one_word(name))
        known.try_emplace(std::move(initials), Named{&name});
  }
  for (const Candidate& name : names) {
    if (!is_one_word(name) || !terms[name.begin].inner_capital) continue;
    for (const std::string& initials : initials_of(terms, name.begin, name.end))
      if (const auto named = known.find(initials); named != known.end()) ++named->second.said;
  }
  return known;
}

// Two letters stand for what a text is about.
bool may_be_meant(const Named& named, std::size_t letters) {
  return letters >= least_letters || (is_one_word(*named.name) && named.said > 2 * named.shortened);
}

// "AWN", but not the letters of "AWN-2" and "AWN2".
bool may_be_acronym(const Terms& terms, int i) {
  const Term& term = terms[i];
  if (!term.all_capitals || !term.is_word() || term.end - term.start < 2 || term.headline) return false;
  if (term.is(Is::nation) || term.is(Is::place)) return false;
  const bool glued_before = terms[i - 1].mark == '-' && !term.space_before;
  const Term& behind = terms[i + 1];
  return !glued_before && (behind.space_before || (behind.mark != '-' && !behind.is_number()));
}

// "the 407th AEG" begins with its number.
int with_ordinal(const Terms& terms, int i) {
  const bool ordinal = terms[i - 2].is_number() && terms[i - 1].is_word() && !terms[i - 1].space_before &&
                       terms[i - 1].end - terms[i - 1].start == 2;
  return ordinal && !terms.breaks(i) ? i - 2 : i;
}

}  // namespace

void place_acronyms(const Terms& terms, Placed& placed) {
  const std::vector<Candidate> names = with_parts(terms, placed.sorted());
  ByInitials known = initials_of(terms, names);
  if (known.empty()) return;
  std::vector<std::pair<int, const Named*>> found;
  for (int i = 0; i < terms.size(); ++i) {
    if (!may_be_acronym(terms, i) || placed.at(i)) continue;
    const auto named = known.find(text::fold(terms.spelling(i)));
    if (named == known.end()) continue;
    ++named->second.shortened;
    found.emplace_back(i, &named->second);
  }
  for (const auto& [i, named] : found)
    if (may_be_meant(*named, terms[i].end - terms[i].start))
      placed.add(
          {with_ordinal(terms, i), i + 1, Evidence::repeat, named->name->kind, "repeat: initials", {}});
}

}  // namespace presscut::groups
