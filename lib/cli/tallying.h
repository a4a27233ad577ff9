// What the tools that show a tally have in common: their options, and the way from evidence to the table.
#pragma once

#include <string>
#include <vector>

#include "cli/cli.h"
#include "tally/tally.h"

namespace presscut::cli {

/// Which events and rows are shown, and what a researcher decided about them.
class Choosing {
 public:
  /// Adds its options to `tool`, which must not be moved from then on.
  explicit Choosing(Tool& tool);
  Choosing(const Choosing&) = delete;
  Choosing& operator=(const Choosing&) = delete;

  tally::View view;
  tally::Choices choices;

 private:
  void check();

  std::string event_rules_, decisions_;
};

/// The same, printed as rows.
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

  const Tool& tool_;
  bool partial_ = false, tsv_ = false;
  output::TableOptions table_;
  std::string by_;
  Choosing chosen_;
};

}  // namespace presscut::cli
