#include "metadata/title.h"

#include <algorithm>
#include <array>

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
    if (tail_is_site || tail.size() * 2 < head.size() || (words_of(tail).size() <= 4 && head.size() > 20)) {
      title = head;
      again = !tail_is_site;
    }
  }
  return title;
}

Title from_tags(const page::Page& page, std::string_view sitename) {
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
  std::replace(best.text.begin(), best.text.end(), '\n', ' ');
  return best;
}

std::size_t count_words(std::string_view text) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

bool ends_like_sentence(std::string_view text) {
  return text.back() == '.' || text.back() == ',' || text.back() == ';' || text.back() == ':';
}

// Running text: several sentences' worth of words in one block.
bool is_running(std::string_view text) {
  return count_words(text) >= 20 && text.find(". ") != std::string_view::npos;
}
bool is_prose(std::string_view text) {
  return is_running(text) || (count_words(text) >= 15 && (text.back() == '.' || text.back() == '"'));
}

// How much a block of plain text stands like a title; 0 where it cannot be one.
double title_weight(const page::Page& page, std::size_t i, std::size_t first_prose) {
  const page::Block& block = page.blocks[i];
  const std::string_view text = page.text_of(block);
  const std::size_t words = count_words(text);
  if (block.kind == Kind::list_item || words > 25 || text.size() > 200 || ends_like_sentence(text)) return 0;
  if (words < 2 && block.level == 0) return 0;
  double weight = 1;
  if (block.level) weight += 1.5;
  if (block.after_gap) weight += 1;
  if (i + 1 < page.blocks.size() && page.blocks[i + 1].after_gap) weight += 1;
  if (words >= 4) weight += 1;
  if (words >= 6) weight += 0.5;
  if (i == 0) weight += 0.5;
  weight -= 0.3 * static_cast<double>(std::min<std::size_t>(first_prose - i, 12));
  return weight;
}

Title from_lines(const page::Page& page) {
  std::size_t first_prose = 0;
  while (first_prose < page.blocks.size() && !is_prose(page.text_of(page.blocks[first_prose]))) ++first_prose;
  if (first_prose == page.blocks.size()) return {};
  Title best;
  double best_weight = 0;
  for (std::size_t i = 0; i < first_prose; ++i) {
    const double weight = title_weight(page, i, first_prose);
    if (weight <= best_weight) continue;
    best_weight = weight;
    best.block = i;
  }
  if (best.block != Lines::none) best.text = std::string(page.text_of(page.blocks[best.block]));
  return best;
}

}  // namespace

Title find_title(const page::Page& page, std::string_view sitename) {
  return page.has_tags ? from_tags(page, sitename) : from_lines(page);
}

}  // namespace presscut::metadata
