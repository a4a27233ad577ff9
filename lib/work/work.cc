#include "work/work.h"

#include <limits>
#include <string>

namespace presscut::work {
namespace {

constexpr std::uint64_t no_limit = std::numeric_limits<std::uint64_t>::max();

thread_local std::uint64_t most = no_limit, left = no_limit;

}  // namespace

Limit::Limit(std::uint64_t steps) : outer_most_(most), outer_left_(left) { most = left = steps; }

Limit::~Limit() {
  most = outer_most_;
  left = outer_left_;
}

void spend(std::uint64_t steps) {
  if (most == no_limit) return;
  if (steps > left) throw TooMuch("takes more than " + std::to_string(most) + " steps of work (--max-work)");
  left -= steps;
}

}  // namespace presscut::work
