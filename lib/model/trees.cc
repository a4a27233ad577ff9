#include <algorithm>
#include <charconv>
#include <cmath>
#include <compare>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <limits>
#include <stdexcept>
#include <string>

#include "model/cells.h"
#include "model/lanes.h"
#include "model/model.h"

namespace presscut::model {
namespace {

constexpr std::size_t deepest = 8;

constexpr std::uint32_t most_ranks = 127;  // thresholds that one signed byte can count

constexpr std::int32_t most = std::numeric_limits<std::int16_t>::max();

}  // namespace

// A split as the table has it.
struct Trees::Question {
  std::size_t column;
  float threshold;

  auto operator<=>(const Question&) const = default;
};

Trees::Trees(const tables::Table& table, std::span<const tables::Table::Row> rows,
             const std::vector<std::string_view>& features) {
  const std::size_t splits_column = table.column("splits");
  const std::size_t values_column = table.column("values");
  asked_.resize(features.size());
  std::vector<Question> questions;
  for (const auto& row : rows) {
    const std::string place = table.reference(row);
    Tree tree{static_cast<std::uint32_t>(values_.size()), 0};
    std::vector<std::int32_t> values;
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
      values.push_back(number<std::int32_t>(next_word(rest), place));
    if (values.size() != std::size_t{1} << tree.depth)
      throw std::runtime_error(place + ": " + std::to_string(values.size()) + " values for " +
                               std::to_string(tree.depth) + " splits");
    trees_.push_back(tree);
    keep(values, place);
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

// Puts the values of the last tree behind the others, and the tree into a group.
void Trees::keep(const std::vector<std::int32_t>& values, const std::string& place) {
  const std::size_t leaves = leaves_of(trees_.back().depth);
  std::int32_t largest = 0;
  values_.resize(values_.size() + 2 * leaves);
  std::uint8_t* const low = &values_[trees_.back().value];
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::abs(values[i]) > most)
      throw std::runtime_error(place + ": a value beyond 16 logits: " + std::to_string(values[i]));
    largest = std::max(largest, std::abs(values[i]));
    low[i] = static_cast<std::uint8_t>(values[i] & 0xFF);
    low[leaves + i] = static_cast<std::uint8_t>(values[i] >> 8 & 0xFF);
  }
  if (groups_.empty() || groups_.back().largest + largest > most) groups_.push_back({trees_.size() - 1, 0});
  groups_.back().largest += largest;
  groups_.back().end = trees_.size();
}

// Finds the leaf of each row in a tree of that depth and adds its value.
template <std::size_t depth, class Sums>
[[gnu::always_inline]] inline void Trees::add_leaf_at(Sums& sums, const Split* split, const Row* ranks,
                                                      const std::uint8_t* values) {
  Numbers leaf{};
#pragma GCC unroll 8
  for (std::size_t level = 0; level < depth; ++level) {
    Bytes own;
    std::memcpy(&own, &ranks[split[level].ranking], sizeof own);
    leaf = leaf + leaf - reinterpret_cast<Numbers>(own > split[level].rank);  // true is all ones
  }
  sums.template add<leaves_of(depth)>(leaf, values);
}

// A loop for each depth, with no count left for the machine.
template <class Sums>
[[gnu::always_inline]] inline void Trees::add_leaf(Sums& sums, std::size_t depth, const Split* split,
                                                   const Row* ranks, const std::uint8_t* values) {
  switch (depth) {
    case 0: return add_leaf_at<0>(sums, split, ranks, values);
    case 1: return add_leaf_at<1>(sums, split, ranks, values);
    case 2: return add_leaf_at<2>(sums, split, ranks, values);
    case 3: return add_leaf_at<3>(sums, split, ranks, values);
    case 4: return add_leaf_at<4>(sums, split, ranks, values);
    case 5: return add_leaf_at<5>(sums, split, ranks, values);
    case 6: return add_leaf_at<6>(sums, split, ranks, values);
    case 7: return add_leaf_at<7>(sums, split, ranks, values);
    default: return add_leaf_at<deepest>(sums, split, ranks, values);
  }
}

template <class Steps>
[[gnu::always_inline]] inline void Trees::score_by(const float* columns, std::int32_t* scores) const {
  std::vector<Row> ranks(rankings_.size());
  for (std::size_t r = 0; r < ranks.size(); ++r)
    Steps::count_below(columns + rankings_[r].column, &thresholds_[rankings_[r].first], rankings_[r].count,
                       ranks[r]);
  std::fill_n(scores, batch, 0);
  const Split* split = splits_.data();
  const Tree* tree = trees_.data();
  for (const Group& group : groups_) {
    typename Steps::Sums sums;
    for (const Tree* const end = trees_.data() + group.end; tree != end; split += tree++->depth)
      add_leaf(sums, tree->depth, split, ranks.data(), &values_[tree->value]);
    sums.add_to(scores);
  }
}

#ifdef __x86_64__
[[gnu::target("avx2")]] void Trees::score_in_wide_steps(const float* columns, std::int32_t* scores) const {
  score_by<WideSteps>(columns, scores);
}
#endif

void Trees::score(const float* columns, std::int32_t* scores) const {
#ifdef __x86_64__
  static const bool wide = __builtin_cpu_supports("avx2");
  if (wide) return score_in_wide_steps(columns, scores);
#endif
  score_by<PlainSteps>(columns, scores);
}

}  // namespace presscut::model
