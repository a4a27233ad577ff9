// The words that say what a block is: stop words of many languages, and the phrases of page furniture.
//
// One table for both, so that each word of a page is looked up once.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clean/characters.h"
#include "document/document.h"
#include "tables/tables.h"

namespace presscut::clean {

/// Where in a block a phrase must stand to count; as a label: it is the whole block or a colon follows it at
/// the start; as a credit: at its end, in brackets.
enum class Place : std::uint8_t { whole, label, start, any, credit };

/// A row of phrases.LANGUAGE.tsv.
struct Phrase {
  std::vector<WordKey> words;
  Reason reason = Reason::other;
  Place place = Place::any;
  bool sure = false;  // decides on its own that the block goes
  std::string rule;   // "phrases.en.tsv:14"
};

/// How many languages stopwords.tsv may hold.
inline constexpr std::size_t max_languages = 15;

/// A word and what is known of it: half a line of a cache.
struct alignas(32) Entry {
  static constexpr std::uint8_t none = max_languages;

  std::uint64_t low = 0, high = 0;  // of the word's key
  std::uint64_t seconds = 0;        // of the words that come second in its phrases, a bit each
  std::uint32_t size = 0;           // of the word; 0: nobody knows it
  std::uint16_t number = 0;
  std::uint8_t language = none;  // the one language that has it as a stop word; `none`: none or several
  bool is_stop_word : 1 = false;
  bool has_word_phrase : 1 = false;  // one of its phrases is this word alone

  WordKey key() const { return {low, high, size}; }
  static std::uint64_t bit_of(std::uint64_t hash) { return std::uint64_t{1} << (hash >> 58); }
  bool may_go_on_with(std::uint64_t hash) const { return seconds >> (hash >> 58) & 1; }
  bool is_of_other_than(const WordKey& word) const {
    const std::uint64_t difference = (low ^ word.low) | (high ^ word.high) | (size ^ word.size);
    return (size != 0) & (difference != 0);
  }
};

/// A bit for each 65,536th of the hashes: it is set for all words that were added and for few others.
class WordFilter {
 public:
  void add(std::uint64_t hash) { bits_[hash >> 54] |= std::uint64_t{1} << (hash >> 48 & 63); }
  /// In the lowest bit.
  std::uint64_t has(std::uint64_t hash) const { return bits_[hash >> 54] >> (hash >> 48 & 63); }

 private:
  std::array<std::uint64_t, 1024> bits_{};
};

class Words {
 public:
  /// The built-in tables.
  static const Words& built_in();

  /// Tells most words of which nothing is known.
  const WordFilter& filter() const { return filter_; }

  /// What is known of a word. `hash` is that of `key`.
  const Entry& find(const WordKey& key, std::uint64_t hash) const { return entries_[place_of(key, hash)]; }

  /// The phrases that begin with the word of `entry`, longest first; by their numbers.
  const std::vector<std::uint16_t>& phrases(const Entry& entry) const { return openings_[entry.number]; }

  const Phrase& phrase(std::uint16_t number) const { return phrases_[number]; }
  const std::vector<Phrase>& phrases() const { return phrases_; }
  const std::vector<std::string>& languages() const { return languages_; }

 private:
  Words();
  void read_stop_words();
  void read_phrases(std::string_view name, std::string_view text);
  Entry& entry(const WordKey& key);
  void grow();

  // Of the word's entry, or of the empty one where it belongs.
  std::size_t place_of(const WordKey& key, std::uint64_t hash) const {
    std::size_t at = hash >> 40 & mask_;
    while (entries_[at].is_of_other_than(key)) at = (at + 1) & mask_;
    return at;
  }

  WordFilter filter_;
  std::vector<Entry> entries_;  // a power of two of them
  std::size_t mask_ = 0;
  std::vector<std::vector<std::uint16_t>> openings_;  // by the numbers of entries
  std::vector<Phrase> phrases_;
  std::vector<std::string> languages_;
};

/// The words of a text: runs of letters, digits and apostrophes.
std::vector<WordKey> split_words(std::string_view text);

}  // namespace presscut::clean
