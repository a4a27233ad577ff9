// The stages behind the text, in their order, and what falls with the result of each.
//
// Finders never see each other; this is the one place that knows how they go together.
#pragma once

#include <cstdint>

#include "document/document.h"

namespace presscut::stages {

/// Each owns the list of its name in a document.
enum class Stage : std::uint8_t { dates, numbers, groups, figures };

/// Drops all mentions: their text is no more.
void forget(Document& document);

/// Drops what was derived from the result of `stage`, which has just been replaced: figures rest on dates,
/// numbers and groups, nothing else rests on anything.
void forget_derived(Stage stage, Document& document);

}  // namespace presscut::stages
