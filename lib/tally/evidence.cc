#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "mentions/mentions.h"
#include "sentences/sentences.h"
#include "shingles/shingles.h"
#include "tally/tally.h"
#include "tally/words.h"
#include "text/code_points.h"

namespace presscut::tally {
namespace {

constexpr std::size_t longest_passage = 1200;  // bytes on each side of a figure
constexpr std::size_t shortest_passage =
    40;  // the same in a document that has more figures than anybody reads
constexpr std::size_t most_passages =
    4 << 20;  // bytes of sentences of one document before they are cut so short
constexpr std::size_t opening_sentences = 3;

// Sentence number `i` of a text, with `before` and `after` neighbours, cut where it is very long.
class Passages {
 public:
  explicit Passages(std::string_view text) : text_(text), sentences_(sentences::split(text)) {}

  std::string_view opening() const {
    if (sentences_.empty()) return {};
    const std::size_t last = std::min(opening_sentences, sentences_.size()) - 1;
    return cut({sentences_[0].start, sentences_[last].end}, sentences_[0]);
  }

  // Where sentences are long and have many figures, what stands around these would be many times the text.
  void spend(std::size_t bytes) {
    spent_ += bytes;
    if (spent_ > most_passages) reach_ = shortest_passage;
  }

  std::string_view around(Span span, std::size_t before, std::size_t after) const {
    const auto first = std::partition_point(sentences_.begin(), sentences_.end(),
                                            [&](Span s) { return s.end <= span.start; });
    if (first == sentences_.end()) return slice(text_, span);
    const auto at = static_cast<std::size_t>(first - sentences_.begin());
    const std::size_t from = at - std::min(at, before), to = std::min(at + after, sentences_.size() - 1);
    return cut({sentences_[from].start, std::max(sentences_[to].end, span.end)}, span);
  }

 private:
  std::string_view cut(Span whole, Span inner) const {
    std::size_t start = std::max(whole.start, inner.start - std::min(inner.start, reach_));
    std::size_t end = std::min(whole.end, inner.end + reach_);
    const auto is_inside = [&](std::size_t i) {
      return i < text_.size() && (static_cast<unsigned char>(text_[i]) & 0xC0) == 0x80;
    };
    while (is_inside(start)) ++start;
    while (is_inside(end)) ++end;
    return slice(text_, {start, end});
  }

  std::string_view text_;
  std::vector<Span> sentences_;
  std::size_t reach_ = longest_passage, spent_ = 0;
};

std::string in_lines(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, "\n"));
}

Figure figure_of(const Document& document, const FigureMention& mention, const text::CodePoints& points,
                 const Passages& text) {
  Figure figure;
  figure.start = static_cast<std::uint32_t>(points.before(mention.span.start));
  figure.end = static_cast<std::uint32_t>(points.before(mention.span.end));
  figure.in_title = mention.in_title;
  figure.quote = mentions::quote(document, mention);
  figure.interval = {mention.low, mention.high};
  figure.qualifier = mention.qualifier, figure.who = mention.who, figure.role = mention.role;
  figure.relation = mention.relation, figure.event = mention.event;
  figure.attributed_to = mention.attributed_to, figure.as_of = mention.as_of;
  if (mention.of) figure.of = static_cast<std::uint32_t>(*mention.of);
  const std::string_view title = document.title;
  figure.sentence = mention.in_title ? title : text::trim(text.around(mention.span, 0, 0));
  figure.words = in_lines(topic_words(mention.in_title ? title : text.around(mention.span, 1, 0)));
  const auto runs = shingles::runs(mention.in_title ? title : text.around(mention.span, 1, 1));
  const shingles::Sketch sketch = shingles::sketch(runs, PassageSketch::most);
  std::copy(sketch.begin(), sketch.end(), figure.sketch.hashes.begin());
  figure.sketch.size = static_cast<std::uint8_t>(sketch.size());
  return figure;
}

}  // namespace

Source evidence(const Document& document) {
  std::vector<Figure> figures;
  if (document.figures) figures.reserve(document.figures->size());
  Source source = evidence(document, [&](Figure figure) { figures.push_back(std::move(figure)); });
  source.figures = std::move(figures);
  return source;
}

Source evidence(const Document& document, const std::function<void(Figure)>& visit) {
  Source source{document.id, document.url, document.sitename, document.date, document.title, {}, {}};
  if (source.outlet.empty()) source.outlet = document.hostname;
  if (!document.figures || document.figures->empty()) return source;
  Passages text(document.text);
  source.words = in_lines(topic_words(document.title + ".\n\n" + std::string(text.opening())));
  const text::CodePoints of_title(document.title), of_text(document.text);
  std::unordered_map<std::uint64_t, int> times;  // that a quote came, by its hash
  for (const FigureMention& mention : *document.figures) {
    Figure figure = figure_of(document, mention, mention.in_title ? of_title : of_text, text);
    text.spend(figure.sentence.view().size());
    const int time = ++times[hash_of(figure.quote)];
    figure.id = fmt::format("{:08x}",
                            hash_of(fmt::format("{}\n{}\n{}", document.id, figure.quote.view(), time)) >> 32);
    visit(std::move(figure));
  }
  return source;
}

}  // namespace presscut::tally
