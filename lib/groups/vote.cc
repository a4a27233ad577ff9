#include <algorithm>
#include <unordered_map>

#include "groups/mentions.h"

namespace presscut::groups {
namespace {

// How often a word with a capital stands alone, and how often the tagger takes it for a group there.
struct Count {
  int tagged = 0, all = 0;
};

// One word with a capital, between words without.
bool is_alone(const Terms& terms, int i) {
  const Term& term = terms[i];
  if (!term.has_capital() || term.headline || term.is_function()) return false;
  if (term.is(Is::place) || term.is(Is::nation) || term.is(Is::head) || term.is(Is::title)) return false;
  const auto binds = [&](int at, bool breaks) {
    return !breaks && (terms[at].has_capital() || (terms[at].mark == '-' && !terms[i + 1].space_before)) &&
           !terms[at].is_function();
  };
  return !binds(i - 1, terms.breaks(i)) && !binds(i + 1, terms.breaks(i + 1));
}

}  // namespace

std::vector<Candidate> voted(const Terms& terms, const Placed& rules, std::vector<Candidate> tagged) {
  std::unordered_map<std::uint64_t, Count> counts;
  for (const Candidate& name : tagged)
    if (name.end - name.begin == 1 && is_alone(terms, name.begin)) ++counts[terms[name.begin].hash].tagged;
  if (counts.empty()) return tagged;
  for (int i = 0; i < terms.size(); ++i) {
    const auto count = counts.find(terms[i].hash);
    if (count != counts.end() && is_alone(terms, i) && !rules.at(i)) ++count->second.all;
  }
  const auto count_of = [&](int i) {
    const auto count = counts.find(terms[i].hash);
    return count == counts.end() ? Count{} : count->second;
  };
  std::erase_if(tagged, [&](const Candidate& name) {
    if (name.end - name.begin != 1 || !is_alone(terms, name.begin)) return false;
    const Count count = count_of(name.begin);
    return count.tagged * 4 < count.all;
  });
  std::vector<Candidate> result;
  auto next = tagged.begin();
  for (int i = 0; i < terms.size(); ++i) {
    if (next != tagged.end() && next->begin == i) {
      i = next->end - 1;
      result.push_back(std::move(*next++));
      continue;
    }
    if (!terms[i].has_capital() || rules.at(i)) continue;
    const Count count = count_of(i);
    if (count.tagged < 2 || count.tagged * 2 < count.all || !is_alone(terms, i)) continue;
    result.push_back({i, i + 1, Evidence::model, 0, "model, elsewhere", {}});
  }
  return result;
}

}  // namespace presscut::groups
