#include "corpus/neighbours.h"

#include <algorithm>

#include "corpus/passages.h"
#include "sentences/sentences.h"

namespace presscut::corpus {

void Neighbours::add(const Document& document, const Hits& hits) {
  each_passage(document, request_, [&](std::string_view text, bool in_title) {
    mark(text, in_title, hits);
    if (request_.sentence) add_sentences(text, in_title);
    else add_passage(text);
  });
  const bool has_near = flush(near_, near_slice), has_far = flush(far_, far_slice);
  terms_.counts.add_size(terms_.counts.slice(node_slice), {hits.size(), has_near || has_far});
}

// Counts what stands on one side; whether that is anything.
bool Neighbours::flush(Side& side, std::string_view name) {
  const std::uint32_t slice = terms_.counts.slice(name);
  for (const std::uint32_t term : side.terms) terms_.note(term);
  terms_.counts.add_size(slice, {side.size, 0});
  side.terms.clear();
  side.size = 0;
  return terms_.flush(slice);
}

// Splits a passage and says of each word where it stands.
void Neighbours::mark(std::string_view text, bool in_title, const Hits& hits) {
  words_.clear();
  words::split(text, words_);
  places_.assign(words_.size(), Place::far);
  std::size_t marked = 0;  // windows come in order: what one has marked, the next need not
  for (const concordance::Hit& hit : hits) {
    if (hit.in_title != in_title) continue;
    const auto [first, last] = words_of(hit.span);
    const std::size_t from = first - std::min<std::size_t>(first, request_.left);
    const std::size_t to = last + std::min<std::size_t>(words_.size() - last, request_.right);
    for (std::size_t i = std::max(from, marked); i < to; ++i)
      if (places_[i] == Place::far) places_[i] = Place::near;
    marked = std::max(marked, to);
    for (std::size_t i = first; i < last; ++i) places_[i] = Place::node;
  }
}

// The words that a span touches, as a half-open range.
std::pair<std::size_t, std::size_t> Neighbours::words_of(Span span) const {
  const auto first =
      std::partition_point(words_.begin(), words_.end(), [&](Span word) { return word.end <= span.start; });
  const auto last =
      std::partition_point(first, words_.end(), [&](Span word) { return word.start < span.end; });
  return {static_cast<std::size_t>(first - words_.begin()), static_cast<std::size_t>(last - words_.begin())};
}

void Neighbours::add_passage(std::string_view text) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (places_[i] == Place::node) continue;
    Side& side = places_[i] == Place::near ? near_ : far_;
    side.terms.push_back(terms_.of(slice(text, words_[i])));
    ++side.size;
  }
}

void Neighbours::add_sentences(std::string_view text, bool in_title) {
  const auto sentences = in_title ? std::vector<Span>{{0, text.size()}} : sentences::split(text);
  for (const Span sentence : sentences) {
    const auto [first, last] = words_of(sentence);
    if (first == last) continue;
    add_each_once(text, first, last, has_node(first, last) ? near_ : far_);
  }
}

bool Neighbours::has_node(std::size_t first, std::size_t last) const {
  return std::any_of(places_.begin() + static_cast<std::ptrdiff_t>(first),
                     places_.begin() + static_cast<std::ptrdiff_t>(last),
                     [](Place place) { return place == Place::node; });
}

void Neighbours::add_each_once(std::string_view text, std::size_t first, std::size_t last, Side& side) {
  const auto begin = static_cast<std::ptrdiff_t>(side.terms.size());
  for (std::size_t i = first; i < last; ++i)
    if (places_[i] != Place::node) side.terms.push_back(terms_.of(slice(text, words_[i])));
  std::sort(side.terms.begin() + begin, side.terms.end());
  side.terms.erase(std::unique(side.terms.begin() + begin, side.terms.end()), side.terms.end());
  ++side.size;
}

}  // namespace presscut::corpus
