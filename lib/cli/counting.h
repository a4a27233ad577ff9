// What the tools that count words have in common: their options, a counter for each thread, partials.
#pragma once

#include <string>
#include <vector>

#include "cli/cli.h"
#include "cli/shares.h"
#include "corpus/corpus.h"

namespace presscut::cli {

/// Adds the options that say what stands at the node of a concordance: words, patterns, mentions.
void add_node_options(Tool& tool, corpus::Request& request);

/// Throws std::runtime_error where `request` asks for no node.
void want_node(const corpus::Request& request);

/// Finds the mentions that the node of `request` asks for, where the document lacks them.
void find_mentions(const corpus::Request& request, Document& document);

class Counting {
 public:
  /// Adds its options to `tool`, which is called `name` and must not be moved from then on.
  Counting(Tool& tool, const std::string& name);
  Counting(const Counting&) = delete;
  Counting& operator=(const Counting&) = delete;

  corpus::Request request;

  /// All documents belong to the second corpus, the reference.
  bool all_is_second = false;

  bool is_partial() const { return partial_; }

  int run(int argc, char** argv);

 private:
  void check();
  Tool::Summed sum(const output::TableOptions& options) const;

  Tool& tool_;
  bool partial_ = false;
  std::vector<std::string> stop_files_;
  Shares<corpus::Counter> counters_;
};

/// A table of `counts`, or the partial that they are.
Tool::Summed summed(const corpus::Counts& counts, const corpus::Request& request, bool partial,
                    const output::TableOptions& options);

}  // namespace presscut::cli
