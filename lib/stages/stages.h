// The stages behind the text, in their order: how each runs, what it rests on, what falls with its result.
//
// Finders never see each other; this is the one place that knows how they go together.
#pragma once

#include <cstdint>

#include "dates/dates.h"
#include "document/document.h"
#include "groups/groups.h"
#include "numbers/numbers.h"

namespace presscut::stages {

/// Each owns the list of its name in a document.
enum class Stage : std::uint8_t { dates, numbers, groups, figures };

/// How the stages find what they find.
struct Options {
  dates::Rules dates;
  groups::Rules groups;
  numbers::Rules numbers;
};

/// Runs `stage` over title and text: its list is replaced, what was derived from the old one is dropped. What
/// the stage rests on and the document lacks is run before it.
void run(Stage stage, const Options& options, Document& document);

/// Runs the stage of figures for whoever needs nothing of what it rests on: dates and numbers that the
/// document lacks are found as its text is read, and let go of. A long text has hundreds of
/// thousands of them.
void find_figures_alone(const Options& options, Document& document);

/// Drops all mentions: their text is no more.
void forget(Document& document);

/// Drops what was derived from the result of `stage`, which has just been replaced: numbers rest on dates,
/// figures on dates, numbers and groups, nothing else rests on anything.
void forget_derived(Stage stage, Document& document);

}  // namespace presscut::stages
