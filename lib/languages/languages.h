// In which language a text is, as far as its commonest words tell.
//
// Knows the languages that the finders have tables for, and of each some two dozen words. Where these do not
// tell, the finders look further, each into its own tables.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace presscut::languages {

/// By their tags; an earlier one wins where two have the same evidence.
inline constexpr std::array<std::string_view, 4> all = {"en", "es", "de", "fr"};

/// How many different common words at the beginning of a text speak for each of `all`.
struct Evidence {
  std::array<std::size_t, all.size()> words{};
  bool clear = false;  // one of them leads so far that no closer look can change it

  std::size_t leading() const;  // its place in `all`
};

/// Bytes of a text that are looked at.
inline constexpr std::size_t sample = 2'000;

/// Reads the beginning of `text`, valid UTF-8, until one language is clear, and no further than `sample`.
///
///   evidence("The dock workers are on strike and will not be moved")  ->  clear, "en"
Evidence evidence(std::string_view text);

/// The beginning of `text`, no longer than `sample` by more than a code point.
std::string_view beginning(std::string_view text);

}  // namespace presscut::languages
