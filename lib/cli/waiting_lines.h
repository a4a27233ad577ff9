// Lines of one record that wait for its turn.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "io/io.h"

namespace presscut::cli {

/// Lines in the order in which they came. What grows beyond `most_bytes` waits in a temporary file: a record
/// may make many times its own bytes. Throws std::runtime_error where that file cannot be written or read.
class WaitingLines {
 public:
  static constexpr std::size_t default_most_bytes = 2 << 20;

  explicit WaitingLines(std::size_t most_bytes = default_most_bytes) : most_bytes_(most_bytes) {}

  /// Whole lines, with their line ends.
  void add(std::string_view lines);

  bool empty() const { return bytes_.empty() && written_.empty(); }

  /// Gives `visit` all of them, many at a time.
  void each(const std::function<void(std::string_view lines)>& visit) const;

 private:
  void spill();

  std::size_t most_bytes_;
  std::string bytes_;
  io::File file_{nullptr, std::fclose};
  std::vector<std::size_t> written_;  // how many bytes, each time
};

}  // namespace presscut::cli
