// The lines around a title that name author, source and date.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "metadata/day.h"
#include "metadata/metadata.h"

namespace presscut::metadata {

struct Bylines {
  std::string author;  // names as names_in gives them
  std::string source;
  Day date, modified;
  std::vector<std::size_t> blocks;  // sorted
};

/// Looks at the short blocks around the title; without one (`Lines::none`) before the block `first_text`,
/// with which the running text begins. `sitename` is no author.
Bylines find_bylines(const page::Page& page, std::size_t title, std::size_t first_text,
                     std::string_view sitename, const Reading& reading);

/// Whether a short text is nothing but a byline, a date line or a reading time.
bool is_byline(std::string_view text);

}  // namespace presscut::metadata
