#include <sys/stat.h>

#include "io/io.h"
#include "io/walk.h"

namespace presscut::io {
namespace {

constexpr std::uint64_t most_files = 100'000;

// Adds the sizes of files, and of those in directories.
class Sum {
 public:
  explicit Sum(const std::string& unlisted) : unlisted_(unlisted) {}

  // False where the size of `path` is not known.
  bool add(const std::string& path) {
    struct stat status {};
    if (path == "-" ? fstat(0, &status) != 0 : stat(path.c_str(), &status) != 0) return path != "-";
    if (S_ISDIR(status.st_mode)) return add_directory(path);
    bytes_ += static_cast<std::uint64_t>(status.st_size);
    return S_ISREG(status.st_mode) && ++files_ <= most_files;
  }

  std::uint64_t bytes() const { return bytes_; }

 private:
  bool add_directory(const std::string& directory) {
    std::uint64_t passed_over = 0;
    const Report unheard = [](std::string_view, std::string_view) {};
    Walk walk(directory, unlisted_, unheard, passed_over);
    for (std::string path; walk.next(path);)
      if (!add(path)) return false;
    return true;
  }

  const std::string& unlisted_;
  std::uint64_t bytes_ = 0, files_ = 0;
};

}  // namespace

std::optional<std::uint64_t> bytes_in(const Inputs& inputs) {
  Sum sum(inputs.written_to);
  if (inputs.paths.empty() && !sum.add("-")) return std::nullopt;
  for (const std::string& path : inputs.paths)
    if (!sum.add(path)) return std::nullopt;
  return sum.bytes();
}

}  // namespace presscut::io
