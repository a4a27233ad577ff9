#include "clean/classify.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>

#include "clean/tables.h"
#include "model/cells.h"
#include "model/model.h"
#include "tables/tables.h"

namespace presscut::clean {
namespace {

constexpr std::int32_t unit = model::Trees::unit;

// The score says how likely a block is text. Where to cut is the page's own question: the cut that promises
// the best F1 of words. With p the likelihood of a block and w its words, keeping the blocks above a cut
// promises F1 = 2 sum(kept p w) / (sum(kept w) + sum(all p w)) (the plug-in rule for the F measure; Lewis
// 1995, Jansche 2007): an article, whose blocks are sure, is cut at p = 1/2; a listing, where nothing is
// sure, lower. Nor is p sure of the page as a whole: all its blocks together may be a little more likely than
// they look, or less. So a cut is worth more where that changes little, in a wide gap between the blocks that
// stay and those that go (on pages that the trees had not seen: exact match of articles 25.5 -> 27.5, word F1
// as before).
class Cut {
 public:
  enum class Doubt : std::uint8_t { little, some, much };
  static constexpr std::size_t doubts = 3;

  explicit Cut(Doubt doubt) : doubt_(doubt) {}

  static constexpr std::int32_t step = unit / 8;
  static constexpr std::int32_t lowest = -unit * 5 / 2;  // nothing that is less likely stays on any page

  void add(std::int32_t score, std::uint32_t words) { words_[bucket(score)] += words; }

  // Blocks that score higher are kept.
  std::int32_t best() const {
    // What can stay on no page promises nothing either: thousands of words of leaked code, each a little
    // likely, would pull the cut down (strip of articles 90.4 -> 91.0).
    double all = 0;
    for (std::size_t b = bucket(lowest); b < buckets; ++b) all += hits(b);
    double kept = 0, kept_hits = 0, best = 0;
    std::int32_t cut = 0;
    for (std::size_t b = next_below(buckets), below = 0; b >= bucket(lowest); b = below) {
      below = next_below(b);
      kept += static_cast<double>(words_[b]);
      kept_hits += hits(b);
      const double gap = likely(b, doubt_) - likely(below, doubt_);
      const double worth = 2 * kept_hits / (kept + all) + worth_of_gap() * gap;
      if (worth <= best) continue;
      best = worth;
      cut = floor_of(b);
    }
    return cut;
  }

  // How likely a block of that score is text, in per cent.
  static std::uint8_t per_cent(std::int32_t score) {
    static const auto table = [] {
      std::array<std::uint8_t, buckets> values{};
      for (std::size_t b = 0; b < buckets; ++b)
        values[b] = static_cast<std::uint8_t>(std::lround(100 * likely(b, Doubt::some)));
      return values;
    }();
    return table[bucket(score)];
  }

 private:
  static constexpr std::size_t buckets = 128;

  // What says that it is no article has many blocks of every score, and gaps by chance.
  double worth_of_gap() const { return doubt_ == Doubt::little ? 0 : 0.1; }

  double hits(std::size_t b) const { return likely(b, doubt_) * static_cast<double>(words_[b]); }

  // The next bucket further down that has words; the lowest where none has.
  std::size_t next_below(std::size_t b) const {
    do --b;
    while (b > 0 && words_[b] == 0);
    return b;
  }

  static std::int32_t floor_of(std::size_t bucket) {
    return (static_cast<std::int32_t>(bucket) - static_cast<std::int32_t>(buckets / 2)) * step;
  }
  static std::size_t bucket(std::int32_t score) {
    constexpr std::int32_t limit = static_cast<std::int32_t>(buckets / 2) * step;
    return static_cast<std::size_t>((std::clamp(score, -limit, limit - 1) + limit) / step);
  }

