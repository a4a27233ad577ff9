// Sentences of running text, for showing what stands around a mention.
//
// Marks and shapes decide, with tables for what shapes cannot tell: abbreviations, and words that begin
// sentences. Scraped text is expected: glued sentences ("signed.The"), footnote marks, lists, wrapped lines.
// Speech stays with what ends it, not with who said it.
#pragma once

#include <string_view>
#include <vector>

#include "text/text.h"

namespace presscut::sentences {

/// The sentences of `text` in order, apart, without white space at their ends; between them is nothing else.
///
///   split("Brig. Gen. P. Lomax left. He did.")  ->  "Brig. Gen. P. Lomax left." and "He did."
///
/// An empty line ends a sentence, a line end does where the next line does not go on in small letters. `text`
/// is valid UTF-8. Linear.
std::vector<Span> split(std::string_view text);

/// From the start of the sentence in which `span` starts to the end of that in which it ends; `span` itself
/// where it touches none. `sentences` are those of its text.
Span around(const std::vector<Span>& sentences, Span span);

}  // namespace presscut::sentences
