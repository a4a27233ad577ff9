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
  /// threshold, left, right (places of rows counted from the first row of the tree), value. A row goes left
  /// where feature <= threshold. Throws std::runtime_error naming table and row where a feature is unknown or
  /// a tree is no tree.
  Trees(std::string_view name, std::string_view table, const std::vector<std::string_view>& features);

  /// The sum of the leaves that `row` falls into. Time: the sum of the depths of the trees.
  std::int32_t score(const float* row) const;

 private:
  struct Node {
    float threshold = 0;
    std::int32_t value = 0;
    std::uint16_t feature = 0;
    std::uint16_t left = 0, right = 0;  // offsets from the tree's root; left 0: a leaf
  };
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> roots_;
};

}  // namespace presscut::model
