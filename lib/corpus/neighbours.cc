#include "corpus/neighbours.h"

#include <algorithm>

#include "corpus/passages.h"
#include "sentences/sentences.h"

namespace presscut::corpus {

void Neighbours::add(const Document& document, const Hits& hits) {
  bool has_words = false;
  for (const Place wanted : {Place::near, Place::far}) {
    const std::uint32_t slice = terms_.counts.slice(wanted == Place::near ? near_slice : far_slice);
    each_passage(document, request_, [&](std::string_view text, bool in_title) {
      mark(text, in_title, hits);
      const std::uint64_t size =
          request_.sentence ? add_sentences(text, in_title, wanted) : add_passage(text, wanted);
      terms_.counts.add_size(slice, {size, 0});
    });
    has_words |= terms_.flush(slice);
  }
  const auto nodes = std::count_if(hits.begin(), hits.end(), [&](const concordance::Hit& hit) {
    return !hit.in_title || !request_.text_only;
  });
  terms_.counts.add_size(terms_.counts.slice(node_slice), {static_cast<std::uint64_t>(nodes), has_words});
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

std::uint64_t Neighbours::add_passage(std::string_view text, Place wanted) {
  std::uint64_t size = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (places_[i] != wanted) continue;
    terms_.note(terms_.of(slice(text, words_[i])));
    ++size;
  }
  return size;
}

std::uint64_t Neighbours::add_sentences(std::string_view text, bool in_title, Place wanted) {
  std::uint64_t size = 0;
  const auto sentences = in_title ? std::vector<Span>{{0, text.size()}} : sentences::split(text);
  for (const Span sentence : sentences) {
    const auto [first, last] = words_of(sentence);
    if (first == last || has_node(first, last) != (wanted == Place::near)) continue;
    ++size;
    note_each_once(text, first, last);
  }
  return size;
}

bool Neighbours::has_node(std::size_t first, std::size_t last) const {
  return std::any_of(places_.begin() + static_cast<std::ptrdiff_t>(first),
                     places_.begin() + static_cast<std::ptrdiff_t>(last),
                     [](Place place) { return place == Place::node; });
}

void Neighbours::note_each_once(std::string_view text, std::size_t first, std::size_t last) {
  noted_.clear();
  for (std::size_t i = first; i < last; ++i)
    if (places_[i] != Place::node) noted_.push_back(terms_.of(slice(text, words_[i])));
  std::sort(noted_.begin(), noted_.end());
  noted_.erase(std::unique(noted_.begin(), noted_.end()), noted_.end());
  for (const std::uint32_t term : noted_) terms_.note(term);
}

}  // namespace presscut::corpus
