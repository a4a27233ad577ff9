// Which records of the whole are this run's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace presscut::batch {

/// 64 bits of `bytes`, the same on every machine: FNV-1a, mixed once more as MurmurHash3 ends. No defence
/// against bytes that are made to collide.
std::uint64_t hash_of(std::string_view bytes);

/// Part `number` of `count` parts; each id lies in exactly one of them.
struct Shard {
  std::uint64_t number = 1, count = 1;

  bool holds(std::string_view id) const { return hash_of(id) % count == number - 1; }
  std::string name() const;  // "2/3"
};

/// "2/3"; nothing where that is no shard.
std::optional<Shard> shard_in(std::string_view words);

}  // namespace presscut::batch
