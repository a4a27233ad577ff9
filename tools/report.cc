// presscut-report: one page of HTML to send on, in which every figure leads back to its words.
//
//   presscut report corpus/sample/ternik-letter.html corpus/sample/twelve-more.html
#include "report/report.h"

#include <stdexcept>

#include "cli/cli.h"
#include "cli/tallying.h"
#include "io/io.h"
#include "json/json.h"
#include "parallel/parallel.h"
#include "stages/stages.h"

namespace {

using namespace presscut;

report::Making making_of(const cli::Tool& tool) {
  const batch::Stats& stats = tool.stats();
  return {std::string(cli::Tool::program_version()),
          tool.shown_settings(),
          stats.in,
          stats.failed,
          stats.files_passed_over,
          stats.responses_passed_over,
          stats.languages_without_tables};
}

// The documents of lines, read some at a time on several threads.
class Documents {
 public:
  explicit Documents(int threads) : threads_(threads) {}

  void add(std::string line) {
    bytes_ += line.size();
    line.reserve(line.size() + io::spare_bytes);
    lines_.push_back(std::move(line));
    if (bytes_ > bytes_at_once) read();
  }

  std::vector<Document> take() {
    read();
    return std::move(documents_);
  }

 private:
  static constexpr std::size_t bytes_at_once = 1024 * 1024;

  void read() {
    const std::size_t before = documents_.size();
    documents_.resize(before + lines_.size());
    parallel::each(lines_.size(), threads_, [&](std::size_t n) {
      thread_local json::Reader reader;
      documents_[before + n] = std::move(reader.read(lines_[n]).document);
    });
    lines_.clear(), bytes_ = 0;
  }

  const int threads_;
  std::vector<Document> documents_;
  std::vector<std::string> lines_;  // that wait
  std::size_t bytes_ = 0;
};

std::vector<Document> read(const cli::SortedLines& lines, int threads) {
  Documents documents(threads);
  lines.each([&](std::string line) { return documents.add(std::move(line)), true; });
  return documents.take();
}

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool("report",
                 "Make one page of HTML of all figures: rows, conflicts, timelines, quotes in their text.",
                 "presscut report corpus/sample > report.html");
  cli::Choosing chosen(tool);
  std::string title;
  tool.cleaning.explain = true;
  tool.text("title", "TEXT", &title, "the title of the page").check([&] {
    if (tool.prints_json())
      throw std::runtime_error("--json: a report is a page; presscut tally --json prints its rows");
  });
  const stages::Options options;
  const auto find = [&](Document& document) {
    // Groups first: their terms and the numbers of a long text do not fit beside each other. No figure rests
    // on them here, as none of tally's does.
    auto figures = std::move(document.figures);
    if (!document.groups) stages::run(stages::Stage::groups, options, document);
    document.figures = std::move(figures);
    if (!document.figures) stages::find_figures_alone(options, document);
  };
  const auto keep = [](const Document& document, const cli::Tool::AddLines& add) {
    constexpr std::size_t bytes_of_name = 200;
    std::string line;
    {
      const Document kept = report::needed(document);
      // A line that doubles as it grows stands in memory twice; room that is not used costs nothing.
      if (kept.groups) line.reserve(kept.text.size() + bytes_of_name * kept.groups->size());
      json::write(kept, line);
    }
    add(line += '\n');
  };
  return tool.gather(argc, argv, find, keep, [&](const cli::SortedLines& lines, bool) {
    return report::page(read(lines, tool.jobs()), making_of(tool),
                        {title, chosen.view, chosen.choices, tool.jobs()});
  });
}
