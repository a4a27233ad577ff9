// One page of HTML to send on: every figure of many documents, reconciled, with the words that it was read
// from.
//
// The page stands alone and has no script: a policy in its head lets nothing load and nothing run, and
// whatever stems from a document is text, or a link to http or https. It knows how to show what others found,
// and finds nothing itself.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "document/document.h"
#include "tally/tally.h"

namespace presscut::report {

/// What a page needs of a document: of one without figures only what it is and whom it names.
Document needed(const Document& whole);

/// How the documents came to be.
struct Making {
  std::string version;   // of the program
  std::string settings;  // options that decide about what is found
  std::uint64_t records = 0, failed = 0, files_passed_over = 0, responses_passed_over = 0;
  std::map<std::string, std::uint64_t> languages_without_tables{};  // documents, by language
};

struct Options {
  std::string title;  // of the page; empty: what it is about in numbers
  tally::View view;
  tally::Choices choices;
  int threads = 1;  // that may work on it
};

/// The page, the same for the same documents in any order. Figures and groups must have been found. Throws
/// std::runtime_error where a choice cannot be read. Linear in the documents, but for what tally needs.
std::string page(std::vector<Document> documents, const Making& making, const Options& options);

}  // namespace presscut::report
