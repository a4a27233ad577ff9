// What the tables of a language know of words around numbers.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "numbers/numbers.h"
#include "numerals/numerals.h"
#include "tables/phrases.h"
#include "text/tokens.h"

namespace presscut::numbers {

/// What a word or phrase does beside a number.
enum class Is : std::uint8_t {
  before,   // a qualifier before a number: "over"
  after,    // a qualifier behind it: "or so"
  filler,   // between qualifier and number, saying nothing of its size: "another"
  to,       // between the ends of a range
  between,  // before a range whose ends "and" joins
  from,     // before a range whose ends `to` joins
  also,     // "and"
  either,   // "or"
  however,  // "but"
  than,     // behind a qualifier: it stands before the next number
  a,        // "a"
  the,      // determiners that may stand between "of" and what is counted
  of,
  per,          // "per"
  minus,        // "minus"
  point,        // "point" between digits in words
  part,         // denominators: "third" 3
  part_plural,  // "thirds" 3
  half,         // "half" where it stands alone
  in,           // between the numbers of a ratio: "one in five"
  out_of,       // the same
  above,        // between the numbers of a fraction: "one over three"
  scale_short,  // behind digits: "k", "bn"
  factor,       // a multiplier of its own: "doubled" 2
  aged,         // before an age
  rough,        // rough words that stand alone: "dozens"
  few,          // before a scale word: "several"
  one,          // number words that are pronouns too
  extreme,      // words behind "one of the" that make it no count: "largest"
  pronoun,      // words before or behind `one` that make it a pronoun
  article,      // number words that are articles before a noun: German "ein"
  more,         // between number and noun, no part of what is counted: "more"
  stop,         // words that end what is counted: prepositions, pronouns, auxiliaries
  verb,         // verbs that may stand where a noun may: "signed"
  change,       // before how far something went, and "to" where: "fell 12 cents to 98 cents"
  upward,       // verbs behind which "up to" says where something went: "edged up to 4.1%"
  plural,       // plurals that look like none, and words that count like them: "people"
  singular,     // words that look like plurals and are none: "perhaps"
  label,        // nouns that make the number behind them a name: "channel"
  unit_label,   // nouns that make the number before them one: "the 8200 unit"
  of_year,      // nouns that make the number before them a year: "below 1990 levels"
  name,         // phrases with a number in them that are names: "24/7"
  ordinal_end,  // "th"
  dimension,    // words behind metres: "tall"
  number_of_classes
};

enum class Qualifier : std::uint8_t {
  exact,
  over,
  at_least,
  about,
  nearly,
  under,
  up_to,
  range,
  dozens,
  hundreds,
  thousands,
  vague
};

std::string_view name(Qualifier qualifier);

/// Bounds of a rough word. `scale` is what it multiplies by behind another one: "hundreds of thousands".
struct RoughBounds {
  double low = 0, high = 0, scale = 1;
};

/// One row of a table: what a word is, its value, and how a mention names the row.
struct Reading {
  Is is = Is::stop;
  Qualifier qualifier = Qualifier::exact;
  double value = 0;            // of a qualifier: the least number that it may qualify
  RoughBounds bounds[3] = {};  // by Rough
  std::string rule;
};

using Classes = std::bitset<static_cast<std::size_t>(Is::number_of_classes)>;

struct Entry {
  Classes classes;
  std::vector<Reading> readings;

  bool is(Is what) const { return classes[static_cast<std::size_t>(what)]; }
  const Reading* reading(Is what) const;
};

class Units;

class Lexicon {
 public:
  struct Rows {
    std::string_view name, text;
  };

  /// `words` are tables of word, class, value; `rough` is that of the rough words. Throws std::runtime_error
  /// on a row of no known class or value. Mentions may also begin with what `units` has for money.
  Lexicon(std::string_view language, const std::vector<Rows>& words, const Rows& rough, const Units& units);

  /// The entry of the longest phrase at `tokens[at]`, and in `taken` how many tokens it takes; nullptr where
  /// none stands there.
  const Entry* longest(std::span<const text::Token> tokens, std::size_t at, std::size_t& taken) const {
    const tables::Phrases::Match match = phrases_.longest(tokens, at);
    taken = match.tokens;
    return taken > 0 ? &entries_[match.number] : nullptr;
  }

  /// Whether a phrase may start with a word of this hash; `false` is certain.
  bool may_know(std::uint64_t hash) const { return phrases_.may_start(hash); }

  /// Whether a mention may begin with a word or sign of this hash; `false` is certain.
  bool may_open(std::uint64_t hash) const {
    return opens_[hash % opens_.size()] || numbers_->is_compound(hash);
  }

  /// Whether it may where `next` follows: most words that begin a phrase begin nothing else.
  bool may_open(std::uint64_t hash, std::uint64_t next) const {
    return alone_[hash % alone_.size()] || pairs_[pair(hash, next)] || numbers_->is_compound(hash);
  }

  /// Whether a mention without signs and codes of money may begin with a word of this hash.
  bool may_begin(std::uint64_t hash) const {
    return begins_[hash % begins_.size()] || numbers_->is_compound(hash);
  }

  /// Whether a word of this hash begins a mention only where the next word may go on with one: "a".
  bool is_article(std::uint64_t hash) const {
    return std::find(articles_.begin(), articles_.end(), hash) != articles_.end();
  }

  /// Whether a word of this hash may stand behind an article: a number word, a denominator, a scale.
  bool may_follow_article(std::uint64_t hash) const {
    return follows_[hash % follows_.size()] || numbers_->may_start(hash);
  }

  const std::string& language() const { return language_; }
  const numerals::Words& numbers() const { return *numbers_; }
  bool comma_decimals() const { return comma_decimals_; }
  bool capital_nouns() const { return capital_nouns_; }
  std::span<const std::string> plural_endings() const { return plural_endings_; }
  std::span<const std::string> singular_endings() const { return singular_endings_; }
  std::span<const std::string> adjective_endings() const { return adjective_endings_; }
  std::span<const std::string> verbal_endings() const { return verbal_endings_; }

 private:
  void add(const std::string& word, Reading reading);
  static std::size_t pair(std::uint64_t first, std::uint64_t second) { return (first * 31 + second) % 65536; }

  std::string language_;
  const numerals::Words* numbers_;
  tables::Phrases phrases_;
  std::vector<Entry> entries_;
  std::vector<std::pair<std::string, std::uint32_t>> places_;
  std::bitset<65536> begins_, opens_, alone_, pairs_;
  std::vector<std::uint64_t> articles_;
  std::bitset<65536> follows_;
  bool comma_decimals_ = false;  // "1,5" is one and a half
  bool capital_nouns_ = false;   // nouns are written with a capital
  std::vector<std::string> plural_endings_, singular_endings_, adjective_endings_, verbal_endings_;
};

/// The words of a language ("en"), nullptr where it has no tables.
const Lexicon* lexicon(std::string_view language);

/// The words of `language` where it has tables; else of the language whose words the beginning of `text` has
/// most.
const Lexicon& lexicon_of(std::string_view text, std::string_view language);

}  // namespace presscut::numbers
