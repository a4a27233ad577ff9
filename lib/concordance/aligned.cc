#include <algorithm>

#include "concordance/lines.h"

namespace presscut::concordance {
namespace {

constexpr std::string_view first_strong = "\xE2\x81\xA8", right_to_left = "\xE2\x81\xA7",
                           isolate_end = "\xE2\x81\xA9";
constexpr std::string_view ellipsis = "…", column_gap = "  ";
constexpr std::size_t date_width = 10, most_id = 24, least_side = 16;

// Whether the first letter of `text` is written from right to left.
bool begins_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (text::is_letter(text::decode(text, at)))
      return text::has_right_to_left(text.substr(start, at - start));
  }
  return false;
}

// The longest beginning of `text` that takes no more than `width` columns.
std::string_view beginning(std::string_view text, std::size_t width) {
  std::size_t taken = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    text::decode(text, at);
    taken += text::display_width(text.substr(start, at - start));
    if (taken > width) return text.substr(0, start);
  }
  return text;
}

std::string cut_end(const std::string& text, std::size_t width) {
  if (text::display_width(text) <= width) return text;
  return std::string(beginning(text, width - 1)) += ellipsis;
}

std::string cut_beginning(const std::string& text, std::size_t width) {
  const std::size_t whole = text::display_width(text);
  if (whole <= width) return text;
  std::string_view rest = text;
  rest.remove_prefix(beginning(rest, whole - width + 1).size());
  while (text::display_width(rest) + 1 > width) {
    std::size_t at = 0;
    text::decode(rest, at);
    rest.remove_prefix(at);
  }
  return std::string(ellipsis).append(rest);
}

std::string blanks(std::size_t width, const std::string& text) {
  const std::size_t taken = text::display_width(text);
  return std::string(taken < width ? width - taken : 0, ' ');
}

std::string isolated(const std::string& text) {
  return text::has_right_to_left(text) ? std::string(first_strong).append(text).append(isolate_end) : text;
}

}  // namespace

Layout::Layout(std::size_t columns) : id(std::min(most_id, columns / 4)) {
  const std::size_t around = id + date_width + 4 * column_gap.size();
  const std::size_t sides = columns > around + 2 * least_side ? columns - around : 2 * least_side;
  left = sides * 2 / 5;
  right = sides - left;
}

std::string aligned(const Document& document, const Line& line, const Layout& layout, bool whole) {
  std::string left = output::one_line(line.left), node = output::one_line(line.node),
              right = output::one_line(line.right);
  if (!whole) {
    node = cut_end(node, layout.right);
    left = cut_beginning(left, layout.left);
    right = cut_end(
        right, std::max<std::size_t>(layout.right - std::min(layout.right, text::display_width(node)), 1));
  }
  const std::string id = cut_beginning(output::one_line(document.id), layout.id);
  const std::string date = output::one_line(document.date.substr(0, date_width));
  std::string out =
      isolated(id) + blanks(layout.id, id) + std::string(column_gap) + date + blanks(date_width, date);
  out.append(column_gap);
  const std::string before = blanks(layout.left, left);
  if (!begins_right_to_left(node))
    return out.append(before)
        .append(isolated(left))
        .append(column_gap)
        .append(isolated(node))
        .append(column_gap)
        .append(isolated(right))
        .append("\n");
  const std::string behind = blanks(layout.right, node + right);
  return out.append(right_to_left)
      .append(before)
      .append(left)
      .append(column_gap)
      .append(node)
      .append(column_gap)
      .append(right)
      .append(behind)
      .append(isolate_end)
      .append("\n");
}

}  // namespace presscut::concordance
