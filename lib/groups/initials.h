// Letters that stand for a name: "AWN" for "Anvil Workers Network".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "groups/terms.h"

namespace presscut::groups {

/// A word in letters other than Latin ones.
bool is_native(const Terms& terms, int i);

/// A word that may be made of letters of a name: "AWN", "AnvNet", "ACFish".
bool is_acronym(const Terms& terms, int i);

/// Whether the letters of the word at `acronym` are the initials of the words from `begin` to `end`, small
/// words counted or not, small letters behind an initial being those of its word: "IDF", "UofT", "ACFish".
bool are_initials(const Terms& terms, int begin, int end, std::string_view acronym);

/// The folded initials of these words: of all of them, and of those with capitals where that is not the same,
/// the same of what stands before "at" ("University of Lesk at Corran");
/// of one word that is written as several ("BrimBox"), its capitals.
std::vector<std::string> initials_of(const Terms& terms, int begin, int end);

}  // namespace presscut::groups
