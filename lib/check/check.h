// The invariants of a document stream (docs/format.md): what must hold of every document, whoever made it.
#pragma once

#include <string>
#include <vector>

#include "document/document.h"
#include "json/json.h"

namespace presscut::check {

/// Everything that is wrong with one document, a sentence each; empty where all is well: text and title in
/// NFC without control characters, blocks in order, not overlapping, with only line ends between them, source
/// spans that run forward, mentions whose quote is the text at their span, in the order of their spans, not
/// overlapping but for figures and matches, with members of the types of docs/format.md. Offsets in the
/// sentences are code points, as in the document. Time: linear, but for sorting the claims.
std::vector<std::string> violations(const Document& document, const std::vector<json::Claim>& claims);

}  // namespace presscut::check
