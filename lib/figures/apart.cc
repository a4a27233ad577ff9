#include "figures/apart.h"

#include <algorithm>
#include <map>
#include <set>

#include "figures/events.h"
#include "figures/letters.h"
#include "figures/relations.h"
#include "figures/voices.h"

namespace presscut::figures {
namespace {

bool overlap(const FigureMention& a, const FigureMention& b) {
  return a.low.value_or(0) <= b.high.value_or(1e18) && b.low.value_or(0) <= a.high.value_or(1e18) &&
         !(a.qualifier == "over" || b.qualifier == "over");
}

bool goes_out(std::string_view role) { return role == "protester" || role == "striker"; }

// The noun of who is counted, where it tells people from others.
std::string head_of(const View& view, const Sentence& sentence, const Count& count) {
  if (count.phrase.empty || count.phrase.role || count.phrase.noun != Noun::person) return "";
  const Mark* mark = view.mark_at(sentence, count.phrase.end - 1);
  if (mark && mark->entry->is(Is::anyone)) return "";
  return text::fold(view.word(count.phrase.end - 1));
}

bool is_signers_total(const FigureMention& figure) {
  return figure.role == "signatory" && figure.relation == "total" &&
         figure.event.view().find_first_of("- ") == std::string_view::npos;
}

}  // namespace

void look_around(const View& view, const FigureMention& figure, Place& place, Names& names) {
  const Sentence& sentence = view.sentence(place.sentence);
  if (goes_out(figure.role)) place.town = names.number_of(place_of(view, sentence, *place.count));
  if (figure.role == "signatory") place.head = names.number_of(head_of(view, sentence, *place.count));
  place.in_whole_country = is_everywhere(view, sentence, *place.count);
  place.in_one_town = place.town > 0 && is_in_one_place(view, sentence, *place.count);
}

void tell_places_apart(Told& told) {
  std::set<std::uint32_t> towns;
  bool everywhere = false;
  for (std::size_t i = 0; i < told.found.size(); ++i) {
    Place& place = told.places[i];
    if (told.found[i].relation == "goal") place.town = 0, place.in_one_town = false;
    if (place.town > 0) towns.insert(place.town);
    everywhere |= place.in_whole_country || place.in_one_town;
  }
  if (towns.size() < 2 && !everywhere) return;
  for (std::size_t i = 0; i < told.found.size(); ++i) {
    if (told.places[i].town == 0) continue;
    FigureMention& figure = told.found[i];
    figure.event += " (" + told.names.name(told.places[i].town) + ")";
    if (everywhere && figure.relation == "total") figure.relation = "subset";
  }
}

void tell_signers_apart(Told& told) {
  std::map<std::string, const FigureMention*> first;
  for (std::size_t i = 0; i < told.found.size(); ++i)
    if (told.places[i].head > 0 && is_signers_total(told.found[i]))
      first.try_emplace(told.names.name(told.places[i].head), &told.found[i]);
  if (first.size() < 2 || first.size() > most_letters) return;
  for (const auto& [head, one] : first)
    for (const auto& [other, two] : first)
      if (head < other && overlap(*one, *two)) return;
  std::map<std::string, std::string> events;
  for (const auto& [head, one] : first) events[head] = one->event;
  for (std::size_t i = 0; i < told.found.size(); ++i) {
    FigureMention& figure = told.found[i];
    const auto letter = events.find(told.names.name(told.places[i].head));
    if (figure.role == "signatory" && letter != events.end() && figure.event == letter->second)
      figure.event += " of " + letter->first;
  }
}

}  // namespace presscut::figures
