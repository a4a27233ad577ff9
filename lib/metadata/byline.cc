#include "metadata/byline.h"

#include <re2/re2.h>

#include <algorithm>

#include "metadata/day.h"
#include "metadata/labels.h"

namespace presscut::metadata {
namespace {

std::size_t count_words(std::string_view text) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

// A name: two to six words, the first and last with a capital (or from a script that has none), no full stop
// at the end.
bool looks_like_names(std::string_view text) {
  const std::size_t words = count_words(text);
  if (text.empty() || words > 12 || text.size() > 100) return false;
  std::size_t at = 0;
  const char32_t first = text::decode(text, at);
  return text::is_letter(first) && text::fold(first) != first ? true : first >= 0x590;
}

// "Anna Maar | 3 May 2024", "Anna Maar, Staff Writer": the name alone.
std::string name_in(std::string_view text) {
  static const RE2 behind_name(R"((?s)(?:\s*[|•·»\n]\s*|,\s|\s[-–—]\s|\s\().*$)");
  std::string name(text);
  RE2::Replace(&name, behind_name, "");
  if (const auto days = find_days(name); !days.empty()) name.resize(days.front().span.start);
  return std::string(text::trim(name));
}

bool is_reading_time(std::string_view text) {
  if (text.size() > 40 || text.find_first_of("0123456789") == std::string_view::npos) return false;
  static const RE2 pattern(
      R"((?i)^(?:reading time:?\s*)?~?\d+\s*(?:min(?:ute)?s?\.?)(?:\s+(?:read|to read|reading|de lectura|de lecture|lesezeit))?$)");
  return RE2::FullMatch({text.data(), text.size()}, pattern);
}

bool is_running(std::string_view text) { return count_words(text) >= 18; }

// What a short block says, where it is a byline.
struct Line {
  bool is_byline = false;
  std::string author, source, date;
};

Line read_line(std::string_view text) {
  Line line;
  if (text.empty() || text.size() > 160 || is_running(text)) return line;
  const Label label = label_at(text);
  const std::string_view rest = text.substr(label.bytes);
  const auto days = find_days(text);
  const std::size_t day_bytes = days.empty() ? 0 : days.front().span.size();
  const bool only_day = day_bytes && day_bytes * 2 + 12 >= text.size();
  const bool names = label.role == Role::author && looks_like_names(rest) && text.back() != '.';
  const bool other =
      (label.role == Role::source) || (label.role != Role::none && label.role != Role::author && day_bytes);
  line.is_byline = names || other || only_day || is_reading_time(text);
  if (!line.is_byline) return line;
  if (names) line.author = name_in(rest);
  if (label.role == Role::source) line.source = rest;
  if (day_bytes && label.role != Role::modified && label.role != Role::event)
    line.date = days.front().day.iso();
  return line;
}

}  // namespace

bool is_byline(std::string_view text) { return read_line(text).is_byline; }

Bylines find_bylines(const page::Page& page, std::size_t title, std::size_t first_text) {
  constexpr std::size_t before = 3, behind = 14;
  Bylines found;
  const std::size_t anchor = title != Lines::none ? title : first_text != Lines::none ? first_text : 0;
  const std::size_t begin = anchor - std::min(anchor, before);
  const std::size_t end = std::min(page.blocks.size(), anchor + behind);
  for (std::size_t i = begin; i < end; ++i) {
    if (i == title) continue;
    const std::string_view text = page.text_of(page.blocks[i]);
    if (i > anchor && is_running(text)) break;
    Line line = read_line(text);
    if (!line.is_byline) continue;
    if (found.author.empty()) found.author = std::move(line.author);
    if (found.source.empty()) found.source = std::move(line.source);
    if (found.date.empty()) found.date = std::move(line.date);
    found.blocks.push_back(i);
  }
  return found;
}

}  // namespace presscut::metadata
