#include "cli/counting.h"

#include <stdexcept>

#include "io/io.h"
#include "stages/stages.h"

namespace presscut::cli {
namespace {

// The words of a list, one a line; what begins with '#' says nothing.
void read_words(const std::string& file, std::vector<std::string>& words) {
  for (std::string& line : io::split_paths(io::read_all(file), false)) {
    const std::string_view word = text::trim(line);
    if (!word.empty() && word.front() != '#') words.emplace_back(word);
  }
}

}  // namespace

void add_node_options(Tool& tool, corpus::Request& request) {
  tool.texts("word,w", "WORDS", &request.phrases, "look for this word or phrase; may be given again")
      .texts("regexp,e", "PATTERN", &request.regexps, "look for this RE2 pattern; may be given again")
      .flag("figures", &request.figures, "look for figures: counts of people (docs/figures.md)")
      .flag("dates", &request.dates, "look for dates (docs/dates.md)")
      .flag("groups", &request.groups,
            "look for named groups, each by the one name of its aliases (docs/groups.md)")
      .flag("case", &request.exact, "tell \"Guard\" from \"guard\"");
}

void want_node(const corpus::Request& request) {
  if (corpus::node_of(request).is_empty())
    throw std::runtime_error(
        "nothing to look for: give -w WORDS, -e PATTERN, --figures, --dates or --groups");
}

void find_mentions(const corpus::Request& request, Document& document) {
  static const stages::Options options;
  using stages::Stage;
  if (request.figures && !document.figures) stages::run(Stage::figures, options, document);
  if (request.dates && !document.dates) stages::run(Stage::dates, options, document);
  if (request.groups && !document.groups) stages::run(Stage::groups, options, document);
}

Counting::Counting(Tool& tool, const std::string& name)
    : tool_(tool), counters_([this] { return std::make_unique<corpus::Counter>(request); }) {
  request.tool = name;
  tool.columns_help = "these columns in this order (docs/" + name + ".md)";
  tool.texts("stop", "FILE", &stop_files_, "leave out the words of FILE, one a line; may be given again")
      .number("min-count", "N", &request.min_count, "leave out what comes less often")
      .number("min-documents", "N", &request.min_documents, "leave out what fewer documents have")
      .number("top", "N", &request.top, "no more than N rows")
      .text("sort", "COLUMN", &request.sort, "order of rows: largest first, texts by their bytes")
      .flag("text-only", &request.text_only, "leave out titles")
      .flag("partial", &partial_, "print the counts instead, for presscut merge")
      .check([this] { check(); });
}

void Counting::check() {
  for (const std::string& file : stop_files_) read_words(file, request.stop);
  corpus::check(request);
}

int Counting::run(int argc, char** argv) {
  return tool_.count(
      argc, argv,
      [this](Document& document, bool is_second) {
        find_mentions(request, document);
        counters_.use([&](corpus::Counter& counter) { counter.add(document, is_second || all_is_second); });
      },
      [this](const output::TableOptions& options) { return sum(options); });
}

Tool::Summed Counting::sum(const output::TableOptions& options) const {
  const auto& counters = counters_.all();
  if (counters.size() == 1) return summed(counters[0]->counts(), request, partial_, options);
  corpus::Counts counts;
  for (const auto& counter : counters) counts.add(counter->counts());
  return summed(counts, request, partial_, options);
}

Tool::Summed summed(const corpus::Counts& counts, const corpus::Request& request, bool partial,
                    const output::TableOptions& options) {
  if (partial) return {corpus::write(counts, request), true, false};
  std::size_t rows = 0;
  std::string text = corpus::print(counts, request, options, rows);
  return {std::move(text), rows > 0, true};
}

}  // namespace presscut::cli
