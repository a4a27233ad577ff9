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
    if (!document.figures) stages::run(stages::Stage::figures, options, document);
  };
  const auto keep = [](const Document& document) {
    const tally::Source source = tally::evidence(document);
    return source.figures.empty() ? std::string() : tally::write(source);
  };
  return tool.gather(argc, argv, find, keep, tallying.conclude());
}
