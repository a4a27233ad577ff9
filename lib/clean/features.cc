#include "clean/features.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "clean/characters.h"
#include "clean/features_row.h"

namespace presscut::clean {
namespace {

std::vector<Stats> count_all(const page::Page& page, const TitleWords& title, const Words& words) {
  std::vector<Stats> stats;
  stats.reserve(page.blocks.size());
  for (const page::Block& block : page.blocks) stats.push_back(count(page.text, block.text, words, title));
  return stats;
}

}  // namespace

Features::Features(const page::Page& page, const metadata::Metadata& metadata, std::string_view url,
                   const Words& words)
    : page_(page),
      words_(words),
      stats_(count_all(page, TitleWords(metadata.title), words)),
      context_(page.blocks.size()),
      bylines_(metadata.lines.bylines),
      outline_(page.has_tags ? Outline(page, stats_, words) : Outline()),
      body_(page.has_tags ? find_body() : Body()),
      declared_(page.has_tags ? declared(page, url.empty() ? metadata.canonical : url) : Declared()),
      title_line_(metadata.lines.title) {
  const TitleWords title_words(metadata.title);
  shape();
  sum();
  if (page.has_tags) sum_targets();
  sum_containers();
  find_neighbours();
  find_runs();
  find_paths();
  find_repetition();
  compare_with_title(title_words.size());
}

bool Features::is_prose(std::size_t i) const {
  const Stats& stats = stats_[i];
  const page::Block& block = page_.blocks[i];
  return stats.words >= 12 && stats.stop_words * 6 >= stats.words && block.link_bytes * 2 < stats.bytes &&
         stats.code_signs * 8 < stats.words;
}

void Features::shape() {
  shapes_.reserve(stats_.size());
  for (std::size_t i = 0; i < stats_.size(); ++i) {
    const Stats& stats = stats_[i];
    const page::Block& block = page_.blocks[i];
    shapes_.push_back({magnitude(stats.words), share(block.link_bytes, stats.bytes),
                       share(stats.stop_words, stats.words), static_cast<float>(block.kind),
                       stats.sure_phrase != Stats::none ? 1.0f : 0.0f});
  }
}

void Features::sum() {
  sums_.resize(stats_.size() + 1);
  for (std::size_t i = 0; i < stats_.size(); ++i) {
    const std::uint32_t words = stats_[i].words;
    const auto linked = static_cast<std::uint32_t>(shapes_[i].links * static_cast<float>(words));
    const bool prose = is_prose(i);
    const bool phrase = stats_[i].sure_phrase != Stats::none || stats_[i].hint_phrase != Stats::none;
    if (prose) longest_prose_ = std::max(longest_prose_, words);
    sums_[i + 1] = {sums_[i].words + words, sums_[i].linked + linked, sums_[i].prose + (prose ? words : 0),
                    sums_[i].phrases + phrase, sums_[i].blocks + 1};
  }
}

Features::Sums Features::between(std::size_t begin, std::size_t end) const {
  const Sums& a = sums_[begin];
  const Sums& b = sums_[end];
  return {b.words - a.words, b.linked - a.linked, b.prose - a.prose, b.phrases - a.phrases,
          b.blocks - a.blocks};
}

void Features::add(Sums& to, const Sums& from) {
  to.words += from.words;
  to.linked += from.linked;
  to.prose += from.prose;
  to.phrases += from.phrases;
  to.blocks += from.blocks;
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

template <class Row>
void Features::own(std::size_t i, Row& row) const {
  const Stats& stats = stats_[i];
  const page::Block& block = page_.blocks[i];
  const auto words = static_cast<float>(std::max(stats.words, 1u));
  row.add("words", magnitude(stats.words));
  row.add("word_length", share(stats.bytes, stats.words));
  row.add_of_tags("link_share", shapes_[i].links);
  row.add_of_tags("links", magnitude(block.links));
  row.add("stop_words", magnitude(stats.stop_words));
  row.add("stop_share", share(stats.stop_words, words));
  row.add("capital_share", share(stats.capitalised, words));
  row.add("digit_share", share(stats.digits, stats.bytes));
  row.add("sentences", magnitude(stats.sentences));
  row.add("commas", magnitude(stats.commas));
  row.add("separator_share", share(stats.separators, words));
  row.add("code_share", share(stats.code_signs, words));
  const char last = stats.last;
  row.add("ends_sentence",
          last == '.' || last == '!' || last == '?' || last == '"' || static_cast<unsigned char>(last) == 0x9D
              ? 1.0f
              : 0.0f);
  row.add("ends_colon", last == ':' ? 1.0f : 0.0f);
  row.add("starts_lower", stats.first >= 'a' && stats.first <= 'z' ? 1.0f : 0.0f);
  row.add("starts_sign", class_of(stats.first) & in_word ? 0.0f : 1.0f);
  row.add("kind", static_cast<float>(block.kind));
  row.add("level", block.level);
  row.add("indent", block.indent);
  row.add("lines", block.lines);
  row.add("gap", block.after_gap ? 1.0f : 0.0f);
  row.add_of_tags("hidden", block.hidden ? 1.0f : 0.0f);
  row.add_of_tags("depth", static_cast<float>(std::min(block.depth, 64u)));
  row.add("repeated", context_[i].repeated ? 1.0f : 0.0f);
  row.add("title_share", context_[i].title_share);
  row.add("sure_phrase", stats.sure_phrase != Stats::none ? 1.0f : 0.0f);
  row.add("hint_phrase", stats.hint_phrase != Stats::none ? 1.0f : 0.0f);
  static constexpr std::pair<std::string_view, Reason> phrases[] = {{"navigation", Reason::navigation},
                                                                    {"share", Reason::share},
                                                                    {"related", Reason::related},
                                                                    {"promotion", Reason::promotion},
                                                                    {"subscribe", Reason::subscribe},
                                                                    {"comments", Reason::comments},
                                                                    {"comment_form", Reason::comment_form},
                                                                    {"consent", Reason::consent},
                                                                    {"legal", Reason::legal},
                                                                    {"byline", Reason::byline},
                                                                    {"caption", Reason::caption},
                                                                    {"author", Reason::author}};
  for (const auto& [name, reason] : phrases) row.add(name, stats.reasons & bit(reason) ? 1.0f : 0.0f);
}

template <class Row>
void Features::place(std::size_t i, Row& row) const {
  const Sums& all = sums_.back();
  const Context& context = context_[i];
  row.add("blocks_before", share(static_cast<double>(i), static_cast<double>(stats_.size())));
  row.add("block", magnitude(static_cast<std::uint32_t>(i)));
  row.add("words_before", share(sums_[i].words, all.words));
  row.add("prose_before", share(sums_[i].prose, all.prose));
  row.add("prose_words_before", magnitude(sums_[i].prose));
  row.add("prose_words_after", magnitude(all.prose - sums_[i].prose));
  const auto here = static_cast<std::uint32_t>(i + 1);
  row.add("since_prose", context.last_prose ? magnitude(std::min(here - context.last_prose, 50u)) : 60.0f);
  row.add("until_prose", context.next_prose ? magnitude(std::min(context.next_prose - here, 50u)) : 60.0f);
  row.add("since_heading", context.heading ? magnitude(std::min(here - context.heading, 50u)) : 60.0f);
  const Stats* heading = context.heading ? &stats_[context.heading - 1] : nullptr;
  row.add("heading_sure", heading && heading->sure_phrase != Stats::none ? 1.0f : 0.0f);
  row.add("heading_reasons", heading ? static_cast<float>(heading->reasons != 0) : 0.0f);
  row.add("heading_level", context.heading ? page_.blocks[context.heading - 1].level : 0.0f);
  row.add("since_title",
          title_block_ == 0
              ? 0.0f
              : std::clamp(static_cast<float>(here) - static_cast<float>(title_block_), -60.0f, 60.0f));
  row.add("has_title", title_block_ != 0 ? 1.0f : 0.0f);
  row.add("since_sure", context.sure ? magnitude(std::min(here - context.sure, 50u)) : 60.0f);
  const std::size_t tail = context.last_prose ? context.last_prose - 1 : 0;
  row.add("phrases_since_prose", magnitude(std::min(between(tail, i).phrases, 20u)));
  row.add("run", magnitude(std::min(context.run, 100u)));
  row.add("run_place", magnitude(std::min(context.run_place, 100u)));
  const std::uint32_t group = page_.blocks[i].group;
  row.add("group_blocks", group ? magnitude(std::min(groups_[group].blocks, 200u)) : 0.0f);
  row.add("group_words", group ? share(groups_[group].words, groups_[group].blocks) : 0.0f);
  row.add_of_tags("group_links", group ? share(groups_[group].linked, groups_[group].words) : 0.0f);
  row.add("relative_words", share(stats_[i].words, longest_prose_));
}

template <class Row>
void Features::neighbours(std::size_t i, Row& row) const {
  struct Names {
    int distance;
    std::string_view words, links, stops, kind, sure, make;
  };
  static constexpr Names list[] = {
      {-1, "prev_words", "prev_links", "prev_stops", "prev_kind", "prev_sure", "prev_make"},
      {1, "next_words", "next_links", "next_stops", "next_kind", "next_sure", "next_make"},
      {-2, "prev2_words", "prev2_links", "prev2_stops", "prev2_kind", "prev2_sure", "prev2_make"},
      {2, "next2_words", "next2_links", "next2_stops", "next2_kind", "next2_sure", "next2_make"},
  };
  for (const Names& names : list) {
    const auto j = static_cast<std::ptrdiff_t>(i) + names.distance;
    const bool exists = j >= 0 && j < static_cast<std::ptrdiff_t>(stats_.size());
    static constexpr Shape nothing{-1, 0, 0, -1, 0};
    const Shape& shape = exists ? shapes_[static_cast<std::size_t>(j)] : nothing;
    row.add(names.words, shape.words);
    row.add_of_tags(names.links, shape.links);
    row.add(names.stops, shape.stops);
    row.add(names.kind, shape.kind);
    row.add(names.sure, shape.sure);
    row.add(names.make,
            exists && page_.blocks[static_cast<std::size_t>(j)].path == page_.blocks[i].path ? 1.0f : 0.0f);
  }
  struct Window {
    std::size_t before, after;
    std::string_view words, links, prose, phrases;
  };
  static constexpr Window windows[] = {{3, 4, "near_words", "near_links", "near_prose", "near_phrases"},
                                       {10, 11, "wide_words", "wide_links", "wide_prose", "wide_phrases"},
                                       {8, 0, "back_words", "back_links", "back_prose", "back_phrases"},
                                       {0, 9, "ahead_words", "ahead_links", "ahead_prose", "ahead_phrases"}};
  for (const Window& window : windows) {
    const Sums sums = between(i - std::min(i, window.before), std::min(i + window.after, stats_.size()));
    row.add(window.words, magnitude(sums.words));
    row.add_of_tags(window.links, share(sums.linked, sums.words));
    row.add(window.prose, share(sums.prose, sums.words));
    row.add(window.phrases, share(sums.phrases, sums.blocks));
  }
}

template <class Row>
void Features::whole_page(Row& row) const {
  const Sums& all = sums_.back();
  row.add("page_blocks", magnitude(all.blocks));
  row.add("page_words", magnitude(all.words));
  row.add("page_prose_words", magnitude(all.prose));
  row.add("page_prose", share(all.prose, all.words));
  row.add_of_tags("page_links", share(all.linked, all.words));
}

void Features::row(std::size_t block, float* values, std::size_t step) const {
  const auto write = [&](auto row) {
    own(block, row);
    place(block, row);
    neighbours(block, row);
    whole_page(row);
    return row;
  };
  if (!page_.has_tags) {
    write(Values<false>{values, step});
    return;
  }
  auto row = write(Values<true>{values, step});
  tags(block, row);
}

std::vector<std::string_view> Features::names() {
  page::Page page;
  page.has_tags = true;
  page.text = "x\n";
  page.blocks.resize(1);
  page.blocks[0].text = {0, 1};
  const Features features(page, {}, {}, Words::built_in());
  Columns row;
  features.own(0, row);
  features.place(0, row);
  features.neighbours(0, row);
  features.whole_page(row);
  features.tags(0, row);
  return row.names;
}

}  // namespace presscut::clean
