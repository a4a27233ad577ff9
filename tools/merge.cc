// presscut-merge: partial tallies and counts put together, as if all documents had been read at once.
//
//   presscut merge <(presscut tally --partial corpus/sample/q*) <(presscut tally --partial corpus/sample/t*)
#include "cli/cli.h"
#include "cli/merging.h"
#include "cli/tallying.h"
#include "tally/tally.h"

int main(int argc, char** argv) {
  using namespace presscut;
  cli::Tool tool(
      "merge",
      "Put partials of tally, freq, collocates, keyness or dispersion together: the same bytes as one "
      "run over all their documents.",
      "presscut merge part-*.ndjson");
  cli::Tallying tallying(tool);
  cli::Merging merging(tallying);
  return tool.gather_lines(
      argc, argv, cli::Merging::read, [&](std::string line) { return merging.take(std::move(line)); },
      merging.conclude());
}
