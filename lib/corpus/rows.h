// What the tools print of counts: who is shown, in which order.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "corpus/corpus.h"
#include "output/table.h"

namespace presscut::corpus {

/// One row before it is printed: its cells, and its slice, of which so many rows are shown.
struct Row {
  std::vector<output::Cell> cells;
  std::size_t slice = 0;
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
std::vector<Row> frequency_rows(const Counts& counts, const Request& request);
std::vector<Row> keyness_rows(const Counts& counts, const Request& request);
std::vector<Row> collocation_rows(const Counts& counts, const Request& request);
std::vector<Row> dispersion_rows(const Counts& counts, const Request& request);

}  // namespace presscut::corpus
