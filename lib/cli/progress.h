// A line on standard error that says how far a long run is; only when that is a terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

namespace presscut::cli {

class Progress {
 public:
  /// `total` says how many bytes there are in all, where that is known; it is asked once the run is long.
  using Total = std::function<std::optional<std::uint64_t>()>;
  explicit Progress(Total total);
  void show(std::uint64_t documents, std::uint64_t bytes);
  void end();

 private:
  using Clock = std::chrono::steady_clock;
  Total ask_total_;
  std::optional<std::uint64_t> total_;
  bool wanted_ = false;
  bool shown_ = false;
  Clock::time_point begin_, last_;
};

}  // namespace presscut::cli
