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

/// What is known of one word; of most words nothing.
struct Entry {
  static constexpr std::uint8_t none = max_languages;

  std::uint64_t seconds = 0;  // a bit for six bits of the hash of each word that follows in a phrase
  bool is_stop_word = false;
  std::uint8_t language = none;  // the one language that has it as a stop word; `none`: none or several
  bool has_word_phrase = false;  // one of its phrases is this word alone
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
  const Entry& find(const WordKey& key, std::uint64_t hash) const {
    return entries_[slots_[place_of(key, hash)].entry];
  }

  /// The phrases that begin with the word of `entry`, longest first; by their numbers.
  const std::vector<std::uint16_t>& phrases(const Entry& entry) const {
    return openings_[static_cast<std::size_t>(&entry - entries_.data())];
  }

  const Phrase& phrase(std::uint16_t number) const { return phrases_[number]; }
  const std::vector<Phrase>& phrases() const { return phrases_; }
  const std::vector<std::string>& languages() const { return languages_; }

 private:
  Words();
  void read_stop_words();
  void read_phrases(std::string_view name, std::string_view text);
  std::uint32_t entry(const WordKey& key);
  void grow();

  // Small, for the tables must stay in the caches.
  struct Slot {
    std::uint64_t low = 0, high = 0;
    std::uint32_t size = 0;
    std::uint32_t entry = 0;  // its place in entries_; 0 where the slot is empty

    WordKey key() const { return {low, high, size}; }
    bool holds_other_than(const WordKey& word) const {
      const std::uint64_t difference = (low ^ word.low) | (high ^ word.high) | (size ^ word.size);
      return (entry != 0) & (difference != 0);
    }
  };
  // The slot of a word, or the empty one where it belongs.
  std::size_t place_of(const WordKey& key, std::uint64_t hash) const {
    std::size_t at = hash & mask_;
    while (slots_[at].holds_other_than(key)) at = (at + 1) & mask_;
    return at;
  }

  WordFilter filter_;
  std::vector<Slot> slots_;  // a power of two of them
  std::size_t mask_ = 0;
  std::vector<Entry> entries_;                        // the first is that of all unknown words
  std::vector<std::vector<std::uint16_t>> openings_;  // by entry
  std::vector<Phrase> phrases_;
  std::vector<std::string> languages_;
};

/// The words of a text: runs of letters, digits and apostrophes.
std::vector<WordKey> split_words(std::string_view text);

}  // namespace presscut::clean
