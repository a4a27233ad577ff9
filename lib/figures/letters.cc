#include "figures/letters.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "text/text.h"

namespace presscut::figures {
namespace {

// Those who refuse and those who sign the letter in which they do are the same people when they are as many.
void join_refusal_to_letter(std::vector<FigureMention>& figures) {
  std::map<std::pair<double, double>, std::string> letters;
  const auto size_of = [](const FigureMention& figure) {
    return std::pair(figure.low.value_or(0), figure.high.value_or(-1));
  };
  for (FigureMention& figure : figures)  // "another six signed the letter in which 71 refuse"
    if (figure.role == "signatory" && figure.relation == "increment" && figure.of &&
        figures[*figure.of].role == "refuser")
      figures[*figure.of].event = figure.event;
  double added = 0;
  for (const FigureMention& figure : figures)
    if (figure.role == "signatory" && figure.relation == "increment" && !figure.in_title)
      added += figure.low.value_or(0);
  for (const FigureMention& figure : figures) {
    if (figure.role != "signatory" || figure.relation == "subset") continue;
    letters.try_emplace(size_of(figure), figure.event);
    if (figure.relation == "prior" && figure.low == figure.high)  // "the 64" and "another 12": 76 refuse
      letters.try_emplace({*figure.low + added, *figure.low + added}, figure.event);
  }
  for (FigureMention& figure : figures)
    if (const auto letter = letters.find(size_of(figure));
        figure.role == "refuser" && letter != letters.end())
      figure.event = letter->second;
}

// A letter and a petition of one text are two words for one thing, unless their signers are others and of
// another number.
void join_petition_to_letter(std::vector<FigureMention>& figures) {
  const auto head = [](const FigureMention& figure) {
    const std::string_view who = figure.who;
    return text::fold(who.substr(who.rfind(' ') + 1));
  };
  const auto is = [](const FigureMention& figure, std::string_view event) {
    return figure.role == "signatory" && figure.event == event;
  };
  std::vector<const FigureMention*> letters, petitions;
  for (const FigureMention& figure : figures) {
    if (figure.relation != "total" || figure.who.empty()) continue;
    if (is(figure, "letter") && letters.size() < most_letters) letters.push_back(&figure);
    if (is(figure, "petition") && petitions.size() < most_letters) petitions.push_back(&figure);
  }
  for (const FigureMention* a : letters)
    for (const FigureMention* b : petitions) {
      const bool meet =
          a->low.value_or(0) <= b->high.value_or(1e18) && b->low.value_or(0) <= a->high.value_or(1e18);
      if (!meet && head(*a) != head(*b)) return;
    }
  for (FigureMention& figure : figures)
    if (is(figure, "petition")) figure.event = "letter";
}

}  // namespace

void join_letters(std::vector<FigureMention>& figures) {
  if (std::any_of(figures.begin(), figures.end(), [](const FigureMention& f) { return f.event == "letter"; }))
    join_petition_to_letter(figures);
  join_refusal_to_letter(figures);
}

}  // namespace presscut::figures
