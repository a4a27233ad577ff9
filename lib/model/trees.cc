#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <limits>
#include <stdexcept>
#include <string>
#include <utility>

#include "model/model.h"
#include "tables/tables.h"

namespace presscut::model {
namespace {

// How many rows walk down a tree together: enough to hide the time that a load takes.
constexpr std::size_t batch = 8;

constexpr std::pair<std::string_view, std::size_t> columns[] = {
    {"tree", 0}, {"feature", 1}, {"threshold", 2}, {"left", 3}, {"value", 4}};

template <typename Number>
Number number(std::string_view cell, const tables::Table& table, const tables::Table::Row& row) {
  Number value{};
  const auto result = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (result.ec != std::errc() || result.ptr != cell.data() + cell.size())
    throw std::runtime_error(table.reference(row) + ": no number: \"" + std::string(cell) + '"');
  return value;
}

}  // namespace

Trees::Trees(std::string_view name, std::string_view text, const std::vector<std::string_view>& features) {
  const tables::Table table(name, text);
  for (const auto& [column, place] : columns)
    if (table.column(column) != place)
      throw std::runtime_error(std::string(name) + ": columns are out of order");
  std::string_view tree;
  std::vector<std::uint32_t> depths;               // of the nodes of the current tree
  const auto refuse_gap = [&](std::size_t next) {  // before the row number `next`
    if (!trees_.empty() && nodes_.size() - trees_.back().root < depths.size())
      throw std::runtime_error(table.reference(table.rows()[next - 1]) + ": the tree lacks a branch");
  };
  for (const auto& row : table.rows()) {
    if (row.cells[0] != tree || trees_.empty()) {
      refuse_gap(nodes_.size());
      trees_.push_back({static_cast<std::uint32_t>(nodes_.size()), 0});
      depths.assign(1, 0);
    }
    tree = row.cells[0];
    const std::size_t place = nodes_.size() - trees_.back().root;
    if (place >= depths.size()) throw std::runtime_error(table.reference(row) + ": no branch leads here");
    Node node{std::numeric_limits<float>::infinity(), 0, static_cast<std::uint16_t>(place)};
    std::int32_t value = 0;
    if (row.cells[1].empty()) {
      value = number<std::int32_t>(row.cells[4], table, row);
    } else {
      const auto feature = std::find(features.begin(), features.end(), row.cells[1]);
      if (feature == features.end())
        throw std::runtime_error(table.reference(row) + ": unknown feature: " + std::string(row.cells[1]));
      node.feature = static_cast<std::uint16_t>(feature - features.begin());
      node.threshold = number<float>(row.cells[2], table, row);
      node.left = number<std::uint16_t>(row.cells[3], table, row);
      if (node.left != depths.size())
        throw std::runtime_error(table.reference(row) + ": branches must stand in order");
      depths.insert(depths.end(), 2, depths[place] + 1);
      trees_.back().depth = std::max(trees_.back().depth, depths.back());
    }
    nodes_.push_back(node);
    values_.push_back(value);
  }
  refuse_gap(nodes_.size());
}

// Adds to the sums of up to `batch` rows what the trees [begin, end) say.
void Trees::walk(std::size_t begin, std::size_t end, const float* const* rows, std::size_t count,
                 std::int32_t* sums) const {
  const float* row[batch];
  std::int32_t total[batch] = {};
  for (std::size_t i = 0; i < batch; ++i) row[i] = rows[std::min(i, count - 1)];
  for (std::size_t t = begin; t < end; ++t) {
    const Node* nodes = &nodes_[trees_[t].root];
    std::uint32_t at[batch] = {};
    for (std::uint32_t level = 0; level < trees_[t].depth; ++level)
      for (std::size_t i = 0; i < batch; ++i) {
        const Node& node = nodes[at[i]];
        at[i] = node.left + (row[i][node.feature] > node.threshold);
      }
    for (std::size_t i = 0; i < batch; ++i) total[i] += values_[trees_[t].root + at[i]];
  }
  for (std::size_t i = 0; i < count; ++i) sums[i] += total[i];
}

void Trees::score(const float* rows, std::size_t count, std::size_t width, std::int32_t decided,
                  std::int32_t* scores) const {
  const std::size_t first = trees_.size() / 4 + 1;
  const float* open[batch];
  std::int32_t* target[batch];
  std::int32_t sums[batch];
  std::size_t waiting = 0;
  const auto finish = [&] {
    if (waiting == 0) return;
    std::fill_n(sums, waiting, 0);
    walk(first, trees_.size(), open, waiting, sums);
    for (std::size_t i = 0; i < waiting; ++i) *target[i] += sums[i];
    waiting = 0;
  };
  for (std::size_t begin = 0; begin < count; begin += batch) {
    const std::size_t size = std::min(batch, count - begin);
    const float* row[batch];
    for (std::size_t i = 0; i < size; ++i) row[i] = rows + (begin + i) * width;
    std::fill_n(scores + begin, size, 0);
    walk(0, std::min(first, trees_.size()), row, size, scores + begin);
    for (std::size_t i = 0; i < size; ++i) {
      if (std::abs(scores[begin + i]) > decided) continue;
      open[waiting] = row[i];
      target[waiting] = scores + begin + i;
      if (++waiting == batch) finish();
    }
  }
  finish();
}

}  // namespace presscut::model
