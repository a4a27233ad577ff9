// The unpacked bytes of one open input, through a buffer: by lines, by lengths, or all of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "io/source.h"

namespace presscut::io {

class Stream {
 public:
  /// `buffer` is what the bytes are read through; it may grow.
  Stream(Descriptor descriptor, std::string& buffer);

  /// What is in the buffer and still to come; the first bytes, before anything has been taken.
  std::string_view ahead() const { return std::string_view(buffer_).substr(begin_, end_ - begin_); }

  /// Reads more bytes to stand ahead; false where nothing comes any more.
  bool look_further();

  /// The next line into `line`, without its newline; false at the end. The last line may do without one, but
  /// not where the input breaks off: then it is half a line. What is longer than `most`, or grows too much,
  /// comes in pieces.
  bool take_line(std::string& line, std::size_t most = std::string::npos);

  /// The next `length` bytes into `bytes`, in place of what it held; fewer where the input ends, or where it
  /// grows too much.
  void take(std::uint64_t length, std::string& bytes);

  /// Whether what has just been taken was cut because it grows too much when unpacked (io/unpacker.h).
  bool has_grown() const { return has_grown_; }

  /// Passes over the next `length` bytes; how many there were.
  std::uint64_t pass(std::uint64_t length);

  /// Passes over what is left of a line, and its newline.
  void pass_line();

  /// Gives back what has just been taken: it comes again.
  void give_back(std::string_view bytes);

  /// Behind damaged gzip data, goes on with the next member; false where there is none. What was still to
  /// come of the damaged one is dropped.
  bool resume();

  /// Where the next byte lies in the unpacked input.
  std::uint64_t offset() const { return offset_; }

  const Source& source() const { return source_; }

 private:
  bool fill();
  void begin_taking();
  bool refill();
  void advance(std::size_t length);

  Source source_;
  std::string& buffer_;
  std::size_t begin_ = 0;  // of what is in the buffer and still to come
  std::size_t end_ = 0;
  std::uint64_t offset_ = 0;                 // of begin_ in the unpacked input
  std::uint64_t packed_ = 0, unpacked_ = 0;  // read from the source since taking began, or before
  bool has_grown_ = false;
};

}  // namespace presscut::io
