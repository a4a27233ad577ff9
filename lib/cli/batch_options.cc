#include "cli/batch_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "cli/version.h"

namespace presscut::cli {

namespace po = boost::program_options;

namespace {

constexpr std::array<std::string_view, 12> about_the_run = {
    "jobs",       "max-record", "max-work", "max-errors", "stats",      "shard",
    "output-dir", "manifest",   "resume",   "input",      "files-from", "null"};

// What the words of an option say; nothing where it was not given.
template <typename Value>
std::optional<Value> read(std::string_view option, const std::string& words,
                          std::optional<Value> (*parse)(std::string_view), std::string_view wanted) {
  if (words.empty()) return std::nullopt;
  const std::optional<Value> value = parse(words);
  if (!value) throw std::runtime_error(fmt::format("--{} {}: want {}", option, words, wanted));
  return value;
}

}  // namespace

bool BatchOptions::is_about_the_run(const std::string& option) {
  return std::find(about_the_run.begin(), about_the_run.end(), option) != about_the_run.end();
}

void BatchOptions::add_to(po::options_description& options, Abilities abilities) {
  auto add = options.add_options();
  add("max-record", po::value(&max_record_)->value_name("SIZE"),
      "pass over records of more bytes, such as 20M, and report them");
  if (abilities.reads_documents)
    add("max-work", po::value(&max_work_)->value_name("STEPS"),
        "pass over records that take more steps of work, such as 500M, and report them");
  add("max-errors", po::value(&max_errors_)->value_name("N"), "stop at more than N errors");
  add("stats", po::value(&stats_)->value_name("FILE"), "write what the run did to FILE, as JSON");
  if (!abilities.reads_documents) return;
  add("shard", po::value(&shard_words_)->value_name("I/N"),
      "do part I of N alone; parts are told by the ids of the records");
  if (!abilities.prints_documents) return;
  add("output-dir", po::value(&folder_)->value_name("DIR"),
      "write each document to a file of its own in DIR, named after its id");
  add("manifest", po::value(&manifest_)->value_name("FILE"),
      "list the files of --output-dir in FILE, with size and SHA-256");
  add("resume", po::bool_switch(&resume_), "go on with what an earlier run began in --output-dir");
}

void BatchOptions::check() {
  most_record_bytes_ = read("max-record", max_record_, batch::size_in, "a size such as 500000, 64K or 20M")
                           .value_or(most_record_bytes_);
  most_steps_ = read("max-work", max_work_, batch::size_in, "a number of steps such as 500000, 64M or 2G")
                    .value_or(most_steps_);
  most_errors_ =
      read("max-errors", max_errors_, batch::number_in, "a whole number from 0").value_or(most_errors_);
  shard_ =
      read("shard", shard_words_, batch::shard_in, "a part such as 1/8, from 1/8 to 8/8").value_or(shard_);
  if (stats_ == "-" || manifest_ == "-")
    throw std::runtime_error("--stats and --manifest: want the name of a file");
  if (folder_.empty() && !manifest_.empty()) throw std::runtime_error("--manifest: goes with --output-dir");
  if (folder_.empty() && resume_) throw std::runtime_error("--resume: goes with --output-dir");
}

void BatchOptions::apply(RunOptions& options) const {
  options.most_errors = most_errors_;
  options.most_steps = most_steps_;
  options.shard = shard_;
}

void BatchOptions::open_folder(RunOptions& options, const std::string& settings,
                               const std::string& extension) const {
  if (folder_.empty()) return;
  options.inputs.written_to = folder_;
  const std::string run = fmt::format("{} {}{}", options.tool, version, settings);
  options.folder = std::make_shared<batch::Folder>(
      batch::FolderOptions{folder_, extension, options.header, manifest_, run, shard_, resume_});
}

void BatchOptions::write_stats(const Summary& summary, const std::string& tool) const {
  if (!stats_.empty()) batch::write_file(stats_, batch::json_of(summary.stats, tool, version, shard_.name()));
}

}  // namespace presscut::cli
