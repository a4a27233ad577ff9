#include "plain/lines.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace presscut::plain {
namespace {

constexpr std::array<std::string_view, 22> bullets = {"•", "·", "∙", "◦", "○", "●", "□", "■", "▪", "▫", "☆",
                                                      "★", "◇", "◆", "▸", "►", "▶", "‣", "⁃", "*", "-", "–"};
constexpr std::array<std::string_view, 4> indented_bullets = {"+", "o", "#",
                                                              "@"};  // as lynx draws nested lists

bool starts_with(std::string_view line, std::string_view start) {
  return line.substr(0, start.size()) == start;
}

// Most lines end here: their first byte begins no bullet.
bool may_begin_bullet(char first) {
  static constexpr auto table = [] {
    std::array<bool, 256> begins{};
    for (const std::string_view bullet : bullets) begins[static_cast<unsigned char>(bullet.front())] = true;
    for (const std::string_view bullet : indented_bullets)
      begins[static_cast<unsigned char>(bullet.front())] = true;
    return begins;
  }();
  return table[static_cast<unsigned char>(first)];
}

// The bullet at the start of `line` with the blanks behind it, doubled ones ("• • LIVE") included.
std::size_t bullet_length(std::string_view line, bool indented) {
  if (!may_begin_bullet(line.front())) return 0;
  std::size_t length = 0;
  for (bool again = true; again;) {
    again = false;
    const std::string_view rest = line.substr(length);
    const auto matches = [&](std::string_view bullet) {
      return !rest.empty() && rest.front() == bullet.front() && starts_with(rest, bullet) &&
             rest.size() > bullet.size() && text::space_length(rest, bullet.size());
    };
    for (const std::string_view bullet : bullets) {
      if (!matches(bullet)) continue;
      length += bullet.size();
      again = true;
      break;
    }
    if (!again && indented && length == 0)
      for (const std::string_view bullet : indented_bullets)
        if (matches(bullet)) length += bullet.size(), again = true;
    while (again && length < line.size() && text::space_length(line, length))
      length += text::space_length(line, length);
  }
  return length < line.size() && length < 256 ? length : 0;
}

// Wiki and Markdown headings: "== Text ==", "### Text". Shrinks `span` to the text.
std::uint8_t heading_level(std::string_view text, Span& span) {
  const std::string_view line = slice(text, span);
  const char mark = line.front();
  if (mark != '=' && mark != '#') return 0;
  const std::size_t count = std::min(line.find_first_not_of(mark), line.size());
  if (count > 6 || count == line.size()) return 0;
  std::size_t end = line.size();
  if (mark == '=') {
    while (end > count && line[end - 1] == '=') --end;
    if (line.size() - end != count) return 0;
  } else if (line[count] != ' ') {
    return 0;
  }
  const std::string_view inner = text::trim(line.substr(count, end - count));
  if (inner.empty()) return 0;
  span.start = static_cast<std::size_t>(inner.data() - text.data());
  span.end = span.start + inner.size();
  return static_cast<std::uint8_t>(count);
}

bool is_rule(std::string_view line) {
  if (line.size() < 3) return false;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = text::decode(line, at);
    if (c != '-' && c != '_' && c != '=' && c != '*' && c != '~' && !(c >= 0x2500 && c <= 0x259F))
      return false;
  }
  return true;
}

std::uint16_t clamp(std::size_t value) {
  return static_cast<std::uint16_t>(std::min<std::size_t>(value, 65535));
}

Line read_line(std::string_view text, Span span) {
  Line line;
  const std::string_view whole = slice(text, span);
  const std::string_view trimmed = text::trim(whole);
  line.span.start = static_cast<std::size_t>(trimmed.data() - text.data());
  line.span.end = line.span.start + trimmed.size();
  if (trimmed.empty()) return line;
  line.indent = clamp(text::count_code_points(text.substr(span.start, line.span.start - span.start)));
  line.width = clamp(line.indent + text::count_code_points(trimmed));
  line.rule = is_rule(trimmed);
  if (line.rule) return line;
  line.level = heading_level(text, line.span);
  if (line.level) return line;
  line.bullet = static_cast<std::uint8_t>(bullet_length(trimmed, line.indent > 0));
  line.span.start += line.bullet;
  return line;
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const void* found = std::memchr(text.data() + at, '\n', text.size() - at);
    const std::size_t end =
        found ? static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) : text.size();
    Line line = read_line(text, {at, end});
    at = end + 1;
    if (line.span.size() == 0 || line.rule) {
      gap = true;
      continue;
    }
    line.gap = gap;
    gap = false;
    lines.push_back(line);
  }
  return lines;
}

int wrap_column(const std::vector<Line>& lines) {
  constexpr int narrowest = 60, widest = 85;
  std::array<std::size_t, widest + 1> ends{};
  std::size_t running = 0, beyond = 0;
  for (const Line& line : lines) {
    if (line.width > widest) ++beyond;
    else if (line.width >= narrowest) ++running, ++ends[line.width];
  }
  if (running < 4 || beyond * 5 > running) return 0;
  std::size_t above = 0;
  for (int column = widest; column >= narrowest; --column) {
    above += ends[static_cast<std::size_t>(column)];
    if (above * 50 >= running) return column;  // a fiftieth of the lines may stick out
  }
  return 0;
}

}  // namespace presscut::plain
