// A page to a clean document: the text that matters fixed once, everything else dropped with a reason.
#pragma once

#include <set>
#include <string>

#include "clean/classify.h"
#include "document/document.h"
#include "page/page.h"

namespace presscut::clean {

struct Options {
  Leaning leaning = Leaning::balanced;
  std::set<Reason> keep;  // reasons for which a block stays after all
  bool explain = false;   // fill Document::dropped
};

/// Judges the blocks of `page` and fills text, blocks, dropped and the metadata of `document`. Fields that
/// the document brings (url, title, date, ...) are kept as they are. Nothing readable: the text is empty.
void clean(const page::Page& page, const Options& options, Document& document);

}  // namespace presscut::clean
