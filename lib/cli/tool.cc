#include <unistd.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <filesystem>
#include <mutex>
#include <optional>

#include "cli/signals.h"
#include "cli/tool_state.h"
#include "mentions/mentions.h"

namespace presscut::cli {

namespace po = boost::program_options;

bool print_result(const std::string& text, output::Spelling spelling) {
  if (isatty(STDOUT_FILENO)) return print(output::for_terminal(text, spelling));
  return print(text);  // as it is: it may be long
}

RunOptions Tool::State::run_options(const Tool& tool) const {
  RunOptions options;
  options.tool = full_name();
  options.inputs = inputs();
  options.source = {tool.cleaning, tool.uncleaned, common.as_is, common.date};
  options.jobs = common.jobs;
  options.json = common.json;
  if (isatty(STDOUT_FILENO))
    options.layout = [this](std::string_view text) { return output::for_terminal(text, spelling()); };
  batch.apply(options);
  return options;
}

output::Spelling Tool::State::spelling() const {
  return common.json ? output::Spelling::ndjson : output::Spelling::text;
}

// Prints what stands for all documents.
bool Tool::State::print_whole(const std::string& text) const { return print_result(text, spelling()); }

// To be called once the header of `options` is known.
void Tool::State::open_folder(RunOptions& options, const std::string& extension) const {
  if (!batch.has_folder()) return;
  batch.open_folder(options, settings, options.json ? "json" : extension);
  options.form_feeds = false;
  options.layout = nullptr;
  watch_signals();
}

// Writes the statistics that were asked for.
Exit Tool::State::exit_of(const Summary& run) const {
  batch.write_stats(run, name);
  if (run.failed) return Exit::failed;
  return common.exit_status && !run.found && !run.closed ? Exit::not_found : Exit::done;
}

// Throws where an input cannot be read twice; says whether standard input is one, which is kept then.
bool Tool::State::make_readable_twice(const io::Inputs& inputs) const {
  std::error_code ignored;
  for (const std::string& path : inputs.paths)
    if (std::filesystem::is_fifo(path, ignored))
      throw std::runtime_error(path + ": must be read twice, and a pipe cannot be");
  const bool reads_standard_input =
      inputs.paths.empty() || std::count(inputs.paths.begin(), inputs.paths.end(), "-") > 0;
  if (reads_standard_input) io::keep_standard_input();
  return reads_standard_input;
}

// Lets the tool look at each document; the inputs can be read again behind it.
Summary Tool::State::survey(RunOptions options, const Annotate& find, const Tool& tool) const {
  if (!tool.prints_survey) options.most_errors = no_most_errors, options.shard = {};
  const bool keeps = !tool.prints_survey && make_readable_twice(options.inputs);
  options.header.clear();
  options.layout = nullptr;
  options.json = options.form_feeds = false;
  options.silent = !tool.prints_survey;
  std::mutex looking;
  const auto has_any = options.found;
  const Print look = [&](const Document& document, std::string&) {
    const std::lock_guard lock(looking);
    tool.survey(document);
    return has_any(document);
  };
  const Summary surveyed = run_documents(options, find, look);
  if (keeps) io::rewind_standard_input();
  return surveyed;
}

// Of inputs that were read twice, to their end: says where they were not the same, and that `run` failed.
void Tool::State::compare_readings(const Summary& first, const Summary& second, Summary& run) const {
  const auto all = [](const batch::Stats& stats) { return stats.in + stats.elsewhere; };
  if (!first.stats.complete || !second.stats.complete) return;
  const bool is_whole = second.stats.elsewhere == 0;  // what another shard has does not fail in this one
  if (all(first.stats) == all(second.stats) && (!is_whole || first.stats.failed == second.stats.failed))
    return;
  complain(full_name(), "second reading", "not what the first was");
  run.failed = true;
}

Tool::Tool(std::string name, std::string summary, std::string example) : state_(new State) {
  state_->name = std::move(name);
  state_->summary = std::move(summary);
  state_->example = std::move(example);
}

Tool::~Tool() = default;

Tool& Tool::flag(const std::string& names, bool* target, const std::string& help) {
  state_->own.add_options()(names.c_str(), po::bool_switch(target), help.c_str());
  return *this;
}

Tool& Tool::text(const std::string& names, const std::string& value, std::string* target,
                 const std::string& help) {
  state_->own.add_options()(names.c_str(), po::value(target)->value_name(value), help.c_str());
  return *this;
}

Tool& Tool::number(const std::string& names, const std::string& value, std::uint64_t* target,
                   const std::string& help) {
  const std::string name = names.substr(0, names.find(','));
  const auto read = [name, target](const std::string& words) {
    const auto number = batch::number_in(words);
    if (!number) throw std::runtime_error("--" + name + ' ' + words + ": want a whole number from 0");
    *target = *number;
  };
  state_->own.add_options()(names.c_str(), po::value<std::string>()->notifier(read)->value_name(value),
                            help.c_str());
  return *this;
}

Tool& Tool::list(const std::string& names, const std::string& value, std::vector<std::string>* target,
                 const std::string& help) {
  state_->own.add_options()(
      names.c_str(),
      po::value<std::vector<std::string>>()->composing()->notifier(split_into(target))->value_name(value),
      help.c_str());
  return *this;
}

Tool& Tool::texts(const std::string& names, const std::string& value, std::vector<std::string>* target,
                  const std::string& help) {
  state_->own.add_options()(names.c_str(), po::value(target)->composing()->value_name(value), help.c_str());
  return *this;
}

Tool& Tool::check(std::function<void()> validate) {
  state_->checks.push_back(std::move(validate));
  return *this;
}

int Tool::run(int argc, char** argv, const Annotate& annotate, const Print& print) {
  return state_->guarded(*this, argc, argv, [&]() -> int {
    if (instead && state_->batch.has_folder())
      throw std::runtime_error("--output-dir is for documents, and none is printed");
    if (instead) return state_->gather(*this, annotate, instead->keep, instead->conclude);
    RunOptions options = state_->run_options(*this);
    options.form_feeds = form_feeds;
    const bool wrapped = !options.json && !state_->batch.has_folder();
    if (wrapped) options.header = before_all;
    state_->open_folder(options, extension);
    const Print print_file = [&](const Document& document, std::string& out) {
      out += before_file;
      return print(document, out);
    };
    const Summary run =
        run_documents(options, annotate, state_->batch.has_folder() && !options.json ? print_file : print);
    if (wrapped && !behind_all.empty() && !run.closed) cli::print(behind_all);
    return state_->exit_of(run);
  });
}

int Tool::annotate(int argc, char** argv, std::string_view list, const Annotate& find) {
  state_->has_rows = true;
  return state_->guarded(*this, argc, argv, [&] {
    const output::TableOptions& table = state_->table;
    if (state_->common.json && (table.csv || !table.columns.empty()))
      throw std::runtime_error("--json prints documents: it goes with neither --csv nor --columns");
    const output::Rows rows(list, groups, table);
    RunOptions options = state_->run_options(*this);
    options.form_feeds = false;
    options.knows_language = knows_language;
    options.found = [&](const Document& document) { return mentions::has_any(list, document); };
    if (!options.json) options.header = rows.header();
    output::Aligner aligner;
    if (!options.json && !table.csv && isatty(STDOUT_FILENO))
      options.layout = [&](std::string_view lines) { return aligner.align(lines); };
    if (prints_survey && (table.csv || !table.columns.empty()))
      throw std::runtime_error("--csv and --columns are for rows of mentions");
    if (prints_survey && state_->batch.has_folder())
      throw std::runtime_error("--output-dir is for documents, and none is printed");
    std::optional<Summary> surveyed;
    if (survey) {
      surveyed = state_->survey(options, find, *this);
      const auto printed = after_survey(options.json);
      if (printed) return state_->print_whole(*printed), state_->exit_of(*surveyed);
    }
    const Print print = [&](const Document& document, std::string& out) {
      return rows.write(document, out) > 0;
    };
    state_->open_folder(options, table.csv ? "csv" : "tsv");
    Summary run = run_documents(options, find, print);
    if (surveyed) state_->compare_readings(*surveyed, run, run);
    return state_->exit_of(run);
  });
}

}  // namespace presscut::cli
