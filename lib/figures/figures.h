// People-figures: who is counted, in which role, how many, as part of or on top of which other count, for
// which letter or event, by whose account. docs/conventions.md says what is a figure.
//
// Rests on the dates and numbers of a document. A count is a figure when the noun behind it is of people and
// something says what they do: a verb of which they are the subject, agents ("signed by"), a noun that is
// itself a role ("strikers"), what a letter or march draws ("gathered 400 signatures"), or the figure before
// it ("of whom nine"). Knows English. Does not count the dead, arrests, votes, groups, members.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace presscut::figures {

/// The figures of a document, those of its title first. `dates` and `numbers` are there; the order of a list
/// is that of its spans, `of` points into it. Linear in the text.
///
///   "43 reservists, of whom 10 are officers, signed the letter"  ->  43 signatory total, 10 signatory subset
///   of 0
std::vector<FigureMention> find(const Document& document);

/// Dates and numbers of a title or text in its order, with those of the pieces before: all that begin before
/// byte `end`.
struct Piece {
  std::vector<DateMention> dates;
  std::vector<NumberMention> numbers;
  std::size_t end = 0;
};

/// Fills an empty piece with what follows; false where nothing follows behind it.
using Pieces = std::function<bool(Piece& piece)>;

/// The same for whoever does not keep all dates and numbers: they are asked for a piece at a time, and let go
/// of some sentences later.
std::vector<FigureMention> find(const Document& document, Pieces in_title, Pieces in_text);

/// Whether there are tables for a language; an empty one is taken for English.
bool has_language(std::string_view language);

}  // namespace presscut::figures
