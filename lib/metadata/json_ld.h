// What <script type="application/ld+json"> says about the article of a page (schema.org).
#pragma once

#include <string>

#include "page/page.h"

namespace presscut::metadata {

struct JsonLd {
  std::string headline, author, published, modified, publisher;
};

/// The first article-like object's values; empty where there is none or the JSON is broken.
JsonLd read_json_ld(const page::Page& page);

}  // namespace presscut::metadata
