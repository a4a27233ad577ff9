// What a tool is made of: its options as they were given, and how they become a run.
#pragma once

#include <boost/program_options.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/batch_options.h"
#include "cli/cli.h"
#include "cli/runner.h"
#include "output/output.h"

namespace presscut::cli {

// The options that all tools share, as they were given.
struct Common {
  bool help = false, version = false, json = false, null = false, exit_status = false, as_is = false;
  bool keyed = false;
  std::string from, files_from, date, help_as;
  int jobs = 1;
  std::vector<std::string> paths;
};

// Adds the items of "A,B" to a list, each time that an option is given.
std::function<void(const std::vector<std::string>&)> split_into(std::vector<std::string>* target);

// Prints what a run results in; on a terminal so that it obeys nothing of that. False where nobody reads on.
bool print_result(const std::string& text, output::Spelling spelling);

struct Tool::State {
  std::string name, summary, example;
  boost::program_options::options_description own{"Options"};
  boost::program_options::options_description rows{"How rows are printed"};
  boost::program_options::options_description shared{"Options of every tool"};
  boost::program_options::options_description long_runs{"Long runs (docs/scale.md)"};
  Common common;
  BatchOptions batch;
  BatchOptions::Abilities abilities;
  std::string settings;        // the options that were given and change what is written, in their order
  std::string shown_settings;  // the same, of files their names without folders
  batch::Stats gathered;       // what became of the records that a tool gathered from
  std::vector<std::function<void()>> checks;
  bool proves = false;    // its findings are violations, and count for the exit status
  bool has_rows = false;  // it prints tables
  bool counts = false;    // they are of all documents together
  output::TableOptions table;

  std::string full_name() const { return "presscut-" + name; }
  bool has_short(char letter) const { return own.find_nothrow(std::string{'-', letter}, false) != nullptr; }
  void add_table_options(boost::program_options::options_description& group, output::TableOptions& table);
  void add_rows(const std::string& columns_help);
  void add_shared();
  void parse(int argc, char** argv);
  std::string exit_statuses() const;
  void print_help() const;
  void print_help_as(const std::string& form) const;
  io::Inputs inputs() const;
  int guarded(const Tool& tool, int argc, char** argv, const std::function<int()>& main);
  RunOptions run_options(const Tool& tool) const;
  output::Spelling spelling() const;
  bool print_whole(const std::string& text) const;
  void open_folder(RunOptions& options, const std::string& extension) const;
  Exit exit_of(const Summary& run) const;
  bool make_readable_twice(const io::Inputs& inputs) const;
  Summary survey(RunOptions options, const Annotate& find, const Tool& tool) const;
  void prints_tables();
  Exit count(const Tool& tool, const Add& add, const Sum& sum) const;
  Exit print_rows(const Tool& tool, const Annotate& find, const MakePrinter& make) const;
  Summary add_all(const Tool& tool, const Add& add) const;
  void compare_readings(const Summary& first, const Summary& second, Summary& run) const;
  static Summary print_wanted(RunOptions options, const Tool& tool, const Annotate& annotate);
  Exit gather(const Tool& tool, const Annotate& annotate, const Keep& keep, const Conclude& conclude);
};

}  // namespace presscut::cli
