// What elements are called says what stands in them: weights of the words of their names, learned from pages.
//
// hints.tsv of lib/html holds what a person knows of such words, this what a model found: thousands of words,
// each a little. Names are those of page::Container: element, classes, id, itemprop.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "page/page.h"

namespace presscut::clean {

/// The words of `names`: the names themselves and the words of two letters or more that they are made of,
/// each once a name. In lower case, a number as 0; of at most 31 characters, all ASCII.
///
///   "div article-body2 bodyText"  ->  "div", "article", "body", "article-body0", "body", "text", "bodytext"
std::vector<std::string> words_of_names(std::string_view names);

/// Of a container, in 1/32 logit: what its own names weigh, those of the one around it, and of all
/// from the page down to it the sum, the lightest (or 0) and the heaviest (or 0).
struct NameScore {
  std::int32_t own = 0, parent = 0, sum = 0, least = 0, most = 0;
};

class NameWeights {
 public:
  /// `weight` is in 1/32 logit.
  void add(std::string_view word, std::int32_t weight);

  /// The sum of the weights of the words of `names`; of those of a name the 16 first that have one.
  std::int32_t of(std::string_view names) const;

  /// One score for each container of the page; linear in the length of the names.
  std::vector<NameScore> score(const page::Page& page) const;

 private:
  // Words are known by their hashes, which are all different in 64 bits; none is 0.
  struct Slot {
    std::uint64_t hash = 0;
    std::int32_t weight = 0;
  };

  std::size_t place_of(std::uint64_t hash) const;
  std::int32_t of_name(std::string_view name) const;

  std::vector<Slot> slots_;  // open addressing, at most half full
  std::size_t size_ = 0;
};

}  // namespace presscut::clean
