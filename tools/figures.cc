// presscut-figures: who is counted, in which role, how many, as part of what, by whose account.
//
//   presscut figures corpus/sample/ternik-letter.html
#include "figures/figures.h"
#include "cli/cli.h"
#include "stages/stages.h"

int main(int argc, char** argv) {
  using namespace presscut;
  cli::Tool tool("figures", "Find counts of people who sign, refuse, resign, strike, march or take back.",
                 "presscut figures corpus/sample/ternik-letter.html");
  tool.knows_language = figures::has_language;
  const stages::Options options;
  return tool.annotate(argc, argv, "figures",
                       [&](Document& document) { stages::run(stages::Stage::figures, options, document); });
}
