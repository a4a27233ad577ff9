#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <string>

#include "model/model.h"
#include "tables/tables.h"

namespace presscut::model {
namespace {

template <typename Number>
Number number(std::string_view cell, const std::string& where) {
  Number value{};
  const auto result = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (result.ec != std::errc() || result.ptr != cell.data() + cell.size())
    throw std::runtime_error(where + ": no number: \"" + std::string(cell) + '"');
  return value;
}

}  // namespace

Trees::Trees(std::string_view name, std::string_view text, const std::vector<std::string_view>& features) {
  const tables::Table table(name, text);
  std::string_view tree;
  for (const auto& row : table.rows()) {
    const std::string where = table.reference(row);
    if (row.cells[0] != tree || roots_.empty()) roots_.push_back(static_cast<std::uint32_t>(nodes_.size()));
    tree = row.cells[0];
    Node node;
    if (row.cells[1].empty()) {
      node.value = number<std::int32_t>(row.cells[5], where);
    } else {
      const auto feature = std::find(features.begin(), features.end(), row.cells[1]);
      if (feature == features.end())
        throw std::runtime_error(where + ": unknown feature: " + std::string(row.cells[1]));
      node.feature = static_cast<std::uint16_t>(feature - features.begin());
      node.threshold = number<float>(row.cells[2], where);
      node.left = number<std::uint16_t>(row.cells[3], where);
      node.right = number<std::uint16_t>(row.cells[4], where);
      const auto place = nodes_.size() - roots_.back();
      if (node.left <= place || node.right <= place)
        throw std::runtime_error(where + ": a branch must lead on");
    }
    nodes_.push_back(node);
  }
  for (std::size_t i = 0, root = 0; i < nodes_.size(); ++i) {
    while (root + 1 < roots_.size() && roots_[root + 1] <= i) ++root;
    const std::size_t end = root + 1 < roots_.size() ? roots_[root + 1] : nodes_.size();
    const std::size_t furthest = roots_[root] + std::max(nodes_[i].left, nodes_[i].right);
    if (furthest >= end) throw std::runtime_error(std::string(name) + ": a branch leads out of its tree");
  }
}

std::int32_t Trees::score(const float* row) const {
  std::int32_t sum = 0;
  for (const std::uint32_t root : roots_) {
    const Node* tree = &nodes_[root];
    const Node* node = tree;
    while (node->left) node = tree + (row[node->feature] <= node->threshold ? node->left : node->right);
    sum += node->value;
  }
  return sum;
}

}  // namespace presscut::model
