// What a figure is to others: on top of them, a part of them, what they were before.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "figures/roles.h"
#include "figures/view.h"

namespace presscut::figures {

/// A figure of the sentence at hand, and its place in the list.
struct Related {
  FigureMention* mention = nullptr;
  const Count* count = nullptr;
  std::size_t place = 0;
};

/// "increment", "subset", "prior", "goal", "retraction" or "total", by the words around the count.
std::string relation_of(const View& view, const Sentence& sentence, const Count& count, const Role& role);

/// Whether the count is said to be a part: "of whom nine", "nine of them", "including nine".
bool is_part(const View& view, const Sentence& sentence, const Count& count);

/// "14 of them" before any verb: what they are a part of tells more than what this part does.
bool is_part_of_whole(const View& view, const Sentence& sentence, const Count& count);

/// Whether a number without a noun goes on with the figure before it: "from 48 to 140".
bool is_series(const View& view, const Sentence& sentence, const Count& count);

/// Whether `base` is what `part` is of: "twelve of the 19 councillors", "of the 41 clerks, 29 signed".
bool is_base(const View& view, const Sentence& sentence, const Count& part, const Count& base);

/// Whether the count is said to be of one place among others: "in Lorne alone 1,250 stayed away".
bool is_in_one_place(const View& view, const Sentence& sentence, const Count& count);

/// Whether people are expected: "60,000 are expected on the square".
bool is_planned(const View& view, const Sentence& sentence, const Count& count);

/// Whether the event has more than the number: "has passed 400 signatures".
bool is_surpassed(const View& view, const Sentence& sentence, const Count& count);

/// Sets `of` of the figures of a sentence, works out shares, and tells the classes of a list from totals.
/// `before` are figures before the sentence, in the order of the list.
void link(const View& view, const Sentence& sentence, std::vector<Related>& own,
          const std::vector<Related>& before);

}  // namespace presscut::figures
