// Small trained models, read from weight tables: here boosted symmetric trees.
//
// A symmetric (oblivious) tree asks one question at each level, whatever was answered above: a leaf is the
// number that the answers make, read as bits. So a batch of rows goes through all trees without a branch. The
// trees ask the same few hundred questions again and again: each value is first ranked among the thresholds
// of its feature, and then a question compares ranks, which are bytes, 32 at a time. Deterministic to
// the bit: leaves are whole numbers of 16 bits, so a sum does not depend on order or machine. Knows nothing
// of what the features mean.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tables/tables.h"

namespace presscut::model {

/// Additive trees over rows of features.
class Trees {
 public:
  /// Values and scores are in units of 1/2048 logit.
  static constexpr std::int32_t unit = 2048;

  /// How many rows are scored together.
  static constexpr std::size_t batch = 32;

  /// A byte for each row, at any address.
  using Row = std::array<std::int8_t, batch>;

  /// `rows` of `table`, one for each tree: splits ("words>12.5 links>0", a name of `features` and a threshold
  /// each, at most 8, the first one the highest bit of the leaf's number; none: a constant) and values (one
  /// for each leaf, less than 16 logits). Throws std::runtime_error naming table and row where a feature is
  /// unknown or a tree is no tree.
  Trees(const tables::Table& table, std::span<const tables::Table::Row> rows,
        const std::vector<std::string_view>& features);

  /// For each feature, whether any tree asks for it.
  const std::vector<bool>& asked() const { return asked_; }

  /// For each of `batch` rows the sum of the leaves that it falls into. Feature f of row i is
  /// columns[f * batch + i]. Time: a step for each threshold, then one for each tree and level.
  void score(const float* columns, std::int32_t* scores) const;

 private:
  // A feature and those of its thresholds, ascending, that one byte can count.
  struct Ranking {
    std::size_t column = 0;              // where the feature's batch begins
    std::uint32_t first = 0, count = 0;  // in thresholds_
  };
  // Whether the ranks of a ranking are above `rank`.
  struct Split {
    std::uint32_t ranking = 0;
    std::int8_t rank = 0;
  };
  struct Tree {
    std::uint32_t value = 0;  // where its own begin
    std::uint32_t depth = 0;
  };
  // Trees whose values add up to no more than 16 bits can hold, whichever leaf a row falls into.
  struct Group {
    std::size_t end = 0;  // behind its last tree
    std::int32_t largest = 0;
  };
  struct Question;

  // How many leaves a tree of that depth has room for.
  static constexpr std::size_t leaves_of(std::size_t depth) {
    return std::size_t{1} << std::max(depth, std::size_t{4});
  }

  void rank(std::vector<Question> questions);
  void keep(const std::vector<std::int32_t>& values, const std::string& place);
  template <std::size_t depth, class Sums>
  static void add_leaf_at(Sums& sums, const Split* split, const Row* ranks, const std::uint8_t* values);
  template <class Sums>
  static void add_leaf(Sums& sums, std::size_t depth, const Split* split, const Row* ranks,
                       const std::uint8_t* values);
  template <class Steps>
  void score_by(const float* columns, std::int32_t* scores) const;
  void score_in_wide_steps(const float* columns, std::int32_t* scores) const;

  std::vector<bool> asked_;
  std::vector<float> thresholds_;
  std::vector<Ranking> rankings_;
  std::vector<Split> splits_;
  std::vector<std::uint8_t> values_;  // of each tree the low bytes of its values, then the high ones
  std::vector<Tree> trees_;
  std::vector<Group> groups_;
};

}  // namespace presscut::model
