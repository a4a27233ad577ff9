// Preloaded into a tool: one call of the system fails, as a disk that is full or broken makes it fail.
//
//   FAIL_CALL=rename FAIL_AT=2 FAIL_WITH=28 FAIL_UNDER=/out FAIL_MARK=hit LD_PRELOAD=./libfailing.so
//   presscut-clean …
//
// The second rename of something whose path has "/out" in it fails with ENOSPC, and a file called "hit" is
// made. From FAIL_AT on every such call fails where FAIL_ON is set: a disk that is full stays full.
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

std::atomic<int> calls = 0;

template <typename Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

std::string path_of(int descriptor) {
  char path[4096];
  const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
  const ssize_t length = readlink(link.c_str(), path, sizeof path);
  return length > 0 ? std::string(path, static_cast<std::size_t>(length)) : std::string();
}

bool fails(const char* call, const std::string& path) {
  const char* const wanted = std::getenv("FAIL_CALL");
  if (!wanted || std::strcmp(wanted, call) != 0 || path.find(std::getenv("FAIL_UNDER")) == path.npos)
    return false;
  const int number = ++calls, at = std::atoi(std::getenv("FAIL_AT"));
  if (number < at || (number > at && !std::getenv("FAIL_ON"))) return false;
  real<int (*)(int)>("close")(
      real<int (*)(const char*, int, ...)>("open")(std::getenv("FAIL_MARK"), O_CREAT | O_WRONLY, 0600));
  errno = std::atoi(std::getenv("FAIL_WITH"));
  return true;
}

int open_as(const char* name, const char* path, int flags, mode_t mode) {
  if ((flags & O_ACCMODE) != O_RDONLY && fails("open", path)) return -1;
  if ((flags & O_ACCMODE) == O_RDONLY && fails("open for reading", path)) return -1;
  return real<int (*)(const char*, int, ...)>(name)(path, flags, mode);
}

mode_t mode_in(int flags, std::va_list arguments) { return flags & O_CREAT ? va_arg(arguments, mode_t) : 0; }

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  std::va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_in(flags, arguments);
  va_end(arguments);
  return open_as("open", path, flags, mode);
}

int open64(const char* path, int flags, ...) {
  std::va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_in(flags, arguments);
  va_end(arguments);
  return open_as("open64", path, flags, mode);
}

ssize_t read(int descriptor, void* to, size_t size) {
  if (fails("read", path_of(descriptor))) return -1;
  return real<ssize_t (*)(int, void*, size_t)>("read")(descriptor, to, size);
}

ssize_t write(int descriptor, const void* from, size_t size) {
  if (fails("write", path_of(descriptor))) return -1;
  return real<ssize_t (*)(int, const void*, size_t)>("write")(descriptor, from, size);
}

int fsync(int descriptor) {
  if (fails("fsync", path_of(descriptor))) return -1;
  return real<int (*)(int)>("fsync")(descriptor);
}

int fdatasync(int descriptor) {
  if (fails("fdatasync", path_of(descriptor))) return -1;
  return real<int (*)(int)>("fdatasync")(descriptor);
}

int ftruncate(int descriptor, off_t size) {
  if (fails("ftruncate", path_of(descriptor))) return -1;
  return real<int (*)(int, off_t)>("ftruncate")(descriptor, size);
}

// As Linux has it: the descriptor is closed, even so.
int close(int descriptor) {
  const bool failing = fails("close", path_of(descriptor));
  const int cause = errno, status = real<int (*)(int)>("close")(descriptor);
  if (failing) errno = cause;
  return failing ? -1 : status;
}

int rename(const char* from, const char* to) {
  if (fails("rename", to)) return -1;
  return real<int (*)(const char*, const char*)>("rename")(from, to);
}

int mkdir(const char* path, mode_t mode) {
  if (fails("mkdir", path)) return -1;
  return real<int (*)(const char*, mode_t)>("mkdir")(path, mode);
}
}
