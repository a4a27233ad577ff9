#include "io/source.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace presscut::io {
Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() {
  if (number_ > STDIN_FILENO) close(number_);
}

std::string system_message() { return std::generic_category().message(errno); }

Descriptor open_file(const std::string& path, std::string& failure) {
  if (path == "-") return Descriptor(STDIN_FILENO);
  int number = -1;
  do number = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  while (number < 0 && errno == EINTR);
  if (number < 0) failure = system_message();
  return Descriptor(number);
}

Source::Source(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}

std::size_t Source::read(char* to, std::size_t size) {
  if (!has_looked_) look_at_start();
  if (!failure_.empty() || size == 0) return 0;
  if (unpacker_) return unpack(to, size);
  return pending_.empty() ? read_file(to, size) : read_pending(to, size);
}

std::size_t Source::read_file(char* to, std::size_t size) {
  if (ended_) return 0;  // a terminal would ask for a second end of file
  ssize_t length = -1;
  do length = ::read(descriptor_.number(), to, size);
  while (length < 0 && errno == EINTR);
  if (length < 0) failure_ = system_message();
  ended_ = length <= 0;
  packed_bytes_ += static_cast<std::size_t>(std::max<ssize_t>(length, 0));
  return static_cast<std::size_t>(std::max<ssize_t>(length, 0));
}

// A pipe may hand out its first bytes one by one.
void Source::look_at_start() {
  has_looked_ = true;
  buffer_.resize(buffer_size);
  std::size_t size = 0;
  while (may_be_packed(std::string_view(buffer_).substr(0, size))) {
    const std::size_t length = read_file(buffer_.data() + size, buffer_.size() - size);
    if (length == 0) break;
    size += length;
  }
  pending_ = std::string_view(buffer_).substr(0, size);
  if (const auto packing = packing_of(pending_)) unpacker_ = unpacker_of(*packing);
}

std::size_t Source::read_pending(char* to, std::size_t size) {
  const std::size_t length = pending_.copy(to, size);
  pending_.remove_prefix(length);
  return length;
}

bool Source::refill() {
  if (!pending_.empty()) return true;
  pending_ = std::string_view(buffer_).substr(0, read_file(buffer_.data(), buffer_.size()));
  return !pending_.empty();
}

std::size_t Source::unpack(char* to, std::size_t size) {
  std::size_t made = 0;
  while (made == 0 && (in_member_ || next_member())) {
    if (!has_more_ && !refill()) {
      if (failure_.empty()) failure_ = "the " + std::string(unpacker_->name()) + " data break off";
      break;
    }
    const Unpacker::Step step = unpacker_->unpack(pending_, to, size);
    pending_.remove_prefix(step.used);
    made = step.made;
    in_member_ = !step.ended;
    has_more_ = made == size && in_member_;
    if (step.failure.empty()) continue;
    failure_ = "damaged " + std::string(unpacker_->name()) + " data: " + step.failure;
    break;
  }
  return made;
}

// Packed files are concatenated as they are, and padded with zeros on tapes and by download managers.
bool Source::next_member() {
  while (refill()) {
    pending_.remove_prefix(std::min(pending_.find_first_not_of('\0'), pending_.size()));
    if (!pending_.empty()) return begin_member();
  }
  return false;
}

bool Source::begin_member() {
  member_start_ = packed_bytes();
  unpacker_->restart();
  has_more_ = false;
  return in_member_ = true;
}

bool Source::resume() {
  if (!unpacker_ || failure_.empty()) return false;
  step_back();
  return find_member();
}

// What a damaged member unpacked to may have run into the next one. Each byte of a file is read twice on the
// average at most, so that a file made to mislead is still read in linear time.
void Source::step_back() {
  const std::uint64_t here = packed_bytes(), behind_start = member_start_ + 1;
  if (here <= behind_start || read_twice_ > here) return;
  if (lseek(descriptor_.number(), static_cast<off_t>(behind_start), SEEK_SET) < 0) return;
  read_twice_ += here - behind_start;
  packed_bytes_ = behind_start;
  pending_ = {};
  ended_ = false;
}

bool Source::find_member() {
  const std::string_view magic = unpacker_->magic();
  while (refill()) {
    const std::size_t at = pending_.find(magic);
    if (at != std::string_view::npos) {
      pending_.remove_prefix(at);
      failure_.clear();
      return begin_member();
    }
    // The end of what is there may be the start of a member.
    const std::size_t kept = std::min(pending_.size(), magic.size() - 1);
    std::memmove(buffer_.data(), pending_.data() + pending_.size() - kept, kept);
    const std::size_t more = read_file(buffer_.data() + kept, buffer_.size() - kept);
    pending_ = more > 0 ? std::string_view(buffer_).substr(0, kept + more) : std::string_view();
  }
  return false;
}

}  // namespace presscut::io
