// What a page says about itself: title, author, dates, host, language; from its metadata elements and its own
// lines.
//
// Sources: JSON-LD, Open Graph, Dublin Core and other meta elements, microdata, the URL, and the elements and
// lines that show the title, a byline or a date; docs/clean.md lists them by field. What is not said is left
// empty: no date is better than a wrong one. Nothing is taken from file times, clocks or footers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "page/page.h"

namespace presscut::metadata {

/// Blocks that are metadata and not text, by their place in Page::blocks.
struct Lines {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::size_t title = none;          // says the title, as a heading or a line of its own
  std::vector<std::size_t> bylines;  // name author, source, date or reading time, sorted
  std::size_t first_text = none;     // of a page without tags: where its running text was taken to begin
};

struct Metadata {
  std::string title, author, date, date_modified, language, sitename, hostname,
      canonical;  // empty: not known
  Lines lines;
};

/// `url` is the page's address, empty where it is not known. `first_text` is the block with which the running
/// text begins: over it a page without tags shows its title; where nobody has judged the blocks yet it is
/// guessed. `latest` is a day (ISO 8601) behind which no date can lie, such as that of the crawl; empty where
/// it is not known.
Metadata read(const page::Page& page, std::string_view url, std::size_t first_text = Lines::none,
              std::string_view latest = {});

}  // namespace presscut::metadata
