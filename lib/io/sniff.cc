// Which form an input is in, by its first bytes.
//
// HTML is what the MIME Sniffing standard (section 7.1) takes for it: one of a few tags at the very start.
// Saved and scraped pages often start otherwise: with text, with a tag that is not in that list, cut out of
// the middle. They are HTML when tags that structure a page come thick; a text that mentions some is text.
#include <algorithm>
#include <array>
#include <string>

#include "charset/charset.h"
#include "io/io.h"
#include "io/warc.h"
#include "text/byte_order_mark.h"
#include "text/text.h"

namespace presscut::io {
namespace {

constexpr std::size_t enough_tags = 4;
constexpr std::size_t bytes_per_tag = 256;  // a text about HTML has fewer tags, or none in its first bytes

constexpr std::string_view first_tags[] = {
    "!doctype html", "html", "head",  "script", "iframe", "h1",   "div", "font",
    "table",         "a",    "style", "title",  "b",      "body", "br",  "p"};

constexpr std::string_view page_tags[] = {"a",       "article", "body",  "br",   "div",   "figure", "footer",
                                          "h1",      "h2",      "h3",    "h4",   "head",  "html",   "img",
                                          "li",      "link",    "main",  "meta", "nav",   "ol",     "p",
                                          "section", "script",  "table", "td",   "title", "tr",     "ul"};

// What stands in `bytes` behind "<": one of `tags` with a blank or ">" behind it.
template <std::size_t N>
bool is_tag(std::string_view bytes, const std::string_view (&tags)[N], std::string_view ends) {
  return std::any_of(std::begin(tags), std::end(tags), [&](std::string_view tag) {
    return bytes.size() > tag.size() && ends.find(bytes[tag.size()]) != std::string_view::npos &&
           text::equal_ascii_fold(bytes.substr(0, tag.size()), tag);
  });
}

std::string_view skip_blanks(std::string_view bytes) {
  return bytes.substr(std::min(bytes.find_first_not_of("\t\n\f\r "), bytes.size()));
}

bool starts_as_html(std::string_view bytes) {
  if (!bytes.starts_with('<')) return false;
  return bytes.starts_with("<!--") || bytes.starts_with("<?xml") ||
         is_tag(bytes.substr(1), first_tags, "\t\n\f\r >");
}

bool has_tags(std::string_view bytes) {
  std::size_t found = 0;
  bool closing = false;
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos; at = bytes.find('<', at + 1)) {
    const bool is_end = bytes.substr(at + 1).starts_with('/');
    if (!is_tag(bytes.substr(at + (is_end ? 2 : 1)), page_tags, " \t\n\r/>")) continue;
    ++found;
    closing = closing || is_end;
  }
  return closing && found >= enough_tags && found * bytes_per_tag >= bytes.size();
}

// A scraped text may begin with JSON that leaked from a script, wrapped as text is. In NDJSON the first line
// is a whole object, or at least (when it is damaged) the next line begins one.
bool starts_as_json(std::string_view bytes) {
  if (!bytes.starts_with('{')) return false;
  const std::string_view inside = skip_blanks(bytes.substr(1));
  if (!inside.starts_with('"') && !inside.starts_with('}')) return false;
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos || inside.data() > bytes.data() + end) return true;
  return text::trim(bytes.substr(0, end)).ends_with('}') || skip_blanks(bytes.substr(end)).starts_with('{');
}

bool has_extension(std::string_view path, std::initializer_list<std::string_view> extensions) {
  if (path.ends_with(".gz")) path.remove_suffix(3);
  else if (path.ends_with(".zst")) path.remove_suffix(4);
  return std::any_of(extensions.begin(), extensions.end(), [&](std::string_view extension) {
    return path.size() > extension.size() &&
           text::equal_ascii_fold(path.substr(path.size() - extension.size()), extension);
  });
}

}  // namespace

Form sniff(std::string_view first_bytes, std::string_view path) {
  first_bytes = first_bytes.substr(0, sample_size);
  std::string decoded;
  if (!charset::utf16_of(first_bytes).empty()) {
    decoded = charset::decode(first_bytes, "", false).text;
    first_bytes = decoded;
  }
  if (first_bytes.starts_with(text::byte_order_mark)) first_bytes.remove_prefix(text::byte_order_mark.size());
  if (begins_warc(first_bytes)) return Form::warc;
  const std::string_view bytes = skip_blanks(first_bytes);
  if (starts_as_json(bytes) || has_extension(path, {".ndjson", ".jsonl"})) return Form::ndjson;
  if (starts_as_html(bytes) || has_extension(path, {".html", ".htm", ".xhtml"}) || has_tags(bytes))
    return Form::html;
  return Form::text;
}

}  // namespace presscut::io
