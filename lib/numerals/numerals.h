// Numbers in words: "twenty-five", "trois", "half a dozen", "hundertste".
//
// Knows the number words of the languages with a table numerals.LANGUAGE.tsv. Does not read digits, and does
// not judge what a number is for: "one" is 1 wherever it stands.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "numerals/compounds.h"
#include "tables/phrases.h"
#include "text/tokens.h"

namespace presscut::numerals {

struct Numeral {
  double value = 0;
  double scale = 1;        // the scale that ends it: a million in "two million"
  bool ordinal = false;    // "third", "twenty-first"
  std::size_t tokens = 0;  // how many tokens say it
};

/// The number words of one language.
class Words {
 public:
  /// `table` names the table in messages, `rows` is its text. Throws std::runtime_error on a bad row.
  Words(std::string_view table, std::string_view rows);

  /// The longest number that starts at `tokens[at]`, nothing where none does.
  ///
  ///   "twenty-five years" -> 25, 3 tokens      "nineteen seventy" -> 19, 1 token (two numbers)
  ///   "half a dozen" -> 6, 3 tokens            "twenty-first" -> 21, ordinal
  std::optional<Numeral> read(std::span<const text::Token> tokens, std::size_t at) const {
    return may_start(tokens[at].hash) ? search(tokens, at) : std::nullopt;
  }

  /// The scale word at `tokens[at]`, singular or plural: "million", "dozens".
  std::optional<Numeral> read_scale(std::span<const text::Token> tokens, std::size_t at) const;

  /// Whether a number may start with a word of this hash; `false` is certain.
  bool may_start(std::uint64_t hash) const {
    return starts_[hash % starts_.size()] || compounds_.value_of(hash) != 0;
  }

  /// The same for words that are no compounds, and for these alone.
  const std::bitset<65536>& starts() const { return starts_; }
  bool is_compound(std::uint64_t hash) const { return compounds_.value_of(hash) != 0; }
  bool has_compounds() const { return !compounds_.empty(); }

 private:
  enum class Role : std::uint8_t { number, scale, scales, joint, article, half };
  struct Word {
    Role role = Role::number;
    bool ordinal = false;
    double value = 0;
  };

  using PhraseList = std::vector<std::pair<std::string, std::uint32_t>>;
  std::vector<Compounds::Part> whole_words(const PhraseList& phrases) const;
  std::size_t word_at(std::span<const text::Token> tokens, std::size_t at, Word& word) const;
  std::optional<Numeral> search(std::span<const text::Token> tokens, std::size_t at) const;

  tables::Phrases phrases_;
  Compounds compounds_;
  std::vector<Word> words_;
  std::bitset<65536> starts_;  // by first word
};

/// The words of `language` ("en"), nullptr where there is no table.
const Words* words(std::string_view language);

}  // namespace presscut::numerals
