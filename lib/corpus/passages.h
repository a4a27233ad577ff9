// What is read of a document: its title and its text, or the text alone.
#pragma once

#include <string_view>

#include "corpus/corpus.h"

namespace presscut::corpus {

/// Calls `visit(text, is_title)`.
template <typename Visit>
void each_passage(const Document& document, const Request& request, Visit visit) {
  if (!request.text_only) visit(std::string_view(document.title), true);
  visit(std::string_view(document.text), false);
}

}  // namespace presscut::corpus
