// The rows that lib/clean/features*.cc write: values, or the names of their columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/features.h"

namespace presscut::clean {

inline float share(float part, float whole) { return whole > 0 ? part / whole : 0.0f; }

template <typename Part, typename Whole>
float share(Part part, Whole whole) {
  return share(static_cast<float>(part), static_cast<float>(whole));
}

// Counts grow without bound and matter by their magnitude; exact to the bit on every machine for whole
// numbers.
inline float magnitude(std::uint32_t count) { return count > 4000 ? 4000.0f : static_cast<float>(count); }

// A row's values, `step` floats apart.
template <bool has_tags>
struct Features::Values {
  float* values;
  std::size_t step;
  std::size_t size = 0;

  void add(std::string_view, float value) { values[size++ * step] = value; }
  // What is zero in plain text.
  void add_of_tags(std::string_view, float value) {
    if constexpr (has_tags) values[size * step] = value;
    ++size;
  }
};

// The names of its columns.
struct Features::Columns {
  std::vector<std::string_view> names;

  void add(std::string_view name, float) { names.push_back(name); }
  void add_of_tags(std::string_view name, float) { names.push_back(name); }
};

}  // namespace presscut::clean
