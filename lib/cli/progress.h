// A line on standard error that says how far a long run is; only when that is a terminal.
#pragma once

#include <chrono>
#include <cstdint>

namespace presscut::cli {

class Progress {
 public:
  Progress();
  void show(std::uint64_t documents, std::uint64_t bytes);
  void end();

 private:
  using Clock = std::chrono::steady_clock;
  bool wanted_ = false;
  bool shown_ = false;
  Clock::time_point begin_, last_;
};

}  // namespace presscut::cli
