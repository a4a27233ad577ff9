// What words do around a count of people, from the tables words.LANGUAGE.tsv and nouns.LANGUAGE.tsv.
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tables/phrases.h"
#include "text/tokens.h"

namespace presscut::figures {

enum class Is : std::uint8_t {
  does,        // its subject acts: "signed"
  by,          // those who act follow: "signed by"
  draws,       // what it draws is counted: "gathered"
  left,        // its subject takes back: "withdrew their names"
  names,       // "signatures"
  rolenoun,    // "strikers"
  event,       // "letter"
  which,       // which of several: "counter-letter"
  more,        // "another"
  prior,       // "previous"
  goal,        // "expected"
  negative,    // "not"
  subset,      // "of whom"
  not_people,  // another kind of count: "killed"
  party,       // who may claim a count: "police"
  says,        // "according to"
  of,
  determiner,
  relative,
  conjunction,
  them,
  stop,   // ends a noun phrase
  whole,  // stands for the count of an event: "the number"
  nobody,
  clause,    // begins another clause
  sends,     // with a letter behind it: "published"
  beyond,    // the count is surpassed: "passed"
  after,     // tells behind a number that it is the whole: "at the last count"
  set_out,   // "expected on"
  anyone,    // a noun that does not tell one group of people from another
  holds,     // with an event behind it: "staged"
  occasion,  // people come together for no cause: "festival"
  deed,      // is signed, and no letter: "treaty"
  label,     // what follows is its number: "page"
  leaves,    // what is behind tells whether people resign or walk out: "withdrew from"
  office,    // who leaves it resigns: "board"
  venue,     // who leaves it in protest, walks out: "hall"
};
inline constexpr std::size_t class_count = static_cast<std::size_t>(Is::venue) + 1;

enum class Noun : std::uint8_t { unknown, person, maybe, thing };

struct Entry {
  std::bitset<class_count> classes;
  std::unordered_map<std::uint8_t, std::string> values;
  std::string word;

  bool is(Is what) const { return classes.test(static_cast<std::size_t>(what)); }
  const std::string& value(Is what) const { return values.at(static_cast<std::uint8_t>(what)); }
};

class Lexicon {
 public:
  /// Throws std::runtime_error on a bad row.
  Lexicon(std::string_view words_name, std::string_view words, std::string_view nouns_name,
          std::string_view nouns);

  /// The longest entry that starts at `tokens[at]` and how many tokens it takes; nullptr where there is none.
  const Entry* longest(std::span<const text::Token> tokens, std::size_t at, std::size_t& taken) const;

  /// What a folded word is as the noun behind a count.
  Noun noun(std::string_view folded) const;

 private:
  std::vector<Entry> entries_;
  tables::Phrases phrases_;
  std::unordered_map<std::string, Noun> nouns_;
  std::vector<std::pair<std::string, Noun>> endings_;  // the longest first
};

/// The lexicon of a language ("en"), nullptr where there is no table.
const Lexicon* lexicon(std::string_view language);

}  // namespace presscut::figures
