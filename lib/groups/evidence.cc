#include "groups/evidence.h"

#include <algorithm>
#include <iterator>

namespace presscut::groups {
namespace {

void find_names(const Terms& terms, const Names::Table& table, Evidence evidence,
                std::vector<Candidate>& found) {
  for (int i = 0; i < terms.size(); ++i) {
    int taken = 0;
    const Names::Table::Spelling* spelling = table.longest(terms, i, taken);
    if (!spelling) continue;
    const Names::Table::Group& group = table.groups[spelling->group];
    found.push_back({i, i + taken, evidence, group.kind, group.rule, group.name});
    i += taken - 1;
  }
}

// The user's names first, then the longest, then the surest.
bool is_placed_before(const Candidate& a, const Candidate& b) {
  const bool user = a.evidence == Evidence::user, other_user = b.evidence == Evidence::user;
  if (user != other_user) return user;
  if (a.end - a.begin != b.end - b.begin) return a.end - a.begin > b.end - b.begin;
  if (a.evidence != b.evidence) return a.evidence < b.evidence;
  return a.begin < b.begin;
}

}  // namespace

Found by_rules(const Terms& terms, const Names& names) {
  std::vector<Candidate> candidates = find_shapes(terms);
  if (names.table()) find_names(terms, *names.table(), Evidence::user, candidates);
  find_names(terms, built_in_names(), Evidence::table, candidates);
  Definitions definitions = find_definitions(terms);
  std::move(definitions.groups.begin(), definitions.groups.end(), std::back_inserter(candidates));
  std::stable_sort(candidates.begin(), candidates.end(), is_placed_before);
  Placed placed(terms.size());
  for (Candidate& candidate : candidates) placed.add(std::move(candidate));
  place_aliases(definitions.aliases, placed);
  place_repeats(terms, placed);
  place_acronyms(terms, placed);
  return {std::move(placed).sorted(), std::move(definitions.aliases)};
}

}  // namespace presscut::groups
