// How often each term stands in each slice of a corpus: all that frequency, keyness, collocation and
// dispersion are computed from.
//
// Counts are sums of whole numbers: those of parts, added in any order, are those of the whole. Memory goes
// with the terms and the slices in which they stand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/pairs.h"
#include "corpus/vocabulary.h"

namespace presscut::corpus {

/// A slice of a corpus and what it has in all: words (or sentences, where these are counted) and documents.
struct Slice {
  std::string name;
  Count size;
};

/// A term and how often it stands where: numbers of slices in `Counts::slices`, rising.
struct Term {
  std::string_view name;
  std::vector<std::pair<std::size_t, Count>> counts;

  Count sum() const;
};

class Counts {
 public:
  std::uint32_t term(std::string_view name) { return terms_.id(name); }
  std::string_view name(std::uint32_t term) const { return terms_[term]; }
  std::uint32_t slice(std::string_view name);

  void add(std::uint32_t term, std::uint32_t slice, Count count);

  /// Fetches from slow memory what `add` of a term will need soon.
  void expect(std::uint32_t term, std::uint32_t slice) const {
    if (term < firsts_.size()) __builtin_prefetch(&firsts_[term]);
    if (slices_.size() > 1) pairs_.expect(term, slice);
  }
  void add_size(std::uint32_t slice, Count size) { sizes_[slice] += size; }
  void add(const Counts& other);

  /// By name.
  std::vector<Slice> slices() const;

  /// Terms that stand somewhere, by name, in the order of their bytes. They point into the counts. O(n log
  /// n).
  std::vector<Term> terms() const;

 private:
  std::vector<std::uint32_t> order_of_slices() const;

  // Calls visit(term, slice, count) for all that has been counted.
  template <typename Visit>
  void each(Visit visit) const;

  // What a term has in the slice that it came up in first, which is all that most terms have.
  struct First {
    std::uint32_t slice = 0;
    Count count;
  };

  Vocabulary terms_, slices_;
  std::vector<Count> sizes_;  // of slices
  std::vector<First> firsts_;
  Pairs pairs_;  // of all slices but the first ones
};

}  // namespace presscut::corpus
