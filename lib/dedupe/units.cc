#include <algorithm>
#include <span>
#include <utility>

#include "dedupe/dedupe.h"
#include "tally/tally.h"
#include "text/code_points.h"
#include "text/paragraphs.h"

namespace presscut::dedupe {
namespace {

constexpr std::size_t sketch_size = 126;  // 42 bands of 3
constexpr std::size_t fewest_words = 8;
constexpr std::size_t opening_bytes = 90;

// The figures of a document by their places, so that a paragraph looks at its own alone. Those of the title
// belong to the document.
class Figures {
 public:
  Figures(const Document& document, Level level) {
    if (!document.figures) return;
    for (const FigureMention& figure : *document.figures)
      if (!figure.in_title) in_text_.push_back(&figure);
      else if (level == Level::document) in_title_.push_back(&figure);
    std::stable_sort(in_text_.begin(), in_text_.end(), [](const FigureMention* a, const FigureMention* b) {
      return a->span.start < b->span.start;
    });
  }

  // What they say in `span` of the text, sorted, each once.
  std::vector<std::string> in(Span span) const {
    std::vector<std::string> all;
    for (const FigureMention* figure : in_title_) all.push_back(spell(*figure));
    auto at = std::partition_point(in_text_.begin(), in_text_.end(), [&](const FigureMention* figure) {
      return figure->span.start < span.start;
    });
    for (; at != in_text_.end() && (*at)->span.start <= span.end; ++at)
      if ((*at)->span.end <= span.end) all.push_back(spell(**at));
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

 private:
  static std::string spell(const FigureMention& figure) {
    return tally::spell({figure.low, figure.high}) + ' ' +
           std::string(figure.who.empty() ? figure.role : figure.who);
  }

  std::vector<const FigureMention*> in_title_, in_text_;
};

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

void each_unit(const Document& document, Level level, const std::function<void(Unit)>& visit) {
  const Figures figures(document, level);
  const text::CodePoints points(document.text);
  for (const Span span : spans_of(document, level)) {
    const std::string_view text = slice(document.text, span);
    shingles::Sketcher sketcher(sketch_size);
    std::size_t runs = 0;
    shingles::each_runs(text, [&](std::span<const std::uint64_t> some) {
      runs += some.size();
      if (runs + shingles::run_words > fewest_words) sketcher.add(some);
    });
    if (runs + shingles::run_words <= fewest_words) continue;
    Unit unit;
    unit.id = document.id, unit.date = document.date, unit.title = document.title;
    unit.outlet = document.sitename.empty() ? document.hostname : document.sitename;
    unit.start = points.before(span.start), unit.end = points.before(span.end);
    unit.words = runs + shingles::run_words - 1;
    if (level == Level::paragraph) unit.opening = opening_of(text);
    unit.figures = figures.in(span);
    unit.sketch = sketcher.sketch();
    visit(std::move(unit));
  }
}

std::vector<Unit> units(const Document& document, Level level) {
  std::vector<Unit> all;
  each_unit(document, level, [&](Unit unit) { all.push_back(std::move(unit)); });
  return all;
}

}  // namespace presscut::dedupe
