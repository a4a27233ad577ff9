// Letters without their accents, for comparing names that one text spells with them and another without.
#pragma once

#include <string>
#include <string_view>

namespace presscut::groups {

/// `word` without the marks on its letters: "Équipe" -> "Equipe". Letters that are no others with a mark
/// ("ø", "ß") stay. `word` is valid UTF-8. Linear.
std::string without_accents(std::string_view word);

}  // namespace presscut::groups
