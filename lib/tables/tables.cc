#include "tables/tables.h"

#include <algorithm>
#include <stdexcept>

namespace presscut::tables {
namespace {

std::vector<std::string_view> split(std::string_view line) {
  std::vector<std::string_view> cells;
  for (;;) {
    const std::size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

Table::Table(std::string_view name, std::string_view text) : name_(name) {
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view content = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (content.empty() || content.front() == '#') continue;
    auto cells = split(content);
    if (columns_.empty()) {
      columns_ = std::move(cells);
    } else if (cells.size() != columns_.size()) {
      throw std::runtime_error(std::string(name) + ":" + std::to_string(line) + ": " +
                               std::to_string(cells.size()) + " cells, the first line has " +
                               std::to_string(columns_.size()));
    } else {
      rows_.push_back({line, std::move(cells)});
    }
  }
}

std::size_t Table::column(std::string_view name) const {
  const auto at = std::find(columns_.begin(), columns_.end(), name);
  if (at == columns_.end())
    throw std::runtime_error(std::string(name_) + ": no column called " + std::string(name));
  return static_cast<std::size_t>(at - columns_.begin());
}

std::string Table::reference(const Row& row) const {
  return std::string(name_) + ":" + std::to_string(row.line);
}

}  // namespace presscut::tables
