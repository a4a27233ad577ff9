// A stored HTTP response: its header, and the body with its transfer undone (RFC 9112, RFC 9110).
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace presscut::io {

/// A body that cannot be had: the message says why.
struct BadBody : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Response {
  int status = 0;
  std::string media;    // of Content-Type, in small letters: "text/html"
  std::string charset;  // likewise, empty where it names none
  std::string body;     // chunks joined, gzip and deflate undone
};

/// How many times its packed size a body may grow to beyond the first 16 MiB; deflate itself could reach
/// 1032.
inline constexpr std::size_t most_growth = 200;

/// Reads a message as an archive keeps it. Crawlers store bodies that are unpacked already under a header
/// that still speaks of chunks or gzip: what does not look like that is taken as it stands. Throws BadBody
/// where the header has no end, a packed body is damaged or grows beyond `most_growth`, or its coding is
/// unknown.
Response read_response(std::string_view message);

/// Whether `message` begins as one: "HTTP/1.1 200 OK".
bool is_response(std::string_view message);

/// "text/html; charset=UTF-8" in its parts.
void read_media(std::string_view value, std::string& media, std::string& charset);

}  // namespace presscut::io
