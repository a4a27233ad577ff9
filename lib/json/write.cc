#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <cstring>

#include "json/json.h"
#include "json/lists.h"

namespace presscut::json {
namespace {

constexpr auto needs_escape = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = true;
  table['"'] = table['\\'] = table[0x7F] = true;
  table[0xC2] = true;  // the lead byte of U+0080 to U+009F, controls that a terminal may obey
  return table;
}();

// Where the next byte that may need an escape stands, from `at` on. Eight bytes are looked at together: a sum
// leaves its top bit in those that are asked for (Mycroft's test, which errs only behind a hit).
std::size_t next_escape(std::string_view text, std::size_t at) {
  constexpr std::uint64_t ones = 0x0101010101010101ull, tops = 0x80 * ones;
  const auto has = [](std::uint64_t group, std::uint64_t byte) {
    const std::uint64_t rest = group ^ byte * ones;
    return (rest - ones) & ~rest;
  };
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t group = 0;
    std::memcpy(&group, text.data() + at, 8);
    const std::uint64_t control = (group - 0x20 * ones) & ~group;
    if ((control | has(group, '"') | has(group, '\\') | has(group, 0x7F) | has(group, 0xC2)) & tops) break;
  }
  while (at < text.size() && !needs_escape[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

// Adds the character at `at` as an escape where it needs one; returns how many bytes it takes.
std::size_t escape(std::string_view text, std::size_t at, std::string& out) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0xFFu;
  };
  switch (text[at]) {
    case '"': out += "\\\""; return 1;
    case '\\': out += "\\\\"; return 1;
    case '\n': out += "\\n"; return 1;
    case '\t': out += "\\t"; return 1;
    case '\r': out += "\\r"; return 1;
    default: break;
  }
  const bool is_long = byte(at) == 0xC2;
  if (is_long && byte(at + 1) >= 0xA0) return out += text[at], 1;
  out += fmt::format("\\u{:04x}", byte(at + is_long));
  return is_long ? 2 : 1;
}

void write_optional(std::string_view key, std::string_view value, std::string& out) {
  if (value.empty()) return;
  out += ", ";
  write_member(key, value, out);
}

void write_span(Span span, std::string& out) {
  out += '[';
  write_number(span.start, out);
  out += ", ";
  write_number(span.end, out);
  out += ']';
}

void write_confidence(std::optional<std::uint8_t> percent, std::string& out) {
  if (percent) out += fmt::format(", \"confidence\": {}.{:02}", *percent / 100, *percent % 100);
}

void write_blocks(const Document& document, std::string& out) {
  std::vector<std::size_t> offsets;
  for (const Block& block : *document.blocks)
    offsets.insert(offsets.end(), {block.span.start, block.span.end});
  const auto points = text::bytes_to_code_points(document.text, offsets);
  out += ", \"blocks\": [";
  for (std::size_t i = 0; i < document.blocks->size(); ++i) {
    const Block& block = (*document.blocks)[i];
    out += i ? ", {\"start\": " : "{\"start\": ";
    write_number(points[2 * i], out);
    out += ", \"end\": ";
    write_number(points[2 * i + 1], out);
    out += ", \"kind\": \"";
    out += name(block.kind);
    out += "\", \"source\": ";
    write_span(block.source, out);
    write_confidence(block.confidence, out);
    out += '}';
  }
  out += ']';
}

void write_dropped(const std::vector<Dropped>& dropped, std::string& out) {
  out += ", \"dropped\": [";
  for (std::size_t i = 0; i < dropped.size(); ++i) {
    out += i ? ", {\"source\": " : "{\"source\": ";
    write_span(dropped[i].source, out);
    out += ", \"reason\": \"";
    out += name(dropped[i].reason);
    out += "\", \"rule\": ";
    write_string(dropped[i].rule, out);
    out += ", \"text\": ";
    write_string(dropped[i].text, out);
    write_confidence(dropped[i].confidence, out);
    out += '}';
  }
  out += ']';
}

void write_origin(const Origin& origin, std::string& out) {
  out += ", \"origin\": {\"path\": ";
  write_string(origin.path, out);
  out += ", \"form\": ";
  write_string(origin.form, out);
  out += fmt::format(", \"offset\": {}, \"length\": {}}}", origin.offset, origin.length);
}

}  // namespace

void write_member(std::string_view key, std::string_view text, std::string& out) {
  out += '"';
  out += key;
  out += "\": ";
  write_string(text, out);
}

void write_number(std::size_t number, std::string& out) {
  const fmt::format_int digits(number);
  out.append(digits.data(), digits.size());
}

void write_raw(std::string_view json, std::string& out) {
  for (std::size_t at = 0; at < json.size();) {
    if (json[at] == '\x7F' || json[at] == '\xC2') {
      at += escape(json, at, out);
    } else {
      const bool is_line_end = json[at] == '\r' || json[at] == '\n';
      out += is_line_end ? ' ' : json[at];
      ++at;
    }
  }
}

void write_string(std::string_view text, std::string& out) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = next_escape(text, at);
    out.append(text, at, end - at);
    at = end;
    if (at < text.size()) at += escape(text, at, out);
  }
  out += '"';
}

void write(const Document& document, std::string& out) {
  out += "{\"id\": ";
  write_string(document.id, out);
  write_optional("url", document.url, out);
  write_optional("hostname", document.hostname, out);
  write_optional("title", document.title, out);
  write_optional("author", document.author, out);
  write_optional("date", document.date, out);
  write_optional("date_modified", document.date_modified, out);
  write_optional("language", document.language, out);
  write_optional("sitename", document.sitename, out);
  out += fmt::format(", \"format\": {}, \"text\": ", format_version);
  write_string(document.text, out);
  if (document.blocks) write_blocks(document, out);
  if (document.dropped) write_dropped(*document.dropped, out);
  write_lists(document, out);
  for (const auto& [key, value] : document.others) {
    out += ", ";
    write_string(key, out);
    out += ": ";
    write_raw(value, out);
  }
  if (!document.origin.form.empty()) write_origin(document.origin, out);
  out += '}';
}

}  // namespace presscut::json
