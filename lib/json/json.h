// Documents as NDJSON: the only place that knows how a document is written (docs/format.md).
//
// Reading takes the names that other tools use for the same things; writing has one name for each. Offsets
// are code points in JSON and bytes in a Document; here they are converted.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"
#include "io/io.h"

namespace presscut::json {

/// One line of NDJSON. What a record brings decides what is still to do: html is to be parsed, text with
/// blocks is clean already, text without is as its tool left it.
struct Record {
  Document document;
  std::string unsound;  // key of the first list with a mention that does not quote what stands at its span
  std::string html;
  bool has_html = false;
  bool has_text = false;
};

/// Whether lists of mentions are read, or stay in Document::others for `claims` to look at.
enum class Lists { read, left };

class Reader {
 public:
  explicit Reader(Lists lists = Lists::read);
  ~Reader();

  /// The record in `line`, which must have io::spare_bytes of capacity beyond its size. Throws
  /// io::BadRecord where it is no JSON object, or a key of ours has a value of another type. Invalid UTF-8
  /// and unpaired surrogates become U+FFFD. The spans of blocks and mentions come as they are given, sound or
  /// not: whether blocks lie in the text, one after the other, is for the caller to see, and Record::unsound
  /// says whether mentions do.
  Record read(const std::string& line);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Adds the document to `out` as one JSON object without a line end.
void write(const Document& document, std::string& out);

/// Adds `text` as a JSON string with its quotes.
void write_string(std::string_view text, std::string& out);

/// Adds `texts`, a range of them, as a JSON array of strings.
template <typename Texts>
void write_strings(const Texts& texts, std::string& out) {
  out += '[';
  bool first = true;
  for (const std::string_view text : texts) {
    if (!std::exchange(first, false)) out += ", ";
    write_string(text, out);
  }
  out += ']';
}

/// Adds `"key": ` and `text` as a JSON string.
void write_member(std::string_view key, std::string_view text, std::string& out);

/// What a document claims to be a mention, before anybody has looked; offsets are code points.
struct Claim {
  std::string list;   // "dates", "figures", ...
  std::string field;  // "title" where its span counts there, else empty
  bool has_span = false;
  std::size_t start = 0, end = 0;
  std::string quote;
  std::optional<std::size_t> of;
  std::string fault;  // what is wrong with its other members; empty where nothing is
};

/// The claims in a document that was read with Lists::left, in their order. Throws io::BadRecord where a list
/// is no list of objects.
std::vector<Claim> claims(const Document& document);

}  // namespace presscut::json
