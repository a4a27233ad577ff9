// The figures of one event over time: a bar from the least to the most that each allows, by source.
#pragma once

#include "report/whole.h"

namespace presscut::report {

/// A chart for a wide and one for a narrow screen, of which the style sheet shows one, and the key of its
/// marks. Nothing where there are fewer than two rows to compare.
///
/// A bar without an upper end runs out of the chart with an arrow, one without a lower end down to nought;
/// what is exact is a mark without a bar. Rows without a date stand left of the axis. What is known now lies
/// behind the bars as a band.
void write_timeline(const Whole& whole, const tally::Event& event, Writer& out);

}  // namespace presscut::report
