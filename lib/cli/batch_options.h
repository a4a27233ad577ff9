// The options of long runs, which all tools share: what is skipped, counted, shared out, written where.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "batch/batch.h"
#include "cli/runner.h"

namespace boost::program_options {
class options_description;
}

namespace presscut::cli {

class BatchOptions {
 public:
  /// What a tool can do: only one that makes a document of each record can write it to a file of its own.
  struct Abilities {
    bool reads_documents = true;
    bool prints_documents = true;
  };

  void add_to(boost::program_options::options_description& options, Abilities abilities);

  /// Reads what was given. Throws std::runtime_error on a value that makes no sense.
  void check();

  /// Adds to `options` what was asked for, but for the folder.
  void apply(RunOptions& options) const;

  /// Opens the folder, where one was asked for; `settings` are all options that decide about the bytes of a
  /// document.
  void open_folder(RunOptions& options, const std::string& settings, const std::string& extension) const;

  std::uint64_t most_record_bytes() const { return most_record_bytes_; }
  std::uint64_t most_errors() const { return most_errors_; }
  bool has_folder() const { return !folder_.empty(); }

  /// Writes what a run did to where that was asked for.
  void write_stats(const Summary& summary, const std::string& tool) const;

  /// Whether an option of this name leaves the bytes of each document alone.
  static bool is_about_the_run(const std::string& option);

 private:
  std::string max_record_, max_work_, max_errors_, stats_, shard_words_, folder_, manifest_;
  bool resume_ = false;
  std::uint64_t most_record_bytes_ = io::no_limit, most_errors_ = no_most_errors,
                most_steps_ = default_most_steps;
  batch::Shard shard_;
};

}  // namespace presscut::cli
