// Which text is the title of a page, and which block shows it.
#pragma once

#include <string>

#include "metadata/metadata.h"

namespace presscut::metadata {

struct Title {
  std::string text;
  std::size_t block = Lines::none;
};

/// Of a page with tags: the heading that agrees with og:title or <title>, else the only h1, else og:title or
/// <title> without the site's name. `host` tells that name where `sitename` is empty.
Title title_of_tags(const page::Page& page, std::string_view sitename, std::string_view host);

/// Of plain text: the line that stands like a title over the block `first_text`, with which the running text
/// begins.
Title title_of_lines(const page::Page& page, std::size_t first_text);

/// The first block that reads like running text, Lines::none where none does.
std::size_t guess_first_text(const page::Page& page);

}  // namespace presscut::metadata
