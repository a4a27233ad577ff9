// The files below a directory, in the order of their paths' bytes.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "io/io.h"

namespace presscut::io {

class Walk {
 public:
  /// `report` gets what cannot be listed; `report` and `passed_over` (which counts sockets, devices and the
  /// like) must outlive the walk. Symbolic links are followed, and each directory is listed once, so that
  /// loops end.
  /// The directory `unlisted` (empty: none) is passed over, so that a run does not read what it writes.
  Walk(const std::string& directory, const std::string& unlisted, const Report& report,
       std::uint64_t& passed_over);

  /// The next file into `path`; false behind the last one.
  bool next(std::string& path);

 private:
  struct Level {
    std::string prefix;              // path of the directory, with its slash
    std::vector<std::string> names;  // those of directories end in a slash; sorted, the next one last
  };

  void enter(const std::string& directory);
  void list(int descriptor, Level& level);
  void add(int descriptor, const std::string& name, Level& level);

  const Report& report_;
  std::uint64_t& passed_over_;
  std::vector<Level> levels_;
  std::set<std::pair<dev_t, ino_t>> seen_;
};

}  // namespace presscut::io
