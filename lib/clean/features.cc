#include "clean/features.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "clean/characters.h"
#include "clean/features_row.h"
#include "clean/level.h"

namespace presscut::clean {
Features::Features(const page::Page& page, const metadata::Metadata& metadata, std::string_view url,
                   const Words& words, const NameWeights& names)
    : Features(page, metadata, url, words, names, TitleWords(metadata.title, words)) {}

Features::Features(const page::Page& page, const metadata::Metadata& metadata, std::string_view url,
                   const Words& words, const NameWeights& names, const TitleWords& title)
    : page_(page),
      words_(words),
      stats_(count(page.text, page.blocks, words, title)),
      stop_words_(levelled_stop_words(page, stats_)),
      name_scores_(names.score(page)),
      context_(page.blocks.size()),
      bylines_(metadata.lines.bylines),
      outline_(page.has_tags ? Outline(page, stats_, words) : Outline()),
      body_(page.has_tags ? find_body() : Body()),
      declared_(page.has_tags ? declared(page, url.empty() ? metadata.canonical : url) : Declared()),
      title_line_(metadata.lines.title) {
  shape();
  sum();
  if (page.has_tags) sum_targets();
  sum_containers();
  find_neighbours();
  find_runs();
  find_paths();
  find_repetition();
  compare_with_title(title.size());
}

bool Features::is_prose(std::size_t i) const {
  const Stats& stats = stats_[i];
  const page::Block& block = page_.blocks[i];
  return stats.words >= 12 && stop_words_[i] * 6 >= stats.words && block.link_bytes * 2 < stats.bytes &&
         stats.code_signs * 8 < stats.words;
}

void Features::shape() {
  shapes_.reserve(stats_.size() + 2 * margin);
  shapes_.resize(margin);
  for (std::size_t i = 0; i < stats_.size(); ++i) {
    const Stats& stats = stats_[i];
    const page::Block& block = page_.blocks[i];
    shapes_.push_back({magnitude(stats.words), share(block.link_bytes, stats.bytes),
                       share(stop_words_[i], stats.words), static_cast<float>(block.kind),
                       stats.sure_phrase != Stats::none ? 1.0f : 0.0f, block.path});
  }
  shapes_.resize(shapes_.size() + margin);
}

void Features::sum() {
  sums_.reserve(stats_.size() + 1 + 2 * margin);
  sums_.resize(margin + 1);
  for (std::size_t i = 0; i < stats_.size(); ++i) {
    const std::uint32_t words = stats_[i].words;
    const auto linked = static_cast<std::uint32_t>(shapes_[margin + i].links * static_cast<float>(words));
    const bool prose = is_prose(i);
    const std::uint32_t phrase = stats_[i].sure_phrase != Stats::none || stats_[i].hint_phrase != Stats::none;
    if (prose) longest_prose_ = std::max(longest_prose_, words);
    Sums next = sums_.back();
    add(next, {words, linked, prose ? words : 0, phrase, 1, stats_[i].code_signs});
    sums_.push_back(next);
  }
  sums_.resize(sums_.size() + margin, Sums(sums_.back()));
}

void Features::add(Sums& to, const Sums& from) {
  to.words += from.words;
  to.linked += from.linked;
  to.prose += from.prose;
  to.phrases += from.phrases;
  to.blocks += from.blocks;
  to.code_signs += from.code_signs;
}

void Features::sum_containers() {
  container_sums_.resize(page_.containers.size());
  for (std::size_t i = 0; i < stats_.size(); ++i)
    add(container_sums_[page_.blocks[i].container], between(i, i + 1));
  for (std::size_t c = page_.containers.size(); c-- > 1;)
    add(container_sums_[page_.containers[c].parent], container_sums_[c]);
}

void Features::find_neighbours() {
  std::uint32_t last = 0, heading = 0, sure = 0;
  for (std::uint32_t i = 0; i < stats_.size(); ++i) {
    if (is_prose(i)) last = i + 1;
    if (page_.blocks[i].kind == Kind::heading) heading = i + 1;
    context_[i].last_prose = last;
    context_[i].heading = heading;
    context_[i].sure = sure;
    if (stats_[i].sure_phrase != Stats::none) sure = i + 1;
  }
  std::uint32_t next = 0;
  for (std::size_t i = stats_.size(); i-- > 0;) {
    if (is_prose(i)) next = static_cast<std::uint32_t>(i + 1);
    context_[i].next_prose = next;
  }
}

std::uint32_t Features::since_prose(std::size_t block) const {
  const std::uint32_t last = context_[block].last_prose;
  return last ? static_cast<std::uint32_t>(block + 1) - last : std::numeric_limits<std::uint32_t>::max();
}

// Menus, lists of headlines and tags are runs of short blocks.
bool Features::is_short(std::size_t i) const {
  const char last = stats_[i].last;
  return stats_[i].words <= 8 && last != '.' && last != '!' && last != '?';
}

void Features::find_runs() {
  for (std::size_t begin = 0; begin < stats_.size();) {
    std::size_t end = begin;
    while (end < stats_.size() && is_short(end)) ++end;
    for (std::size_t i = begin; i < end; ++i) {
      context_[i].run = static_cast<std::uint32_t>(end - begin);
      context_[i].run_place = static_cast<std::uint32_t>(i - begin);
    }
    begin = std::max(end, begin + 1);
  }
  for (std::size_t i = 0; i < stats_.size(); ++i) {
    const std::uint32_t group = page_.blocks[i].group;
    if (group >= groups_.size()) groups_.resize(group + 1);
    if (group) add(groups_[group], between(i, i + 1));
  }
}

void Features::find_paths() {
  if (!page_.has_tags) return paths_.resize(1);
  std::unordered_map<std::uint32_t, std::uint32_t> known;
  for (std::size_t i = 0; i < stats_.size(); ++i) {
    const auto [at, is_new] = known.emplace(page_.blocks[i].path, static_cast<std::uint32_t>(paths_.size()));
    if (is_new) paths_.emplace_back();
    context_[i].same_path = at->second;
    add(paths_[at->second], between(i, i + 1));
  }
  if (paths_.empty()) paths_.resize(1);
}

void Features::find_repetition() {
  std::size_t size = 16;
  while (size < stats_.size() * 2) size *= 2;
  std::vector<std::uint32_t> slots(size, 0);
  for (std::size_t i = 0; i < stats_.size(); ++i) {
    std::size_t at = stats_[i].fingerprint & (size - 1);
    for (; slots[at]; at = (at + 1) & (size - 1)) {
      const std::size_t other = slots[at] - 1;
      if (stats_[other].fingerprint == stats_[i].fingerprint && stats_[other].bytes == stats_[i].bytes) break;
    }
    context_[i].repeated = slots[at] != 0;
    if (slots[at]) {
      Context& first = context_[slots[at] - 1];
      first.comes_again = true;
      first.heads_later |= is_heading(i);
    }
    if (!slots[at]) slots[at] = static_cast<std::uint32_t>(i + 1);
  }
}

// How much of the page's title stands in a short block.
void Features::compare_with_title(std::size_t title_words) {
  if (title_words == 0) return;
  float best = 0.6f;
  for (std::size_t i = 0; i < stats_.size(); ++i) {
    if (stats_[i].words > 40 || stats_[i].title_words == 0) continue;
    const auto hits = static_cast<double>(std::min<std::size_t>(stats_[i].title_words, title_words));
    context_[i].title_share = share(2.0 * hits, static_cast<double>(title_words + stats_[i].words));
    const float weight = context_[i].title_share + (page_.blocks[i].kind == Kind::heading ? 0.2f : 0.0f);
    if (weight > best) {
      best = weight;
      title_block_ = i + 1;
    }
  }
}

}  // namespace presscut::clean
