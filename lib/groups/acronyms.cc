// "University of Southern Lesk ... USL": the initials of a name that the document has, wherever they stand.
#include <map>
#include <string>

#include "groups/initials.h"
#include "groups/mentions.h"

namespace presscut::groups {
namespace {

constexpr std::size_t least_letters = 3;  // two letters are initials of too much

using NameOf = std::map<std::string, const Candidate*, std::less<>>;

NameOf initials_of(const Terms& terms, const std::vector<Candidate>& names) {
  NameOf known;
  for (const Candidate& name : names) {
    if (name.evidence > Evidence::model || name.end - name.begin < static_cast<int>(least_letters)) continue;
    for (std::string& initials : initials_of(terms, name.begin, name.end))
      if (initials.size() >= least_letters) known.try_emplace(std::move(initials), &name);
  }
  return known;
}

bool may_be_acronym(const Terms& terms, int i) {
  const Term& term = terms[i];
  const bool glued = (terms[i + 1].mark == '-' && !terms[i + 1].space_before) ||
                     (terms[i - 1].mark == '-' && !term.space_before);
  return term.is_word() && term.all_capitals && term.end - term.start >= least_letters && !term.headline &&
         !term.is(Is::nation) && !term.is(Is::place) && !glued;
}

// "the 407th AEG" begins with its number.
int with_ordinal(const Terms& terms, int i) {
  const bool ordinal = terms[i - 2].is_number() && terms[i - 1].is_word() && !terms[i - 1].space_before &&
                       terms[i - 1].end - terms[i - 1].start == 2;
  return ordinal && !terms.breaks(i) ? i - 2 : i;
}

}  // namespace

void place_acronyms(const Terms& terms, Placed& placed) {
  const std::vector<Candidate> names = placed.sorted();
  const NameOf known = initials_of(terms, names);
  if (known.empty()) return;
  for (int i = 0; i < terms.size(); ++i) {
    if (!may_be_acronym(terms, i) || placed.at(i)) continue;
    const auto name = known.find(text::fold(terms.spelling(i)));
    if (name == known.end()) continue;
    placed.add({with_ordinal(terms, i), i + 1, Evidence::repeat, name->second->kind, "repeat: initials", {}});
  }
}

}  // namespace presscut::groups
