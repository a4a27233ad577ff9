#include "io/input.h"

#include <fmt/format.h>

#include <utility>

#include "text/byte_order_mark.h"
#include "text/spell.h"

namespace presscut::io {
namespace {

constexpr std::size_t sniffed = 8192;

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

Input::Input(std::string path, Descriptor descriptor, bool is_file, std::string& buffer,
             std::uint64_t most_bytes, const Report& report)
    : path_(text::spell_invalid(path)),
      stream_(std::move(descriptor), buffer),
      most_bytes_(most_bytes),
      report_(report),
      is_file_(is_file) {}

// NDJSON shows in its first line, and who writes it to a pipe line by line wants to see each line come out.
std::string_view Input::first_bytes(std::optional<Form> from) {
  const std::size_t wanted = from == Form::ndjson ? text::byte_order_mark.size() : sniffed;
  const auto is_clear = [&] {
    return stream_.ahead().ends_with('\n') && sniff(stream_.ahead(), {}) == Form::ndjson;
  };
  while (stream_.ahead().size() < wanted && !is_clear())
    if (!stream_.look_further()) break;
  return stream_.ahead();
}

void Input::set_form(Form form, bool keyed) {
  form_ = form;
  keyed_ = keyed && form == Form::ndjson;
  if (form == Form::warc)
    archive_.emplace(stream_, most_bytes_, [this](std::uint64_t offset, std::string_view what) {
      report_(path_ + ": record at byte " + std::to_string(offset), what);
    });
  if (form == Form::ndjson && stream_.ahead().starts_with(text::byte_order_mark))
    stream_.pass(text::byte_order_mark.size());
}

bool Input::next(Record& record) {
  if (!archive_) return form_ == Form::ndjson ? next_line(record) : next_page(record);
  if (!archive_->next(record)) return false;
  record.origin.path = path_;
  return true;
}

std::string Input::where() const {
  const std::uint64_t byte = packed_bytes();
  return byte == 0 ? path_ : path_ + ": byte " + std::to_string(byte);
}

// An empty file is an empty page. An empty pipe is none: nothing came through it.
bool Input::next_page(Record& record) {
  if (number_ > 0) return false;
  stream_.take(most_bytes_ + 1, record.bytes);
  if (!failure().empty() || (record.bytes.empty() && !is_file_)) return false;
  ++number_;
  if (is_too_long(record)) return report_long(path_), false;
  describe(record, 0);
  return true;
}

bool Input::next_line(Record& record) {
  std::uint64_t start = 0;
  do {
    start = stream_.offset();
    if (!take_line(record, start)) return false;
  } while (is_blank(record.bytes));
  if (record.bytes.ends_with('\r')) record.bytes.pop_back();
  ++number_;
  const std::size_t before = keyed_ ? take_key(record) : 0;
  describe(record, start + before);
  return true;
}

// Moves the key of a line out of its bytes, with its tab; how long both are.
std::size_t Input::take_key(Record& record) {
  const std::size_t tab = record.bytes.find('\t');
  record.key.reset();
  if (tab == std::string::npos) return 0;
  record.key = record.bytes.substr(0, tab);
  record.bytes.erase(0, tab + 1);
  return tab + 1;
}

// The next line that is not too long; `start` becomes where it begins.
bool Input::take_line(Record& record, std::uint64_t& start) {
  while (stream_.take_line(record.bytes, most_bytes_ + 1)) {
    if (!is_too_long(record)) return true;
    ++number_;
    report_long(fmt::format("{}: record {} (byte {})", path_, number_, start));
    stream_.pass_line();
    start = stream_.offset();
  }
  return false;
}

bool Input::is_too_long(const Record& record) const {
  return record.bytes.size() > most_bytes_ || stream_.has_grown();
}

void Input::report_long(const std::string& where) const {
  report_(where, stream_.has_grown() ? grown_too_much() : longer_than(most_bytes_));
}

void Input::describe(Record& record, std::uint64_t offset) const {
  for (std::string* known : {&record.id, &record.url, &record.charset, &record.fetched}) known->clear();
  record.form = form_;
  record.number = number_;
  record.origin.path = path_;
  record.origin.form = name(form_);
  record.origin.offset = offset;
  record.origin.length = record.bytes.size();
}

}  // namespace presscut::io
