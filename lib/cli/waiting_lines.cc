#include "cli/waiting_lines.h"

#include <cstdio>

namespace presscut::cli {

void WaitingLines::add(std::string_view lines) {
  bytes_ += lines;
  if (bytes_.size() > most_bytes_) spill();
}

void WaitingLines::spill() {
  if (!file_) file_ = io::temporary_file();
  if (std::fwrite(bytes_.data(), 1, bytes_.size(), file_.get()) != bytes_.size())
    io::fail_temporary_file("cannot be written");
  written_.push_back(bytes_.size());
  bytes_.clear();
}

void WaitingLines::each(const std::function<void(std::string_view lines)>& visit) const {
  std::string lines;
  if (file_ && (std::fflush(file_.get()) != 0 || std::fseek(file_.get(), 0, SEEK_SET) != 0))
    io::fail_temporary_file("cannot be written");
  for (const std::size_t size : written_) {
    lines.resize(size);
    if (std::fread(lines.data(), 1, size, file_.get()) != size) io::fail_temporary_file("cannot be read");
    visit(lines);
  }
  if (!bytes_.empty()) visit(bytes_);
}

}  // namespace presscut::cli
