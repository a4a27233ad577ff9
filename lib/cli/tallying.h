// What the tools that print a tally have in common: their options, and the way from evidence to the table.
#pragma once

#include <string>
#include <vector>

#include "cli/cli.h"
#include "tally/tally.h"

namespace presscut::cli {

class Tallying {
 public:
  /// Adds its options to `tool`, which must not be moved from then on.
  explicit Tallying(Tool& tool);
  Tallying(const Tallying&) = delete;
  Tallying& operator=(const Tallying&) = delete;

  Tool::Conclude conclude();

  bool is_partial() const { return partial_; }

  /// The form that was asked for, of tables that are no tallies.
  output::TableOptions table(bool json) const;

 private:
  void check();

  bool partial_ = false, tsv_ = false, csv_ = false, no_header_ = false;
  std::string by_, event_rules_, decisions_;
  tally::View view_;
  tally::Choices choices_;
};

}  // namespace presscut::cli
