// What the attributes of a start tag say, as far as anybody asks.
#pragma once

#include <cstdint>
#include <string_view>

#include "html/hints.h"
#include "html/tokenizer.h"
#include "page/page.h"

namespace presscut::html {

/// Values stand as in the page, references not decoded; where an attribute comes twice, the first counts.
struct Attributes {
  page::Hints hints = 0;     // of class, id, role and itemprop
  std::uint32_t make = 0;    // hash of the class: equal for elements of one make
  bool hidden = false;       // hidden, aria-hidden=true, style="display:none"
  std::string_view element;  // its name, as it stands in the page
  std::string_view name, property, itemprop, content, datetime, title, class_name, id, href, rel, type,
      language;
};

/// What an element is called, as it stands in the page.
struct Names {
  std::string_view element, class_name, id, itemprop;
};

/// Linear in the length of the tag.
Attributes read(const Token& start_tag, HintFinder& hint_finder);

}  // namespace presscut::html
