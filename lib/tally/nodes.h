// The events of single documents, as figures named them: what is linked (tally/link.h).
#pragma once

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "tally/tally.h"

namespace presscut::tally {

/// What kinds of events there are for linking; a letter and a petition may be two words for one thing.
enum class Family : std::uint8_t { letter, refusal, resignation, strike, protest, support, survey };

/// An event of one document: all figures in it that it is named by.
struct Node {
  std::size_t source = 0;
  int day = 0;  // of its document, counted with months of 31 days; 0 where it has none
  Family family = Family::letter;
  std::string label, variant, name, head;  // head: the noun of who is counted
  std::vector<std::size_t> figures;
  std::vector<std::string> words;
  std::set<double> values;
  std::vector<std::string> places;  // of which its document has events of their own
  std::size_t names = 0;

  // Names in one document may be common words in another, "Keepers" at the head of a title: words are
  // compared folded.
  std::vector<std::string> folded;  // the words in their order
  std::vector<std::string> keys;    // the same, sorted
  std::vector<double> weights;      // of the words, in their order
  double weight = 0;                // of all of them

  bool has(const std::string& key) const { return std::binary_search(keys.begin(), keys.end(), key); }
};

/// "march (Velden)", "march (capital)": an event of its own because of where it is.
bool is_place(const Node& node);

/// `named[source][figure]` is the name that a choice gave it, empty where none did. Without what depends on
/// the other nodes of a run, the weights.
std::vector<Node> nodes_of(const std::vector<Source>& sources,
                           const std::vector<std::vector<text::Brief>>& named, int threads);

}  // namespace presscut::tally
