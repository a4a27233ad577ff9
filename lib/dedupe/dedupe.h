// Which documents, or which paragraphs of them, are one story: a wire report on ten sites, a release and what
// was made of it.
//
// Near-duplicates are found by MinHash and locality-sensitive hashing (Broder 1997; Leskovec, Rajaraman and
// Ullman, Mining of Massive Datasets, section 3.4): sketches are cut into bands, what has a band in common is
// compared. Families are told with what their figures say differently, for that is where a copy stops being
// one. Knows nothing of meaning: two reports of one event in other words are no family.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "document/document.h"
#include "shingles/shingles.h"

namespace presscut::dedupe {

enum class Level : std::uint8_t { document, paragraph };

/// A document or a paragraph, and what it takes to compare and to show it.
struct Unit {
  std::string id, date, outlet, title;  // of the document
  std::size_t start = 0, end = 0;       // code points of its text
  std::size_t words = 0;
  std::string opening;               // how it begins, of paragraphs
  std::vector<std::string> figures;  // "64 reservists", sorted, each once
  shingles::Sketch sketch;
};

/// The document, or its paragraphs; what has fewer words than a short sentence is no unit. Linear.
std::vector<Unit> units(const Document& document, Level level);

/// The same one at a time: a document may have as many as it has lines.
void each_unit(const Document& document, Level level, const std::function<void(Unit)>& visit);

/// A unit as a line of NDJSON with its line end, and the way back. Throws io::BadRecord where the line is
/// none.
std::string write(const Unit& unit);
Unit read(const std::string& line);

/// Puts units in the order of their ids and places.
void sort(std::vector<Unit>& units);

/// Places in `units` of what is one story: the one to keep first, the others by id and place. That is the one
/// with the most words; of several the earliest, one with a date before one without; of these the first by id
/// and place.
using Family = std::vector<std::size_t>;

/// The families of two or more of sorted units whose members resemble each other by `least` (0 to 1), or are
/// linked by others that do, in the order of their first members. The same for the same units in any order.
/// About linear in the number of units; a pair that resembles by 0.43 is found with a probability of 0.97,
/// one by 0.6 with 0.9999.
std::vector<Family> families(const std::vector<Unit>& units, double least);

enum class Form : std::uint8_t { tsv, csv, ndjson };

/// A row for each member of each family, or an object for each family: how much the member resembles the one
/// to keep, and which figures it has that this one has not ("+115 officers") and the other way round ("-150
/// officers").
std::string print(const std::vector<Unit>& units, const std::vector<Family>& families, Level level, Form form,
                  bool header);

}  // namespace presscut::dedupe
