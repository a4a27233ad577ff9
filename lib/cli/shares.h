// Sums that several threads add to: each thread takes one for itself while it adds, so that none waits.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace presscut::cli {

template <typename Sum>
class Shares {
 public:
  explicit Shares(std::function<std::unique_ptr<Sum>()> make) : make_(std::move(make)) {}

  /// Calls `add` on a sum that no other thread has. Where it throws, the sum stays as `add` left it.
  template <typename Add>
  void use(Add add) {
    std::unique_ptr<Sum> sum = take();
    try {
      add(*sum);
    } catch (...) {
      give_back(std::move(sum));
      throw;
    }
    give_back(std::move(sum));
  }

  /// All of them, once no thread is at work.
  const std::vector<std::unique_ptr<Sum>>& all() const { return idle_; }

 private:
  std::unique_ptr<Sum> take() {
    const std::lock_guard lock(taking_);
    if (idle_.empty()) return make_();
    std::unique_ptr<Sum> sum = std::move(idle_.back());
    idle_.pop_back();
    return sum;
  }

  void give_back(std::unique_ptr<Sum> sum) {
    const std::lock_guard lock(taking_);
    idle_.push_back(std::move(sum));
  }

  std::function<std::unique_ptr<Sum>()> make_;
  std::mutex taking_;
  std::vector<std::unique_ptr<Sum>> idle_;
};

}  // namespace presscut::cli
