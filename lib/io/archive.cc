#include "io/archive.h"

#include <algorithm>
#include <utility>

#include "io/http.h"

namespace presscut::io {
namespace {

constexpr std::size_t longest_line = 64 * 1024;
constexpr int most_fields = 1000;
constexpr std::size_t none = std::string_view::npos;

// Where in `bytes` a line "WARC/1.0" ends that may begin a record, and begins it; `none` where no record
// does.
std::size_t record_in(std::string_view bytes, std::size_t from = 0) {
  for (std::size_t at = bytes.find("WARC/", from); at != none; at = bytes.find("WARC/", at + 1)) {
    const std::string_view line = bytes.substr(at, bytes.substr(at).find('\n'));
    if (begins_warc(line) && line.size() <= std::string_view("WARC/1.00\r").size()) return at;
  }
  return none;
}

std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// The form that a media type has, if it is one of pages; `unknown` where it is for the bytes to tell.
enum class Media { html, text, unknown, other };

Media media_of(std::string_view media) {
  if (media == "text/html" || media == "application/xhtml+xml") return Media::html;
  if (media == "text/plain") return Media::text;
  const bool open = media.empty() || media == "application/octet-stream" || media == "text/xml" ||
                    media == "application/xml" || media == "unk";
  return open ? Media::unknown : Media::other;
}

bool holds_page(const WarcHeader& header) {
  return header.type == "response" || header.type == "resource" || header.type == "conversion";
}

}  // namespace

bool Archive::next(Record& record) {
  while (find_start()) {
    WarcHeader header;
    if (!read_header(header) || !read_block(header)) continue;
    if (holds_page(header) && is_page(header, record)) return true;
  }
  return false;
}

// Stands behind the version line of the next record; false at the end.
bool Archive::find_start() {
  for (;;) {
    start_ = stream_.offset();
    if (!stream_.take_line(line_, longest_line)) {
      if (!go_on_behind_damage()) return false;
      continue;
    }
    const std::string_view line = without_return(line_);
    if (line.empty()) continue;
    const std::size_t at = record_in(line);
    if (at != 0) lose("no record begins here");
    if (at == none) continue;
    start_ += at;
    lost_ = false;
    return true;
  }
}

// Where the packed bytes are damaged, the next member may be sound.
bool Archive::go_on_behind_damage() {
  if (stream_.source().failure().empty()) return false;
  lose(stream_.source().failure());
  return stream_.resume();
}

bool Archive::read_header(WarcHeader& header) {
  for (int fields = 0; stream_.take_line(line_, longest_line); ++fields) {
    const std::string_view line = without_return(line_);
    if (line.empty()) {
      if (header.length && *header.length <= most_block_bytes) return true;
      lose(header.length ? "claims to be longer than 512 MiB" : "has no Content-Length");
      return false;
    }
    const std::size_t at = record_in(line);
    const bool in_address = at != none && at > 0 && line[at - 1] == '/';
    if ((at != none && !in_address) || fields == most_fields) {
      stream_.give_back(line_.substr(at == none ? 0 : at) + '\n');
      lose("its header breaks off");
      return false;
    }
    header.add(line);
  }
  lose("its header breaks off");
  return false;
}

bool Archive::read_block(const WarcHeader& header) {
  stream_.take(std::min({*header.length, most_block_bytes, most_bytes_ + longest_line}), block_);
  const bool has_grown = stream_.has_grown(), kept_all = block_.size() == *header.length;
  const std::uint64_t start = stream_.offset() - block_.size();
  if (!kept_all && !begins_inside()) pass_block(*header.length - block_.size());
  const std::uint64_t length = stream_.offset() - start;
  const bool whole = length == *header.length;
  if (whole && ends_well()) {
    if (!kept_all) pass_over_long(header, has_grown);
    return kept_all;
  }
  const std::string& failure = stream_.source().failure();
  lose(whole ? "its Content-Length of " + std::to_string(*header.length) + " does not lead to its end"
             : "breaks off: " + std::to_string(length) + " of " + std::to_string(*header.length) +
                   " bytes are there" + (failure.empty() ? "" : "; " + failure));
  const bool follows_block = stream_.offset() == start + block_.size();
  if (const std::size_t at = record_in(block_); follows_block && at != none)
    stream_.give_back(std::string_view(block_).substr(at));
  return false;
}

// Whether another record plainly begins in the block: behind an empty line. Then the stream stands there.
bool Archive::begins_inside() {
  for (std::size_t at = record_in(block_); at != none; at = record_in(block_, at + 1)) {
    const std::string_view before = without_return(std::string_view(block_).substr(0, at - (at > 0)));
    if (!before.ends_with('\n')) continue;
    stream_.give_back(std::string_view(block_).substr(at));
    block_.resize(at);
    return true;
  }
  return false;
}

// Passes over what is not kept of a block, up to where another record plainly begins: behind an empty line.
void Archive::pass_block(std::uint64_t length) {
  const std::uint64_t end = stream_.offset() + length;
  for (bool behind_empty = false; stream_.offset() < end;) {
    if (!stream_.take_line(line_, std::min<std::uint64_t>(longest_line, end - stream_.offset()))) return;
    if (behind_empty && stream_.offset() < end && record_in(line_) == 0)
      return stream_.give_back(line_ + '\n');
    behind_empty = without_return(line_).empty();
  }
}

// A block of which only the beginning was kept.
void Archive::pass_over_long(const WarcHeader& header, bool has_grown) {
  if (!holds_page(header)) return;
  if (is_response(block_)) {
    std::string_view message = block_;
    const auto response = read_response_header(message);
    if (response && (response->status / 100 != 2 || media_of(response->media) == Media::other)) {
      ++passed_over_;
      return;
    }
  }
  lose_page(has_grown ? grown_too_much() : longer_than(most_bytes_));
}

// Behind a block stand two line ends, or the end of the archive.
bool Archive::ends_well() {
  if (!stream_.take_line(line_, longest_line) || without_return(line_).empty()) return true;
  stream_.give_back(line_ + '\n');
  return begins_warc(line_);
}

void Archive::lose(std::string_view what) {
  if (!std::exchange(lost_, true)) damage_(start_, what);
}

// The archive itself is sound.
void Archive::lose_page(std::string_view what) {
  lose(what);
  lost_ = false;
}

// Fills `record` from block_, where that is a page.
bool Archive::is_page(const WarcHeader& header, Record& record) {
  Response response;
  if (is_response(block_)) {
    try {
      response = read_response(block_, most_bytes_);
    } catch (const BadBody& bad) {
      lose_page(bad.what());
      return false;
    }
  } else {
    read_media(header.media, response.media, response.charset);
    response.status = 200;
    response.body = std::move(block_);
  }
  const Media media = media_of(response.media);
  if (response.status / 100 != 2 || media == Media::other || is_binary(response.body)) {
    ++passed_over_;
    return false;
  }
  if (response.body.size() > most_bytes_) {
    lose_page(longer_than(most_bytes_));
    return false;
  }
  record.form = media == Media::html   ? Form::html
                : media == Media::text ? Form::text
                                       : sniff(response.body, header.url);
  if (record.form == Form::ndjson || record.form == Form::warc) record.form = Form::text;
  record.bytes = std::move(response.body);
  record.bytes.reserve(record.bytes.size() + spare_bytes);
  record.id = header.id;
  record.url = header.url;
  record.charset = response.charset;
  record.fetched = header.date;
  record.number = ++number_;
  record.origin.form = name(Form::warc);
  record.origin.offset = start_;
  record.origin.length = stream_.offset() - start_;
  return true;
}

}  // namespace presscut::io
