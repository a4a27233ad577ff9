// What only pages with tags tell of a block: the words of class names around it, its containers and how they
// lie to the body, its section, where its links lead, and what the page says that it is.
#include <algorithm>
#include <array>
#include <string>

#include "clean/features.h"
#include "clean/features_row.h"

namespace presscut::clean {

Body Features::find_body() const {
  std::vector<std::uint32_t> prose(stats_.size());
  for (std::size_t i = 0; i < stats_.size(); ++i)
    if (is_prose(i)) prose[i] = stats_[i].words;
  return {page_, prose};
}

// Links lead to a place on the page, out of the site, or to a headline: an address of many words.
void Features::sum_targets() {
  targets_.resize(stats_.size());
  std::size_t i = 0;
  for (const page::Link& link : page_.links) {
    while (i < stats_.size() && page_.blocks[i].text.end <= link.text.start) ++i;
    if (i == stats_.size()) break;
    const std::string_view target = link.target;
    const auto dashes = std::count(target.begin(), target.end(), '-');
    targets_[i].fragments += target.starts_with('#');
    targets_[i].outside += target.starts_with("http");
    targets_[i].headlines += dashes >= 3;
  }
}

template <class Row>
void Features::hints(std::size_t i, Row& row) const {
  const page::Block& block = page_.blocks[i];
  static const auto hint_names = [] {
    std::vector<std::string> names;
    for (int h = 0; h < page::hint_count; ++h) {
      names.push_back("hint_" + std::string(page::name(static_cast<page::Hint>(h))));
      names.push_back("near_" + std::string(page::name(static_cast<page::Hint>(h))));
    }
    return names;
  }();
  for (int h = 0; h < page::hint_count; ++h) {
    row.add(hint_names[static_cast<std::size_t>(2 * h)], static_cast<float>(block.hints >> h & 1));
    row.add(hint_names[static_cast<std::size_t>(2 * h + 1)], static_cast<float>(block.near >> h & 1));
  }
}

template <class Row>
void Features::containers(std::size_t i, Row& row) const {
  struct Names {
    std::string_view words, links, prose, share_of_page;
  };
  static constexpr Names list[] = {
      {"own_words", "own_links", "own_prose", "own_share"},
      {"parent_words", "parent_links", "parent_prose", "parent_share"},
      {"grand_words", "grand_links", "grand_prose", "grand_share"},
      {"great_words", "great_links", "great_prose", "great_share"},
  };
  const Sums& all = sums_.back();
  std::uint32_t at = page_.blocks[i].container;
  for (const Names& names : list) {
    const Sums& sums = container_sums_[at];
    row.add(names.words, magnitude(sums.words));
    row.add_of_tags(names.links, share(sums.linked, sums.words));
    row.add(names.prose, share(sums.prose, sums.words));
    row.add(names.share_of_page, share(sums.prose, all.prose));
    at = page_.containers[at].parent;
  }
  const std::uint32_t container = page_.blocks[i].container;
  row.add("container_tag", page_.containers[container].tag);
  row.add("parent_tag", page_.containers[page_.containers[container].parent].tag);
  const Sums& path = paths_[context_[i].same_path];
  row.add("path_blocks", magnitude(path.blocks));
  row.add("path_words", share(path.words, path.blocks));
  row.add("path_links", share(path.linked, path.words));
  row.add("path_share", share(path.prose, all.prose));
}

template <class Row>
void Features::section(std::size_t i, Row& row) const {
  const Section& section = outline_.of(i);
  const Sums sums = between(section.begin, section.end);
  row.add("section_words", magnitude(sums.words));
  row.add("section_links", share(sums.linked, sums.words));
  row.add("section_prose", share(sums.prose, sums.words));
  row.add("section_blocks", magnitude(std::min(sums.blocks, 200u)));
  row.add("section_rest", magnitude(std::min(section.end - static_cast<std::uint32_t>(i), 200u)));
  const std::uint32_t opener = outline_.furniture(i);
  const auto here = static_cast<std::uint32_t>(i + 1);
  row.add("since_furniture", opener ? magnitude(std::min(here - opener, 200u)) : 250.0f);
  row.add("furniture_prose", opener ? magnitude(between(opener - 1, i).prose) : 0.0f);
  row.add("furniture_reasons", opener ? static_cast<float>(stats_[opener - 1].reasons) : 0.0f);
  static constexpr std::pair<std::string_view, std::uint32_t> reasons[] = {
      {"under_related", bit(Reason::related) | bit(Reason::ticker)},
      {"under_comments", bit(Reason::comments) | bit(Reason::comment_form)},
      {"under_author", bit(Reason::author)},
      {"under_promotion", bit(Reason::promotion) | bit(Reason::subscribe)}};
  for (const auto& [name, bits] : reasons)
    row.add(name, opener && (stats_[opener - 1].reasons & bits) ? 1.0f : 0.0f);
  row.add("comes_again", context_[i].comes_again ? 1.0f : 0.0f);
  row.add("heads_later", context_[i].heads_later ? 1.0f : 0.0f);
  const bool has_line = title_line_ != metadata::Lines::none;
  const float since = static_cast<float>(i) - static_cast<float>(title_line_);
  row.add("since_title_line", has_line ? std::clamp(since, -60.0f, 200.0f) : -100.0f);
  const auto byline = std::upper_bound(bylines_.begin(), bylines_.end(), i);
  row.add("since_byline",
          byline == bylines_.begin()
              ? 100.0f
              : magnitude(static_cast<std::uint32_t>(std::min<std::size_t>(i - *(byline - 1), 60))));
  row.add("until_byline",
          byline == bylines_.end()
              ? 100.0f
              : magnitude(static_cast<std::uint32_t>(std::min<std::size_t>(*byline - i, 60))));
}

template <class Row>
void Features::body(std::size_t i, Row& row) const {
  const Position& position = body_.of(page_.blocks[i].container);
  const Sums& all = sums_.back();
  const Sums& body = container_sums_[body_.container()];
  const Sums& branch = container_sums_[position.branch];
  const Sums& common = container_sums_[position.common];
  row.add("body_up", position.up);
  row.add("body_down", position.down);
  const auto signed_place = static_cast<float>(i) - static_cast<float>(body_.blocks().start);
  row.add("since_body", std::clamp(signed_place, -100.0f, 500.0f));
  const auto rest = static_cast<float>(body_.blocks().end) - static_cast<float>(i);
  row.add("until_body_end", std::clamp(rest, -100.0f, 500.0f));
  row.add("body_share", share(body.prose, all.prose));
  row.add("body_words", magnitude(body.words));
  row.add("body_blocks", magnitude(body.blocks));
  row.add("body_links", share(body.linked, body.words));
  row.add("body_prose", share(body.prose, body.words));
  row.add("common_share", share(common.prose, all.prose));
  row.add("branch_words", magnitude(branch.words));
  row.add("branch_blocks", magnitude(branch.blocks));
  row.add("branch_links", share(branch.linked, branch.words));
  row.add("branch_prose", share(branch.prose, branch.words));
  row.add("branch_of_body", share(branch.words, body.words));
  row.add("branch_phrases", share(branch.phrases, branch.blocks));
  row.add("branch_tag", page_.containers[position.branch].tag);
}

template <class Row>
void Features::targets(std::size_t i, Row& row) const {
  const Targets& own = targets_[i];
  const std::uint32_t links = page_.blocks[i].links;
  row.add("fragment_links", share(own.fragments, links));
  row.add("outside_links", share(own.outside, links));
  row.add("headline_links", share(own.headlines, links));
}

template <class Row>
void Features::type(Row& row) const {
  static constexpr std::string_view names[] = {"is_article", "is_forum",         "is_product",
                                               "is_listing", "is_documentation", "is_service"};
  for (std::size_t t = 0; t < page_type_count; ++t) row.add(names[t], declared_.votes[t]);
  row.add("address_folders", declared_.has_address ? declared_.folders : -1.0f);
  row.add("address_dashes", declared_.dashes);
  row.add("address_digits", declared_.digits);
}

template <class Row>
void Features::tags(std::size_t i, Row& row) const {
  section(i, row);
  type(row);
  hints(i, row);
  containers(i, row);
  body(i, row);
  targets(i, row);
}

template void Features::tags(std::size_t, Values<true>&) const;
template void Features::tags(std::size_t, Columns&) const;

}  // namespace presscut::clean
