// Paragraphs of a text that has no blocks.
#pragma once

#include <string_view>
#include <vector>

#include "text/text.h"

namespace presscut::text {

/// The stretches of `text` that blank lines part, in its order, none of them empty.
///
///   paragraphs("One\ntwo\n\nthree")  ->  [0, 7), [9, 14)
std::vector<Span> paragraphs(std::string_view text);

}  // namespace presscut::text
