// Which figures of which documents belong to one letter, petition, strike or march.
//
// Nodes are the events of single documents, as figures named them. Two nodes are one event when they speak of
// the same: words that are rare in the run, names above all, who is counted, and numbers that come again. The
// pairs are joined from the strongest on; what one document keeps apart stays apart. A node that names nobody
// joins the one event of its kind, where the run has only one.
#pragma once

#include <string>
#include <vector>

#include "tally/nodes.h"
#include "tally/tally.h"

namespace presscut::tally {

/// The figures that are one event, by source and place; `name` where the researcher gave one.
struct Group {
  std::string name;
  Family family = Family::letter;
  std::string variant;
  std::vector<Origin> figures;
  std::vector<std::string> words;  // what its nodes speak of, the most telling first
};

std::vector<Group> link(const std::vector<Source>& sources, int threads);

}  // namespace presscut::tally
