// Small trained models, read from weight tables: here boosted regression trees.
//
// Deterministic to the bit: leaves are whole numbers (units of 1/65536), so a sum does not depend on order or
// machine. Knows nothing of what the features mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace presscut::model {

/// Additive trees over one row of features; the score is in units of 1/65536 logit.
class Trees {
 public:
  /// `name` is for messages. Rows of `table`: tree, feature (a name of `features`, empty for a leaf),
  /// threshold, left (place of a row counted from the first row of the tree; the right branch stands behind
  /// it), value. A row goes left where feature <= threshold. Throws std::runtime_error naming table and row
  /// where a feature is unknown or a tree is no tree.
  Trees(std::string_view name, std::string_view table, const std::vector<std::string_view>& features);

  /// For each of `count` rows, `width` floats apart, the sum of the leaves that it falls into. A row whose
  /// sum is beyond `decided` (in either direction) after the first quarter of the trees keeps that sum: most
  /// blocks of a page are easy. Time: a step for each row, tree and level.
  void score(const float* rows, std::size_t count, std::size_t width, std::int32_t decided,
             std::int32_t* scores) const;

 private:
  // A leaf is a node that leads to itself, so that all rows of a batch can take the same number of steps.
  struct Node {
    float threshold = 0;
    std::uint16_t feature = 0;
    std::uint16_t left =
        0;  // place of the left branch behind the tree's root; the right one stands behind it
  };
  struct Tree {
    std::uint32_t root = 0;
    std::uint32_t depth = 0;
  };
  void walk(std::size_t begin, std::size_t end, const float* const* rows, std::size_t count,
            std::int32_t* sums) const;

  std::vector<Node> nodes_;
  std::vector<std::int32_t> values_;  // of the leaves, at the places of their nodes
  std::vector<Tree> trees_;
};

}  // namespace presscut::model
