// The bytes of one open file, gzip and Zstandard undone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "io/unpacker.h"

namespace presscut::io {

/// Bytes that are read from a file at once.
inline constexpr std::size_t buffer_size = 128 * 1024;

/// A file descriptor that closes itself.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }

 private:
  int number_ = -1;
};

/// Opens for reading; "-" is standard input. Where this fails, `failure` says why.
Descriptor open_file(const std::string& path, std::string& failure);

/// The text of `errno`.
std::string system_message();

class Source {
 public:
  explicit Source(Descriptor descriptor);

  /// The next bytes, at most `size`, as many as are there without waiting for more; 0 at the end or after a
  /// failure.
  std::size_t read(char* to, std::size_t size);

  /// Behind damaged packed data, goes on where the next member may begin, and forgets the failure; false
  /// where none does. In a file it looks from the damaged member's second byte on, for its end is not known;
  /// in a pipe, and when too much has been read twice, from where it stands.
  bool resume();

  bool is_packed() const { return unpacker_ != nullptr; }

  /// What went wrong, empty when nothing did.
  const std::string& failure() const { return failure_; }

  /// Bytes of the file used so far, as they lie there.
  std::uint64_t packed_bytes() const { return packed_bytes_ - pending_.size(); }

 private:
  std::size_t read_file(char* to, std::size_t size);
  void look_at_start();
  bool refill();
  std::size_t read_pending(char* to, std::size_t size);
  std::size_t unpack(char* to, std::size_t size);
  bool next_member();
  bool begin_member();
  void step_back();
  bool find_member();

  Descriptor descriptor_;
  bool has_looked_ = false;             // at the first bytes
  std::unique_ptr<Unpacker> unpacker_;  // none where nothing is packed
  std::string buffer_;                  // packed bytes
  std::string_view pending_;            // the part of them that is still to be used
  bool in_member_ = true;
  bool has_more_ = false;  // the unpacker, of bytes that it has been given
  bool ended_ = false;
  std::string failure_;
  std::uint64_t packed_bytes_ = 0;
  std::uint64_t member_start_ = 0;  // where the member at hand begins in the file
  std::uint64_t read_twice_ = 0;
};

}  // namespace presscut::io
