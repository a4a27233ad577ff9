// One open input and its records.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "io/archive.h"
#include "io/io.h"
#include "io/stream.h"

namespace presscut::io {

class Input {
 public:
  /// `buffer` is what the bytes are read through; `is_file` says that this is no pipe or terminal; `report`
  /// gets what is damaged and does not end the input, and each record of more than `most_bytes`.
  Input(std::string path, Descriptor descriptor, bool is_file, std::string& buffer, std::uint64_t most_bytes,
        const Report& report);

  /// Reads the first bytes, as many as tell the form, or as `from` leaves to ask.
  std::string_view first_bytes(std::optional<Form> from);

  /// `keyed` of NDJSON says that lines have keys.
  void set_form(Form form, bool keyed);

  /// The next record; false at the end, and where the input is damaged.
  bool next(Record& record);

  /// What ended the input before its end (empty: nothing), and where: "feed.ndjson.gz: byte 4096". An archive
  /// reports what is damaged as it goes.
  std::string failure() const { return archive_ ? std::string() : stream_.source().failure(); }
  std::string where() const;

  /// Responses of an archive that are no pages.
  std::uint64_t passed_over() const { return archive_ ? archive_->passed_over() : 0; }

  std::uint64_t packed_bytes() const { return stream_.source().packed_bytes(); }

 private:
  bool next_page(Record& record);
  bool next_line(Record& record);
  static std::size_t take_key(Record& record);
  bool take_line(Record& record, std::uint64_t& start);
  bool is_too_long(const Record& record) const;
  void report_long(const std::string& where) const;
  void describe(Record& record, std::uint64_t offset) const;

  std::string path_;
  Stream stream_;
  const std::uint64_t most_bytes_;
  const Report& report_;
  std::optional<Archive> archive_;
  bool is_file_;
  bool keyed_ = false;
  Form form_ = Form::text;
  std::uint64_t number_ = 0;
};

}  // namespace presscut::io
