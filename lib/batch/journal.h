// The journal of a folder: which documents are written, so that a run that was killed can go on.
//
// Lines of JSON: the first says what the run is, each other one is a document whose file is there, whole and
// under its name. Lines are only ever added; half a line at the end is what a kill left, and is cut off.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "batch/stats.h"

namespace presscut::batch {

/// A document that is written.
struct Entry {
  std::string file;
  std::uint64_t bytes = 0;
  std::string sha256;
  std::uint64_t source = 0;  // hash of the record it was made of
  std::string language;
  bool found = false;
  Counts counts;
};

class Journal {
 public:
  /// Opens or makes the journal at `path`, and keeps other runs from it. One that is there begins with the
  /// line for `run`, or was left by another run: std::runtime_error then, and where it is there though not
  /// `resumes`.
  Journal(std::string path, const std::string& run, bool resumes);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  /// Whether no run has begun here before.
  bool is_new() const { return is_new_; }

  /// What the journal had on `file` when it was opened. Any number of threads may ask.
  std::optional<Entry> entry_of(std::string_view file) const;

  /// Notes a document; it is in the journal once commit() has come back.
  void add(std::string_view id, const Entry& entry);
  void commit();

 private:
  void lock() const;
  void read(const std::string& first_line, bool resumes);
  std::string line_at(std::uint64_t offset) const;

  std::string path_, added_;
  int descriptor_ = -1;
  bool is_new_ = false;
  std::unordered_map<std::uint64_t, std::uint64_t> lines_;  // hash of a file's name to its line's offset
};

}  // namespace presscut::batch
