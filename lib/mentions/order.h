// Lists that several finders added to, in the order of a text.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "mentions/mentions.h"

namespace presscut::mentions {

/// Puts a list into order, what stands at one place as it came. Each finder adds what it found in order, so
/// that only the joints of such runs are looked for and runs merged: linear for one finder, and for several
/// about linear in the list times the logarithm of their number.
template <typename M>
void put_in_order(std::vector<M>& list) {
  std::vector<std::size_t> ends;  // of runs
  for (auto at = list.begin(); at != list.end();) {
    at = std::is_sorted_until(at, list.end(), is_before);
    ends.push_back(static_cast<std::size_t>(at - list.begin()));
  }
  const auto at = [&](std::size_t place) { return list.begin() + static_cast<std::ptrdiff_t>(place); };
  while (ends.size() > 1) {
    std::vector<std::size_t> merged;
    for (std::size_t i = 0; i < ends.size(); i += 2) {
      if (i + 1 < ends.size())
        std::inplace_merge(at(merged.empty() ? 0 : merged.back()), at(ends[i]), at(ends[i + 1]), is_before);
      merged.push_back(ends[std::min(i + 1, ends.size() - 1)]);
    }
    ends = std::move(merged);
  }
}

}  // namespace presscut::mentions
