// What tools print: documents as text for people, and what was found in them as rows of a table.
//
// NDJSON, the form that loses nothing, is lib/json.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

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
/// \u{….}, and what is no UTF-8, as in names of files, \x9b.
std::string one_line(std::string_view text);

/// What is to be printed on a terminal, line ends and tabs as they are: overrides and isolates that steer the
/// order of characters, and what else a terminal may obey, are spelt out; as \u{202e}, in NDJSON as \u202e.
enum class Spelling { text, ndjson };
std::string for_terminal(std::string_view text, Spelling spelling);

/// `text` as HTML, in an element or in an attribute with quotes: no character of it begins markup, ends an
/// attribute, steers a terminal or reorders what stands around it (\u{202e} stands for what would).
std::string html(std::string_view text);

/// `text` as XML 1.0, in the same places. It stays as it is, but for characters that XML has not or advises
/// against as they steer terminals (section 2.2), which become U+FFFD, and line ends and tabs in an
/// attribute, which a reader takes for blanks.
std::string xml(std::string_view text);

struct TableOptions {
  bool csv = false;                  // RFC 4180 instead of TSV
  bool json = false;                 // of tables that are no mentions: an object for each row instead
  bool header = true;                // the first line names the columns
  bool bom = false;                  // a byte order mark stands before it, as spreadsheets want it
  std::vector<std::string> columns;  // in this order; where empty id, start, end, quote and the list's own
};

/// The mentions of one list as rows, a line each, in the order of the list.
///
/// Columns are those of the list's members (of matches: what each named group caught), then id, start, end,
/// quote and field of the mention, title, url, date and hostname of its document, and the sentence around it;
/// a name that comes twice is the first. Offsets are code points. A value that is not known is an empty cell,
/// a sentence is cut where it is very long.
///
/// TSV: \t, \n, \r and \\ stand for tab, line end, carriage return and backslash, \u{1b} for what a terminal
/// may obey. CSV: a cell that a spreadsheet would run has an apostrophe before it.
class Rows {
 public:
  /// `list` is one of mentions::keys; `groups` are named groups of matches. Throws std::runtime_error where a
  /// picked column is none.
  Rows(std::string_view list, std::vector<std::string> groups, TableOptions options);
  ~Rows();
  Rows(Rows&&) noexcept;
  Rows& operator=(Rows&&) noexcept;

  /// What stands before all rows: the byte order mark and the line that names the columns, where wanted.
  std::string header() const;

  /// Adds the rows of `document` to `out` and says how many there are; none where the list is absent.
  std::size_t write(const Document& document, std::string& out) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Adds one row of cells to `out` in the manner of Rows.
void append_row(const std::vector<std::string>& cells, bool csv, std::string& out);

/// Rows of TSV under each other, for a terminal: cells padded by display width, wide characters and
/// right-to-left text considered. A column is as wide as its widest cell so far, up to 40; a cell that is
/// longer moves what is behind it.
class Aligner {
 public:
  /// `tsv` as many whole lines as there are now.
  std::string align(std::string_view tsv);

 private:
  std::vector<std::size_t> widths_;
};

}  // namespace presscut::output
