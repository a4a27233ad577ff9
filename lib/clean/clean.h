// A page to a clean document: the text that matters fixed once, everything else dropped with a reason.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "clean/classify.h"
#include "clean/sites.h"
#include "document/document.h"
#include "page/page.h"

namespace presscut::clean {

struct Options {
  Leaning leaning = Leaning::balanced;
  std::set<Reason> keep;               // reasons for which a block stays after all
  bool explain = false;                // fill Document::dropped
  std::string latest;                  // the day behind which no date of a page can lie; empty: not known
  std::shared_ptr<const Model> model;  // judges; none: the built-in one of the page's form
  std::shared_ptr<const Sites> sites;  // what is known to stand on page after page of a site
};

/// Judges the blocks of `page` and fills text, blocks, dropped and the metadata of `document`. Fields that
/// the document brings (url, title, date, ...) are kept as they are. Nothing readable: the text is empty.
void clean(const page::Page& page, const Options& options, Document& document);

}  // namespace presscut::clean
