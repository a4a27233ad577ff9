// presscut-tally: figures of many documents reconciled, for each letter, petition, strike or march.
//
//   presscut tally corpus/sample
#include "tally/tally.h"
#include "cli/cli.h"
#include "cli/tallying.h"
#include "stages/stages.h"

int main(int argc, char** argv) {
  using namespace presscut;
  cli::Tool tool("tally",
                 "Reconcile the figures of many documents: for each event how many, when, by whose account.",
                 "presscut tally corpus/sample");
  cli::Tallying tallying(tool);
  const stages::Options options;
  const auto find = [&](Document& document) {
    if (!document.figures) stages::find_figures_alone(options, document);
  };
  return tool.gather(argc, argv, find, tally::write_lines, tallying.conclude());
}
