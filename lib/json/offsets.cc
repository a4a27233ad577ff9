#include "json/offsets.h"

#include <algorithm>
#include <limits>

#include "text/text.h"

namespace presscut::json {
namespace {

using Places = std::vector<std::size_t*>;

// The offsets at `places`, which are put into their order.
std::vector<std::size_t> sorted_offsets(Places& places) {
  const auto before = [](const std::size_t* a, const std::size_t* b) { return *a < *b; };
  if (!std::is_sorted(places.begin(), places.end(), before)) std::sort(places.begin(), places.end(), before);
  std::vector<std::size_t> offsets;
  offsets.reserve(places.size());
  for (const std::size_t* place : places) offsets.push_back(*place);
  return offsets;
}

}  // namespace

void to_bytes(std::string_view text, Places places) {
  if (places.empty()) return;
  const auto points = sorted_offsets(places);
  const auto bytes = text::code_points_to_bytes(text, points);
  const std::size_t end = text::count_code_points(text);
  constexpr std::size_t last = std::numeric_limits<std::size_t>::max();
  for (std::size_t i = 0; i < places.size(); ++i)
    *places[i] = points[i] <= end ? bytes[i] : text.size() + std::min(points[i] - end, last - text.size());
}

}  // namespace presscut::json
