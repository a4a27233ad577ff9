#include "clean/appeals.h"

#include <algorithm>

namespace presscut::clean {
namespace {

constexpr std::size_t least_asking = 3;
constexpr std::size_t furthest_apart = 3;

bool asks(const Stats& stats) { return stats.reasons & (bit(Reason::promotion) | bit(Reason::subscribe)); }

// "— Anna Maar, Publisher": the appeal is signed.
bool is_signature(const Stats& stats) {
  return stats.words <= 12 && static_cast<unsigned char>(stats.first) == 0xE2;
}

}  // namespace

Appeals find_appeals(const Features& features) {
  Appeals appeals{std::vector<bool>(features.size(), false), false};
  std::uint32_t inside = 0, asking_prose = 0;
  for (std::size_t i = 0; i < features.size(); ++i)
    if (asks(features.stats(i))) asking_prose += features.prose_before(i + 1) - features.prose_before(i);
  for (std::size_t begin = 0; begin < features.size(); ++begin) {
    if (!asks(features.stats(begin))) continue;
    std::size_t asking = 1;
    std::size_t last = begin;
    for (std::size_t i = begin + 1; i < features.size() && i - last <= furthest_apart; ++i)
      if (asks(features.stats(i))) last = i, ++asking;
    if (last + 1 < features.size() && is_signature(features.stats(last + 1))) ++last;
    if (asking >= least_asking) {
      for (std::size_t i = begin; i <= last; ++i) appeals.in_run[i] = true;
      inside += features.prose_before(last + 1) - features.prose_before(begin);
    }
    begin = last;
  }
  appeals.is_page = features.prose() > 0 && std::max(inside, asking_prose) * 2 >= features.prose();
  if (appeals.is_page) appeals.in_run.assign(features.size(), false);
  return appeals;
}

}  // namespace presscut::clean
