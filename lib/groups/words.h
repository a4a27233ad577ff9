// What single words of English tell of names: words.en.tsv, looked up once for each token.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "text/tokens.h"

namespace presscut::groups {

/// Classes of words; the names are those of the table, whose head says what each means.
enum class Is : std::uint8_t {
  head,
  head_of,
  people,
  nation,
  state,
  place,
  title,
  given,
  other_head,
  function,
  join,
  definer,
  opener,
  role,
  deed,
  office,
  number_of_classes
};

/// The entry of a word or phrase.
struct Entry {
  std::uint16_t classes = 0;  // a bit for each
  std::uint8_t kind = 0;      // of a head, of people, of a state's body: its place in kinds()
  std::string word;
  std::string nation;  // of an adjective: the state

  bool is(Is what) const { return classes >> static_cast<int>(what) & 1; }
};

/// All of them.
std::span<const Entry> entries();

/// The entry of the longest phrase at `tokens[at]`, and in `taken` how many tokens it takes; nullptr where
/// none stands there.
const Entry* longest(std::span<const text::Token> tokens, std::size_t at, std::size_t& taken);

/// The place of a kind in kinds(); that of "other" where there is none of this name.
std::uint8_t kind_called(std::string_view name);

}  // namespace presscut::groups
