// presscut-freq: how often each word stands in a corpus, or each run of words.
//
//   presscut freq --top 5 --by language corpus/sample/ternik-letter.html corpus/sample/twelve-more.html
#include <stdexcept>

#include "batch/batch.h"
#include "cli/cli.h"
#include "cli/counting.h"

namespace {

using namespace presscut;

// "2" or "2-4"
void read_lengths(const std::string& words, corpus::Request& request) {
  constexpr std::uint64_t longest = 5;
  const std::size_t dash = words.find('-');
  const auto first = batch::number_in(words.substr(0, dash));
  const auto last = dash == words.npos ? first : batch::number_in(words.substr(dash + 1));
  if (!first || !last || *first < 1 || *last < *first || *last > longest)
    throw std::runtime_error("--ngrams " + words + ": want a length such as 2, or 2-4, from 1 to 5");
  request.shortest = *first, request.longest = *last;
}

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool("freq", "Count the words of a corpus: how often, per million, in how many documents.",
                 "presscut freq --top 20 corpus/sample");
  cli::Counting counting(tool, "freq");
  std::string lengths = "1";
  tool.text("ngrams,n", "N", &lengths, "count runs of N words; 2-4 counts those of two, three and four")
      .text("by", "KEY", &counting.request.by,
            "count each slice for itself: month, year, day, host, language, any key of documents")
      .flag("case", &counting.request.exact, "tell \"Guard\" from \"guard\"")
      .check([&] { read_lengths(lengths, counting.request); });
  return counting.run(argc, argv);
}
