#include "metadata/byline.h"

#include <re2/re2.h>

#include <algorithm>

#include "metadata/labels.h"
#include "metadata/names.h"
#include "metadata/tables.h"
#include "metadata/words.h"
#include "tables/tables.h"

namespace presscut::metadata {
namespace {

constexpr std::size_t longest_line = 160;  // bytes
constexpr std::size_t most_words_of_standfirst = 50;

bool is_long(std::string_view text) { return has_words(text, 18); }

// Names begin with a capital, or are of a script that has none.
bool looks_like_names(std::string_view text) {
  if (text.empty() || text.size() > 100 || has_words(text, 13)) return false;
  std::size_t at = 0;
  const char32_t first = text::decode(text, at);
  return (text::is_letter(first) && text::fold(first) != first) || first >= 0x590;
}

bool is_reading_time(std::string_view text) {
  if (text.size() > 40 || text.find_first_of("0123456789") == std::string_view::npos) return false;
  static const RE2 pattern(
      R"((?i)^(?:reading time:?\s*)?~?\d+\s*(?:min(?:ute)?s?\.?)(?:\s+(?:read|to read|reading|de lectura|de lecture|lesezeit))?$)");
  return RE2::FullMatch({text.data(), text.size()}, pattern);
}

// What a short block says, where it is a byline.
struct Line {
  bool is_byline = false;
  bool only_label = false;  // "By", and the name in the next block
  std::string_view names;   // as they stand
  std::string_view source;
  Day day, modified;
};

// "3 May 2024 by Anna Maar": the names behind a day. An account stands there, too.
std::string_view names_behind(std::string_view text) {
  while (!text.empty() && std::string_view(" ,|-:").find(text.front()) != std::string_view::npos)
    text.remove_prefix(1);
  const Label label = label_at(text);
  const std::string_view names = text.substr(label.bytes);
  if (label.role != Role::author || names.empty() || names.back() == '.') return {};
  return looks_like_names(names) || names.find(' ') == std::string_view::npos ? names : std::string_view();
}

// "anna_m on 3 May 2024": one word between the label and a day.
bool is_account(std::string_view rest, const std::vector<FoundDay>& days, const Label& label) {
  if (days.empty() || days.front().span.start < label.bytes) return false;
  return count_words(text::trim(rest.substr(0, days.front().span.start - label.bytes))) <= 2;
}

Line read_line(std::string_view text, const Reading& reading) {
  Line line;
  if (text.empty() || text.size() > longest_line || is_long(text)) return line;
  const Label label = label_at(text);
  const std::string_view rest = text.substr(label.bytes);
  const auto days = find_days(text, reading);
  const std::size_t day_bytes = days.empty() ? 0 : days.front().span.size();
  if (label.role == Role::author && text.back() != '.' &&
      (looks_like_names(rest) || is_account(rest, days, label)))
    line.names = rest;
  else if (day_bytes) line.names = names_behind(text.substr(days.back().span.end));
  if (label.role == Role::source) line.source = rest;
  const bool labelled_day = day_bytes && (label.role == Role::published || label.role == Role::modified ||
                                          label.role == Role::event);
  const bool only_day = day_bytes * 2 + 12 >= text.size() && day_bytes;
  line.only_label = label.role == Role::author && rest.empty();
  line.is_byline =
      !line.names.empty() || !line.source.empty() || labelled_day || only_day || is_reading_time(text);
  if (line.is_byline && day_bytes && label.role != Role::modified && label.role != Role::event)
    line.day = days.front().day;
  if (line.is_byline && label.role == Role::modified && day_bytes) line.modified = days.front().day;
  return line;
}

bool leads_to_author(std::string_view target) {
  static const auto parts = [] {
    const tables::Table table("addresses.tsv", embedded::addresses_tsv);
    std::vector<std::string> result;
    for (const auto& row : table.rows()) result.emplace_back(row.cells[0]);
    return result;
  }();
  const std::string folded = text::fold(target);
  return std::any_of(parts.begin(), parts.end(),
                     [&](const std::string& part) { return folded.find(part) != std::string::npos; });
}

// Looks through the head of an article, block by block.
class BylineFinder {
 public:
  BylineFinder(const page::Page& page, std::string_view sitename, const Reading& reading)
      : page_(page), sitename_(sitename), reading_(reading) {}

