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
  Rows (*rows)(const Counts&, const Request&);
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

// Numbers from large to small, those that are not known last; texts are all one, for rows come in the order
// of their terms, and the name of a slice is the same in all of it.
double rank(const output::Cell& cell) {
  if (std::holds_alternative<std::string>(cell)) return 0;
  if (const auto* count = std::get_if<std::uint64_t>(&cell)) return -static_cast<double>(*count);
  const double score = std::get<double>(cell);
  return std::isnan(score) ? std::numeric_limits<double>::infinity() : -score;
}

// Slice by slice by a column; equal rows stay in the order of their terms.
std::vector<std::size_t> order_of(const Rows& rows, std::size_t column) {
  struct Place {
    std::size_t slice = 0;
    double rank = 0;
    std::size_t row = 0;
    auto operator<=>(const Place&) const = default;
  };
  std::vector<Place> places(rows.slices.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = {rows.slices[i], rank(rows.cell(i, column)), i};
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a < b; });
  std::vector<std::size_t> order;
  order.reserve(places.size());
  for (const Place& place : places) order.push_back(place.row);
  return order;
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
  const Rows all = form.rows(counts, request);
  std::string out = table.header();
  std::size_t of_slice = 0, before = 0;
  Cells cells(form.columns.size());
  for (const std::size_t row :
       order_of(all, column(form.columns, request.sort.empty() ? form.order : request.sort))) {
    of_slice = all.slices[row] == before ? of_slice + 1 : 1;
    before = all.slices[row];
    if (request.top > 0 && of_slice > request.top) continue;
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = all.cell(row, i);
    table.append(cells, out);
    ++rows;
  }
  return out;
}

}  // namespace presscut::corpus
