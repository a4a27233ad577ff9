// Partials of any tool put together: those of tally are a set of lines, those of tools that count are summed.
#pragma once

#include <string>

#include "cli/cli.h"
#include "cli/tallying.h"
#include "corpus/corpus.h"

namespace presscut::cli {

class Merging {
 public:
  explicit Merging(Tallying& tallying) : tallying_(tallying) {}

  /// A line of a partial, one of tally as it is kept. Throws io::BadRecord where it is none.
  static std::string read(std::string line);

  /// Adds counts, and gives what is kept of the line.
  std::string take(std::string line);

  Tool::Conclude conclude();

 private:
  Tallying& tallying_;
  corpus::Parts parts_;
  bool has_tally_ = false;
};

}  // namespace presscut::cli
