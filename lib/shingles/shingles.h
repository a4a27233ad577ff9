// How much two passages are one text: runs of words (shingles) and sketches of them by MinHash.
//
// Broder, On the resemblance and containment of documents, 1997: texts that share most of their runs share
// most of the least hashes of these. A sketch is small and stays as it is; two of them tell the resemblance
// of their texts without these.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace presscut::shingles {

/// How many words a run has.
inline constexpr std::size_t run_words = 3;

/// The hashes of all runs of words of `text`, in its order; case, white space and punctuation do not count.
/// None where it has fewer words. Linear.
///
///   runs("The walk began.") == runs("the WALK, began")
std::vector<std::uint64_t> runs(std::string_view text);

/// The same some at a time, for whoever does not keep them: a thousand or more the first time, where there
/// are as many. Returns how many there are.
std::size_t each_runs(std::string_view text,
                      const std::function<void(std::span<const std::uint64_t>)>& visit);

/// Sixteen bits of each least hash are enough to tell whether two are one (Li and König, b-bit minwise
/// hashing, 2010).
using Sketch = std::vector<std::uint16_t>;

/// The `size` least hashes of `runs`, each by another hash function. Empty where there are no runs.
Sketch sketch(const std::vector<std::uint64_t>& runs, std::size_t size);

/// The same of runs that come some at a time.
class Sketcher {
 public:
  explicit Sketcher(std::size_t size) : size_(size) {}

  void add(std::span<const std::uint64_t> runs);
  Sketch sketch() const;

 private:
  std::size_t size_;
  std::vector<std::uint64_t> factors_;
  std::vector<std::uint32_t> least_;
};

/// The share of the hashes on which two sketches of one size agree, 0 to 1: an estimate of the share of runs
/// that both texts have among those of either (Jaccard). 0 where one is empty or of another size.
double resemblance(std::span<const std::uint16_t> a, std::span<const std::uint16_t> b);

}  // namespace presscut::shingles
