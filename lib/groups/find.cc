#include <algorithm>

#include "groups/definitions.h"
#include "groups/groups.h"
#include "groups/link.h"
#include "groups/mentions.h"
#include "groups/names.h"

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

// The surest first, of equally sure ones the longest.
bool is_placed_before(const Candidate& a, const Candidate& b) {
  const bool user = a.evidence == Evidence::user, other_user = b.evidence == Evidence::user;
  if (user != other_user) return user;
  if (a.end - a.begin != b.end - b.begin) return a.end - a.begin > b.end - b.begin;
  if (a.evidence != b.evidence) return a.evidence < b.evidence;
  return a.begin < b.begin;
}

std::vector<GroupMention> mentions_of(const Terms& terms, const std::vector<Candidate>& names,
                                      const std::vector<Linked>& linked) {
  std::vector<GroupMention> mentions;
  mentions.reserve(names.size());
  for (std::size_t n = 0; n < names.size(); ++n) {
    const Candidate& name = names[n];
    GroupMention& mention = mentions.emplace_back();
    mention.span = {terms[name.begin].start, terms[name.end - 1].end};
    mention.in_title = terms[name.begin].in_title;
    mention.rule = name.rule;
    mention.name = linked[n].name;
    mention.kind = kinds()[name.kind];
    mention.alias = linked[n].alias;
  }
  return mentions;
}

}  // namespace

std::vector<GroupMention> find(std::string_view title, std::string_view text, const Rules& rules) {
  const Terms terms(title, text);
  std::vector<Candidate> candidates = find_shapes(terms);
  if (rules.names.table()) find_names(terms, *rules.names.table(), Evidence::user, candidates);
  find_names(terms, built_in_names(), Evidence::table, candidates);
  Definitions definitions = find_definitions(terms);
  std::move(definitions.groups.begin(), definitions.groups.end(), std::back_inserter(candidates));
  std::stable_sort(candidates.begin(), candidates.end(), is_placed_before);
  Placed placed(terms.size());
  for (Candidate& candidate : candidates) placed.add(std::move(candidate));
  place_aliases(definitions.aliases, placed);
  place_repeats(terms, placed);
  if (rules.short_forms) place_short_mentions(terms, placed);
  const std::vector<Candidate> names = placed.sorted();
  return mentions_of(terms, names, link(terms, names, definitions.aliases));
}

}  // namespace presscut::groups
