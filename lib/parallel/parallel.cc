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

// Each thread begins with a part of its own, and helps the others when it is through: what one loop has made
// and the next one lets go is mostly the same thread's, which need not wait for another's memory then.
class Loop {
 public:
  Loop(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& turn)
      : parts_(threads),
        share_(std::max<std::size_t>(1, count / (threads * shares_of_a_thread))),
        turn_(turn),
        limit_(count) {
    for (std::size_t part = 0; part < threads; ++part) {
      parts_[part].next = part * count / threads;
      parts_[part].end = (part + 1) * count / threads;
    }
  }

  std::size_t parts() const { return parts_.size(); }

  // Of the thread that has this part.
  void run(std::size_t part) {
    for (std::size_t other = 0; other < parts_.size(); ++other)
      run_through(parts_[(part + other) % parts_.size()]);
  }

  // Before the next turn.
  void stop() { limit_ = 0; }

  void rethrow() const {
    if (fault_) std::rethrow_exception(fault_);
  }

 private:
  struct Part {
    std::atomic<std::size_t> next = 0;
    std::size_t end = 0;
  };

  // Behind a fault nothing is begun; what lies before it is, so that the first of all faults is known.
  void run_through(Part& part) {
    for (std::size_t first; part.next < limit_ && (first = part.next.fetch_add(share_)) < part.end;) {
      std::size_t n = first;
      try {
        for (; n < std::min({first + share_, part.end, limit_.load()}); ++n) turn_(n);
      } catch (...) {
        fail(n);
      }
    }
  }

  void fail(std::size_t n) {
    const std::lock_guard lock(failing_);
    if (n < limit_) fault_ = std::current_exception(), limit_ = n;
  }

  std::vector<Part> parts_;
  const std::size_t share_;
  const std::function<void(std::size_t)>& turn_;
  std::atomic<std::size_t> limit_;  // turns from here on are not taken any more
  std::mutex failing_;
  std::exception_ptr fault_;
};

}  // namespace

struct Turns::State {
  State(std::size_t count, std::size_t threads, std::function<void(std::size_t)> each)
      : turn(std::move(each)), loop(count, threads, turn) {}

  const std::function<void(std::size_t)> turn;
  Loop loop;
  std::vector<std::jthread> others;  // joined whatever is thrown
};

Turns::Turns(std::size_t count, int threads, std::function<void(std::size_t)> turn)
    : state_(new State(count,
                       std::clamp<std::size_t>(count, 1, static_cast<std::size_t>(std::max(threads, 1))),
                       std::move(turn))) {
  State& state = *state_;
  try {
    for (std::size_t part = 1; part < state.loop.parts(); ++part)
      state.others.emplace_back([&state, part] { state.loop.run(part); });
  } catch (const std::system_error&) {
    // Those that there are do it.
  }
}

Turns::~Turns() { state_->loop.stop(); }

void Turns::finish() {
  state_->loop.run(0);
  state_->others.clear();
  state_->loop.rethrow();
}

void each(std::size_t count, int threads, const std::function<void(std::size_t)>& turn) {
  Turns(count, threads, turn).finish();
}

}  // namespace presscut::parallel
