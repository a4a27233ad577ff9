// Sizes as people write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace presscut::batch {

/// Bytes: digits, alone or with K, M or G (of 1024) behind them. Nothing where it is no such size, or too
/// large for a file.
///
///   size_in("64M")  ->  67108864
std::optional<std::uint64_t> size_in(std::string_view words);

/// A whole number from 0, digits alone.
std::optional<std::uint64_t> number_in(std::string_view digits);

}  // namespace presscut::batch
