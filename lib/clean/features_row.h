// What lib/clean/features*.cc write: the columns of a batch of blocks, or their names.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/features.h"

namespace presscut::clean {

// Of nothing there is no share: 0.
inline float share(float part, float whole) { return whole > 0 ? part / whole : 0.0f; }

template <typename Part, typename Whole>
float share(Part part, Whole whole) {
  return share(static_cast<float>(part), static_cast<float>(whole));
}

// The same without a branch, so that the machine divides several at once.
inline float share(std::uint32_t part, std::uint32_t whole) {
  const std::uint32_t is_none = whole == 0;
  return static_cast<float>(part & (is_none - 1)) / static_cast<float>(whole | is_none);
}

// Counts grow without bound and matter by their magnitude; exact to the bit on every machine for whole
// numbers.
inline float magnitude(std::uint32_t count) {
  return static_cast<float>(static_cast<std::int32_t>(std::min(count, 4000u)));
}

// The values of a batch of blocks, a column after the other: only those that are asked for are computed.
template <bool with_tags>
struct Features::Values {
  std::size_t begin, count;  // blocks
  const std::vector<bool>& asked;
  float* values;
  std::size_t column = 0;

  /// `value_of` gives the value of a block, by its number.
  template <class ValueOf>
  void add(std::string_view, ValueOf value_of) {
    if (asked[column]) {
      float* const to = values + column * batch;
      for (std::size_t i = 0; i < count; ++i) to[i] = static_cast<float>(value_of(begin + i));
      std::fill(to + count, to + batch, 0.0f);
    }
    ++column;
  }
  /// `value_of` gives the value of a block, by its place in the batch; also of places behind its last block.
  template <class ValueOf>
  void add_each(std::string_view, ValueOf value_of) {
    if (asked[column]) {
      float* const to = values + column * batch;
      for (std::size_t i = 0; i < batch; ++i) to[i] = static_cast<float>(value_of(i));
    }
    ++column;
  }
  /// What is zero in plain text.
  template <class ValueOf>
  void add_of_tags(std::string_view name, ValueOf value_of) {
    if constexpr (with_tags) add(name, value_of);
    else add_of_page(name, 0.0f);
  }
  /// What is the same for all blocks of a page.
  void add_of_page(std::string_view, float value) {
    if (asked[column]) std::fill_n(values + column * batch, batch, value);
    ++column;
  }
  /// The columns behind are zero.
  void fill_rest() {
    while (column < asked.size()) add_of_page({}, 0.0f);
  }
};

// The names of the columns.
struct Features::Columns {
  std::vector<std::string_view> names;

  template <class ValueOf>
  void add(std::string_view name, ValueOf) {
    names.push_back(name);
  }
  template <class ValueOf>
  void add_each(std::string_view name, ValueOf) {
    names.push_back(name);
  }
  template <class ValueOf>
  void add_of_tags(std::string_view name, ValueOf) {
    names.push_back(name);
  }
  void add_of_page(std::string_view name, float) { names.push_back(name); }
};

}  // namespace presscut::clean
