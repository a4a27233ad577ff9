#include "batch/new_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "batch/shard.h"

namespace presscut::batch {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& path) {
  throw std::runtime_error(path + ": " + std::generic_category().message(errno));
}

// A name that fits however long that of `path` is.
std::string name_beside(const std::string& path) {
  return fmt::format("{}.presscut-{:016x}.tmp", path.substr(0, path.rfind('/') + 1), hash_of(path));
}

// An open file of this process, which /dev/stdout and its like lead to.
bool is_open_file(const std::string& path) { return path.starts_with("/proc/"); }

// What `path` leads to, link by link; an open file stays one, whatever file it is.
std::string target_of(std::string path) {
  constexpr int most_links = 40;  // as the system has it
  std::error_code failed;
  for (int i = 0; i < most_links && !is_open_file(path) && fs::is_symlink(fs::symlink_status(path, failed));
       ++i)
    path = (fs::path(path).parent_path() / fs::read_symlink(path, failed)).string();
  return path;
}

bool is_replaced(const std::string& path) {
  if (is_open_file(path)) return false;
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  return !fs::exists(status) || fs::is_regular_file(status);
}

}  // namespace

void write_all(int descriptor, const std::string& path, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written >= 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR) fail(path);
  }
}

void sync_folder(const std::string& folder) {
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) fail(folder);
  const bool synced = fsync(descriptor) == 0 || errno == EINVAL;  // some file systems need none
  close(descriptor);
  if (!synced) fail(folder);
}

NewFile::NewFile(const std::string& path) : NewFile(target_of(path), name_beside(target_of(path))) {}

NewFile::NewFile(std::string path, std::string temporary)
    : path_(std::move(path)), temporary_(is_replaced(path_) ? std::move(temporary) : std::string()) {
  const std::string& name = temporary_.empty() ? path_ : temporary_;
  const int from_where = is_open_file(name) ? O_APPEND : O_CREAT | O_TRUNC;
  descriptor_ = open(name.c_str(), O_WRONLY | O_CLOEXEC | from_where, 0666);
  if (descriptor_ < 0) fail(path_);
}

NewFile::~NewFile() {
  if (descriptor_ < 0) return;
  close(descriptor_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
}

void NewFile::write(std::string_view bytes) { write_all(descriptor_, path_, bytes); }

void NewFile::keep() {
  if (temporary_.empty()) {
    if (close(std::exchange(descriptor_, -1)) != 0) fail(path_);
    return;
  }
  if (fsync(descriptor_) != 0) fail(path_);
  if (close(descriptor_) != 0 || rename(temporary_.c_str(), path_.c_str()) != 0) {
    descriptor_ = -1;
    const int cause = errno;
    unlink(temporary_.c_str());
    errno = cause;
    fail(path_);
  }
  descriptor_ = -1;
}

void write_file(const std::string& path, std::string_view bytes) {
  NewFile file(path);
  file.write(bytes);
  file.keep();
}

}  // namespace presscut::batch
