// Stop words in every language: how many they would be if the page's language had as many as English has.
//
// Running text is told from menus by its stop words: in English, German, French, Spanish, Italian, Portuguese
// and Dutch more than four words in ten are in stopwords.tsv. In Russian it is one in four, in Arabic one in
// six, where prefixes take their place; a language that the table lacks has next to none. What is learned
// from English pages holds there only once they are levelled.
#pragma once

#include <cstdint>
#include <vector>

#include "clean/stats.h"
#include "page/page.h"

namespace presscut::clean {

/// The stop words of each block of `page`, levelled: where the sentences of the page have fewer than they
/// have in English, so many more; where they have hardly any, as many as the form of a block lets expect.
/// Where the page has few sentences, as they were counted. Linear in the number of blocks.
std::vector<std::uint32_t> levelled_stop_words(const page::Page& page, const std::vector<Stats>& stats);

}  // namespace presscut::clean
