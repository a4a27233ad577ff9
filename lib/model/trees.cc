#include <algorithm>
#include <charconv>
#include <cstring>
#include <stdexcept>
#include <string>

#include "model/model.h"
#include "tables/tables.h"

namespace presscut::model {
namespace {

constexpr std::size_t deepest = 8;

// Four numbers at a time, as every machine has them; left to itself the compiler takes one by one (measured:
// three times as long).
constexpr std::size_t lanes = 4;
constexpr std::size_t parts = Trees::batch / lanes;
using Real = float __attribute__((vector_size(lanes * sizeof(float))));
using Whole = std::int32_t __attribute__((vector_size(lanes * sizeof(std::int32_t))));

template <typename Number>
Number number(std::string_view word, const std::string& row) {
  Number value{};
  const auto result = std::from_chars(word.data(), word.data() + word.size(), value);
  if (result.ec != std::errc() || result.ptr != word.data() + word.size())
    throw std::runtime_error(row + ": no number: \"" + std::string(word) + '"');
  return value;
}

// The next word of `cell`, which loses it.
std::string_view next_word(std::string_view& cell) {
  const std::size_t end = std::min(cell.find(' '), cell.size());
  const std::string_view word = cell.substr(0, end);
  cell.remove_prefix(std::min(end + 1, cell.size()));
  return word;
}

}  // namespace

Trees::Trees(std::string_view name, std::string_view text, const std::vector<std::string_view>& features) {
  const tables::Table table(name, text);
  const std::size_t splits_column = table.column("splits");
  const std::size_t values_column = table.column("values");
  for (const auto& row : table.rows()) {
    const std::string place = table.reference(row);
    Tree tree{static_cast<std::uint32_t>(splits_.size()), static_cast<std::uint32_t>(values_.size()), 0};
    for (std::string_view rest = row.cells[splits_column]; !rest.empty(); ++tree.depth) {
      const std::string_view split = next_word(rest);
      const std::size_t sign = std::min(split.find('>'), split.size());
      const auto feature = std::find(features.begin(), features.end(), split.substr(0, sign));
      if (feature == features.end())
        throw std::runtime_error(place + ": unknown feature: \"" + std::string(split) + '"');
      const auto column = static_cast<std::size_t>(feature - features.begin()) * batch;
      splits_.push_back({column, number<float>(split.substr(std::min(sign + 1, split.size())), place)});
    }
    if (tree.depth > deepest) throw std::runtime_error(place + ": a tree deeper than 8");
    for (std::string_view rest = row.cells[values_column]; !rest.empty();)
      values_.push_back(number<std::int32_t>(next_word(rest), place));
    const std::size_t leaves = values_.size() - tree.value;
    if (leaves != std::size_t{1} << tree.depth)
      throw std::runtime_error(place + ": " + std::to_string(leaves) + " values for " +
                               std::to_string(tree.depth) + " splits");
    trees_.push_back(tree);
  }
}

void Trees::score(const float* columns, std::int32_t* scores) const {
  Whole sums[parts] = {};
  for (const Tree& tree : trees_) {
    Whole leaves[parts] = {};
    for (std::uint32_t level = 0; level < tree.depth; ++level) {
      const Split& split = splits_[tree.split + level];
      for (std::size_t i = 0; i < parts; ++i) {
        Real values;
        std::memcpy(&values, columns + split.column + i * lanes, sizeof values);
        leaves[i] = leaves[i] + leaves[i] - (values > split.threshold);  // true is -1 in each lane
      }
    }
    const std::int32_t* values = &values_[tree.value];
    for (std::size_t i = 0; i < parts; ++i)
      sums[i] +=
          Whole{values[leaves[i][0]], values[leaves[i][1]], values[leaves[i][2]], values[leaves[i][3]]};
  }
  std::memcpy(scores, sums, sizeof sums);
}

}  // namespace presscut::model
