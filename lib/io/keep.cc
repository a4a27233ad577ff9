#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

#include "io/io.h"
#include "io/source.h"

namespace presscut::io {
namespace {

[[noreturn]] void fail(const std::string& what) {
  throw std::runtime_error("standard input: " + what + ": " + system_message());
}

[[noreturn]] void fail_to_keep() { fail("cannot be kept for a second reading in " + temporary_folder()); }

}  // namespace

void keep_standard_input() {
  struct stat status {};
  if (fstat(STDIN_FILENO, &status) == 0 && S_ISREG(status.st_mode)) return;
  const File copy = temporary_file();
  std::vector<char> buffer(buffer_size);
  for (;;) {
    const ssize_t length = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (length < 0) fail("cannot be read");
    if (length == 0) break;
    const auto size = static_cast<std::size_t>(length);
    if (std::fwrite(buffer.data(), 1, size, copy.get()) != size) fail_to_keep();
  }
  if (std::fflush(copy.get()) != 0 || dup2(fileno(copy.get()), STDIN_FILENO) < 0) fail_to_keep();
  rewind_standard_input();
}

void rewind_standard_input() {
  if (lseek(STDIN_FILENO, 0, SEEK_SET) < 0) fail("cannot be read again");
}

}  // namespace presscut::io
