// What <script type="application/ld+json"> says about the article of a page (schema.org).
#pragma once

#include <string>

#include "page/page.h"

namespace presscut::metadata {

/// Empty where it is not said.
struct JsonLd {
  std::string headline, author, published, modified, publisher, language;
  bool by_person = false;  // the author is called a person
  int trust = 0;  // of the dates: 3 from an article, 2 from a web page, 1 from another work or broken JSON
};

/// What the article says, else the page, else another work; what one leaves out the next may say. Objects
/// that stand in for something else (images, comments, events, people, lists) are passed over. Control
/// characters in strings and what stands around the outermost brackets are forgiven; of JSON that is broken
/// beyond that the first dates are read. Never throws.
JsonLd read_json_ld(const page::Page& page);

}  // namespace presscut::metadata
