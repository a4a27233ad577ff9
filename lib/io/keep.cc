#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <vector>

#include "io/io.h"
#include "io/source.h"

namespace presscut::io {
namespace {

constexpr std::size_t buffer_size = 128 * 1024;

[[noreturn]] void fail(const char* what) {
  throw std::runtime_error(std::string("standard input: ") + what + ": " + system_message());
}

}  // namespace

void keep_standard_input() {
  struct stat status {};
  if (fstat(STDIN_FILENO, &status) == 0 && S_ISREG(status.st_mode)) return;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> copy(std::tmpfile(), std::fclose);
  if (!copy) fail("cannot be kept for a second reading");
  std::vector<char> buffer(buffer_size);
  for (;;) {
    const ssize_t length = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (length < 0) fail("cannot be read");
    if (length == 0) break;
    const auto size = static_cast<std::size_t>(length);
    if (std::fwrite(buffer.data(), 1, size, copy.get()) != size) fail("cannot be kept for a second reading");
  }
  if (std::fflush(copy.get()) != 0 || dup2(fileno(copy.get()), STDIN_FILENO) < 0)
    fail("cannot be kept for a second reading");
  rewind_standard_input();
}

void rewind_standard_input() {
  if (lseek(STDIN_FILENO, 0, SEEK_SET) < 0) fail("cannot be read again");
}

}  // namespace presscut::io
