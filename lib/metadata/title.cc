#include "metadata/title.h"

#include <algorithm>
#include <array>

#include "metadata/byline.h"
#include "metadata/lookup.h"

namespace presscut::metadata {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const std::string folded = text::fold(text);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t start = at;
    const char32_t c = text::decode(folded, at);
    if (text::is_letter(c) || text::is_digit(c)) {
      word.append(folded, start, at - start);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  std::sort(words.begin(), words.end());
  return words;
}

// Dice coefficient of the words of two texts.
double agreement(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size());
}

// The last place where a title is cut from the site's name: " | ", " - ", " – ", " — ", " :: ", " » ", " · ".
std::string_view without_site(std::string_view title, std::string_view sitename) {
  static constexpr std::array<std::string_view, 9> separators = {
      " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " : "};
  for (bool again = true; again;) {
    again = false;
    std::size_t cut = std::string_view::npos;
    std::size_t length = 0;
    for (const std::string_view separator : separators) {
      const std::size_t at = title.rfind(separator);
      if (at != std::string_view::npos && (cut == std::string_view::npos || at > cut))
        cut = at, length = separator.size();
    }
    if (cut == std::string_view::npos) break;
    const std::string_view head = text::trim(title.substr(0, cut));
    const std::string_view tail = text::trim(title.substr(cut + length));
    const bool tail_is_site = !sitename.empty() && agreement(words_of(tail), words_of(sitename)) > 0.6;
    const bool head_is_site = !sitename.empty() && agreement(words_of(head), words_of(sitename)) > 0.6;
    if (head_is_site && !tail_is_site) return tail;
    if (tail_is_site || tail.size() * 2 < head.size() ||
        (words_of(tail).size() <= 4 && words_of(head).size() >= 4)) {
      title = head;
      again = !tail_is_site;
    }
  }
  return title;
}

}  // namespace

Title title_of_tags(const page::Page& page, std::string_view sitename) {
  const std::string_view declared = meta(page, {"og:title", "twitter:title", "dc.title", "headline"});
  const std::string stated(declared.empty() ? without_site(page.title, sitename)
                                            : without_site(declared, sitename));
  const auto wanted = words_of(stated.empty() ? page.title : stated);
  Title best;
  double best_weight = 0.5;
  std::size_t only_h1 = Lines::none;
  std::size_t h1_count = 0;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const page::Block& block = page.blocks[i];
    if (block.level == 1) {
      ++h1_count;
      if (only_h1 == Lines::none) only_h1 = i;
    }
    if (block.text.size() > 300 || (block.level == 0 && !has(block.near, page::Hint::title))) continue;
    const double weight = agreement(words_of(page.text_of(block)), wanted) + (block.level == 1 ? 0.2
                                                                              : block.level    ? 0.1
                                                                                               : 0);
    if (weight > best_weight) {
      best_weight = weight;
      best.block = i;
    }
  }
  if (best.block == Lines::none && h1_count == 1) best.block = only_h1;
  if (best.block != Lines::none) best.text = std::string(page.text_of(page.blocks[best.block]));
  else best.text = stated.empty() ? page.title : stated;
  best.text = text::squeeze(best.text);
  return best;
}

namespace {

// Title and text may have a byline, a date, a caption and share buttons between them; what was taken for the
// first text may be a line of a ticker over the title.
constexpr std::size_t before = 14, behind = 14;

std::size_t count_words(std::string_view text) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

bool ends_like_sentence(std::string_view text) {
  return text.back() == '.' || text.back() == ',' || text.back() == ';' || text.back() == ':';
}

// Whether a block reads like running text.
bool is_running(std::string_view text) {
  constexpr std::size_t shortest = 60;  // bytes
  if (text.size() < shortest) return false;
  if (text.back() != '.' && text.back() != '"' && text.find(". ") == std::string_view::npos) return false;
  const std::size_t words = count_words(text);
  return (words >= 20 && text.find(". ") != std::string_view::npos) ||
         (words >= 15 && (text.back() == '.' || text.back() == '"'));
}

// How much a block of plain text stands like a title, with running text `distance` blocks behind it and
// perhaps a byline; 0 where it cannot be one.
double title_weight(const page::Page& page, std::size_t i, std::size_t distance, bool byline_follows) {
  const page::Block& block = page.blocks[i];
  const std::string_view text = page.text_of(block);
  const std::size_t words = count_words(text);
  if (block.kind == Kind::list_item || words > 30 || text.size() > 220 || ends_like_sentence(text)) return 0;
  const bool is_code = text.find_first_of("{}") != std::string_view::npos;
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
