// Records through a function on several threads, results out in the order of the records.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <string_view>

#include "batch/batch.h"
#include "cli/cli.h"
#include "cli/source.h"
#include "io/io.h"

namespace presscut::cli {

inline constexpr std::uint64_t no_most_errors = std::numeric_limits<std::uint64_t>::max();

/// No page of this world comes near; a record of half a gigabyte takes a third of it.
inline constexpr std::uint64_t default_most_steps = 20'000'000'000;

struct RunOptions {
  std::string tool;  // for messages
  io::Inputs inputs;
  SourceOptions source;
  int jobs = 1;
  bool json = false;
  bool silent = false;                                   // whoever runs it again hears of failures then
  bool form_feeds = true;                                // between documents that are printed as text
  std::string header;                                    // before the first document
  std::function<std::string(std::string_view)> layout;   // what is printed of whole lines; else they are
  std::function<void(std::string_view)> keep;            // takes what would be printed
  Tool::Keep lines;                                      // makes the lines of a document that `keep` takes
  std::function<bool(const Document&)> found;            // whether a document that is printed as NDJSON has
                                                         // something; else whether it has text
  std::function<bool(std::string_view)> knows_language;  // one that is not known is said once
  std::function<std::string(const std::string& id)> again;  // what to print for an id that came before; else
                                                            // the id is numbered
  std::function<bool(const Document&)> wants;               // whether a document is printed; else all are
  std::uint64_t most_errors = no_most_errors;               // one more ends the run
  std::uint64_t failed_before = 0;                          // errors of inputs that were read before these
  std::uint64_t most_steps = default_most_steps;            // of work for one record
  batch::Shard shard;                                       // records of others are passed over
  std::shared_ptr<batch::Folder> folder;                    // takes each document, nothing is printed then
};

struct Summary {
  std::uint64_t documents = 0;
  bool found = false;
  bool failed = false;
  bool closed = false;  // nobody reads on
  bool ended = false;   // before the end of the inputs: too many errors, or a signal
  batch::Stats stats;
};

/// What is said where a run ends for its errors.
std::string too_many_errors(std::uint64_t most);

/// Every record of the inputs, in order. Memory: a few records a job.
Summary run_documents(const RunOptions& options, const Tool::Annotate& annotate, const Tool::Print& print);

}  // namespace presscut::cli
