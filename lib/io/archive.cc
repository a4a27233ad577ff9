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

}  // namespace

bool Archive::next(Record& record) {
  while (find_start()) {
    WarcHeader header;
    if (!read_header(header) || !read_block(header)) continue;
    const bool has_page =
        header.type == "response" || header.type == "resource" || header.type == "conversion";
    if (has_page && is_page(header, record)) return true;
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
  stream_.take(*header.length, block_);
  const bool whole = block_.size() == *header.length;
  if (whole && ends_well()) return true;
  const std::string& failure = stream_.source().failure();
  lose(whole ? "its Content-Length of " + std::to_string(*header.length) + " does not lead to its end"
             : "breaks off: " + std::to_string(block_.size()) + " of " + std::to_string(*header.length) +
                   " bytes are there" + (failure.empty() ? "" : "; " + failure));
  if (const std::size_t at = record_in(block_); at != none)
    stream_.give_back(std::string_view(block_).substr(at));
  return false;
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
      response = read_response(block_);
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
    lose_page("is longer than " + std::to_string(most_bytes_) + " bytes");
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
