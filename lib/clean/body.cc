#include "clean/body.h"

#include <algorithm>

namespace presscut::clean {
namespace {

std::uint8_t one_more(std::uint8_t levels) { return static_cast<std::uint8_t>(levels + (levels < 40)); }

}  // namespace

Body::Body(const page::Page& page, const std::vector<std::uint32_t>& prose)
    : positions_(page.containers.size()) {
  choose(page, prose);
  place(page);
}

// A paragraph speaks for the container around its own, and half as much for each further out: an article in
// parts wins over a part that has not most of it, and over the page (as Readability weighs parents and
// grandparents).
void Body::choose(const page::Page& page, const std::vector<std::uint32_t>& prose) {
  constexpr int levels = 4;
  std::vector<std::uint64_t> votes(page.containers.size());
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (prose[i] == 0) continue;
    std::uint32_t at = page.containers[page.blocks[i].container].parent;
    std::uint64_t vote = std::uint64_t{prose[i]} << levels;
    for (int level = 0; level < levels; ++level, vote /= 2) {
      votes[at] += vote;
      if (at == 0) break;
      at = page.containers[at].parent;
    }
  }
  const auto best = std::max_element(votes.begin(), votes.end());
  container_ = static_cast<std::uint32_t>(best - votes.begin());
}

void Body::place(const page::Page& page) {
  std::vector<std::uint8_t> above(page.containers.size());  // one more than the levels from the body up
  std::uint8_t level = 1;
  for (std::uint32_t at = container_;; at = page.containers[at].parent) {
    above[at] = level;
    level = one_more(level);
    if (at == 0) break;
  }
  for (std::uint32_t c = 0; c < page.containers.size(); ++c) {
    const std::uint32_t parent = page.containers[c].parent;
    if (above[c]) positions_[c] = {c, c, static_cast<std::uint8_t>(above[c] - 1), 0};
    else {
      positions_[c] = positions_[parent];
      positions_[c].down = one_more(positions_[c].down);
      if (above[parent]) positions_[c].branch = c;
    }
  }
  blocks_ = {page.blocks.size(), page.blocks.size()};
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    if (positions_[page.blocks[i].container].up != 0) continue;
    blocks_.start = std::min(blocks_.start, i);
    blocks_.end = i + 1;
  }
}

}  // namespace presscut::clean
