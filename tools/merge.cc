// presscut-merge: partial tallies put together, as if all documents had been tallied at once.
//
//   presscut merge <(presscut tally --partial corpus/sample/ternik-letter.html)
//   --partial corpus/sample/twelve-more.html)
#include "cli/cli.h"
#include "cli/tallying.h"
#include "tally/tally.h"

int main(int argc, char** argv) {
  using namespace presscut;
  cli::Tool tool("merge", "Put partial tallies together: the same bytes as one tally of all their documents.",
                 "presscut merge part-*.ndjson");
  cli::Tallying tallying(tool);
  const auto check = [](const std::string& line) { return tally::write(tally::read(line)); };
  return tool.gather_lines(argc, argv, check, tallying.conclude());
}
