#include "clean/features.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "clean/characters.h"
#include "clean/features_row.h"

namespace presscut::clean {
Features::Features(const page::Page& page, const metadata::Metadata& metadata, std::string_view url,
                   const Words& words)
    : Features(page, metadata, url, words, TitleWords(metadata.title, words)) {}

Features::Features(const page::Page& page, const metadata::Metadata& metadata, std::string_view url,
                   const Words& words, const TitleWords& title)
    : page_(page),
      words_(words),
      stats_(count(page.text, page.blocks, words, title)),
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
  return stats.words >= 12 && stats.stop_words * 6 >= stats.words && block.link_bytes * 2 < stats.bytes &&
         stats.code_signs * 8 < stats.words;
}

void Features::shape() {
  shapes_.reserve(stats_.size() + 2 * margin);
  shapes_.resize(margin);
  for (std::size_t i = 0; i < stats_.size(); ++i) {
    const Stats& stats = stats_[i];
    const page::Block& block = page_.blocks[i];
    shapes_.push_back({magnitude(stats.words), share(block.link_bytes, stats.bytes),
                       share(stats.stop_words, stats.words), static_cast<float>(block.kind),
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

template <class Row>
void Features::own(Row& row) const {
  const auto of = [this](std::size_t i) -> const Stats& { return stats_[i]; };
  const auto block = [this](std::size_t i) -> const page::Block& { return page_.blocks[i]; };
  const auto words = [this](std::size_t i) { return std::max(stats_[i].words, 1u); };
  row.add("words", [=](std::size_t i) { return magnitude(of(i).words); });
  row.add("word_length", [=](std::size_t i) { return share(of(i).bytes, of(i).words); });
  row.add_of_tags("link_share", [this](std::size_t i) { return shapes_[margin + i].links; });
  row.add_of_tags("links", [=](std::size_t i) { return magnitude(block(i).links); });
  row.add("stop_words", [=](std::size_t i) { return magnitude(of(i).stop_words); });
  row.add("stop_share", [=](std::size_t i) { return share(of(i).stop_words, words(i)); });
  row.add("capital_share", [=](std::size_t i) { return share(of(i).capitalised, words(i)); });
  row.add("digit_share", [=](std::size_t i) { return share(of(i).digits, of(i).bytes); });
  row.add("sentences", [=](std::size_t i) { return magnitude(of(i).sentences); });
  row.add("commas", [=](std::size_t i) { return magnitude(of(i).commas); });
  row.add("separator_share", [=](std::size_t i) { return share(of(i).separators, words(i)); });
  row.add("code_share", [=](std::size_t i) { return share(of(i).code_signs, words(i)); });
  row.add("ends_sentence", [=](std::size_t i) {
    const char last = of(i).last;
    return last == '.' || last == '!' || last == '?' || last == '"' || last == '\x9D';
  });
  row.add("ends_colon", [=](std::size_t i) { return of(i).last == ':'; });
  row.add("starts_lower", [=](std::size_t i) { return of(i).first >= 'a' && of(i).first <= 'z'; });
  row.add("starts_sign", [=](std::size_t i) { return (class_of(of(i).first) & in_word) == 0; });
  row.add("kind", [=](std::size_t i) { return block(i).kind; });
  row.add("level", [=](std::size_t i) { return block(i).level; });
  row.add("indent", [=](std::size_t i) { return block(i).indent; });
  row.add("lines", [=](std::size_t i) { return block(i).lines; });
  row.add("gap", [=](std::size_t i) { return block(i).after_gap; });
  row.add_of_tags("hidden", [=](std::size_t i) { return block(i).hidden; });
  row.add_of_tags("depth", [=](std::size_t i) { return std::min(block(i).depth, 64u); });
  row.add("repeated", [this](std::size_t i) { return context_[i].repeated; });
  row.add("title_share", [this](std::size_t i) { return context_[i].title_share; });
  row.add("sure_phrase", [=](std::size_t i) { return of(i).sure_phrase != Stats::none; });
  row.add("hint_phrase", [=](std::size_t i) { return of(i).hint_phrase != Stats::none; });
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
  for (const auto& [name, reason] : phrases)
    row.add(name, [of, bits = bit(reason)](std::size_t i) { return (of(i).reasons & bits) != 0; });
}

// Blocks between a block and the one that it is counted from; `from` is one more than that one's number, 0
// where there is none.
float Features::distance(std::size_t i, std::uint32_t from) {
  const auto here = static_cast<std::uint32_t>(i + 1);
  return from ? magnitude(std::min(here > from ? here - from : from - here, 50u)) : 60.0f;
}

template <class Row>
void Features::place(Row& row) const {
  const Sums& all = sums_.back();
  const auto heading = [this](std::size_t i) -> const Stats* {
    return context_[i].heading ? &stats_[context_[i].heading - 1] : nullptr;
  };
  const auto group = [this](std::size_t i) -> const Sums& { return groups_[page_.blocks[i].group]; };
  row.add("blocks_before", [this](std::size_t i) {
    return share(static_cast<double>(i), static_cast<double>(stats_.size()));
  });
  row.add("block", [](std::size_t i) { return magnitude(static_cast<std::uint32_t>(i)); });
  row.add("words_before", [&](std::size_t i) { return share(sums_[margin + i].words, all.words); });
  row.add("prose_before", [&](std::size_t i) { return share(sums_[margin + i].prose, all.prose); });
  row.add("prose_words_before", [this](std::size_t i) { return magnitude(sums_[margin + i].prose); });
  row.add("prose_words_after", [&](std::size_t i) { return magnitude(all.prose - sums_[margin + i].prose); });
  row.add("since_prose", [this](std::size_t i) { return distance(i, context_[i].last_prose); });
  row.add("until_prose", [this](std::size_t i) { return distance(i, context_[i].next_prose); });
  row.add("since_heading", [this](std::size_t i) { return distance(i, context_[i].heading); });
  row.add("heading_sure",
          [=](std::size_t i) { return heading(i) && heading(i)->sure_phrase != Stats::none; });
  row.add("heading_reasons", [=](std::size_t i) { return heading(i) && heading(i)->reasons != 0; });
  row.add("heading_level", [this](std::size_t i) {
    return context_[i].heading ? page_.blocks[context_[i].heading - 1].level : 0;
  });
  row.add("since_title", [this](std::size_t i) {
    const float since = static_cast<float>(i + 1) - static_cast<float>(title_block_);
    return title_block_ == 0 ? 0.0f : std::clamp(since, -60.0f, 60.0f);
  });
  row.add_of_page("has_title", title_block_ != 0 ? 1.0f : 0.0f);
  row.add("since_sure", [this](std::size_t i) { return distance(i, context_[i].sure); });
  row.add("phrases_since_prose", [this](std::size_t i) {
    const std::uint32_t last = context_[i].last_prose;
    return magnitude(std::min(between(last ? last - 1 : 0, i).phrases, 20u));
  });
  row.add("run", [this](std::size_t i) { return magnitude(std::min(context_[i].run, 100u)); });
  row.add("run_place", [this](std::size_t i) { return magnitude(std::min(context_[i].run_place, 100u)); });
  row.add("group_blocks", [=](std::size_t i) { return magnitude(std::min(group(i).blocks, 200u)); });
  row.add("group_words", [=](std::size_t i) { return share(group(i).words, group(i).blocks); });
  row.add_of_tags("group_links", [=](std::size_t i) { return share(group(i).linked, group(i).words); });
  row.add("relative_words", [this](std::size_t i) { return share(stats_[i].words, longest_prose_); });
}

template <class Row>
void Features::neighbours(Row& row) const {
  struct Names {
    std::ptrdiff_t distance;
    std::string_view words, links, stops, kind, sure, make;
  };
  static constexpr Names list[] = {
      {-1, "prev_words", "prev_links", "prev_stops", "prev_kind", "prev_sure", "prev_make"},
      {1, "next_words", "next_links", "next_stops", "next_kind", "next_sure", "next_make"},
      {-2, "prev2_words", "prev2_links", "prev2_stops", "prev2_kind", "prev2_sure", "prev2_make"},
      {2, "next2_words", "next2_links", "next2_stops", "next2_kind", "next2_sure", "next2_make"},
  };
  for (const Names& names : list) {
    const auto shape = [at = static_cast<std::size_t>(margin + names.distance),
                        this](std::size_t i) -> const Shape& { return shapes_[at + i]; };
    row.add(names.words, [=](std::size_t i) { return shape(i).words; });
    row.add_of_tags(names.links, [=](std::size_t i) { return shape(i).links; });
    row.add(names.stops, [=](std::size_t i) { return shape(i).stops; });
    row.add(names.kind, [=](std::size_t i) { return shape(i).kind; });
    row.add(names.sure, [=](std::size_t i) { return shape(i).sure; });
    row.add(names.make, [=, this](std::size_t i) { return shape(i).path == page_.blocks[i].path; });
  }
  struct Window {
    std::size_t before, after;
    std::string_view words, links, prose, phrases, code;
  };
  static constexpr Window windows[] = {
      {3, 4, "near_words", "near_links", "near_prose", "near_phrases", "near_code"},
      {10, 11, "wide_words", "wide_links", "wide_prose", "wide_phrases", "wide_code"},
      {8, 0, "back_words", "back_links", "back_prose", "back_phrases", "back_code"},
      {0, 9, "ahead_words", "ahead_links", "ahead_prose", "ahead_phrases", "ahead_code"}};
  for (const Window& window : windows) {
    const auto sums = [&window, this](std::size_t i) {
      return minus(sums_[margin + i + window.after], sums_[margin + i - window.before]);
    };
    row.add(window.words, [=](std::size_t i) { return magnitude(sums(i).words); });
    row.add_of_tags(window.links, [=](std::size_t i) { return share(sums(i).linked, sums(i).words); });
    row.add(window.prose, [=](std::size_t i) { return share(sums(i).prose, sums(i).words); });
    row.add(window.phrases, [=](std::size_t i) { return share(sums(i).phrases, sums(i).blocks); });
    row.add(window.code, [=](std::size_t i) { return share(sums(i).code_signs, sums(i).words); });
  }
}

template <class Row>
void Features::whole_page(Row& row) const {
  const Sums& all = sums_.back();
  row.add_of_page("page_blocks", magnitude(all.blocks));
  row.add_of_page("page_words", magnitude(all.words));
  row.add_of_page("page_prose_words", magnitude(all.prose));
  row.add_of_page("page_prose", share(all.prose, all.words));
  row.add_of_tags("page_links", [&all](std::size_t) { return share(all.linked, all.words); });
  row.add_of_page("page_code", share(all.code_signs, all.words));
}

void Features::columns(std::size_t begin, std::size_t count, const std::vector<bool>& asked,
                       float* values) const {
  const auto write = [this](auto row) {
    own(row);
    place(row);
    neighbours(row);
    whole_page(row);
    return row;
  };
  if (!page_.has_tags) {
    write(Values<false>{begin, count, asked, values}).fill_rest();
    return;
  }
  auto row = write(Values<true>{begin, count, asked, values});
  tags(row);
}

std::vector<std::string_view> Features::names() {
  page::Page page;
  page.has_tags = true;
  page.text = "x\n";
  page.blocks.resize(1);
  page.blocks[0].text = {0, 1};
  const Features features(page, {}, {}, Words::built_in());
  Columns row;
  features.own(row);
  features.place(row);
  features.neighbours(row);
  features.whole_page(row);
  features.tags(row);
  return row.names;
}

}  // namespace presscut::clean
