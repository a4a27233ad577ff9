// A family is what is linked: pairs are looked for band by band, so that memory is one band's, and joined in
// a forest of disjoint sets. In a bucket a unit is compared with a few that do not resemble each other, never
// with all, so that a band that thousands share by chance costs no more than others.
#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "dedupe/dedupe.h"

namespace presscut::dedupe {
namespace {

constexpr std::size_t rows = 3;                   // hashes of a band
constexpr std::size_t most_representatives = 16;  // of one bucket

class Forest {
 public:
  explicit Forest(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0u); }

  std::uint32_t root(std::uint32_t n) {
    while (parent_[n] != n) n = parent_[n] = parent_[parent_[n]];
    return n;
  }

  void join(std::uint32_t a, std::uint32_t b) {
    a = root(a), b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);  // the root is the first of its set
  }

 private:
  std::vector<std::uint32_t> parent_;
};

struct Entry {
  std::uint64_t band = 0;
  std::uint32_t unit = 0;

  auto operator<=>(const Entry&) const = default;
};

std::vector<Entry> band_of(const std::vector<Unit>& units, std::size_t first) {
  std::vector<Entry> entries;
  entries.reserve(units.size());
  for (std::uint32_t n = 0; n < units.size(); ++n) {
    const shingles::Sketch& sketch = units[n].sketch;
    if (sketch.size() < first + rows) continue;
    std::uint64_t band = 0;
    for (std::size_t k = first; k < first + rows; ++k) band = band << 16 | sketch[k];
    entries.push_back({band, n});
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

void join_bucket(const std::vector<Unit>& units, const Entry* begin, const Entry* end, double least,
                 Forest& forest) {
  std::vector<std::uint32_t> representatives;
  for (const Entry* entry = begin; entry != end; ++entry) {
    bool is_known = false;
    for (const std::uint32_t other : representatives) {
      if (forest.root(other) != forest.root(entry->unit)) {
        if (shingles::resemblance(units[other].sketch, units[entry->unit].sketch) < least) continue;
        forest.join(other, entry->unit);
      }
      is_known = true;
    }
    if (!is_known && representatives.size() < most_representatives) representatives.push_back(entry->unit);
  }
}

auto rank_of(const Unit& unit) {
  return std::tuple(-static_cast<std::int64_t>(unit.words), unit.date.empty(), std::string_view(unit.date),
                    std::string_view(unit.id), unit.start);
}

}  // namespace

std::vector<Family> families(const std::vector<Unit>& units, double least) {
  Forest forest(units.size());
  std::size_t size = 0;
  for (const Unit& unit : units) size = std::max(size, unit.sketch.size());
  for (std::size_t first = 0; first + rows <= size; first += rows) {
    const std::vector<Entry> entries = band_of(units, first);
    for (auto begin = entries.data(), last = begin + entries.size(); begin != last;) {
      const Entry* end = begin;
      while (end != last && end->band == begin->band) ++end;
      join_bucket(units, begin, end, least, forest);
      begin = end;
    }
  }
  std::map<std::uint32_t, Family> by_root;
  for (std::uint32_t n = 0; n < units.size(); ++n) by_root[forest.root(n)].push_back(n);
  std::vector<Family> all;
  for (auto& [root, family] : by_root) {
    if (family.size() < 2) continue;
    const auto best = std::min_element(family.begin(), family.end(), [&](std::size_t a, std::size_t b) {
      return rank_of(units[a]) < rank_of(units[b]);
    });
    std::rotate(family.begin(), best, best + 1);
    all.push_back(std::move(family));
  }
  return all;
}

}  // namespace presscut::dedupe
