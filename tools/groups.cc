// presscut-groups: the named groups in each document, each with the one name that its aliases stand for.
//
//   presscut groups corpus/sample/ternik-letter.html
#include "groups/groups.h"
#include "cli/cli.h"
#include "io/io.h"
#include "stages/stages.h"

int main(int argc, char** argv) {
  using namespace presscut;
  cli::Tool tool("groups", "Find named groups, and say which names stand for the same one.",
                 "presscut groups corpus/sample/ternik-letter.html");
  stages::Options options;
  std::vector<std::string> names;
  std::string weights;
  tool.texts("names", "FILE", &names,
             "find the names of this table, too (docs/groups.md); may be given again")
      .flag("short-forms", &options.groups.short_forms,
            "find \"the unit\" and \"the Network\", too, where such a group was named before")
      .text("weights", "FILE", &weights, "tag by the weights of FILE, for experiments (docs/groups.md)")
      .check([&] {
        if (!weights.empty()) options.groups.weights = groups::read_weights(weights, io::read_all(weights));
        for (const std::string& file : names) options.groups.names.add(file, io::read_all(file));
      });
  return tool.annotate(argc, argv, "groups",
                       [&](Document& document) { stages::run(stages::Stage::groups, options, document); });
}
