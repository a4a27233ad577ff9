// Which text is the title of a page, and which block shows it.
#pragma once

#include <string>

#include "metadata/metadata.h"

namespace presscut::metadata {

struct Title {
  std::string text;
  std::size_t block = Lines::none;
};

/// With tags: the h1 that agrees with og:title or <title>, else og:title, else <title> without the site's
/// name. Without tags: the line that stands like a title over the first running text.
Title find_title(const page::Page& page, std::string_view sitename);

}  // namespace presscut::metadata
