// The mentions of a text as stretches with a name and attributes, each list without overlaps.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"

namespace presscut::interchange {

using Attributes = std::vector<std::pair<std::string_view, std::string>>;

struct Region {
  Span span;
  std::string_view element;
  Attributes attributes;  // those without a value are left out
};

/// The mentions of `list` in the text, sorted; of two that overlap the one that begins first, of these the
/// longer.
std::vector<Region> date_regions(const Document& document);
std::vector<Region> group_regions(const Document& document);
std::vector<Region> figure_regions(const Document& document);

/// "<date value=\"2024\">".
std::string start_tag(std::string_view element, const Attributes& attributes);

/// A count as it is written; empty where it is open.
std::string spelt(std::optional<double> count);

/// The blocks of a document; of one that was not cleaned here, its paragraphs.
std::vector<Block> blocks_of(const Document& document);

}  // namespace presscut::interchange
