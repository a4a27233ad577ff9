// A folder with one file for each document of a run.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "batch/journal.h"
#include "batch/new_file.h"
#include "batch/shard.h"

namespace presscut::batch {

struct FolderOptions {
  std::string path;
  std::string extension;  // of the files
  std::string header;     // at the beginning of each
  std::string manifest;   // a file with a line for each document; empty: none
  std::string run;        // what the run is: all that decides about the bytes that it writes
  Shard shard;
  bool resumes = false;
};

/// Each file is written under a temporary name, synced and renamed; then its line comes into the journal
/// ".presscut-1-of-1.journal" in the folder, one for each shard. Whenever a run is killed, one that resumes
/// leaves the same files, journal and manifest as one that nothing disturbed. All of it throws
/// std::runtime_error.
class Folder {
 public:
  explicit Folder(FolderOptions options);

  /// What an earlier run noted on the document called `id`, where it made it of the same record and its file
  /// is still there. Any number of threads may ask.
  std::optional<Entry> written(std::string_view id, std::uint64_t source) const;

  /// Writes a document; `entry` has what is known of it, but for its file.
  void write(std::string_view id, std::string_view bytes, Entry entry);

  /// Takes a document over as `written` gave it.
  void take_over(std::string_view id, const Entry& entry);

  /// Makes last what has been written so far.
  void commit();

  /// Puts the manifest of all that was written or taken over into its place.
  void keep_manifest();

 private:
  std::string path_of(const std::string& file) const { return options_.path + '/' + file; }
  std::string own_file(std::string_view ending) const;

  FolderOptions options_;
  std::unique_ptr<Journal> journal_;
  std::unique_ptr<NewFile> manifest_;
  bool changed_ = false;  // since the last commit
};

}  // namespace presscut::batch
