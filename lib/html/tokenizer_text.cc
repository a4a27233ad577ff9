// What the tokenizer leaves as it stands in the page, read as the standard means it.
#include <algorithm>

#include "html/references.h"
#include "html/tokenizer.h"
#include "html/tokenizer_scan.h"

namespace presscut::html {
namespace {

struct Reading {
  bool references = false;
  bool in_attribute = false;
  bool keeps_nul = false;  // the data state leaves NUL to the tree builder
};

/// Adds what the one character at `at` (CR, NUL or '&') and what belongs to it stand for; returns where to
/// read on.
const char* decode_one(const char* at, const char* end, Reading reading, std::string& out) {
  switch (*at) {
    case '\r': out += '\n'; return at + (at + 1 != end && at[1] == '\n' ? 2 : 1);
    case '\0':
      if (reading.keeps_nul) out += '\0';
      else out += text::replacement;
      return at + 1;
    default: {
      const std::size_t length =
          reading.references ? decode_reference({at, end}, reading.in_attribute, out) : 0;
      if (length == 0) out += '&';
      return at + std::max<std::size_t>(length, 1);
    }
  }
}

void decode(std::string_view raw, Reading reading, std::string& out) {
  const char* at = raw.data();
  const char* const end = at + raw.size();
  while (at != end) {
    const char* const special = find_any<'&', '\r', '\0'>(at, end);
    out.append(at, special);
    at = special == end ? end : decode_one(special, end, reading, out);
  }
}

}  // namespace

std::string lower(std::string_view name) {
  std::string lowered;
  lowered.reserve(name.size());
  for (const char c : name) {
    if (c == '\0') lowered += text::replacement;
    else lowered += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  }
  return lowered;
}

void decode_text(const Token& text, std::string& out) {
  if (!text.has_references) {
    out += text.text;
    return;
  }
  const bool is_text = text.kind == TokenKind::text;
  Reading reading;
  reading.references =
      is_text && !text.cdata && (text.content == Content::data || text.content == Content::rcdata);
  reading.keeps_nul = is_text && text.content == Content::data;
  decode(text.text, reading, out);
}

std::string value(const Attribute& attribute) {
  std::string decoded;
  decode(attribute.value, {.references = true, .in_attribute = true}, decoded);
  return decoded;
}

Lookup find(const Token& tag, std::string_view name) {
  for (const Attribute& attribute : tag.attributes) {
    if (text::equal_ascii_fold(attribute.name, name)) return {attribute.value, true};
  }
  return {};
}

}  // namespace presscut::html
