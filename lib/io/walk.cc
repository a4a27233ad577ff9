#include "io/walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <functional>

#include "io/source.h"

namespace presscut::io {

Walk::Walk(const std::string& directory, const std::string& unlisted, const Report& report,
           std::uint64_t& passed_over)
    : report_(report), passed_over_(passed_over) {
  struct stat status {};
  if (!unlisted.empty() && stat(unlisted.c_str(), &status) == 0) seen_.emplace(status.st_dev, status.st_ino);
  enter(directory);
}

bool Walk::next(std::string& path) {
  while (!levels_.empty()) {
    Level& level = levels_.back();
    if (level.names.empty()) {
      levels_.pop_back();
      continue;
    }
    path = level.prefix + level.names.back();
    level.names.pop_back();
    if (!path.ends_with('/')) return true;
    enter(path);
  }
  return false;
}

void Walk::enter(const std::string& directory) {
  const int descriptor = open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  struct stat status {};
  if (descriptor < 0 || fstat(descriptor, &status) != 0) {
    report_(directory, system_message());
    if (descriptor >= 0) close(descriptor);
    return;
  }
  Level level{directory.ends_with('/') ? directory : directory + "/", {}};
  if (seen_.emplace(status.st_dev, status.st_ino).second) list(descriptor, level);
  else close(descriptor);
  levels_.push_back(std::move(level));
}

// A directory counts as if its name ended in a slash: so all paths come in the order of their bytes.
void Walk::list(int descriptor, Level& level) {
  DIR* const directory = fdopendir(descriptor);
  errno = directory ? 0 : errno;
  while (const dirent* const entry = directory ? readdir(directory) : nullptr) {
    const std::string name = entry->d_name;
    if (name != "." && name != "..") add(descriptor, name, level);
    errno = 0;
  }
  if (errno != 0) report_(level.prefix, system_message());
  if (directory) closedir(directory);
  std::sort(level.names.begin(), level.names.end(), std::greater<>());
}

void Walk::add(int descriptor, const std::string& name, Level& level) {
  struct stat status {};
  if (fstatat(descriptor, name.c_str(), &status, 0) != 0) {
    report_(level.prefix + name, system_message());
  } else if (S_ISDIR(status.st_mode)) {
    level.names.push_back(name + "/");
  } else if (S_ISREG(status.st_mode)) {
    level.names.push_back(name);
  } else {
    ++passed_over_;
  }
}

}  // namespace presscut::io
