// The columns that pages with tags and plain text share: the words of a block, its place on the page, its
// neighbours.
#include <algorithm>

#include "clean/characters.h"
#include "clean/features.h"
#include "clean/features_batch.h"
#include "clean/features_row.h"

namespace presscut::clean {

template <class Row>
void Features::own(Row& row, const Batch& blocks) const {
  const auto block = [this](std::size_t i) -> const page::Block& { return page_.blocks[i]; };
  const auto count = [&row](std::string_view name, const Batch::Field& field) {
    row.add_each(name, [&field](std::size_t i) { return magnitude(field[i]); });
  };
  const auto per_word = [&row, &blocks](std::string_view name, const Batch::Field& field) {
    row.add_each(name,
                 [&](std::size_t i) { return share(field[i], std::max(blocks.words[i], std::uint32_t{1})); });
  };
  const auto as_it_is = [&row](std::string_view name, const Batch::Field& field) {
    row.add_each(name, [&field](std::size_t i) { return static_cast<std::int32_t>(field[i]); });
  };
  count("words", blocks.words);
  row.add_each("word_length", [&](std::size_t i) { return share(blocks.bytes[i], blocks.words[i]); });
  row.add_of_tags("link_share", [this](std::size_t i) { return shapes_[margin + i].links; });
  row.add_of_tags("links", [=](std::size_t i) { return magnitude(block(i).links); });
  count("stop_words", blocks.stop_words);
  per_word("stop_share", blocks.stop_words);
  per_word("capital_share", blocks.capitalised);
  row.add_each("digit_share", [&](std::size_t i) { return share(blocks.digits[i], blocks.bytes[i]); });
  count("sentences", blocks.sentences);
  count("commas", blocks.commas);
  per_word("separator_share", blocks.separators);
  per_word("code_share", blocks.code_signs);
  row.add_each("ends_sentence", [&](std::size_t i) {
    const std::uint32_t last = blocks.last[i];
    return (last == '.') | (last == '!') | (last == '?') | (last == '"') | (last == 0x9D);
  });
  row.add_each("ends_colon", [&](std::size_t i) { return blocks.last[i] == ':'; });
  row.add_each("starts_lower",
               [&](std::size_t i) { return (blocks.first[i] >= 'a') & (blocks.first[i] <= 'z'); });
  row.add_each("starts_sign",
               [&](std::size_t i) { return (class_of(static_cast<char>(blocks.first[i])) & in_word) == 0; });
  as_it_is("kind", blocks.kind);
  as_it_is("level", blocks.level);
  as_it_is("indent", blocks.indent);
  as_it_is("lines", blocks.lines);
  as_it_is("gap", blocks.after_gap);
  row.add_of_tags("hidden", [=](std::size_t i) { return block(i).hidden; });
  row.add_of_tags("depth", [=](std::size_t i) { return std::min(block(i).depth, 64u); });
  as_it_is("repeated", blocks.repeated);
  row.add("title_share", [this](std::size_t i) { return context_[i].title_share; });
  as_it_is("sure_phrase", blocks.sure_phrase);
  as_it_is("hint_phrase", blocks.hint_phrase);
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
    row.add_each(name, [&, bits = bit(reason)](std::size_t i) { return (blocks.reasons[i] & bits) != 0; });
}

// Blocks between a block and the one that it is counted from; `from` is one more than that one's number, 0
// where there is none.
float Features::distance(std::size_t i, std::uint32_t from) {
  constexpr std::uint32_t most = 50, nowhere = 60;
  const auto here = static_cast<std::uint32_t>(i + 1);
  const std::uint32_t blocks = std::min(std::max(here, from) - std::min(here, from), most);
  const std::uint32_t is_none = from == 0;  // without a branch, so that several are computed at once
  return magnitude((blocks & (is_none - 1)) | (nowhere & (0 - is_none)));
}

template <class Row>
void Features::place(Row& row, const Batch& blocks) const {
  const Sums& all = sums_.back();
  const auto heading = [this](std::size_t i) -> const Stats* {
    return context_[i].heading ? &stats_[context_[i].heading - 1] : nullptr;
  };
  const auto group = [this](std::size_t i) -> const Sums& { return groups_[page_.blocks[i].group]; };
  const auto number = [first = static_cast<std::uint32_t>(blocks.first_block)](std::size_t i) {
    return first + static_cast<std::uint32_t>(i);
  };
  row.add_each("blocks_before", [=, size = static_cast<std::uint32_t>(stats_.size())](std::size_t i) {
    return share(number(i), size);
  });
  row.add_each("block", [=](std::size_t i) { return magnitude(number(i)); });
  const auto distance_to = [&row, &blocks](std::string_view name, const Batch::Field& from) {
    row.add_each(name, [&](std::size_t i) { return distance(blocks.first_block + i, from[i]); });
  };
  const Batch::Before &words = blocks.before_words, &prose = blocks.before_prose;
  row.add_each("words_before", [&](std::size_t i) { return share(words.at(i), all.words); });
  row.add_each("prose_before", [&](std::size_t i) { return share(prose.at(i), all.prose); });
  row.add_each("prose_words_before", [&](std::size_t i) { return magnitude(prose.at(i)); });
  row.add_each("prose_words_after", [&](std::size_t i) { return magnitude(all.prose - prose.at(i)); });
  distance_to("since_prose", blocks.last_prose);
  distance_to("until_prose", blocks.next_prose);
  distance_to("since_heading", blocks.heading);
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
  distance_to("since_sure", blocks.sure);
  row.add("phrases_since_prose", [this](std::size_t i) {
    const std::uint32_t last = context_[i].last_prose;
    return magnitude(std::min(between(last ? last - 1 : 0, i).phrases, 20u));
  });
  row.add_each("run", [&](std::size_t i) { return magnitude(std::min(blocks.run[i], 100u)); });
  row.add_each("run_place", [&](std::size_t i) { return magnitude(std::min(blocks.run_place[i], 100u)); });
  row.add("group_blocks", [=](std::size_t i) { return magnitude(std::min(group(i).blocks, 200u)); });
  row.add("group_words", [=](std::size_t i) { return share(group(i).words, group(i).blocks); });
  row.add_of_tags("group_links", [=](std::size_t i) { return share(group(i).linked, group(i).words); });
  row.add_each("relative_words",
               [&, longest = longest_prose_](std::size_t i) { return share(blocks.words[i], longest); });
}

template <class Row>
void Features::neighbours(Row& row, const Batch& blocks) const {
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
    std::ptrdiff_t before, after;
    std::string_view words, links, prose, phrases, code;
  };
  static constexpr Window windows[] = {
      {3, 4, "near_words", "near_links", "near_prose", "near_phrases", "near_code"},
      {10, 11, "wide_words", "wide_links", "wide_prose", "wide_phrases", "wide_code"},
      {8, 0, "back_words", "back_links", "back_prose", "back_phrases", "back_code"},
      {0, 9, "ahead_words", "ahead_links", "ahead_prose", "ahead_phrases", "ahead_code"}};
  for (const Window& window : windows) {
    const auto sum = [before = window.before, after = window.after](const Batch::Before& of, std::size_t i) {
      return of.at(i, after) - of.at(i, -before);
    };
    const auto share_of = [&row, sum](std::string_view name, const Batch::Before& part,
                                      const Batch::Before& whole) {
      row.add_each(name, [&](std::size_t i) { return share(sum(part, i), sum(whole, i)); });
    };
    row.add_each(window.words, [&](std::size_t i) { return magnitude(sum(blocks.before_words, i)); });
    row.add_of_tags(window.links, [&](std::size_t i) {
      const std::size_t at = i - blocks.first_block;
      return share(sum(blocks.before_linked, at), sum(blocks.before_words, at));
    });
    share_of(window.prose, blocks.before_prose, blocks.before_words);
    share_of(window.phrases, blocks.before_phrases, blocks.before_blocks);
    share_of(window.code, blocks.before_code, blocks.before_words);
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
  const Batch blocks(*this, begin, count);
  const auto write = [this, &blocks](auto row) {
    own(row, blocks);
    place(row, blocks);
    neighbours(row, blocks);
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

std::vector<std::string_view> Features::column_names() {
  page::Page page;
  page.has_tags = true;
  page.text = "x\n";
  page.blocks.resize(1);
  page.blocks[0].text = {0, 1};
  const Features features(page, {}, {}, Words::built_in(), {});
  const Batch blocks;
  Columns row;
  features.own(row, blocks);
  features.place(row, blocks);
  features.neighbours(row, blocks);
  features.whole_page(row);
  features.tags(row);
  return row.names;
}

}  // namespace presscut::clean
