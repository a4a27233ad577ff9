// A cheap hash, a number at a time, for telling makes of elements apart.
#pragma once

#include <cstdint>

namespace presscut::html {

constexpr std::uint32_t mix(std::uint32_t hash, std::uint32_t value) {
  hash = (hash ^ value) * 0x9E3779B1u;
  return hash ^ hash >> 15;
}

}  // namespace presscut::html
