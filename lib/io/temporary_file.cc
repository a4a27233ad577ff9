#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

#include "io/io.h"
#include "io/source.h"

namespace presscut::io {

std::string temporary_folder() {
  const char* folder = std::getenv("TMPDIR");
  return folder && *folder ? folder : "/tmp";
}

File temporary_file() {
  std::string path = temporary_folder() + "/presscut-XXXXXX";
  const int number = mkostemp(path.data(), O_CLOEXEC);
  if (number >= 0) unlink(path.c_str());
  File file(number < 0 ? nullptr : fdopen(number, "w+"), std::fclose);
  if (!file)
    throw std::runtime_error(temporary_folder() + ": a temporary file cannot be made: " + system_message());
  return file;
}

void fail_temporary_file(std::string_view what) {
  throw std::runtime_error("temporary file in " + temporary_folder() + ": " + std::string(what));
}

}  // namespace presscut::io
