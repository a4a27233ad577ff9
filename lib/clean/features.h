// What the decision may look at: a row of numbers for each block, from its own text, its place on the page
// and its neighbours. They are computed a column at a time, for a batch of blocks.
//
// The same columns for pages with tags and for plain text: what plain text does not know is zero.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/body.h"
#include "clean/names.h"
#include "clean/outline.h"
#include "clean/page_type.h"
#include "clean/stats.h"
#include "metadata/metadata.h"
#include "model/model.h"
#include "page/page.h"

namespace presscut::clean {

inline constexpr std::size_t max_features = 320;

/// The features of a page's blocks; made once for a page, linear in its size. `page` must outlive it. `url`
/// is the page's address; where it is empty, the one that the page states counts.
class Features {
 public:
  Features(const page::Page& page, const metadata::Metadata& metadata, std::string_view url,
           const Words& words, const NameWeights& names);

  /// How many blocks are looked at together.
  static constexpr std::size_t batch = model::Trees::batch;

  /// Writes the columns that are `asked` for, of `count` blocks, at most a batch: column c of block begin + i
  /// to values[c * batch + i]; room for max_features columns. What is left of the batch says nothing; for
  /// plain text what only tags can tell is zero.
  void columns(std::size_t begin, std::size_t count, const std::vector<bool>& asked, float* values) const;

  /// The names of the columns, in their order.
  static std::vector<std::string_view> column_names();

  const Stats& stats(std::size_t block) const { return stats_[block]; }
  std::size_t size() const { return stats_.size(); }
  bool has_tags() const { return page_.has_tags; }

  /// Words of running text before block `block`.
  std::uint32_t prose_before(std::size_t block) const { return sums_[margin + block].prose; }
  std::uint32_t prose() const { return sums_.back().prose; }

  /// Blocks since the last one that reads like running text; 0 for itself, a large number where there is
  /// none.
  std::uint32_t since_prose(std::size_t block) const;

  /// Whether a block reads like running text: words enough, stop words among them, few links.
  bool is_prose(std::size_t i) const;

  /// What the page says that it is.
  const Declared& declared_type() const { return declared_; }

  bool is_heading(std::size_t i) const { return page_.blocks[i].kind == Kind::heading; }

  /// How often the block's text stands on the page, and whether it stood there before.
  bool is_repeated(std::size_t block) const { return context_[block].repeated; }

 private:
  Features(const page::Page& page, const metadata::Metadata& metadata, std::string_view url,
           const Words& words, const NameWeights& names, const TitleWords& title);

  struct Sums {
    std::uint32_t words = 0, linked = 0, prose = 0, phrases = 0, blocks = 0, code_signs = 0;
  };
  // What neighbours see of a block, as it stands in their rows.
  struct Shape {
    float words = -1, links = 0, stops = 0, kind = -1, sure = 0;
    std::uint64_t path = ~std::uint64_t{0};  // of page::Block
  };
  struct Context {
    std::uint32_t last_prose = 0,
                  next_prose = 0;  // nearest prose blocks before and behind; itself where it is one
    std::uint32_t heading = 0;     // nearest heading at or before it, one more than its number; 0 none
    std::uint32_t same_path = 0;   // place in paths_
    std::uint32_t run = 0, run_place = 0;  // short blocks in a row: how many, and which this one is
    std::uint32_t sure = 0;                // last block with a sure phrase, one more than its number; 0 none
    float title_share = 0;
    bool repeated = false;
    bool comes_again = false;  // the same text stands further down
    bool heads_later = false;  // and there it is a heading: a line of a table of contents
  };
  // What the links of a block lead to.
  struct Targets {
    std::uint32_t fragments = 0, outside = 0, headlines = 0;
  };
  struct Batch;
  template <bool with_tags>
  struct Values;
  struct Columns;

  void shape();
  void sum();
  void sum_containers();
  void find_neighbours();
  void find_runs();
  void find_paths();
  void find_repetition();
  void compare_with_title(std::size_t title_words);
  void sum_targets();
  Body find_body() const;

  template <class Row>
  void own(Row& row, const Batch& blocks) const;
  template <class Row>
  void hints(Row& row) const;
  template <class Row>
  void place(Row& row, const Batch& blocks) const;
  template <class Row>
  void neighbours(Row& row, const Batch& blocks) const;
  template <class Row>
  void names(Row& row) const;
  template <class Row>
  void containers(Row& row) const;
  template <class Row>
  void whole_page(Row& row) const;
  template <class Row>
  void section(Row& row) const;
  template <class Row>
  void body(Row& row) const;
  template <class Row>
  void targets(Row& row) const;
  template <class Row>
  void type(Row& row) const;
  template <class Row>
  void tags(Row& row) const;
  static float distance(std::size_t i, std::uint32_t from);
  static void add(Sums& to, const Sums& from);
  static Sums minus(const Sums& all, const Sums& part) {
    return {all.words - part.words,     all.linked - part.linked, all.prose - part.prose,
            all.phrases - part.phrases, all.blocks - part.blocks, all.code_signs - part.code_signs};
  }
  Sums between(std::size_t begin, std::size_t end) const {
    return minus(sums_[margin + end], sums_[margin + begin]);
  }
  bool is_short(std::size_t i) const;

  const page::Page& page_;
  const Words& words_;
  std::vector<Stats> stats_;
  std::vector<std::uint32_t> stop_words_;  // of each block, levelled
  // Neighbours are looked up this far beyond either end of the page: there is no shape, and sums stay as they
  // are.
  static constexpr std::size_t margin = 16;
  std::vector<Shape> shapes_;  // of block i at margin + i
  std::vector<Sums> sums_;     // of all blocks before block i at margin + i; one more than there are blocks
  std::vector<Sums> container_sums_;
  std::vector<NameScore> name_scores_;  // of containers
  std::vector<Sums> paths_;
  std::vector<Sums> groups_;  // by Block::group
  std::vector<Context> context_;
  std::vector<Targets> targets_;
  std::vector<std::size_t> bylines_;
  Outline outline_;
  Body body_;
  Declared declared_;
  std::size_t title_line_;           // of metadata::Lines
  std::uint32_t longest_prose_ = 0;  // words of the longest prose block
  std::size_t title_block_ = 0;      // one more than the number of the block that is the title; 0 none
};

}  // namespace presscut::clean
