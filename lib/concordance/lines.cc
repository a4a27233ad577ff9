#include "concordance/lines.h"

#include <algorithm>

#include "mentions/mentions.h"
#include "sentences/sentences.h"

namespace presscut::concordance {
namespace {

std::string key_of(const Line& line, Order order) {
  switch (order) {
    case Order::document: return "";
    case Order::left: return sort_key(line.left, true);
    case Order::right: return sort_key(line.right, false);
    case Order::node: return sort_key(line.node, false) + '\t' + sort_key(line.right, false);
  }
  return "";
}

// Which part of its text is shown around a hit.
class Around {
 public:
  Around(const Document& document, const View& view) : view_(view) {
    if (view.sentence) sentences_ = sentences::split(document.text);
  }

  Span operator()(std::string_view text, const Hit& hit) const {
    if (!view_.sentence) return context(text, hit.span, view_.width);
    return hit.in_title ? Span{0, text.size()} : sentences::around(sentences_, hit.span);
  }

 private:
  const View& view_;
  std::vector<Span> sentences_;
};

}  // namespace

std::vector<Line> lines(const Document& document, const std::vector<Hit>& hits, const View& view) {
  std::vector<Line> all;
  if (hits.empty()) return all;
  const Around around(document, view);
  const std::vector<Span> spans = mentions::code_points(document, hits);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const Hit& hit = hits[i];
    const std::string_view text = mentions::field_of(document, hit);
    const Span shown = around(text, hit);
    Line line{text::squeeze(slice(text, {shown.start, hit.span.start})),
              text::squeeze(slice(text, hit.span)),
              text::squeeze(slice(text, {hit.span.end, shown.end})),
              hit,
              spans[i],
              ""};
    line.key = key_of(line, view.order);
    all.push_back(std::move(line));
  }
  return all;
}

const std::vector<std::string>& columns() {
  static const std::vector<std::string> names = {"id",   "start", "end",   "quote", "left", "right",
                                                 "date", "term",  "field", "title", "url",  "hostname"};
  return names;
}

std::vector<output::Cell> cells(const Document& document, const Line& line) {
  return {document.id,
          std::uint64_t{line.code_points.start},
          std::uint64_t{line.code_points.end},
          std::string(mentions::quote(document, line.hit)),
          line.left,
          line.right,
          document.date,
          line.hit.term,
          std::string(line.hit.in_title ? "title" : "text"),
          document.title,
          document.url,
          document.hostname};
}

}  // namespace presscut::concordance
