// A stored HTTP response: its header, and the body with its transfer undone (RFC 9112, RFC 9110).
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace presscut::io {

/// A body that cannot be had: the message says why.
struct BadBody : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct ResponseHeader {
  int status = 0;
  std::string media;    // of Content-Type, in small letters: "text/html"
  std::string charset;  // likewise, empty where it names none
  std::string transfer, coding;
};

struct Response : ResponseHeader {
  std::string body;  // chunks joined, gzip, deflate and zstd undone
};

/// Takes the header off `message`; nothing where it has no end.
std::optional<ResponseHeader> read_response_header(std::string_view& message);

/// Reads a message as an archive keeps it. Crawlers store bodies that are unpacked already under a header
/// that still speaks of chunks or gzip: what does not look like that is taken as it stands. Throws BadBody
/// where the header has no end, a packed body is damaged, grows too much (io/unpacker.h) or to more than
/// `most_bytes`, or its coding is unknown.
Response read_response(std::string_view message, std::uint64_t most_bytes);

/// Whether `message` begins as one: "HTTP/1.1 200 OK".
bool is_response(std::string_view message);

/// "text/html; charset=UTF-8" in its parts.
void read_media(std::string_view value, std::string& media, std::string& charset);

}  // namespace presscut::io
