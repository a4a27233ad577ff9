// Clean documents in the forms that other programs read: vertical text for CQP, TEI for archives, CSV for
// spreadsheets. What presscut export prints; that word is C++'s own and names no namespace.
//
// Mentions that a document has are written where they stand, in vertical text as structural attributes, in
// TEI as elements. What it lacks is left out; nothing is found here.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace presscut::interchange {

/// One token a line behind <text>, <p> and <s>: the word as it stands and folded, punctuation apart. Special
/// characters are XML entities (cwb-encode -xsB); <date>, <group> and <figure> enclose whole tokens, and end
/// with their sentence. Of figures inside each other the outermost is written.
///
///   <text id="a" …>
///   <p kind="paragraph">
///   <s>
///   The	the
void write_vertical(const Document& document, std::string& out);

/// A TEI element (TEI P5, of TEI Lite's elements) with its header; headings begin divisions, list items are
/// gathered in lists. Mentions are <date>, <orgName> and <num>; one that crosses another is left out.
void write_tei(const Document& document, std::string& out);

/// What stands before and behind several of them.
std::string_view tei_corpus_begin();
std::string_view tei_corpus_end();

/// What stands before one that is a file of its own.
std::string_view tei_declaration();

/// A row of CSV with the columns of `csv_header`: id, url, hostname, sitename, title, author, date, language,
/// text.
void write_csv(const Document& document, std::string& out);
std::string csv_header();

}  // namespace presscut::interchange
