// What the tools print of counts: who is shown, in which order.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "corpus/corpus.h"
#include "output/table.h"

namespace presscut::corpus {

using Cells = std::vector<output::Cell>;

/// Rows before they are printed. A corpus of many slices has many: a cell is made when it is asked for.
struct Rows {
  std::vector<std::size_t> slices;  // that of each row, of which so many rows are shown
  std::function<output::Cell(std::size_t row, std::size_t column)> cell;
};

/// Which terms a request shows.
class Shown {
 public:
  explicit Shown(const Request& request);

  bool has(std::string_view term, Count count) const;

 private:
  bool is_stopped(std::string_view word) const;

  const Request& request_;
  std::unordered_set<std::string> stop_;
};

/// The rows of each tool, by name of term.
Rows frequency_rows(const Counts& counts, const Request& request);
Rows keyness_rows(const Counts& counts, const Request& request);
Rows collocation_rows(const Counts& counts, const Request& request);
Rows dispersion_rows(const Counts& counts, const Request& request);

}  // namespace presscut::corpus
