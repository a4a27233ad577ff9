#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <compare>
#include <cstring>
#include <functional>
#include <stdexcept>
#include <string>

#include "model/cells.h"
#include "model/model.h"
#include "tables/tables.h"

namespace presscut::model {
namespace {

constexpr std::size_t deepest = 8;

constexpr std::uint32_t most_ranks = 127;  // thresholds that one signed byte can count

// Numbers side by side, as every machine has them; left to itself the compiler takes one by one (measured:
// three times as long).
constexpr std::size_t lanes = 8;
constexpr std::size_t parts = Trees::batch / lanes;
using Real = float __attribute__((vector_size(lanes * sizeof(float))));
using Whole = std::int32_t __attribute__((vector_size(lanes * sizeof(std::int32_t))));
using Wide = std::int32_t __attribute__((vector_size(2 * lanes * sizeof(std::int32_t))));
using Half = std::int16_t __attribute__((vector_size(2 * lanes * sizeof(std::int16_t))));
using Narrow = std::int8_t __attribute__((vector_size(2 * lanes)));
using Bytes = std::int8_t __attribute__((vector_size(Trees::batch)));
using Row = std::array<std::int8_t, Trees::batch>;  // the same where it is kept, at any address

template <typename Number>
Number number(std::string_view word, const std::string& row) {
  Number value{};
  const auto result = std::from_chars(word.data(), word.data() + word.size(), value);
  if (result.ec != std::errc() || result.ptr != word.data() + word.size() ||
      !std::isfinite(static_cast<double>(value)))
    throw std::runtime_error(row + ": no number: \"" + std::string(word) + '"');
  return value;
}

// How many of the thresholds lie below each of the batch's values; for no number, none.
[[gnu::always_inline]] inline void count_below(const float* values, const float* thresholds,
                                               std::uint32_t count, Row& ranks) {
  Real own[parts];
  std::memcpy(own, values, sizeof own);
  Whole counts[parts] = {};
  for (std::uint32_t t = 0; t < count; ++t)
    for (std::size_t i = 0; i < parts; ++i) counts[i] -= own[i] > thresholds[t];  // true is -1 in each lane
  for (std::size_t i = 0; i < parts; i += 2) {
    Wide wide;
    std::memcpy(&wide, &counts[i], sizeof wide);
    const Narrow narrow = __builtin_convertvector(__builtin_convertvector(wide, Half), Narrow);
    std::memcpy(&ranks[i * lanes], &narrow, sizeof narrow);
  }
}

}  // namespace

// A split as the table has it.
struct Trees::Question {
  std::size_t column;
  float threshold;

  auto operator<=>(const Question&) const = default;
};

Trees::Trees(std::string_view name, std::string_view text, const std::vector<std::string_view>& features) {
  const tables::Table table(name, text);
  const std::size_t splits_column = table.column("splits");
  const std::size_t values_column = table.column("values");
  asked_.resize(features.size());
  std::vector<Question> questions;
  for (const auto& row : table.rows()) {
    const std::string place = table.reference(row);
    Tree tree{static_cast<std::uint32_t>(values_.size()), 0};
    for (std::string_view rest = row.cells[splits_column]; !rest.empty(); ++tree.depth) {
      const std::string_view split = next_word(rest);
      const std::size_t sign = std::min(split.find('>'), split.size());
      const auto feature = std::find(features.begin(), features.end(), split.substr(0, sign));
      if (feature == features.end())
        throw std::runtime_error(place + ": unknown feature: \"" + std::string(split) + '"');
      const auto column = static_cast<std::size_t>(feature - features.begin());
      asked_[column] = true;
      questions.push_back(
          {column * batch, number<float>(split.substr(std::min(sign + 1, split.size())), place)});
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
  rank(std::move(questions));
}

// Turns questions about values into questions about ranks.
void Trees::rank(std::vector<Question> questions) {
  std::vector<Question> sorted = questions;
  std::sort(sorted.begin(), sorted.end(), std::less<>());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  std::vector<Split> splits;  // of `sorted`
  for (const Question& question : sorted) {
    const bool goes_on = !rankings_.empty() && rankings_.back().column == question.column &&
                         rankings_.back().count < most_ranks;
    if (!goes_on) rankings_.push_back({question.column, static_cast<std::uint32_t>(thresholds_.size()), 0});
    Ranking& ranking = rankings_.back();
    splits.push_back(
        {static_cast<std::uint32_t>(rankings_.size() - 1), static_cast<std::int8_t>(ranking.count++)});
    thresholds_.push_back(question.threshold);
  }
  for (const Question& question : questions) {
    const auto place = std::lower_bound(sorted.begin(), sorted.end(), question);
    splits_.push_back(splits[static_cast<std::size_t>(place - sorted.begin())]);
  }
}

#if defined(__x86_64__) && !defined(__clang__)  // clang 14 makes clones that do not link
[[gnu::target_clones("avx2", "default")]]
#endif
void Trees::score(const float* columns, std::int32_t* scores) const {
  std::vector<Row> ranks(rankings_.size());
  for (std::size_t r = 0; r < ranks.size(); ++r)
    count_below(columns + rankings_[r].column, &thresholds_[rankings_[r].first], rankings_[r].count,
                ranks[r]);
  // All leaves first, then all values: compilers do better on two plain loops than on one of both.
  std::vector<Row> leaves(trees_.size());
  const Split* split = splits_.data();
  for (std::size_t t = 0; t < trees_.size(); ++t) {
    Bytes leaf{};
    for (const Split* const end = split + trees_[t].depth; split != end; ++split) {
      Bytes own;
      std::memcpy(&own, ranks[split->ranking].data(), sizeof own);
      leaf = leaf + leaf - (own > split->rank);
    }
    std::memcpy(leaves[t].data(), &leaf, sizeof leaf);
  }
  std::int32_t sums[batch] = {};
  for (std::size_t t = 0; t < trees_.size(); ++t) {
    const std::int32_t* const values = &values_[trees_[t].value];
#pragma GCC unroll 32
    for (std::size_t i = 0; i < batch; ++i) sums[i] += values[static_cast<std::uint8_t>(leaves[t][i])];
  }
  std::copy_n(sums, batch, scores);
}

}  // namespace presscut::model
