#include "groups/consensus.h"

namespace presscut::groups {

Consensus::Consensus(const Terms& terms, const std::vector<Stretch>& stretches,
                     const std::vector<bool>& is_group)
    : terms_(terms), is_group_(is_group) {
  for (const Stretch& stretch : stretches)
    each_place(stretch, [&](int i, std::uint64_t key) {
      if (is_group_[static_cast<std::size_t>(i)]) ++counts_[key].groups;
    });
  if (counts_.empty()) return;
  for (const Stretch& stretch : stretches)
    each_place(stretch, [&](int, std::uint64_t key) {
      if (const auto count = counts_.find(key); count != counts_.end()) ++count->second.all;
    });
}

std::vector<Consensus::Verdict> Consensus::verdicts(const Stretch& stretch) const {
  std::vector<Verdict> result;
  if (counts_.empty()) return result;
  bool any_differs = false;
  each_place(stretch, [&](int i, std::uint64_t key) {
    const auto found = counts_.find(key);
    if (found == counts_.end() || terms_[i].is(Is::place) || terms_[i].is(Is::nation)) return;
    const Count count = found->second;
    const bool is_group = is_group_[static_cast<std::size_t>(i)];
    const int elsewhere = count.groups - is_group;
    const bool is_often = elsewhere > 0 && elsewhere * 2 >= count.all - 1;
    const bool is_seldom = is_group && count.groups * 4 < count.all;
    if (!is_often && !is_seldom) return;
    result.push_back({i, is_often});
    any_differs = any_differs || is_often != is_group;
  });
  if (!any_differs) result.clear();
  return result;
}

bool Consensus::is_core(int i) const {
  return terms_[i].has_capital() && !terms_[i].headline && !terms_[i].is_function();
}

// Calls `visit(term, key)` for each term of each run of capitals in a stretch.
template <typename Visit>
void Consensus::each_place(const Stretch& stretch, Visit visit) const {
  for (int i = stretch.first; i < stretch.second;) {
    int end = i;
    std::uint64_t run = 1;
    for (; end < stretch.second && is_core(end); ++end)
      run = (run ^ terms_[end].hash) * 0x9e3779b97f4a7c15ull;
    for (int at = i; at < end; ++at) visit(at, run + static_cast<std::uint64_t>(at - i));
    i = end > i ? end : i + 1;
  }
}

}  // namespace presscut::groups
