// The header of a WARC record (ISO 28500, versions 0.17 to 1.1).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace presscut::io {

/// Whether a line begins a record: "WARC/1.0".
bool begins_warc(std::string_view line);

/// What the named fields of a record say; empty where they say nothing.
struct WarcHeader {
  std::string type;                     // in small letters: "response"
  std::string id;                       // WARC-Record-ID without its angle brackets
  std::string url;                      // WARC-Target-URI, likewise
  std::string date;                     // WARC-Date
  std::string media;                    // Content-Type as it stands
  std::optional<std::uint64_t> length;  // Content-Length

  /// Takes one line of the header, without its line end. What is no field is passed over.
  void add(std::string_view line);
};

}  // namespace presscut::io
