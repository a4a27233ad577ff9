// What tables know of words that stand at the ends and beginnings of sentences.
#pragma once

#include <optional>
#include <string_view>

namespace presscut::sentences {

/// How a word with a full stop behind it goes on.
enum class Abbreviation {
  before_name,    // "Gen.": never ends a sentence
  before_number,  // "No.": an abbreviation only where a number follows
  anywhere,       // "Inc.": may end one
};

std::optional<Abbreviation> abbreviation(std::string_view word);

/// Whether a sentence surely begins where `word` stands with a capital behind an abbreviation: "The".
bool begins_sentence(std::string_view word);

/// Whether a number with a full stop counts `word`: German "3. März".
bool follows_ordinal(std::string_view word);

}  // namespace presscut::sentences
