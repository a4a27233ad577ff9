// One open input and its records.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "io/io.h"
#include "io/source.h"

namespace presscut::io {

class Input {
 public:
  /// `buffer` is what the bytes are read through; `is_file` says that this is no pipe or terminal.
  Input(std::string path, Descriptor descriptor, bool is_file, std::string& buffer);

  /// Reads the first bytes, as many as tell the form, or as `from` leaves to ask.
  std::string_view first_bytes(std::optional<Form> from);

  void set_form(Form form);

  /// The next record; false at the end, and where the input is damaged.
  bool next(Record& record);

  /// What went wrong (empty: nothing), and where: "feed.ndjson.gz: byte 4096".
  const std::string& failure() const { return source_.failure(); }
  std::string where() const;

  std::uint64_t packed_bytes() const { return source_.packed_bytes(); }

 private:
  bool fill();
  bool next_page(Record& record);
  bool next_line(Record& record);
  bool read_line(std::string& line);
  void describe(Record& record, std::uint64_t offset) const;

  std::string path_;
  Source source_;
  bool is_file_;
  Form form_ = Form::text;
  std::string& buffer_;
  std::size_t begin_ = 0;  // of what is in the buffer and still to be used
  std::size_t end_ = 0;
  std::uint64_t offset_ = 0;  // of begin_ in the unpacked input
  std::uint64_t number_ = 0;
};

}  // namespace presscut::io
