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
  std::set<std::string> places;
  for (Found& one : found) {
    if (!goes_out(one.mention.role) || one.mention.relation == "goal") continue;
    one.place = place_of(view, view.sentences()[one.sentence], *one.count);
    if (!one.place.empty()) places.insert(one.place);
  }
  const bool everywhere = std::any_of(found.begin(), found.end(), [&](const Found& one) {
    const Sentence& sentence = view.sentences()[one.sentence];
    return is_everywhere(view, sentence, *one.count) ||
           (!one.place.empty() && is_in_one_place(view, sentence, *one.count));
  });
  if (places.size() < 2 && !everywhere) return;
  for (Found& one : found) {
    if (one.place.empty()) continue;
    one.mention.event += " (" + one.place + ")";
    if (everywhere && one.mention.relation == "total") one.mention.relation = "subset";
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
  for (Found& one : found)
    if (one.mention.role == "signatory" && first.contains(head_of(view, one)) &&
        one.mention.event == first[head_of(view, one)]->mention.event)
      one.signers = head_of(view, one);
  for (Found& one : found)
    if (!one.signers.empty()) one.mention.event += " of " + one.signers;
}

}  // namespace presscut::figures
