#include <algorithm>
#include <iterator>

#include "groups/evidence.h"
#include "groups/groups.h"
#include "groups/link.h"
#include "groups/tagger.h"

namespace presscut::groups {
namespace {

// A name of the tagger's ends where a comma stands before a name of the rules ("The Old Courier, the Times of
// Lesk"): that is a list.
void end_before_listed(const Terms& terms, Candidate& name, const Candidate& rule) {
  const int before = terms.is(rule.begin - 1, "the") ? rule.begin - 2 : rule.begin - 1;
  if (before > name.begin && before < name.end && terms[before].mark == ',') name.end = before;
}

// "State Department Spokesperson", "UN Security Council Resolution 2254", "Ministry of Fish's Boats for All":
// a person, a work or a body of the group.
bool goes_on_as_other(const Terms& terms, const Candidate& name, const Candidate& rule) {
  if (rule.end < name.end && terms[rule.end].mark == '\'') return true;
  for (int i = rule.end; i < name.end && terms[i].has_capital(); ++i)
    if (terms[i].is(Is::title) || terms[i].is(Is::other_head)) return true;
  return false;
}

// The tagger's names beside those of the rules. Where they overlap, the rules win, unless the tagger's name
// has all of theirs and more.
Placed merged(const Terms& terms, const std::vector<Candidate>& rules, std::vector<Candidate> tagged) {
  Placed placed(terms.size());
  auto rule = rules.begin();
  for (Candidate& name : tagged) {
    while (rule != rules.end() && rule->end <= name.begin) placed.add(*rule++);
    const auto first = rule;
    for (auto r = first; r != rules.end() && r->begin < name.end; ++r) end_before_listed(terms, name, *r);
    bool wins = true;
    for (auto r = first; r != rules.end() && r->begin < name.end; ++r)
      wins = wins && r->begin >= name.begin && r->end <= name.end && r->evidence != Evidence::user &&
             !(r->begin == name.begin && r->end == name.end) &&
             (r->begin > name.begin || !goes_on_as_other(terms, name, *r));
    if (!wins) continue;
    for (auto r = first; r != rules.end() && r->begin < name.end; ++r) {
      name.kind = r->kind;
      name.rule = "model, " + r->rule;
      ++rule;
    }
    placed.add(std::move(name));
  }
  while (rule != rules.end()) placed.add(*rule++);
  return placed;
}

// What lies within a name that stands before it is no mention.
std::vector<GroupMention> mentions_of(const Terms& terms, const std::vector<Candidate>& names,
                                      const std::vector<Linked>& linked) {
  std::vector<GroupMention> mentions;
  mentions.reserve(names.size());
  int end = 0;
  for (std::size_t n = 0; n < names.size(); ++n) {
    const Candidate& name = names[n];
    if (name.end <= end) continue;
    end = name.end;
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
  Found found = by_rules(terms, rules.names);
  const model::Chain& weights = rules.weights ? *rules.weights : built_in_weights();
  Tagged tagged = tag(terms, std::move(found.names), found.aliases, weights, rules.margin);
  Placed placed = merged(terms, tagged.known, std::move(tagged.names));
  place_aliases(found.aliases, placed);
  place_repeats(terms, placed);
  place_acronyms(terms, placed);
  place_short_names(terms, placed);
  if (rules.short_forms) place_short_mentions(terms, placed);
  const std::vector<Candidate> names = with_parts(terms, std::move(placed).sorted());
  return mentions_of(terms, names, link(terms, names, found.aliases));
}

}  // namespace presscut::groups
