#include "figures/apart.h"

#include <algorithm>
#include <map>
#include <set>

#include "figures/events.h"
#include "figures/relations.h"
#include "figures/voices.h"

namespace presscut::figures {
namespace {

constexpr std::size_t most_letters = 4;  // of one text that are told apart by their signers

bool overlap(const FigureMention& a, const FigureMention& b) {
  return a.low.value_or(0) <= b.high.value_or(1e18) && b.low.value_or(0) <= a.high.value_or(1e18) &&
         !(a.qualifier == "over" || b.qualifier == "over");
}

bool goes_out(std::string_view role) { return role == "protester" || role == "striker"; }

// The noun of who is counted, where it tells people from others.
std::string head_of(const View& view, const Found& one) {
  const Count& count = *one.count;
  if (count.phrase.empty || count.phrase.role || count.phrase.noun != Noun::person) return "";
  const Mark* mark = view.mark_at(view.sentences()[one.sentence], count.phrase.end - 1);
  if (mark && mark->entry->is(Is::anyone)) return "";
  return text::fold(view.word(count.phrase.end - 1));
}

bool is_signers_total(const View& view, const Found& one) {
  return one.mention.role == "signatory" && one.mention.relation == "total" && !head_of(view, one).empty() &&
         one.mention.event.find('-') == std::string::npos && one.mention.event.find(' ') == std::string::npos;
}

}  // namespace

void tell_places_apart(const View& view, std::vector<Found>& found) {
  std::vector<std::string> places(found.size());
  bool everywhere = false;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Found& one = found[i];
    const Sentence& sentence = view.sentences()[one.sentence];
    if (goes_out(one.mention.role) && one.mention.relation != "goal")
      places[i] = place_of(view, sentence, *one.count);
    everywhere |= is_everywhere(view, sentence, *one.count) ||
                  (!places[i].empty() && is_in_one_place(view, sentence, *one.count));
  }
  std::set<std::string> different(places.begin(), places.end());
  different.erase("");
  if (different.size() < 2 && !everywhere) return;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (places[i].empty()) continue;
    FigureMention& mention = found[i].mention;
    mention.event += " (" + places[i] + ")";
    if (everywhere && mention.relation == "total") mention.relation = "subset";
  }
}

void tell_signers_apart(const View& view, std::vector<Found>& found) {
  std::map<std::string, Found*> first;
  for (Found& one : found)
    if (is_signers_total(view, one)) first.try_emplace(head_of(view, one), &one);
  if (first.size() < 2 || first.size() > most_letters) return;
  for (const auto& [head, one] : first)
    for (const auto& [other, two] : first)
      if (head < other && overlap(one->mention, two->mention)) return;
  std::map<std::string, std::string> events;
  for (const auto& [head, one] : first) events[head] = one->mention.event;
  for (Found& one : found) {
    const auto letter = events.find(head_of(view, one));
    if (one.mention.role == "signatory" && letter != events.end() && one.mention.event == letter->second)
      one.mention.event += " of " + letter->first;
  }
}

}  // namespace presscut::figures
