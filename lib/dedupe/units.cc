#include <algorithm>

#include "dedupe/dedupe.h"
#include "mentions/mentions.h"
#include "tally/tally.h"
#include "text/paragraphs.h"

namespace presscut::dedupe {
namespace {

constexpr std::size_t sketch_size = 126;  // 42 bands of 3
constexpr std::size_t fewest_words = 8;
constexpr std::size_t opening_bytes = 90;

// What the figures in `span` say; those of the title belong to the document alone.
std::vector<std::string> figures_in(const Document& document, Span span, Level level) {
  std::vector<std::string> all;
  if (!document.figures) return all;
  for (const FigureMention& figure : *document.figures) {
    const bool inside = span.start <= figure.span.start && figure.span.end <= span.end;
    if (figure.in_title ? level == Level::paragraph : !inside) continue;
    const std::string& who = figure.who.empty() ? figure.role : figure.who;
    all.push_back(tally::spell({figure.low, figure.high}) + ' ' + who);
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::string opening_of(std::string_view text) {
  if (text.size() <= opening_bytes) return std::string(text);
  std::size_t end = opening_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

std::vector<Span> spans_of(const Document& document, Level level) {
  if (level == Level::document) return {{0, document.text.size()}};
  if (!document.blocks) return text::paragraphs(document.text);
  std::vector<Span> spans;
  for (const Block& block : *document.blocks) spans.push_back(block.span);
  return spans;
}

}  // namespace

std::vector<Unit> units(const Document& document, Level level) {
  std::vector<Unit> all;
  for (const Span span : spans_of(document, level)) {
    const std::string_view text = slice(document.text, span);
    const auto runs = shingles::runs(text);
    if (runs.size() + shingles::run_words <= fewest_words) continue;
    Unit unit;
    unit.id = document.id, unit.date = document.date, unit.title = document.title;
    unit.outlet = document.sitename.empty() ? document.hostname : document.sitename;
    unit.start = span.start, unit.end = span.end;
    unit.words = runs.size() + shingles::run_words - 1;
    if (level == Level::paragraph) unit.opening = opening_of(text);
    unit.figures = figures_in(document, span, level);
    unit.sketch = shingles::sketch(runs, sketch_size);
    all.push_back(std::move(unit));
  }
  std::vector<std::size_t*> offsets;
  for (Unit& unit : all) offsets.insert(offsets.end(), {&unit.start, &unit.end});
  mentions::to_code_points(document.text, std::move(offsets));
  return all;
}

}  // namespace presscut::dedupe
