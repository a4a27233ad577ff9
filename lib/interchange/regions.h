// The mentions of a text as stretches with a name and attributes, each list without overlaps.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "document/document.h"

namespace presscut::interchange {

using Attributes = std::vector<std::pair<std::string_view, std::string>>;

/// A stretch of a text that is a mention.
struct Region {
  Span span;
  std::variant<const DateMention*, const GroupMention*, const FigureMention*> mention;
};

std::string_view element_of(const Region& region);

/// Those without a value are left out where they are written.
Attributes attributes_of(const Region& region);

/// The mentions of a list in the text, sorted; of two that overlap the one that begins first, of these the
/// longer. The document must outlive them.
std::vector<Region> date_regions(const Document& document);
std::vector<Region> group_regions(const Document& document);
std::vector<Region> figure_regions(const Document& document);

/// Whether `a` stands before `b`: begins first, or with it and ends behind it.
bool before(const Region& a, const Region& b);

/// "<date value=\"2024\">".
std::string start_tag(std::string_view element, const Attributes& attributes);

/// A count as it is written; empty where it is open.
std::string spelt(std::optional<double> count);

/// The blocks of a document; of one that was not cleaned here, its paragraphs.
std::vector<Block> blocks_of(const Document& document);

}  // namespace presscut::interchange
