// Small trained models, read from weight tables: here a linear chain over labels.
//
// Each place of a sequence has features; a feature has a weight for each label, two labels that follow each
// other have one. The best sequence of labels is found exactly (Viterbi 1967), in whole numbers, so that no
// machine's rounding shows. Features are hashes of 24 bits: two that share one share their weights. Knows
// nothing of what they mean.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/packed.h"

namespace presscut::model {

class Chain {
 public:
  static constexpr std::size_t most_labels = Feature::most_labels;
  static constexpr std::uint32_t feature_bits = 24;

  using Scores = std::array<std::int32_t, most_labels>;

  /// `name` is for messages. A row of `table` has a cell `what` and a cell `weights`: first "labels" and
  /// their names, the first of which is what stands before a sequence and behind it; then "from NAME" and a
  /// weight for each label that follows; then "count", how many features there are, and any number of rows
  /// "features" that hold them, as write() makes them. Throws std::runtime_error naming table and row where
  /// one is none of these, or the labels are not `labels`.
  Chain(std::string_view name, std::string_view table, std::span<const std::string_view> labels);

  /// Adds the weights of a feature to the scores of a place.
  void add(std::uint32_t feature, Scores& scores) const {
    const std::uint32_t slot = find(feature);
    if (slot == none) return;
    for (std::size_t label = 0; label < most_labels; ++label) scores[label] += rows_[slot].weights[label];
  }

  /// The best label of each place, given the scores of the places.
  void decode(const std::vector<Scores>& scores, std::vector<std::uint8_t>& path) const;

  /// The rows "count" and "features" of these features, for those who train: in the order of their hashes;
  /// the weights are whole numbers from -40 to 40, sixteen to a unit of log-likelihood.
  static std::string write(const std::vector<Feature>& features, std::size_t labels);
  static constexpr int unit = 16;

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  struct Row {
    std::uint32_t feature = none;
    std::array<std::int8_t, most_labels> weights{};
  };

  std::uint32_t find(std::uint32_t feature) const {
    const std::uint32_t mask = static_cast<std::uint32_t>(rows_.size()) - 1;
    for (std::uint32_t slot = feature & mask;; slot = (slot + 1) & mask) {
      if (rows_[slot].feature == feature) return slot;
      if (rows_[slot].feature == none) return none;
    }
  }
  void insert(const Row& row);

  std::size_t labels_ = 0;
  Scores from_[most_labels] = {};  // by the label before
  std::vector<Row> rows_;          // open addressing, a power of two
  std::size_t count_ = 0;
};

}  // namespace presscut::model
