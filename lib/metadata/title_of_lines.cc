#include <algorithm>

#include "metadata/byline.h"
#include "metadata/title.h"
#include "metadata/words.h"

namespace presscut::metadata {
namespace {

// Title and text may have a byline, a date, a caption and share buttons between them; what was taken for the
// first text may be a line of a ticker over the title.
constexpr std::size_t before = 14, behind = 14;

bool ends_like_sentence(std::string_view text) {
  return text.back() == '.' || text.back() == ',' || text.back() == ';' || text.back() == ':';
}

// Whether a block reads like running text.
bool is_running(std::string_view text) {
  constexpr std::size_t shortest = 60;  // bytes
  if (text.size() < shortest) return false;
  const bool closed = text.back() == '.' || text.back() == '"';
  if (closed) return has_words(text, 15);
  return has_words(text, 20) && text.find(". ") != std::string_view::npos;
}

// How much a block of plain text stands like a title, with running text `distance` blocks behind it and
// perhaps a byline; 0 where it cannot be one.
double title_weight(const page::Page& page, std::size_t i, std::size_t distance, bool byline_follows) {
  const page::Block& block = page.blocks[i];
  const std::string_view text = page.text_of(block);
  if (block.kind == Kind::list_item || text.size() > 220 || ends_like_sentence(text)) return 0;
  const std::size_t words = count_words(text);
  if (words > 30) return 0;
  const bool is_code = text.find('{') != std::string_view::npos || text.find('}') != std::string_view::npos;
  if ((words < 2 && block.level == 0) || is_code || is_running(text)) return 0;
  double weight = 2;
  if (block.level) weight += block.level == 1 ? 3 : 0.5;
  if (block.after_gap) weight += 1;
  if (i + 1 < page.blocks.size() && page.blocks[i + 1].after_gap) weight += 1;
  if (words >= 4) weight += 1;
  if (words >= 6) weight += 0.5;
  if (words > 18) weight -= 1;
  if (byline_follows) weight += 1.5;
  return weight - 0.3 * static_cast<double>(distance);
}

}  // namespace

std::size_t guess_first_text(const page::Page& page) {
  for (std::size_t i = 0; i < page.blocks.size(); ++i)
    if (is_running(page.text_of(page.blocks[i]))) return i;
  return Lines::none;
}

Title title_of_lines(const page::Page& page, std::size_t first_text) {
  if (first_text >= page.blocks.size()) return {};
  const std::size_t begin = first_text - std::min(first_text, before);
  const std::size_t end = std::min(first_text + behind, page.blocks.size());
  Title best;
  double best_weight = 0;
  std::size_t next_running = first_text;
  std::size_t next_byline = page.blocks.size();
  for (std::size_t i = end; i-- > begin;) {
    if (is_running(page.text_of(page.blocks[i]))) next_running = i;
    if (is_byline(page.text_of(page.blocks[i]))) {
      next_byline = i;
      continue;
    }
    const bool byline_follows = next_byline - i <= 3;
    const double weight = next_running < i ? 0 : title_weight(page, i, next_running - i, byline_follows);
    if (weight <= best_weight) continue;
    best_weight = weight;
    best.block = i;
  }
  if (best.block != Lines::none) best.text = std::string(page.text_of(page.blocks[best.block]));
  return best;
}

}  // namespace presscut::metadata
