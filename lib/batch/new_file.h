// A file that is there whole or not at all.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace presscut::batch {

/// Writes to a temporary name beside `path`; keep() syncs it and renames it to `path`, in place of what may
/// be there. A file that is not kept goes away. What is there and no plain file (a pipe, a device) is written
/// to as it is, an open file of this process (/dev/stderr) behind what it holds. All of it throws
/// std::runtime_error: path and cause.
class NewFile {
 public:
  /// Symbolic links are followed: the file that they lead to is replaced.
  explicit NewFile(const std::string& path);
  /// Whatever stands at `path` is replaced, be it a link.
  NewFile(std::string path, std::string temporary);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  void write(std::string_view bytes);
  void keep();

 private:
  std::string path_, temporary_;
  int descriptor_ = -1;
};

/// The whole of a NewFile at once.
void write_file(const std::string& path, std::string_view bytes);

/// Writes all of `bytes` to an open file; `path` is for the message.
void write_all(int descriptor, const std::string& path, std::string_view bytes);

/// Makes the names in a folder last.
void sync_folder(const std::string& folder);

}  // namespace presscut::batch
