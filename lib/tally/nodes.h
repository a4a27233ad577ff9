// The events of single documents, as figures named them: what is linked (tally/link.h).
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tally/tally.h"

namespace presscut::tally {

/// What kinds of events there are for linking; a letter and a petition may be two words for one thing.
enum class Family : std::uint8_t { letter, refusal, resignation, strike, protest, support, survey };

/// What a node speaks of. Names in one document may be common words in another, "Keepers" at the head of a
/// title: words are compared folded.
struct TopicWord {
  std::string_view written;
  std::uint64_t key = 0;  // hash of it, folded
  bool is_name = false;
  double weight = 0;
};

/// An event of one document: all figures in it that it is named by. Views are into its source.
struct Node {
  std::size_t source = 0;
  int day = 0;  // of its document, counted with months of 31 days; 0 where it has none
  Family family = Family::letter;
  std::string_view label, variant, name;
  std::string head;  // the noun of who is counted
  std::vector<std::size_t> figures;
  std::vector<double> values;
  std::vector<std::string_view> places;  // of which its document has events of their own
  std::vector<TopicWord> words;          // sorted
  std::vector<std::uint64_t> keys;       // of the words, sorted
  std::size_t names = 0;
  double weight = 0;  // of all words

  bool has(std::uint64_t key) const { return std::binary_search(keys.begin(), keys.end(), key); }
};

/// "march (Velden)", "march (capital)": an event of its own because of where it is.
bool is_place(const Node& node);

/// Without what depends on the other nodes of a run, the weights.
std::vector<Node> nodes_of(const std::vector<Source>& sources, int threads);

}  // namespace presscut::tally
