#include "check/check.h"

#include <fmt/format.h>

#include <algorithm>

namespace presscut::check {
namespace {

using Report = std::vector<std::string>;

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
}

void check_text(const Document& document, Report& report) {
  const auto control = std::find_if(document.text.begin(), document.text.end(), is_control);
  if (control != document.text.end())
    report.push_back(
        fmt::format("text has the control character U+{:04X}", static_cast<unsigned char>(*control)));
  if (!text::is_surely_nfc(document.text) && text::nfc(document.text) != document.text)
    report.push_back("text is not in Normalization Form C");
}

void check_blocks(const Document& document, Report& report) {
  std::size_t last = 0;
  for (std::size_t i = 0; i < document.blocks->size(); ++i) {
    const Block& block = (*document.blocks)[i];
    const auto fault = [&](std::string_view what) {
      report.push_back(fmt::format("block {} [{}, {}) {}", i + 1, block.span.start, block.span.end, what));
    };
    if (block.span.end <= block.span.start) fault("is empty");
    if (block.span.end > document.text.size()) return fault("ends behind the text");
    if (block.span.start < last) return fault("begins before the last one ends");
    const std::string_view between = slice(document.text, {last, block.span.start});
    if (between.find_first_not_of('\n') != std::string_view::npos)
      fault("has text before it that is in no block");
    if (block.source.end < block.source.start) fault("has a source span that runs backwards");
    last = block.span.end;
  }
  if (document.text.find_first_not_of('\n', last) != std::string::npos)
    report.push_back("text goes on behind the last block");
}

void check_mention(const Document& document, const json::Mention& mention, Report& report) {
  const std::string& text = mention.field == "title" ? document.title : document.text;
  if (!mention.has_span)
    return report.push_back(fmt::format("a mention in \"{}\" has no span", mention.list));
  const auto bytes = text::code_points_to_bytes(text, {mention.start, std::max(mention.start, mention.end)});
  const bool inside = mention.start <= mention.end && mention.end <= text::count_code_points(text);
  const std::string_view found = slice(text, {bytes[0], bytes[1]});
  if (inside && found == mention.quote) return;
  report.push_back(fmt::format("\"{}\" [{}, {}) quotes \"{}\", the text there is \"{}\"", mention.list,
                               mention.start, mention.end, mention.quote, found.substr(0, 80)));
}

}  // namespace

std::vector<std::string> violations(const Document& document, const std::vector<json::Mention>& mentions) {
  Report report;
  check_text(document, report);
  if (document.blocks) check_blocks(document, report);
  for (const json::Mention& mention : mentions) check_mention(document, mention, report);
  return report;
}

}  // namespace presscut::check
