// Page text in output: the one place that knows what must not come out as it is.
//
// A control character steers a terminal, an override or isolate reorders the line around it, a tab or line
// end begins another cell, and a cell that begins with "=" is run by a spreadsheet.
#pragma once

#include <string>
#include <string_view>

namespace presscut::output {

/// Adds `text` with control characters, overrides and isolates spelt out, but for line ends and tabs; "\r\n"
/// becomes "\n".
void append_lines(std::string_view text, std::string& out);

/// Adds `cell` of TSV: \t \n \r \\, and \u{1b} for other characters that a terminal may obey.
void append_tsv(std::string_view cell, std::string& out);

/// Adds `cell` of CSV as RFC 4180 quotes it, line ends and tabs as they are, what a terminal may obey spelt
/// out. A cell that a spreadsheet would run gets an apostrophe before it; one that is a number or a lone mark
/// is none.
void append_csv(std::string_view cell, std::string& out);

}  // namespace presscut::output
