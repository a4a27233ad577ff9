#include "output/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <stdexcept>

#include "json/json.h"
#include "mentions/mentions.h"
#include "text/byte_order_mark.h"

namespace presscut::output {
namespace {

std::string spelt(const std::string& value) { return value; }
std::string spelt(std::uint64_t value) { return std::to_string(value); }
std::string spelt(double value) {
  if (!std::isfinite(value)) return "";
  return mentions::number(std::strtod(fmt::format("{:.7g}", value + 0.0).c_str(), nullptr));
}

std::string cell_of(const Cell& cell) {
  return std::visit([](const auto& value) { return spelt(value); }, cell);
}

}  // namespace

Table::Table(std::vector<std::string> names, std::size_t usual, const TableOptions& options)
    : names_(std::move(names)), options_(options) {
  for (const std::string& name : options.columns) {
    const auto at = std::find(names_.begin(), names_.end(), name);
    if (at == names_.end())
      throw std::runtime_error(
          fmt::format("--columns {}: no such column; there are {}", name, fmt::join(names_, ", ")));
    shown_.push_back(static_cast<std::size_t>(at - names_.begin()));
  }
  if (!shown_.empty()) return;
  shown_.resize(usual);
  std::iota(shown_.begin(), shown_.end(), std::size_t{0});
}

std::string Table::header() const {
  if (options_.json) return "";
  std::string out(options_.bom ? text::byte_order_mark : "");
  std::vector<std::string> cells;
  for (const std::size_t column : shown_) cells.push_back(names_[column]);
  if (options_.header) append_row(cells, options_.csv, out);
  return out;
}

void Table::append(const std::vector<Cell>& cells, std::string& out) const {
  if (options_.json) return append_object(cells, out);
  std::vector<std::string> shown;
  for (const std::size_t column : shown_) shown.push_back(cell_of(cells[column]));
  append_row(shown, options_.csv, out);
}

void Table::append_object(const std::vector<Cell>& cells, std::string& out) const {
  out += '{';
  for (std::size_t i = 0; i < shown_.size(); ++i) {
    const Cell& cell = cells[shown_[i]];
    if (i) out += ", ";
    json::write_string(names_[shown_[i]], out);
    out += ": ";
    const std::string value = cell_of(cell);
    if (std::holds_alternative<std::string>(cell)) json::write_string(value, out);
    else out += value.empty() ? "null" : value;
  }
  out += "}\n";
}

}  // namespace presscut::output
