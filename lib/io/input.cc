#include "io/input.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace presscut::io {
namespace {

constexpr std::size_t sniffed = 8192;
constexpr std::string_view order_mark = "\xEF\xBB\xBF";

// A string that grows by reserve() at least doubles, so long lines stay linear.
void append(std::string& bytes, const char* from, std::size_t length) {
  const std::size_t wanted = bytes.size() + length + spare_bytes;
  if (bytes.capacity() < wanted) bytes.reserve(wanted);
  bytes.append(from, length);
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

Input::Input(std::string path, Descriptor descriptor, bool is_file, std::string& buffer)
    : path_(std::move(path)), source_(std::move(descriptor)), is_file_(is_file), buffer_(buffer) {}

// NDJSON shows in its first line, and who writes it to a pipe line by line wants to see each line come out.
std::string_view Input::first_bytes(std::optional<Form> from) {
  const std::size_t wanted = from == Form::ndjson ? order_mark.size() : sniffed;
  const auto bytes = [&] { return std::string_view(buffer_).substr(0, end_); };
  const auto is_clear = [&] { return bytes().ends_with('\n') && sniff(bytes(), {}) == Form::ndjson; };
  while (end_ < wanted && !is_clear()) {
    const std::size_t length = source_.read(buffer_.data() + end_, buffer_.size() - end_);
    if (length == 0) break;
    end_ += length;
  }
  return bytes();
}

void Input::set_form(Form form) {
  form_ = form;
  if (form != Form::ndjson || !std::string_view(buffer_).substr(0, end_).starts_with(order_mark)) return;
  begin_ = offset_ = order_mark.size();
}

bool Input::next(Record& record) { return form_ == Form::ndjson ? next_line(record) : next_page(record); }

std::string Input::where() const {
  const std::uint64_t byte = source_.packed_bytes();
  return byte == 0 ? path_ : path_ + ": byte " + std::to_string(byte);
}

bool Input::fill() {
  begin_ = 0;
  end_ = source_.read(buffer_.data(), buffer_.size());
  return end_ > 0;
}

// An empty file is an empty page. An empty pipe is none: nothing came through it.
bool Input::next_page(Record& record) {
  if (number_ > 0) return false;
  record.bytes.clear();
  do append(record.bytes, buffer_.data() + begin_, end_ - begin_);
  while (fill());
  if (!failure().empty() || (record.bytes.empty() && !is_file_)) return false;
  ++number_;
  describe(record, 0);
  return true;
}

bool Input::next_line(Record& record) {
  std::uint64_t start = 0;
  do {
    start = offset_;
    if (!read_line(record.bytes)) return false;
  } while (is_blank(record.bytes));
  if (record.bytes.ends_with('\r')) record.bytes.pop_back();
  ++number_;
  describe(record, start);
  return true;
}

// The last line may do without a newline, but not where the input breaks off: then it is half a line.
bool Input::read_line(std::string& line) {
  line.clear();
  do {
    const char* const from = buffer_.data() + begin_;
    const void* const newline = std::memchr(from, '\n', end_ - begin_);
    const std::size_t length = newline ? static_cast<const char*>(newline) - from : end_ - begin_;
    append(line, from, length);
    const std::size_t used = length + (newline ? 1 : 0);
    begin_ += used;
    offset_ += used;
    if (newline) return true;
  } while (fill());
  return !line.empty() && failure().empty();
}

void Input::describe(Record& record, std::uint64_t offset) const {
  record.form = form_;
  record.number = number_;
  record.origin.path = path_;
  record.origin.form = name(form_);
  record.origin.offset = offset;
  record.origin.length = record.bytes.size();
}

}  // namespace presscut::io
