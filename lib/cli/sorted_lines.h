// A set of lines that may be larger than memory.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "io/io.h"

namespace presscut::cli {

/// Lines in the order of their bytes, each once. What grows beyond `most_bytes` is written, sorted, to a
/// temporary file, and merged when it is read: memory is bounded by `most_bytes`, the longest
/// line and some buffers. Throws std::runtime_error where that file cannot be written or read.
class SortedLines {
 public:
  static constexpr std::size_t default_most_bytes = 8 << 20;

  explicit SortedLines(std::size_t most_bytes = default_most_bytes) : most_bytes_(most_bytes) {}

  /// `line` ends with its line end and has no other.
  void add(std::string line);

  /// To be called behind the last line: where some were written to the file, the others are, too, and leave
  /// memory to whoever reads them.
  void settle();

  bool empty() const { return lines_.empty() && runs_.empty(); }

  /// Gives `visit` every line, until it returns false.
  using Visit = std::function<bool(const std::string& line)>;
  void each(const Visit& visit) const;

 private:
  struct Run {  // bytes of the file: lines, sorted
    std::int64_t from = 0, to = 0;
  };
  class Reader;

  void spill();
  void join_runs();

  std::size_t most_bytes_, bytes_ = 0;
  std::set<std::string> lines_;
  io::File file_{nullptr, std::fclose};
  std::vector<Run> runs_;
};

}  // namespace presscut::cli
