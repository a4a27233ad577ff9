#include <algorithm>
#include <utility>

#include "groups/mentions.h"

namespace presscut::groups {

bool Placed::is_free(int begin, int end) const {
  if (begin < 0 || begin >= end || end > static_cast<int>(owner_.size())) return false;
  return std::all_of(owner_.begin() + begin, owner_.begin() + end, [](int owner) { return owner < 0; });
}

bool Placed::add(Candidate candidate) {
  if (!is_free(candidate.begin, candidate.end)) return false;
  std::fill(owner_.begin() + candidate.begin, owner_.begin() + candidate.end,
            static_cast<int>(candidates_.size()));
  candidates_.push_back(std::move(candidate));
  return true;
}

const Candidate* Placed::at(int i) const {
  if (i < 0 || i >= static_cast<int>(owner_.size())) return nullptr;
  const int owner = owner_[static_cast<std::size_t>(i)];
  return owner < 0 ? nullptr : &candidates_[static_cast<std::size_t>(owner)];
}

std::vector<Candidate> Placed::sorted() const& {
  Placed copy(0);
  copy.candidates_ = candidates_;
  return std::move(copy).sorted();
}

std::vector<Candidate> Placed::sorted() && {
  owner_ = {};
  std::sort(candidates_.begin(), candidates_.end(),
            [](const Candidate& a, const Candidate& b) { return a.begin < b.begin; });
  return std::move(candidates_);
}

std::vector<Candidate> with_parts(const Terms& terms, std::vector<Candidate> names) {
  if (std::none_of(names.begin(), names.end(), is_part_of_school)) return names;
  std::vector<Candidate> result;
  for (Candidate& name : names) {
    const Candidate& whole = result.emplace_back(std::move(name));
    if (!is_part_of_school(whole)) continue;
    int at = whole.begin;
    while (!terms.is(at, "at")) ++at;
    Candidate part = whole, school = whole;
    part.end = at;
    school.begin = terms.is(at + 1, "the") ? at + 2 : at + 1;
    school.kind = kind_called("education");
    result.push_back(std::move(part));
    result.push_back(std::move(school));
  }
  return result;
}

}  // namespace presscut::groups
