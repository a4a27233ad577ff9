// Roles of single words, and what stands right beside them.
#pragma once

#include <string>

#include "figures/roles.h"
#include "figures/view.h"

namespace presscut::figures {

/// "words.en.tsv:signed": the rule of a figure that this row of the table told.
std::string rule_of(const Entry& entry);

/// What `mark` is as a word of that class; weak where the table says so ("signatory?").
Role made(const Mark& mark, Is what);

/// That it tells of another kind of count.
Role rejected(const Mark& mark);

bool is_dash(const View& view, std::size_t token);
bool ends_clause(const View& view, std::size_t token);

/// "the 39", "the 27 pilots"
bool is_definite(const View& view, const Count& count);

/// "walked out": pupils of their lessons, others of their work.
void settle(const View& view, const Count& count, Role& role);

/// Tokens from "signed" to "treaty".
inline constexpr std::size_t reach_deed = 6;

/// "signed the treaty": a deed and no letter is what is signed, between two tokens.
bool is_deed(const View& view, const Sentence& sentence, std::size_t from, std::size_t to);

}  // namespace presscut::figures
