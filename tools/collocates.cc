// presscut-collocates: which words keep company with a word, phrase, pattern or mention.
//
//   presscut collocates -w reservists --min-count 3 --top 5 corpus/sample
#include <stdexcept>

#include "batch/batch.h"
#include "cli/cli.h"
#include "cli/counting.h"

namespace {

using namespace presscut;

// "5" on both sides, or "3,0" before and behind.
void read_window(const std::string& words, corpus::Request& request) {
  const std::size_t comma = words.find(',');
  const auto left = batch::number_in(words.substr(0, comma));
  const auto right = comma == words.npos ? left : batch::number_in(words.substr(comma + 1));
  if (!left || !right || (*left == 0 && *right == 0))
    throw std::runtime_error("--window " + words +
                             ": want how many words such as 5, or 3,0 for before and behind");
  request.left = *left, request.right = *right;
}

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool("collocates",
                 "Score the words that stand near a node by how much more often they do than by chance.",
                 "presscut collocates -w reservists corpus/sample");
  cli::Counting counting(tool, "collocates");
  corpus::Request& request = counting.request;
  std::string window = "5";
  cli::add_node_options(tool, request);
  tool.text("window", "N", &window, "so many words on each side of the node (5); L,R: before and behind it")
      .flag("sentence", &request.sentence, "in its sentence, wherever it stands there")
      .check([&] {
        read_window(window, request);
        cli::want_node(request);
      });
  return counting.run(argc, argv);
}
