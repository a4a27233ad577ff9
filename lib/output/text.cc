#include <fmt/format.h>

#include <algorithm>

#include "output/escape.h"
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

// Adds the block with its mark; quotes and code carry it on every line.
void write_marked(std::string_view text, Kind kind, std::string& out) {
  const bool every_line = kind == Kind::quote || kind == Kind::code;
  for (bool more = true; more;) {
    const std::size_t end = every_line ? text.find('\n') : std::string_view::npos;
    more = end != std::string_view::npos;
    out += mark(kind);
    append_lines(text.substr(0, end), out);
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

void write_text(const Document& document, std::string& out) {
  append_lines(document.text, out);
  if (!document.text.ends_with('\n')) out += '\n';
}

void write_markdown(const Document& document, std::string& out) {
  if (!document.title.empty()) out += "# " + one_line(document.title) + "\n\n";
  if (!document.blocks) return write_text(document, out);
  std::size_t last = 0;
  for (const Block& block : *document.blocks) {
    append_lines(slice(document.text, {last, block.span.start}), out);
    write_marked(slice(document.text, block.span), block.kind, out);
    last = block.span.end;
  }
  append_lines(slice(document.text, {last, document.text.size()}), out);
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
  out += fmt::format("{}{}{}\n", one_line(document.id), document.title.empty() ? "" : ": ",
                     one_line(document.title));
  for (const Line& line : lines) out += line.text + '\n';
  if (document.text.empty()) out += "(nothing readable)\n";
}

}  // namespace presscut::output
