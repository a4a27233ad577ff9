#include <fmt/format.h>

#include <array>
#include <iterator>

#include "json/json.h"

namespace presscut::json {
namespace {

constexpr auto needs_escape = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = true;
  table['"'] = table['\\'] = table[0x7F] = true;
  return table;
}();

void escape(char c, std::string& out) {
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\t': out += "\\t"; return;
    case '\r': out += "\\r"; return;
    default: fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned char>(c));
  }
}

void write_optional(std::string_view key, std::string_view value, std::string& out) {
  if (value.empty()) return;
  out += ", \"";
  out += key;
  out += "\": ";
  write_string(value, out);
}

void write_span(std::size_t start, std::size_t end, std::string& out) {
  fmt::format_to(std::back_inserter(out), "[{}, {}]", start, end);
}

void write_blocks(const Document& document, std::string& out) {
  std::vector<std::size_t> offsets;
  for (const Block& block : *document.blocks)
    offsets.insert(offsets.end(), {block.span.start, block.span.end});
  const auto points = text::bytes_to_code_points(document.text, offsets);
  out += ", \"blocks\": [";
  for (std::size_t i = 0; i < document.blocks->size(); ++i) {
    const Block& block = (*document.blocks)[i];
    fmt::format_to(std::back_inserter(out),
                   "{}{{\"start\": {}, \"end\": {}, \"kind\": \"{}\", \"source\": ", i ? ", " : "",
                   points[2 * i], points[2 * i + 1], name(block.kind));
    write_span(block.source.start, block.source.end, out);
    out += '}';
  }
  out += ']';
}

void write_dropped(const std::vector<Dropped>& dropped, std::string& out) {
  out += ", \"dropped\": [";
  for (std::size_t i = 0; i < dropped.size(); ++i) {
    out += i ? ", {\"source\": " : "{\"source\": ";
    write_span(dropped[i].source.start, dropped[i].source.end, out);
    fmt::format_to(std::back_inserter(out), ", \"reason\": \"{}\", \"rule\": ", name(dropped[i].reason));
    write_string(dropped[i].rule, out);
    out += ", \"text\": ";
    write_string(dropped[i].text, out);
    out += '}';
  }
  out += ']';
}

void write_origin(const Origin& origin, std::string& out) {
  out += ", \"origin\": {\"path\": ";
  write_string(origin.path, out);
  out += ", \"form\": ";
  write_string(origin.form, out);
  fmt::format_to(std::back_inserter(out), ", \"offset\": {}, \"length\": {}}}", origin.offset, origin.length);
}

}  // namespace

void write_string(std::string_view text, std::string& out) {
  out += '"';
  std::size_t run = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!needs_escape[static_cast<unsigned char>(text[at])]) continue;
    out.append(text, run, at - run);
    escape(text[at], out);
    run = at + 1;
  }
  out.append(text, run);
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
  fmt::format_to(std::back_inserter(out), ", \"format\": {}, \"text\": ", format_version);
  write_string(document.text, out);
  if (document.blocks) write_blocks(document, out);
  if (document.dropped) write_dropped(*document.dropped, out);
  for (const auto& [key, value] : document.others) {
    out += ", ";
    write_string(key, out);
    out += ": ";
    out += value;
  }
  if (!document.origin.form.empty()) write_origin(document.origin, out);
  out += '}';
}

}  // namespace presscut::json
