// Tools that put what all documents give into one whole.
#include <fmt/format.h>

#include "cli/tool_state.h"
#include "cli/version.h"

namespace presscut::cli {

Exit Tool::State::gather(const Tool& tool, const Annotate& annotate, const Keep& keep,
                         const Conclude& conclude) {
  SortedLines lines;
  RunOptions options = run_options(tool);
  options.json = options.form_feeds = false;
  options.knows_language = tool.knows_language;
  options.keep = [&](std::string_view more) {
    for (std::size_t end; (end = more.find('\n')) != std::string_view::npos; more.remove_prefix(end + 1)) {
      std::string line;
      line.reserve(end + 1 + io::spare_bytes);  // for whoever parses it where it stands
      lines.add(std::move(line.append(more, 0, end + 1)));
    }
  };
  options.lines = keep;
  const bool keeps = tool.wants && make_readable_twice(options.inputs);
  Summary run = run_documents(options, annotate, nullptr);
  gathered = run.stats;
  lines.settle();
  if (!run.ended) print_whole(conclude(lines, common.json));
  if (keeps) io::rewind_standard_input();
  if (tool.wants && !run.ended) compare_readings(run, print_wanted(std::move(options), tool, annotate), run);
  return exit_of(run);
}

// Reads all again: what went wrong has been told, and goes wrong in the same way.
Summary Tool::State::print_wanted(RunOptions options, const Tool& tool, const Annotate& annotate) {
  options.keep = nullptr, options.lines = nullptr;
  options.json = options.silent = true;
  options.wants = tool.wants;
  return run_documents(options, annotate, [](const Document&, std::string&) { return false; });
}

const batch::Stats& Tool::stats() const { return state_->gathered; }

const std::string& Tool::shown_settings() const { return state_->shown_settings; }

int Tool::jobs() const { return state_->common.jobs; }

bool Tool::prints_json() const { return state_->common.json; }

std::string_view Tool::program_version() { return cli::version; }

int Tool::gather(int argc, char** argv, const Annotate& annotate, const Keep& keep,
                 const Conclude& conclude) {
  state_->abilities.prints_documents = false;
  return state_->guarded(*this, argc, argv, [&] { return state_->gather(*this, annotate, keep, conclude); });
}

}  // namespace presscut::cli
