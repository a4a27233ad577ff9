#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "corpus/corpus.h"
#include "corpus/rows.h"

namespace presscut::corpus {
namespace {

struct Form {
  std::vector<std::string> columns;
  std::string order;  // the column by which rows are sorted
  std::vector<Row> (*rows)(const Counts&, const Request&);
};

Form form_of(const Request& request) {
  if (request.tool == "keyness")
    return {{"term", "log_ratio", "percent_difference", "g2", "p", "target", "reference",
             "target_per_million", "reference_per_million", "target_documents", "reference_documents"},
            "log_ratio",
            keyness_rows};
  if (request.tool == "collocates")
    return {{"collocate", "log_dice", "dice", "mi", "t", "log_likelihood", "together", "frequency",
             "expected", "documents"},
            "log_dice",
            collocation_rows};
  if (request.tool == "dispersion")
    return {{"term", "frequency", "per_million", "range", "parts", "dp", "dp_norm", "juilland_d"},
            "frequency",
            dispersion_rows};
  std::vector<std::string> columns = {"term", "frequency", "per_million", "documents", "range"};
  if (!request.by.empty()) columns.insert(columns.begin(), request.by);
  return {columns, "frequency", frequency_rows};
}

std::size_t column(const std::vector<std::string>& columns, const std::string& name) {
  const auto at = std::find(columns.begin(), columns.end(), name);
  if (at == columns.end())
    throw std::runtime_error(
        fmt::format("--sort {}: no such column; there are {}", name, fmt::join(columns, ", ")));
  return static_cast<std::size_t>(at - columns.begin());
}

// Numbers from large to small, those that are not known last; texts in the order of their bytes.
double rank(const output::Cell& cell) {
  if (const auto* count = std::get_if<std::uint64_t>(&cell)) return -static_cast<double>(*count);
  const double score = std::get<double>(cell);
  return std::isnan(score) ? std::numeric_limits<double>::infinity() : -score;
}

bool is_before(const output::Cell& a, const output::Cell& b) {
  if (std::holds_alternative<std::string>(a)) return std::get<std::string>(a) < std::get<std::string>(b);
  return rank(a) < rank(b);
}

// Slice by slice; equal rows stay in the order of their terms.
void sort(std::vector<Row>& rows, std::size_t column) {
  std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    return a.slice != b.slice ? a.slice < b.slice : is_before(a.cells[column], b.cells[column]);
  });
}

}  // namespace

void check(const Request& request) {
  const Form form = form_of(request);
  if (!request.sort.empty()) column(form.columns, request.sort);
  if (request.correction != "bh" && request.correction != "bonferroni" && request.correction != "none")
    throw std::runtime_error("--correction " + request.correction + ": want bh, bonferroni or none");
  concordance::Finder finder(node_of(request));
}

std::string print(const Counts& counts, const Request& request, const output::TableOptions& options,
                  std::size_t& rows) {
  const Form form = form_of(request);
  const output::Table table(form.columns, form.columns.size(), options);
  std::vector<Row> all = form.rows(counts, request);
  sort(all, column(form.columns, request.sort.empty() ? form.order : request.sort));
  std::string out = table.header();
  std::size_t of_slice = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    of_slice = i > 0 && all[i].slice == all[i - 1].slice ? of_slice + 1 : 1;
    if (request.top > 0 && of_slice > request.top) continue;
    table.append(all[i].cells, out);
    ++rows;
  }
  return out;
}

}  // namespace presscut::corpus
