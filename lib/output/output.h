// Documents as text for people: plain, with CommonMark marks, or with what was dropped and why.
//
// NDJSON, the form that loses nothing, is lib/json.
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"

namespace presscut::output {

/// The text as it is, with a line end behind it. Control characters (only text that another cleaner left has
/// any) come out as in one_line, so that no page moves a terminal's cursor.
void write_text(const Document& document, std::string& out);

/// Title and text with the marks of CommonMark for headings, list items, quotes and code.
void write_markdown(const Document& document, std::string& out);

/// Every block of the page in page order, a line each: "+ kind [start, end)  text" for what was kept and
/// "- reason [start, end)  text  (rule)" for what was dropped; spans are bytes of the page. Long texts are
/// shortened.
void write_explanation(const Document& document, std::string& out);

/// `text` on one line without control characters: what would move a terminal's cursor becomes \t, \n or
/// \u{….}.
std::string one_line(std::string_view text);

}  // namespace presscut::output
