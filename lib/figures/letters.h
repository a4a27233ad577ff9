// Figures of one text that are of one letter, though words set them apart.
#pragma once

#include <cstddef>
#include <vector>

#include "document/document.h"

namespace presscut::figures {

/// Of one text so many letters are compared by their signers.
inline constexpr std::size_t most_letters = 4;

/// Gives figures of one letter one event: of a letter and a petition that are the same, and of those who
/// refuse when as many signed that they will. Linear in the figures.
///
///   "64 reservists signed a letter. The 64 refuse to serve."  ->  both "letter"
void join_letters(std::vector<FigureMention>& figures);

}  // namespace presscut::figures
