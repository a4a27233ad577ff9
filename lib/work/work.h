// A limit of work for one record, counted in steps and not in time: the same record is refused on every
// machine, under any load.
//
// A step is about one byte that one stage looks at once. Stages say ahead what they are going to cost
// (`spend`); what compares things with each other says so, too. Where no limit stands nothing is refused.
#pragma once

#include <cstdint>
#include <stdexcept>

namespace presscut::work {

/// What `spend` throws where the limit is reached; what() says so in words for people.
struct TooMuch : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// No more than `steps` from here on, on this thread, as long as this lives. What it takes away from a limit
/// around it comes back.
class Limit {
 public:
  explicit Limit(std::uint64_t steps);
  ~Limit();
  Limit(const Limit&) = delete;
  Limit& operator=(const Limit&) = delete;

 private:
  std::uint64_t outer_most_, outer_left_;
};

/// Takes steps off the limit of this thread. Throws TooMuch where they are more than are left.
void spend(std::uint64_t steps);

}  // namespace presscut::work
