#include "io/stream.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "io/io.h"

namespace presscut::io {
namespace {

// A string that grows by reserve() at least doubles, so long lines stay linear.
void append(std::string& bytes, std::string_view more) {
  const std::size_t wanted = bytes.size() + more.size() + spare_bytes;
  if (bytes.capacity() < wanted) bytes.reserve(wanted);
  bytes.append(more);
}

}  // namespace

Stream::Stream(Descriptor descriptor, std::string& buffer)
    : source_(std::move(descriptor)), buffer_(buffer) {}

bool Stream::look_further() {
  const std::size_t length = source_.read(buffer_.data() + end_, buffer_.size() - end_);
  end_ += length;
  return length > 0;
}

bool Stream::fill() {
  begin_ = 0;
  end_ = source_.read(buffer_.data(), buffer_.size());
  return end_ > 0;
}

void Stream::begin_taking() {
  packed_ = source_.packed_bytes();
  unpacked_ = 0;
  has_grown_ = false;
}

// More of what is being taken.
bool Stream::refill() {
  has_grown_ = source_.is_packed() && grows_too_much(unpacked_, source_.packed_bytes() - packed_);
  if (has_grown_ || !fill()) return false;
  unpacked_ += end_;
  return true;
}

void Stream::advance(std::size_t length) {
  begin_ += length;
  offset_ += length;
}

bool Stream::take_line(std::string& line, std::size_t most) {
  line.clear();
  begin_taking();
  do {
    const std::string_view bytes = ahead().substr(0, most - line.size());
    const void* const newline = std::memchr(bytes.data(), '\n', bytes.size());
    const std::size_t length = newline ? static_cast<const char*>(newline) - bytes.data() : bytes.size();
    append(line, bytes.substr(0, length));
    advance(length + (newline ? 1 : 0));
    if (newline || line.size() == most) return true;
  } while (refill());
  return !line.empty() && source_.failure().empty();
}

void Stream::take(std::uint64_t length, std::string& bytes) {
  bytes.clear();
  append(bytes, {});
  begin_taking();
  do {
    const std::string_view next = ahead().substr(0, length - bytes.size());
    append(bytes, next);
    advance(next.size());
  } while (bytes.size() < length && refill());
}

std::uint64_t Stream::pass(std::uint64_t length) {
  std::uint64_t passed = 0;
  do {
    const std::size_t next = ahead().substr(0, length - passed).size();
    advance(next);
    passed += next;
  } while (passed < length && fill());
  return passed;
}

void Stream::pass_line() {
  do {
    const std::size_t newline = ahead().find('\n');
    if (newline != std::string_view::npos) return advance(newline + 1);
    advance(ahead().size());
  } while (fill());
}

void Stream::give_back(std::string_view bytes) {
  const std::string kept = std::string(bytes) + std::string(ahead());
  if (kept.size() > buffer_.size()) buffer_.resize(kept.size());
  kept.copy(buffer_.data(), kept.size());
  offset_ -= bytes.size();
  begin_ = 0;
  end_ = kept.size();
}

bool Stream::resume() {
  offset_ += ahead().size();
  begin_ = end_ = 0;
  return source_.resume();
}

}  // namespace presscut::io
