// What a passage speaks of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace presscut::tally {

/// The words of `passage` that tell one event from another, each once, sorted: no commonplace words, no words
/// of every petition and strike (commonplace.en.tsv), plurals as singulars. Names keep their capitals: a word
/// that is written with one where no sentence begins.
///
///   "The keepers wrote to Tobin Ashe."  ->  "Ashe", "Tobin", "keeper"
std::vector<std::string> topic_words(std::string_view passage);

/// The words of a source or a figure, which have them a line each, apart; into `words`.
std::vector<std::string_view> lines_of(std::string_view words);
void add_lines(std::string_view words, std::vector<std::string_view>& lines);

/// The noun of who is counted, in the singular: "former officials" -> "official". Empty where it tells
/// nothing
/// ("people").
std::string head_of(std::string_view who);

/// Whether a topic word is a name.
bool is_name(std::string_view word);
inline bool is_name(std::string_view word, std::string_view folded) {
  return !word.empty() && folded != word;
}

std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace presscut::tally
