// Tools that add up what all documents have.
#include <unistd.h>

#include <stdexcept>

#include "cli/tool_state.h"

namespace presscut::cli {
namespace {

// What two runs did, the second behind the first.
void join(Summary& first, const Summary& second) {
  first.documents += second.documents;
  first.found |= second.found;
  first.failed |= second.failed;
  first.closed |= second.closed;
  first.ended |= second.ended;
  first.stats.add(second.stats);
}

}  // namespace

Summary Tool::State::add_all(const Tool& tool, const Add& add) const {
  RunOptions options = run_options(tool);
  options.json = options.form_feeds = false;
  options.keep = [](std::string_view) {};
  options.knows_language = tool.knows_language;
  const Print nothing = [](const Document&, std::string&) { return true; };
  Summary run = run_documents(
      options, [&](Document& document) { add(document, false); }, nothing);
  if (tool.second_inputs.empty() || run.ended) return run;
  options.inputs.paths = tool.second_inputs;
  options.failed_before = run.stats.failed;
  join(run, run_documents(
                options, [&](Document& document) { add(document, true); }, nothing));
  return run;
}

// Tables of all documents together, in the form that is asked for.
void Tool::State::prints_tables() {
  abilities.prints_documents = false;
  has_rows = counts = true;
  checks.insert(checks.begin(), [this] {
    table.json = common.json;
    if (table.json && table.csv) throw std::runtime_error("--json and --csv exclude each other");
  });
}

Exit Tool::State::count(const Tool& tool, const Add& add, const Sum& sum) const {
  Summary run = add_all(tool, add);
  if (run.ended) return exit_of(run);
  const Summed summed = sum(table);
  run.found = summed.found;
  const bool is_aligned = summed.is_table && !table.json && !table.csv && isatty(STDOUT_FILENO);
  run.closed = !(is_aligned ? print(output::Aligner().align(summed.text)) : print_whole(summed.text));
  return exit_of(run);
}

int Tool::count(int argc, char** argv, const Add& add, const Sum& sum) {
  state_->prints_tables();
  return state_->guarded(*this, argc, argv, [&] {
    if (instead_of_counts) return state_->print_rows(*this, instead_of_counts->find, instead_of_counts->make);
    return state_->count(*this, add, sum);
  });
}

}  // namespace presscut::cli
