#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "output/output.h"

namespace presscut::output {
namespace {

constexpr std::size_t longest_shown = 100;  // code points

std::string_view mark(Kind kind) {
  switch (kind) {
    case Kind::heading: return "## ";
    case Kind::list_item: return "- ";
    case Kind::quote: return "> ";
    case Kind::code: return "    ";
    default: return "";
  }
}

std::string shortened(std::string_view text) {
  const auto ends = text::code_points_to_bytes(text, {longest_shown});
  return ends[0] < text.size() ? one_line(text.substr(0, ends[0])) + "…" : one_line(text);
}

// Overrides and isolates reorder the text around them, controls move the cursor.
bool is_unsafe(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// As is_unsafe, by the first two bytes, but for line ends, tabs and what right-to-left text is made with.
bool is_control(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte == 0xC2) return at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
  return (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
}

// Adds `text` with control characters spelt out. Cleaned text has none; what another cleaner left may.
void append_safe(std::string_view text, std::string& out) {
  std::size_t run = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_control(text, at)) continue;
    out.append(text, run, at - run);
    run = at + (static_cast<unsigned char>(text[at]) == 0xC2 ? 2 : 1);
    const bool is_line_end = text[at] == '\r' && run < text.size() && text[run] == '\n';
    if (!is_line_end) out += one_line(text.substr(at, run - at));
    at = run - 1;
  }
  out.append(text, run);
}

// Adds the block with its mark; quotes and code carry it on every line.
void write_marked(std::string_view text, Kind kind, std::string& out) {
  const bool every_line = kind == Kind::quote || kind == Kind::code;
  for (bool more = true; more;) {
    const std::size_t end = every_line ? text.find('\n') : std::string_view::npos;
    more = end != std::string_view::npos;
    out += mark(kind);
    append_safe(text.substr(0, end), out);
    if (!more) return;
    out += '\n';
    text.remove_prefix(end + 1);
  }
}

struct Line {
  Span source;
  std::string text;
};

}  // namespace

std::string one_line(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = text::decode(text, at);
    if (c == '\n') out += "\\n";
    else if (c == '\t') out += "\\t";
    else if (is_unsafe(c))
      fmt::format_to(std::back_inserter(out), "\\u{{{:x}}}", static_cast<std::uint32_t>(c));
    else out.append(text, start, at - start);
  }
  return out;
}

void write_text(const Document& document, std::string& out) {
  append_safe(document.text, out);
  if (!document.text.ends_with('\n')) out += '\n';
}

void write_markdown(const Document& document, std::string& out) {
  if (!document.title.empty()) out += "# " + one_line(document.title) + "\n\n";
  if (!document.blocks) return write_text(document, out);
  std::size_t last = 0;
  for (const Block& block : *document.blocks) {
    append_safe(slice(document.text, {last, block.span.start}), out);
    write_marked(slice(document.text, block.span), block.kind, out);
    last = block.span.end;
  }
  append_safe(slice(document.text, {last, document.text.size()}), out);
  out += '\n';
}

void write_explanation(const Document& document, std::string& out) {
  std::vector<Line> lines;
  for (const Block& block : document.blocks.value_or(std::vector<Block>()))
    lines.push_back(
        {block.source, fmt::format("+ {:<12} [{}, {})  {}", name(block.kind), block.source.start,
                                   block.source.end, shortened(slice(document.text, block.span)))});
  for (const Dropped& block : document.dropped.value_or(std::vector<Dropped>()))
    lines.push_back(
        {block.source, fmt::format("- {:<12} [{}, {})  {}  ({})", name(block.reason), block.source.start,
                                   block.source.end, shortened(block.text), block.rule)});
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.source.start < b.source.start; });
  fmt::format_to(std::back_inserter(out), "{}{}{}\n", one_line(document.id),
                 document.title.empty() ? "" : ": ", one_line(document.title));
  for (const Line& line : lines) out += line.text + '\n';
  if (document.text.empty()) out += "(nothing readable)\n";
}

}  // namespace presscut::output
