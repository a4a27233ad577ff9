// The lines around a title that name author, source and date.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "metadata/metadata.h"

namespace presscut::metadata {

struct Bylines {
  std::string author, source, date;
  std::vector<std::size_t> blocks;  // sorted
};

/// Looks at the short blocks between the title (`Lines::none`: the top of the page) and the first running
/// text.
Bylines find_bylines(const page::Page& page, std::size_t title);

}  // namespace presscut::metadata
