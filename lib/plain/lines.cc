#include "plain/lines.h"

#include <algorithm>
#include <array>

#include "text/sure_run.h"

namespace presscut::plain {
namespace {

constexpr std::array<std::string_view, 22> bullets = {"•", "·", "∙", "◦", "○", "●", "□", "■", "▪", "▫", "☆",
                                                      "★", "◇", "◆", "▸", "►", "▶", "‣", "⁃", "*", "-", "–"};
constexpr std::array<std::string_view, 4> indented_bullets = {"+", "o", "#",
                                                              "@"};  // as lynx draws nested lists

constexpr std::size_t longest_bullet = 256;  // bytes, with blanks; what is longer is a drawing

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

// The bullet at the start of `line`, which a blank follows.
std::size_t one_bullet(std::string_view line, bool indented) {
  const auto matches = [&](std::string_view bullet) {
    return line.front() == bullet.front() && starts_with(line, bullet) && line.size() > bullet.size() &&
           text::space_length(line, bullet.size());
  };
  if (!may_begin_bullet(line.front())) return 0;
  for (const std::string_view bullet : bullets)
    if (matches(bullet)) return bullet.size();
  if (indented)
    for (const std::string_view bullet : indented_bullets)
      if (matches(bullet)) return bullet.size();
  return 0;
}

// The bullet at the start of `line` with the blanks behind it, doubled ones ("• • LIVE") included.
std::size_t bullet_length(std::string_view line, bool indented) {
  std::size_t length = 0;
  while (length < line.size() && length < longest_bullet) {
    const std::size_t bullet = one_bullet(line.substr(length), indented && length == 0);
    if (!bullet) return length;
    length += bullet;
    while (length < line.size() && text::space_length(line, length))
      length += text::space_length(line, length);
  }
  return 0;
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

// Where a line ends, and whether nothing has to change in it.
struct Extent {
  std::size_t end = 0;
  std::size_t continuations = 0;  // bytes that begin no character; counted where nothing has to change
  bool squeezed = false;
};

// The extent of the line that begins at `at`, where no blank stands.
Extent extent_of(std::string_view text, std::size_t at) {
  const text::SureRun run = text::sure_run(text, at);
  const bool squeezed = run.end == text.size() || text[run.end] == '\n';
  const std::size_t end = squeezed ? run.end : std::min(text.find('\n', run.end), text.size());
  return {end, run.continuations, squeezed};
}

// Whether a line that begins so may be a rule, a heading or a list's item.
bool may_begin_mark(char first) {
  const bool is_letter = (first | 0x20) >= 'a' && (first | 0x20) <= 'z';
  return !is_letter || first == 'o';
}

// Marks at the start of a line whose span is without blanks; `line` loses them.
void read_marks(std::string_view text, Line& line) {
  const std::string_view trimmed = slice(text, line.span);
  if (!may_begin_mark(trimmed.front())) return;
  line.rule = is_rule(trimmed);
  if (line.rule) return;
  line.level = heading_level(text, line.span);
  if (line.level) return;
  line.bullet = static_cast<std::uint8_t>(bullet_length(trimmed, line.indent > 0));
  line.span.start += line.bullet;
}

// The line that begins at `at`, which goes behind its end.
Line read_line(std::string_view text, std::size_t& at) {
  Line line;
  std::size_t start = at;
  while (start < text.size() && text[start] == ' ') ++start;
  const Extent extent = extent_of(text, start);
  line.span = {start, extent.end};
  if (extent.squeezed) {
    if (line.span.size() && text[line.span.end - 1] == ' ') --line.span.end;
    line.squeezed = true;
    line.indent = clamp(start - at);
    line.width = clamp(line.indent + line.span.size() - extent.continuations);
  } else {
    const std::string_view trimmed = text::trim(slice(text, line.span));
    line.span.start = static_cast<std::size_t>(trimmed.data() - text.data());
    line.span.end = line.span.start + trimmed.size();
    line.indent = clamp(text::count_code_points(text.substr(at, line.span.start - at)));
    line.width = clamp(line.indent + text::count_code_points(trimmed));
  }
  at = extent.end + 1;
  if (line.span.size()) read_marks(text, line);
  return line;
}

// As many as there would be if all were as long as the first ones.
std::size_t likely_lines(std::string_view text) {
  const std::string_view sample = text.substr(0, 4096);
  const auto ends = static_cast<std::size_t>(std::count(sample.begin(), sample.end(), '\n'));
  return (ends + 1) * (text.size() / (sample.size() + 1) + 1);
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  lines.reserve(likely_lines(text));
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    Line line = read_line(text, at);
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