  // `below`: the title stands above.
  void read(std::size_t i, bool below) {
    const page::Block& block = page_.blocks[i];
    const std::string_view text = page_.text_of(block);
    Line line = read_line(text, reading_);
    const bool by_hint = below && has(block.near, page::Hint::author);
    const bool by_place = below && (expected_ || (has(block.near, page::Hint::byline) && is_beside_day(i)));
    expected_ = line.only_label;
    if (line.only_label) label_ = i;
    if (by_hint && line.names.empty() && text.size() <= longest_line) add_author(i, behind_colon(text));
    else if (by_place && line.names.empty() && is_person(text)) add_author(i, text);
    else if (below && !line.is_byline) add_linked(i);
    if (!line.is_byline || (!found.blocks.empty() && found.blocks.back() == i)) return;
    if (found.author.empty()) found.author = names_in(line.names, sitename_);
    if (!found.modified) found.modified = line.modified;
    if (found.source.empty()) found.source = line.source;
    if (!found.date) found.date = line.day;
    found.blocks.push_back(i);
  }

  Bylines found;

 private:
  void add_author(std::size_t i, std::string_view text) {
    if (!found.author.empty()) return;
    found.author = persons_in(text, sitename_);
    if (found.author.empty()) return;
    if (label_ + 1 == i && (found.blocks.empty() || found.blocks.back() < label_))
      found.blocks.push_back(label_);
    found.blocks.push_back(i);
  }

  // "Interview: Anna Maar" -> "Anna Maar"
  static std::string_view behind_colon(std::string_view text) {
    const std::size_t colon = text.find(": ");
    return colon == std::string_view::npos || label_at(text).role != Role::none ? text
                                                                                : text.substr(colon + 2);
  }

  // Whether one of the two blocks before or behind is nothing but a day.
  bool is_beside_day(std::size_t i) const {
    const std::size_t end = std::min(page_.blocks.size(), i + 3);
    for (std::size_t j = i - std::min<std::size_t>(i, 2); j < end; ++j)
      if (j != i && read_line(page_.text_of(page_.blocks[j]), reading_).day) return true;
    return false;
  }

  // A short block whose link leads to somebody's page.
  void add_linked(std::size_t i) {
    const page::Block& block = page_.blocks[i];
    if (!found.author.empty() || block.text.size() > longest_line || block.links == 0 || block.links > 4)
      return;
    auto link = std::lower_bound(page_.links.begin(), page_.links.end(), block.text.start,
                                 [](const page::Link& a, std::size_t start) { return a.text.start < start; });
    for (; link != page_.links.end() && link->text.end <= block.text.end; ++link) {
      const std::string_view name = slice(page_.text, link->text);
      if (is_person(name) && leads_to_author(link->target)) return add_author(i, name);
    }
  }

  const page::Page& page_;
  std::string_view sitename_;
  const Reading& reading_;
  bool expected_ = false;                // the block in front was nothing but "By"
  std::size_t label_ = Lines::none - 1;  // that block
};

}  // namespace

bool is_byline(std::string_view text) { return read_line(text, {}).is_byline; }

Bylines find_bylines(const page::Page& page, std::size_t title, std::size_t first_text,
                     std::string_view sitename, const Reading& reading) {
  constexpr std::size_t before = 3, behind = 14;
  BylineFinder finder(page, sitename, reading);
  const std::size_t anchor = title != Lines::none ? title : first_text != Lines::none ? first_text : 0;
  const std::size_t begin = anchor - std::min(anchor, before);
  const std::size_t end = std::min(page.blocks.size(), anchor + behind);
  bool standfirst = false;  // may stand between title and byline
  for (std::size_t i = begin; i < end; ++i) {
    if (i == title) continue;
    const std::string_view text = page.text_of(page.blocks[i]);
    if (i > anchor && is_long(text)) {
      const bool may_be =
          title != Lines::none && i <= title + 2 && !has_words(text, most_words_of_standfirst + 1);
      if (standfirst || !may_be) break;
      standfirst = true;
    }
    finder.read(i, i > anchor);
  }
  return std::move(finder.found);
}

}  // namespace presscut::metadata