  // In 1/65536, so that no library's rounding shows. Scores of blocks that the trees have not seen are a
  // little too sure of themselves: 0.8 mends that, and a quarter of a logit for each doubt.
  static double likely(std::size_t bucket, Doubt doubt) {
    static const auto tables = [] {
      std::array<std::array<double, buckets>, doubts> values{};
      for (std::size_t d = 0; d < doubts; ++d)
        for (std::size_t b = 0; b < buckets; ++b) {
          const double logit = 0.8 * (floor_of(b) + step / 2) / unit - 0.25 * static_cast<double>(d);
          values[d][b] = std::round(65536 / (1 + std::exp(-logit))) / 65536;
        }
      return values;
    }();
    return tables[static_cast<std::size_t>(doubt)][bucket];
  }

  Doubt doubt_;

  std::array<std::uint64_t, buckets> words_{};
};

// What the page says that it is: around an article stands much that reads like one, so a block that is not
// sure to belong to it goes; of a list of products or a forum's thread it rather stays.
Cut::Doubt doubt(const Features& features) {
  if (!features.has_tags() || !features.declared_type().says_something()) return Cut::Doubt::some;
  return is_article(features.declared_type()) ? Cut::Doubt::much : Cut::Doubt::little;
}

std::int32_t shift(Leaning leaning) {
  return leaning == Leaning::precision ? unit : leaning == Leaning::recall ? -unit : 0;
}

// The trees judge each block for itself. A heading between two kept blocks belongs to the text more often
// than not down to this score (on pages that the trees had not seen), unless a phrase speaks against it.
void keep_enclosed_headings(const Features& features, std::vector<Judgement>& judgements) {
  constexpr std::int32_t least = -unit * 5 / 2;
  for (std::size_t i = 1; i + 1 < judgements.size(); ++i)
    if (features.is_heading(i) && features.stats(i).reasons == 0 && judgements[i].score > least &&
        judgements[i - 1].score > 0 && judgements[i + 1].score > 0)
      judgements[i].kept = true;
}

}  // namespace

Model read_model(std::string_view name, std::string_view text) {
  constexpr std::string_view mark = "names:";
  const tables::Table table(name, text);
  const std::size_t what = table.column("splits"), values = table.column("values");
  NameWeights names;
  std::span rows(table.rows());
  for (; !rows.empty() && rows.front().cells[what].starts_with(mark); rows = rows.subspan(1)) {
    const std::vector<std::string_view>& cells = rows.front().cells;
    const auto weight =
        model::number<std::int32_t>(cells[what].substr(mark.size()), table.reference(rows.front()));
    for (std::string_view rest = cells[values]; !rest.empty();) names.add(model::next_word(rest), weight);
  }
  return {std::move(names), {table, rows, Features::column_names()}};
}

const Model& built_in_model(bool has_tags) {
  static const Model html = read_model("weights.html.tsv", embedded::weights_html_tsv);
  static const Model plain = read_model("weights.plain.tsv", embedded::weights_plain_tsv);
  return has_tags ? html : plain;
}

std::vector<Judgement> classify(const Features& features, const model::Trees& trees, Leaning leaning) {
  constexpr std::size_t batch = model::Trees::batch;
  std::vector<Judgement> judgements(features.size());
  float columns[batch * max_features];
  std::int32_t scores[batch];
  Cut cut(doubt(features));
  for (std::size_t begin = 0; begin < judgements.size(); begin += batch) {
    const std::size_t size = std::min(batch, judgements.size() - begin);
    features.columns(begin, size, trees.asked(), columns);
    trees.score(columns, scores);
    for (std::size_t i = 0; i < size; ++i) {
      judgements[begin + i].score = scores[i];
      judgements[begin + i].likely = Cut::per_cent(scores[i]);
      cut.add(scores[i], features.stats(begin + i).words);
    }
  }
  const std::int32_t least = cut.best() + shift(leaning);
  for (Judgement& judgement : judgements) {
    judgement.score -= least;
    judgement.kept = judgement.score > 0;
  }
  if (leaning != Leaning::precision) keep_enclosed_headings(features, judgements);
  for (std::size_t i = 0; i < judgements.size(); ++i)
    if (features.stats(i).words == 0) judgements[i].kept = false;  // a rule of dashes, a lone sign
  return judgements;
}

}  // namespace presscut::clean
