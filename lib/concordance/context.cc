#include <algorithm>

#include "concordance/concordance.h"

namespace presscut::concordance {
namespace {

constexpr std::size_t first_look = 8, last_look = 64;  // bytes a word

bool is_inside(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}
bool is_blank(std::string_view text, std::size_t at) { return text[at] == ' ' || text[at] == '\n'; }

// The start of the character or word at or behind `at`, before `end`.
std::size_t whole_from(std::string_view text, std::size_t at, std::size_t end) {
  if (at == 0) return 0;
  for (std::size_t blank = at; blank < end; ++blank)
    if (is_blank(text, blank)) return blank + 1;
  while (is_inside(text, at)) ++at;
  return std::min(at, end);
}

std::size_t words_before(std::string_view text, std::size_t end, std::size_t count) {
  for (std::size_t look = first_look;; look *= 2) {
    const std::size_t reach = std::min(end, count * look + last_look);
    const std::size_t from = whole_from(text, end - reach, end);
    const std::vector<Span> found = words::split(text.substr(from, end - from));
    if (found.size() < count && reach < end && look < last_look) continue;
    if (found.size() <= count) return from;
    std::size_t start = from + found[found.size() - count].start,
                before = from + found[found.size() - count - 1].end;
    while (start > before && !is_blank(text, start - 1)) --start;
    return start;
  }
}

std::size_t words_behind(std::string_view text, std::size_t start, std::size_t count) {
  std::size_t reach = std::min(text.size(), start + (count + 1) * last_look);
  while (is_inside(text, reach)) ++reach;
  const std::string_view near = text.substr(0, reach);
  words::Reader reader(near, start);
  Span word{start, start};
  for (std::size_t i = 0; i < count; ++i)
    if (!reader.next(word)) return reach;
  Span next{near.size(), near.size()};
  reader.next(next);
  std::size_t end = word.end;
  while (end < std::min(next.start, near.size()) && !is_blank(text, end)) ++end;
  return end;
}

std::size_t characters_before(std::string_view text, std::size_t end, std::size_t count) {
  for (; end > 0 && count > 0; --count) do
      --end;
    while (end > 0 && is_inside(text, end));
  return end;
}

std::size_t characters_behind(std::string_view text, std::size_t start, std::size_t count) {
  for (; start < text.size() && count > 0; --count) do
      ++start;
    while (is_inside(text, start));
  return start;
}

}  // namespace

Span context(std::string_view text, Span span, Width width) {
  if (width.count == 0) return span;
  width.count = std::min(width.count, text.size());  // more there is not, and sums of it cannot wrap
  if (width.unit == Width::Unit::characters)
    return {characters_before(text, span.start, width.count), characters_behind(text, span.end, width.count)};
  return {words_before(text, span.start, width.count), words_behind(text, span.end, width.count)};
}

std::string sort_key(std::string_view context, bool is_before) {
  std::vector<Span> found = words::split(context);
  if (is_before) std::reverse(found.begin(), found.end());
  std::string key;
  for (const Span word : found) key += words::normal(slice(context, word), words::Form::folded) + ' ';
  return key;
}

}  // namespace presscut::concordance
