// Room for lists that grow as a text is read.
#pragma once

#include <algorithm>
#include <cstddef>

namespace presscut::text {

/// Makes room in `list`, which holds what was found in the first `read` bytes of `whole`, for as much as the
/// rest has if it is like them. A vector that doubles stands in memory twice while it is copied; room that is
/// never written to costs nothing. Grows by half at least and to eight times its size at most, so that adding
/// stays linear whatever the text is like.
template <typename List>
void reserve_ahead(List& list, std::size_t read, std::size_t whole) {
  constexpr std::size_t few = 512;
  const std::size_t size = list.size();
  if (size < few || size < list.capacity() - list.capacity() / 8 || read == 0) return;
  const double likely = static_cast<double>(size) * static_cast<double>(whole) / static_cast<double>(read);
  if (likely <= static_cast<double>(list.capacity())) return;
  const auto most = static_cast<double>(8 * size);
  list.reserve(std::max(size + size / 2, static_cast<std::size_t>(std::min(1.05 * likely, most))));
}

}  // namespace presscut::text
