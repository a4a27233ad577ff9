// The records of a WARC or WET archive that hold a page, one after the other.
//
// Response, resource and conversion records of pages and texts are handed out; requests, metadata, images,
// redirects and error pages are passed over. What is damaged is reported with its offset, and reading goes on
// at the next place where a record begins, be it inside of what the damaged one claimed.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "io/io.h"
#include "io/stream.h"
#include "io/warc.h"

namespace presscut::io {

/// No record that claims to be longer is read.
inline constexpr std::uint64_t most_block_bytes = std::uint64_t{512} * 1024 * 1024;

class Archive {
 public:
  /// `damage` gets each loss: the offset of the record in the unpacked input, and what is wrong.
  using Damage = std::function<void(std::uint64_t offset, std::string_view what)>;

  /// A page of more than `most_bytes`, unpacked, is a loss, too. No more than that, and room for a header, is
  /// kept of any record.
  Archive(Stream& stream, std::uint64_t most_bytes, Damage damage)
      : stream_(stream), most_bytes_(most_bytes), damage_(std::move(damage)) {}

  /// The next page into `record`, all but its path; false at the end.
  bool next(Record& record);

  /// Responses that are no pages.
  std::uint64_t passed_over() const { return passed_over_; }

 private:
  bool find_start();
  bool go_on_behind_damage();
  bool read_header(WarcHeader& header);
  bool read_block(const WarcHeader& header);
  bool begins_inside();
  void pass_block(std::uint64_t length);
  bool ends_well();
  void lose(std::string_view what);
  void lose_page(std::string_view what);
  bool is_page(const WarcHeader& header, Record& record);
  void pass_over_long(const WarcHeader& header, bool has_grown);

  Stream& stream_;
  std::uint64_t most_bytes_;
  Damage damage_;
  std::string line_, block_;
  std::uint64_t start_ = 0;  // of the record at hand
  std::uint64_t number_ = 0;
  std::uint64_t passed_over_ = 0;
  bool lost_ = false;  // damage has been reported, and no record has begun since
};

}  // namespace presscut::io
