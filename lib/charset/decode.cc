#include <simdjson.h>

#include <algorithm>
#include <limits>

#include "charset/charset.h"
#include "charset/converter.h"
#include "charset/detect.h"
#include "charset/order_mark.h"
#include "charset/utf8.h"

namespace presscut::charset {
namespace {

constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

// So many UTF-8 characters in a row do not come about by chance in any other encoding.
constexpr std::size_t proof = 8;

// Where they are not in a row, so many sequences tell how the rest of the page is.
constexpr std::size_t sample_size = 4096;

// How many UTF-8 characters prove a page wrong that says to be in `encoding`, where next to nothing speaks
// against them.
//
// In the Latin pages of windows-1252 one is enough: it would be a capital letter followed by a symbol ("Ã©"),
// which nobody writes. In other single-byte alphabets a lone short word can be valid UTF-8 by chance ("В" and
// a no-break space in windows-1251). A Chinese character in GBK is valid in one of six cases, so of those it
// takes many. UTF-16 is not even ASCII: the first look tells.
std::size_t needed_against(std::string_view encoding) {
  if (encoding.starts_with("UTF-16")) return 0;
  if (encoding == "windows-1252" || encoding == "ISO-2022-JP") return 1;
  return is_multi_byte(encoding) ? proof : 2;
}

// A page in UTF-8 may hold a few broken characters (cut by a database, pasted from elsewhere). In other
// encodings the valid sequences are the exception.
bool contradicts(const Utf8Evidence& seen, std::string_view encoding) {
  return seen.valid >= needed_against(encoding) && seen.valid >= 16 * seen.invalid;
}

// ISO-2022-JP is ASCII with escape sequences; these two switch to Kanji.
bool has_kanji_escapes(std::string_view bytes) {
  return bytes.find("\x1B$B") != std::string_view::npos || bytes.find("\x1B$@") != std::string_view::npos;
}

std::string_view without_declaration(std::string_view bytes, const Utf8Evidence& seen) {
  if (seen.valid > seen.invalid) return "UTF-8";
  if (seen.invalid > 0) return detect(bytes);
  return has_kanji_escapes(bytes) ? "ISO-2022-JP" : "UTF-8";
}

// What the labels say, the transport's first, as far as the bytes bear them out.
std::string_view choose(std::string_view bytes, std::string_view transport, bool html, bool valid_utf8) {
  if (const OrderMark mark = order_mark(bytes); mark.length > 0) return mark.encoding;
  if (const std::string_view utf16 = utf16_of(bytes); !utf16.empty()) return utf16;
  const Utf8Evidence seen = weigh_utf8(bytes, valid_utf8 ? proof : sample_size);
  if (valid_utf8 && seen.valid >= proof) return "UTF-8";
  for (const std::string_view label : {encoding_of(transport), html ? declared(bytes) : std::string_view()}) {
    if (label.empty() || label == "replacement") continue;  // which browsers refuse to read
    if (label != "UTF-8") return contradicts(seen, label) ? "UTF-8" : label;
    if (seen.valid >= seen.invalid) return label;
  }
  return without_declaration(bytes, seen);
}

std::size_t mark_length(std::string_view bytes, std::string_view encoding) {
  const OrderMark mark = order_mark(bytes);
  return mark.encoding == encoding ? mark.length : 0;
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view transport, bool html) {
  const bool valid_utf8 = simdjson::validate_utf8(bytes);
  Decoded decoded;
  decoded.encoding = choose(bytes, transport, html, valid_utf8);
  bytes.remove_prefix(mark_length(bytes, decoded.encoding));
  if (valid_utf8 && decoded.encoding == "UTF-8") {
    decoded.text = bytes;
    return decoded;
  }
  const auto converter = make_converter(decoded.encoding, bytes);
  converter->run(decoded.text, all);
  decoded.replaced = converter->replaced();
  return decoded;
}

std::vector<std::size_t> source_offsets(std::string_view bytes, const Decoded& decoded,
                                        const std::vector<std::size_t>& offsets) {
  const std::size_t skipped = mark_length(bytes, decoded.encoding);
  bytes.remove_prefix(skipped);
  const bool unchanged = bytes == decoded.text;
  const auto converter = unchanged ? nullptr : make_converter(decoded.encoding, bytes);
  std::string text;
  const auto in_bytes = [&](std::size_t offset) {
    if (offset >= decoded.text.size()) return bytes.size();  // behind what may end in an escape sequence
    if (unchanged) return offset;
    converter->run(text, offset);
    return converter->at();
  };
  std::vector<std::size_t> result;
  result.reserve(offsets.size());
  for (const std::size_t offset : offsets) result.push_back(skipped + in_bytes(offset));
  return result;
}

}  // namespace presscut::charset
