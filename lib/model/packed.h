// Features and their weights as text, small: hashes in order by the gaps between them, weights by how often
// such ones come, packed by a binary arithmetic coder with probabilities that learn as they go (Witten, Neal
// and Cleary 1987; the carry-less form of Mahoney's lpaq). Whole numbers throughout, so that any machine
// reads the same.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presscut::model {

struct Feature {
  static constexpr std::size_t most_labels = 8;
  static constexpr int most = 40;  // of a weight, either sign

  std::uint32_t hash = 0;  // of at most 24 bits
  std::array<std::int8_t, most_labels> weights{};
};

/// Features with weights for the first `labels` labels, in the order of their hashes, no two of which are
/// equal; heavier weights than Feature::most are cut to it. Letters, digits, '+' and '-'.
std::string pack(const std::vector<Feature>& features, std::size_t labels);

/// The `count` features of a packed text; nothing where it has other characters or too few of them.
std::optional<std::vector<Feature>> unpack(std::string_view text, std::size_t count, std::size_t labels);

}  // namespace presscut::model
