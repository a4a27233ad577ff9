// Records through a function on several threads, results out in the order of the records.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>

#include "cli/cli.h"
#include "cli/source.h"
#include "io/io.h"

namespace presscut::cli {

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
  std::function<bool(const Document&)> found;            // whether a document that is printed as NDJSON has
                                                         // something; else whether it has text
  std::function<bool(std::string_view)> knows_language;  // one that is not known is said once
  std::function<std::string(const std::string& id)> again;  // what to print for an id that came before; else
                                                            // the id is numbered
};

struct Summary {
  std::uint64_t documents = 0;
  bool found = false;
  bool failed = false;
  bool closed = false;  // nobody reads on
};

/// Every record of the inputs, in order. Memory: a few records a job.
Summary run_documents(const RunOptions& options, const Tool::Annotate& annotate, const Tool::Print& print);

}  // namespace presscut::cli
