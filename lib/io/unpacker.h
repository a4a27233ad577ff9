// Packed bytes to what they were: gzip (RFC 1952), zlib (RFC 1950), deflate (RFC 1951), Zstandard (RFC 8878).
//
// Knows one member (or frame) at a time; what stands between members, and where the next one begins behind
// damage, is for the caller to know. Zstandard is there where presscut was built with its library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace presscut::io {

enum class Packing : std::uint8_t { gzip, zlib, deflate, zstd };

/// How many times its packed size a page may grow to beyond the first 16 MiB; deflate itself could reach
/// 1032, Zstandard far more.
inline constexpr std::size_t free_growth = 16 * 1024 * 1024;
inline constexpr std::size_t most_growth = 200;

constexpr bool grows_too_much(std::size_t unpacked, std::size_t packed) {
  return unpacked > free_growth && unpacked / most_growth >= packed;
}

/// What is said where it does.
std::string grown_too_much();

/// What is said of a record that is longer than it may be, as it is or unpacked.
std::string longer_than(std::uint64_t most_bytes);

class Unpacker {
 public:
  virtual ~Unpacker() = default;

  /// "gzip", for messages.
  virtual std::string_view name() const = 0;

  /// The bytes that a member begins with.
  virtual std::string_view magic() const = 0;

  struct Step {
    std::size_t used = 0, made = 0;
    bool ended = false;   // the member
    std::string failure;  // empty: none
  };
  /// Unpacks what it can of `packed` into [to, to + size). Where that is filled there may be more to come
  /// without more packed bytes.
  virtual Step unpack(std::string_view packed, char* to, std::size_t size) = 0;

  /// Makes ready for another member.
  virtual void restart() = 0;
};

/// None where the packing is not known to this build. Throws std::bad_alloc.
std::unique_ptr<Unpacker> unpacker_of(Packing packing);

/// How a file is packed, told by its first bytes, of which four are enough; nothing where it is not.
std::optional<Packing> packing_of(std::string_view first_bytes);

/// Whether more bytes behind these could still tell that a file is packed.
bool may_be_packed(std::string_view first_bytes);

std::unique_ptr<Unpacker> zstd_unpacker();

}  // namespace presscut::io
