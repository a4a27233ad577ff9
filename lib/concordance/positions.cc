#include <algorithm>

#include "concordance/concordance.h"

namespace presscut::concordance {

std::vector<Position> positions(const Document& document, const std::vector<Hit>& hits) {
  std::vector<Position> all;
  if (hits.empty()) return all;
  const std::vector<Span> title = words::split(document.title), text = words::split(document.text);
  for (const Hit& hit : hits) {
    const std::vector<Span>& passage = hit.in_title ? title : text;
    const auto at = std::partition_point(passage.begin(), passage.end(),
                                         [&](Span word) { return word.end <= hit.span.start; });
    const auto before = static_cast<std::size_t>(at - passage.begin());
    all.push_back({std::min(before + 1, passage.size()), passage.size()});
  }
  return all;
}

}  // namespace presscut::concordance
