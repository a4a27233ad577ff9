// Numbers in running text as intervals with a direction: "over 600", "some 130", "dozens", "27+", "$3bln".
//
// Knows digits and words, qualifiers before and behind, rough words, ranges, fractions, percentages, money
// and units, and names what is counted by the shape of the noun phrase. What stands in a date or a name
// (Unit 8200, Boeing 737) is no number. Does not judge what a number is for, and does not compute: "a third
// of the 770 staff" is a third, and 770.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace presscut::numbers {

/// What rough words say: the bounds that rough.LANGUAGE.tsv has for them.
enum class Rough : std::uint8_t {
  open,     // "hundreds" 200 to 999, "dozens" 24 to 99
  ccc,      // their least, as the Crowd Counting Consortium has it: hundreds 200, thousands 2000
  decades,  // one order of magnitude: dozens 12 to 120
};

struct Rules {
  Rough rough = Rough::open;
  bool identifiers = false;        // also what is no number: "Unit 8200", as kind identifier
  std::vector<std::string> kinds;  // only these; all where empty
  std::optional<double> min, max;  // only what surely lies within
};

/// The kinds of numbers, in the order in which they are shown to people.
std::span<const std::string_view> kinds();

/// Every number in `text`, in text order, never overlapping and never touching a span of `taken` (the dates
/// of the text, sorted).
///
///   find("some 130 Israeli soldiers")  ->  [117, 143], point 130, about, cardinal, unit "Israeli soldiers"
///
/// `text` is valid UTF-8; offsets are bytes of it. `language` is "en", "en-GB", or empty: then the words of
/// the text tell. Never throws on text. Linear in the length of `text`.
std::vector<NumberMention> find(std::string_view text, std::span<const Span> taken = {},
                                const Rules& rules = {}, std::string_view language = {});

/// Whether there are tables for a language ("en", "en-GB").
bool has_language(std::string_view language);

}  // namespace presscut::numbers
