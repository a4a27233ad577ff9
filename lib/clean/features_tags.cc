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
void Features::hints(Row& row) const {
  static const auto hint_names = [] {
    std::vector<std::string> names;
    for (int h = 0; h < page::hint_count; ++h) {
      names.push_back("hint_" + std::string(page::name(static_cast<page::Hint>(h))));
      names.push_back("near_" + std::string(page::name(static_cast<page::Hint>(h))));
    }
    return names;
  }();
  for (int h = 0; h < page::hint_count; ++h) {
    const auto name = static_cast<std::size_t>(2 * h);
    row.add(hint_names[name], [h, this](std::size_t i) { return page_.blocks[i].hints >> h & 1; });
    row.add(hint_names[name + 1], [h, this](std::size_t i) { return page_.blocks[i].near >> h & 1; });
  }
}

template <class Row>
void Features::names(Row& row) const {
  const auto score = [this](std::size_t i) -> const NameScore& {
    return name_scores_[page_.blocks[i].container];
  };
  row.add("names_own", [=](std::size_t i) { return score(i).own; });
  row.add("names_parent", [=](std::size_t i) { return score(i).parent; });
  row.add("names_sum", [=](std::size_t i) { return score(i).sum; });
  row.add("names_least", [=](std::size_t i) { return score(i).least; });
  row.add("names_most", [=](std::size_t i) { return score(i).most; });
}

template <class Row>
void Features::containers(Row& row) const {
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
  const auto above = [this](std::size_t i, std::size_t levels) {
    std::uint32_t at = page_.blocks[i].container;
    for (; levels > 0; --levels) at = page_.containers[at].parent;
    return at;
  };
  for (std::size_t level = 0; level < std::size(list); ++level) {
    const Names& names = list[level];
    const auto sums = [=, this](std::size_t i) -> const Sums& { return container_sums_[above(i, level)]; };
    row.add(names.words, [=](std::size_t i) { return magnitude(sums(i).words); });
    row.add(names.links, [=](std::size_t i) { return share(sums(i).linked, sums(i).words); });
    row.add(names.prose, [=](std::size_t i) { return share(sums(i).prose, sums(i).words); });
    row.add(names.share_of_page, [=, &all](std::size_t i) { return share(sums(i).prose, all.prose); });
  }
  row.add("container_tag", [=, this](std::size_t i) { return page_.containers[above(i, 0)].tag; });
  row.add("parent_tag", [=, this](std::size_t i) { return page_.containers[above(i, 1)].tag; });
  const auto path = [this](std::size_t i) -> const Sums& { return paths_[context_[i].same_path]; };
  row.add("path_blocks", [=](std::size_t i) { return magnitude(path(i).blocks); });
  row.add("path_words", [=](std::size_t i) { return share(path(i).words, path(i).blocks); });
  row.add("path_links", [=](std::size_t i) { return share(path(i).linked, path(i).words); });
  row.add("path_share", [=, &all](std::size_t i) { return share(path(i).prose, all.prose); });
}

template <class Row>
void Features::section(Row& row) const {
  const auto sums = [this](std::size_t i) {
    const Section& section = outline_.of(i);
    return between(section.begin, section.end);
  };
  row.add("section_words", [=](std::size_t i) { return magnitude(sums(i).words); });
  row.add("section_links", [=](std::size_t i) { return share(sums(i).linked, sums(i).words); });
  row.add("section_prose", [=](std::size_t i) { return share(sums(i).prose, sums(i).words); });
  row.add("section_blocks", [=](std::size_t i) { return magnitude(std::min(sums(i).blocks, 200u)); });
  row.add("section_rest", [this](std::size_t i) {
    return magnitude(std::min(outline_.of(i).end - static_cast<std::uint32_t>(i), 200u));
  });
  row.add("since_furniture", [this](std::size_t i) {
    const std::uint32_t opener = outline_.furniture(i);
    return opener ? magnitude(std::min(static_cast<std::uint32_t>(i + 1) - opener, 200u)) : 250.0f;
  });
  row.add("furniture_prose", [this](std::size_t i) {
    const std::uint32_t opener = outline_.furniture(i);
    return opener ? magnitude(between(opener - 1, i).prose) : 0.0f;
  });
  const auto reasons = [this](std::size_t i) {
    const std::uint32_t opener = outline_.furniture(i);
    return opener ? stats_[opener - 1].reasons : 0u;
  };
  row.add("furniture_reasons", reasons);
  static constexpr std::pair<std::string_view, std::uint32_t> under[] = {
      {"under_related", bit(Reason::related) | bit(Reason::ticker)},
      {"under_comments", bit(Reason::comments) | bit(Reason::comment_form)},
      {"under_author", bit(Reason::author)},
      {"under_promotion", bit(Reason::promotion) | bit(Reason::subscribe)}};
  for (const auto& [name, bits] : under)
    row.add(name, [reasons, wanted = bits](std::size_t i) { return (reasons(i) & wanted) != 0; });
  row.add("comes_again", [this](std::size_t i) { return context_[i].comes_again; });
  row.add("heads_later", [this](std::size_t i) { return context_[i].heads_later; });
  row.add("since_title_line", [this](std::size_t i) {
    const float since = static_cast<float>(i) - static_cast<float>(title_line_);
    return title_line_ == metadata::Lines::none ? -100.0f : std::clamp(since, -60.0f, 200.0f);
  });
  const auto byline = [this](std::size_t i) { return std::upper_bound(bylines_.begin(), bylines_.end(), i); };
  const auto distance = [](std::size_t blocks) {
    return magnitude(static_cast<std::uint32_t>(std::min<std::size_t>(blocks, 60)));
  };
  row.add("since_byline", [=, this](std::size_t i) {
    const auto behind = byline(i);
    return behind == bylines_.begin() ? 100.0f : distance(i - *(behind - 1));
  });
  row.add("until_byline", [=, this](std::size_t i) {
    const auto behind = byline(i);
    return behind == bylines_.end() ? 100.0f : distance(*behind - i);
  });
}

