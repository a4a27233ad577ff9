// The words that say what a block is: stop words of many languages, and the phrases of page furniture.
//
// One table for both, so that each word of a page is looked up once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"
#include "tables/tables.h"

namespace presscut::clean {

/// Where in a block a phrase must stand to count.
enum class Place : std::uint8_t { whole, start, any };

/// A row of phrases.LANGUAGE.tsv.
struct Phrase {
  std::vector<std::string> words;  // folded
  Reason reason = Reason::other;
  Place place = Place::any;
  bool sure = false;  // decides on its own that the block goes
  std::string rule;   // "phrases.en.tsv:14"
};

/// What is known of one word.
struct Entry {
  std::uint32_t languages = 0;         // a bit for each language that has it as a stop word
  std::vector<std::uint16_t> phrases;  // those that begin with it, longest first
};

class Words {
 public:
  /// The built-in tables.
  static const Words& built_in();

  /// What is known of the folded `word`, nullptr where nothing is.
  const Entry* find(std::string_view word) const;

  const Phrase& phrase(std::uint16_t number) const { return phrases_[number]; }
  const std::vector<Phrase>& phrases() const { return phrases_; }
  const std::vector<std::string>& languages() const { return languages_; }

 private:
  Words();
  void read_stop_words();
  void read_phrases(std::string_view name, std::string_view text);
  Entry& entry(const std::string& word);
  void build();

  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  // one more than its place in entries_
  };
  std::unordered_map<std::string, std::size_t> places_;  // only while the table is built
  std::vector<std::string> names_;
  std::vector<Entry> entries_;
  std::vector<Slot> slots_;
  std::vector<Phrase> phrases_;
  std::vector<std::string> languages_;
};

/// The folded words of a phrase or block: runs of letters, digits and apostrophes.
std::vector<std::string> split_words(std::string_view text);

}  // namespace presscut::clean
