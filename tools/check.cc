// presscut-check: prove that a document stream keeps the contract of docs/format.md.
//
//   presscut clean --json corpus/sample | presscut check
#include "check/check.h"
#include "cli/cli.h"
#include "output/output.h"

int main(int argc, char** argv) {
  using namespace presscut;
  cli::Tool tool(
      "check",
      "Prove the invariants of documents: spans, quotes, ids, order. Prints a line for each violation.",
      "presscut clean --json corpus/sample | presscut check");
  tool.uncleaned = cli::Uncleaned::take_all;
  return tool.prove(argc, argv, [](const Document& document) {
    return check::violations(document, json::claims(document));
  });
}
