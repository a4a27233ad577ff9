// Words near a node and words far from it: a table of two by two for each word.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/corpus.h"
#include "corpus/terms.h"

namespace presscut::corpus {

/// The slices in which neighbours are counted; the size of the last one is how often the node stands.
inline constexpr std::string_view near_slice = "near", far_slice = "far", node_slice = "node";

class Neighbours {
 public:
  Neighbours(const Request& request, Terms& terms) : request_(request), terms_(terms) {}

  /// Counts each word once that is no part of a node, near or far; by sentences, each sentence that has the
  /// word.
  void add(const Document& document, const std::vector<concordance::Hit>& hits);

 private:
  using Hits = std::vector<concordance::Hit>;
  enum class Place : std::uint8_t { far, near, node };

  // What is near the node in the document at hand, or far from it.
  struct Side {
    std::vector<std::uint32_t> terms;
    std::uint64_t size = 0;  // words or sentences
  };

  void add_passage(std::string_view text);
  void add_sentences(std::string_view text, bool in_title);
  bool flush(Side& side, std::string_view slice);
  void mark(std::string_view text, bool in_title, const Hits& hits);
  std::pair<std::size_t, std::size_t> words_of(Span span) const;
  bool has_node(std::size_t first, std::size_t last) const;
  void add_each_once(std::string_view text, std::size_t first, std::size_t last, Side& side);

  const Request& request_;
  Terms& terms_;
  std::vector<Span> words_;  // of the passage at hand
  std::vector<Place> places_;
  Side near_, far_;
};

}  // namespace presscut::corpus
