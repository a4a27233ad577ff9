#include "parallel/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace presscut::parallel {
namespace {

constexpr std::size_t shares_of_a_thread = 16;  // a turn may take as long as many others

class Loop {
 public:
  Loop(std::size_t count, int threads, const std::function<void(std::size_t)>& turn)
      : count_(count),
        share_(std::max<std::size_t>(1, count / (static_cast<std::size_t>(threads) * shares_of_a_thread))),
        turn_(turn) {}

  // What has been begun is gone through up to its own fault, so that the first of all faults is known.
  void run() {
    for (std::size_t first; !is_over_ && (first = next_.fetch_add(share_)) < count_;) {
      std::size_t n = first;
      try {
        for (; n < std::min(first + share_, count_); ++n) turn_(n);
      } catch (...) {
        fail(n);
      }
    }
  }

  // Before the next turn.
  void stop() { is_over_ = true; }

  void rethrow() const {
    if (fault_) std::rethrow_exception(fault_);
  }

 private:
  void fail(std::size_t n) {
    const std::lock_guard lock(stopping_);
    if (!fault_ || n < faulty_) fault_ = std::current_exception(), faulty_ = n;
    is_over_ = true;
  }

  const std::size_t count_, share_;
  const std::function<void(std::size_t)>& turn_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<bool> is_over_ = false;
  std::mutex stopping_;
  std::exception_ptr fault_;
  std::size_t faulty_ = 0;
};

}  // namespace

struct Turns::State {
  State(std::size_t count, int threads, std::function<void(std::size_t)> each)
      : turn(std::move(each)), loop(count, threads, turn) {}

  const std::function<void(std::size_t)> turn;
  Loop loop;
  std::vector<std::jthread> others;  // joined whatever is thrown
};

Turns::Turns(std::size_t count, int threads, std::function<void(std::size_t)> turn)
    : state_(new State(count, std::max(threads, 1), std::move(turn))) {
  State& state = *state_;
  try {
    for (std::size_t i = 1; i < std::min(count, static_cast<std::size_t>(std::max(threads, 1))); ++i)
      state.others.emplace_back([&state] { state.loop.run(); });
  } catch (const std::system_error&) {
    // Those that there are do it.
  }
}

Turns::~Turns() { state_->loop.stop(); }

void Turns::finish() {
  state_->loop.run();
  state_->others.clear();
  state_->loop.rethrow();
}

void each(std::size_t count, int threads, const std::function<void(std::size_t)>& turn) {
  Turns(count, threads, turn).finish();
}

}  // namespace presscut::parallel
