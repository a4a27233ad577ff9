// Counts that look like figures and are none, told by the words right beside them: differences, ratios,
// rates, labels, years.
#pragma once

#include "figures/view.h"

namespace presscut::figures {

/// "four million more than voted", "three out of every four"
bool is_difference(const View& view, const Count& count);

/// What is glued to a mark may be a score, a room or a time.
bool is_label(const View& view, const Sentence& sentence, const Count& count);

/// "one in ten of the town's 4,500 residents": a part that no count tells does it.
bool is_owned(const View& view, const Sentence& sentence, const Count& count);

/// "with up to 35 days, and a second one with up to 90"
bool is_unit_left_out(const View& view, const Sentence& sentence, const Count& count);

/// "around 2006": a number without a noun that may be a year.
bool is_year(const View& view, const Count& count);

/// "in Orlem (4,000 people)"
bool is_in_brackets(const View& view, const Count& count);

/// "5,000 people attended the festival"
bool is_occasion(const Sentence& sentence);

}  // namespace presscut::figures
