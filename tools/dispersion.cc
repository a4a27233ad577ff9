// presscut-dispersion: how evenly a word is spread over the parts of a corpus, and where it stands.
//
//   presscut dispersion -w reservists -w guard corpus/sample
#include <optional>
#include <stdexcept>

#include "cli/cli.h"
#include "cli/counting.h"
#include "concordance/concordance.h"
#include "mentions/mentions.h"
#include "output/table.h"

namespace {

using namespace presscut;

// A row for each place: which word of its title or text it is.
cli::Tool::Printer printer(const concordance::Finder& finder, const output::TableOptions& options) {
  const output::Table table(
      {"id", "start", "end", "quote", "term", "word", "words", "position", "date", "field", "hostname"}, 9,
      options);
  const auto print = [table, &finder](const Document& document, std::string& out) {
    const auto hits = finder.find(document);
    const auto code_points = mentions::code_points(document, hits);
    const auto positions = concordance::positions(document, hits);
    for (std::size_t i = 0; i < hits.size(); ++i) {
      const std::uint64_t word = positions[i].word, words = positions[i].words;
      table.append({document.id, std::uint64_t{code_points[i].start}, std::uint64_t{code_points[i].end},
                    std::string(mentions::quote(document, hits[i])), hits[i].term, word, words,
                    static_cast<double>(word) / static_cast<double>(words), document.date,
                    std::string(hits[i].in_title ? "title" : "text"), document.hostname},
                   out);
    }
    return !hits.empty();
  };
  return {table.header(), print};
}

// Each place is a row as it comes: nothing is counted, kept back or left out.
void check_positions(const corpus::Request& request, bool is_partial) {
  if (is_partial)
    throw std::runtime_error("--positions has no partials: rows of parts are put together with cat");
  const corpus::Request usual;
  if (request.by != usual.by || request.stop != usual.stop || request.min_count != usual.min_count ||
      request.min_documents != usual.min_documents || request.top != usual.top || request.sort != usual.sort)
    throw std::runtime_error(
        "--positions prints every place, in the order of the text: it goes with none of --by, --stop, "
        "--min-count, --min-documents, --top and --sort");
}

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool("dispersion", "Say how evenly words are spread over the parts of a corpus.",
                 "presscut dispersion -w reservists -w guard corpus/sample");
  cli::Counting counting(tool, "dispersion");
  corpus::Request& request = counting.request;
  bool positions = false;
  std::optional<concordance::Finder> finder;
  cli::add_node_options(tool, request);
  tool.text("by", "KEY", &request.by,
            "parts of the corpus: id (each document, the default for words that are given), month, host, any "
            "key")
      .flag("positions", &positions, "print each place instead: the how-manieth word of its document it is")
      .check([&] {
        const bool is_asked = !corpus::node_of(request).is_empty();
        if (!is_asked && (request.by.empty() || positions))
          throw std::runtime_error(
              "the spread of what? give -w WORDS, -e PATTERN, --groups and the like, or --by KEY for that of "
              "all words");
        if (positions) check_positions(request, counting.is_partial());
        if (request.by.empty()) request.by = "id";
        if (!positions) return;
        finder.emplace(corpus::node_of(request));
        tool.instead_of_counts = {
            [&](Document& document) { cli::find_mentions(request, document); },
            [&](const output::TableOptions& options) { return printer(*finder, options); }};
      });
  return counting.run(argc, argv);
}
