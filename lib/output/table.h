// Rows that no list of mentions stands behind: counts, scores, lines of a concordance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "output/output.h"

namespace presscut::output {

/// What a cell says. A number that is not finite is not known: an empty cell, null in JSON.
using Cell = std::variant<std::string, std::uint64_t, double>;

/// Rows of cells in the form that was asked for.
class Table {
 public:
  /// Shows the columns that `options` picks from `names`, all `usual` ones where it picks none. Throws
  /// std::runtime_error where a picked column is none.
  Table(std::vector<std::string> names, std::size_t usual, const TableOptions& options);

  /// What stands before all rows, as of Rows; nothing before JSON.
  std::string header() const;

  /// Adds a row to `out`; `cells` are those of all `names`. Scores are written to seven digits.
  void append(const std::vector<Cell>& cells, std::string& out) const;

 private:
  void append_object(const std::vector<Cell>& cells, std::string& out) const;

  std::vector<std::string> names_;
  std::vector<std::size_t> shown_;
  TableOptions options_;
};

}  // namespace presscut::output