template <class Row>
void Features::body(Row& row) const {
  const Sums& all = sums_.back();
  const Sums& body = container_sums_[body_.container()];
  const auto position = [this](std::size_t i) -> const Position& {
    return body_.of(page_.blocks[i].container);
  };
  const auto branch = [=, this](std::size_t i) -> const Sums& { return container_sums_[position(i).branch]; };
  row.add("body_up", [=](std::size_t i) { return position(i).up; });
  row.add("body_down", [=](std::size_t i) { return position(i).down; });
  row.add("since_body", [this](std::size_t i) {
    return std::clamp(static_cast<float>(i) - static_cast<float>(body_.blocks().start), -100.0f, 500.0f);
  });
  row.add("until_body_end", [this](std::size_t i) {
    return std::clamp(static_cast<float>(body_.blocks().end) - static_cast<float>(i), -100.0f, 500.0f);
  });
  row.add_of_page("body_share", share(body.prose, all.prose));
  row.add_of_page("body_words", magnitude(body.words));
  row.add_of_page("body_blocks", magnitude(body.blocks));
  row.add_of_page("body_links", share(body.linked, body.words));
  row.add_of_page("body_prose", share(body.prose, body.words));
  row.add("common_share", [=, &all, this](std::size_t i) {
    return share(container_sums_[position(i).common].prose, all.prose);
  });
  row.add("branch_words", [=](std::size_t i) { return magnitude(branch(i).words); });
  row.add("branch_blocks", [=](std::size_t i) { return magnitude(branch(i).blocks); });
  row.add("branch_links", [=](std::size_t i) { return share(branch(i).linked, branch(i).words); });
  row.add("branch_prose", [=](std::size_t i) { return share(branch(i).prose, branch(i).words); });
  row.add("branch_of_body", [=, &body](std::size_t i) { return share(branch(i).words, body.words); });
  row.add("branch_phrases", [=](std::size_t i) { return share(branch(i).phrases, branch(i).blocks); });
  row.add("branch_tag", [=, this](std::size_t i) { return page_.containers[position(i).branch].tag; });
}

template <class Row>
void Features::targets(Row& row) const {
  const auto links = [this](std::size_t i) { return page_.blocks[i].links; };
  row.add("fragment_links", [=, this](std::size_t i) { return share(targets_[i].fragments, links(i)); });
  row.add("outside_links", [=, this](std::size_t i) { return share(targets_[i].outside, links(i)); });
  row.add("headline_links", [=, this](std::size_t i) { return share(targets_[i].headlines, links(i)); });
}

template <class Row>
void Features::type(Row& row) const {
  static constexpr std::string_view names[] = {"is_article", "is_forum",         "is_product",
                                               "is_listing", "is_documentation", "is_service"};
  for (std::size_t t = 0; t < page_type_count; ++t) row.add_of_page(names[t], declared_.votes[t]);
  row.add_of_page("address_folders", declared_.has_address ? declared_.folders : -1.0f);
  row.add_of_page("address_dashes", declared_.dashes);
  row.add_of_page("address_digits", declared_.digits);
}

template <class Row>
void Features::tags(Row& row) const {
  section(row);
  type(row);
  hints(row);
  names(row);
  containers(row);
  body(row);
  targets(row);
}

template void Features::tags(Values<true>&) const;
template void Features::tags(Columns&) const;

}  // namespace presscut::clean
