#include "clean/classify.h"

#include <algorithm>

#include "clean/tables.h"
#include "model/model.h"

namespace presscut::clean {
namespace {

constexpr std::int32_t unit = 65536;

// After a quarter of the trees hardly a block changes sides that is this far off.
constexpr std::int32_t decided = unit * 5 / 2;

const model::Trees& trees(bool has_tags) {
  static const model::Trees html("weights.html.tsv", embedded::weights_html_tsv, Features::names());
  static const model::Trees plain("weights.plain.tsv", embedded::weights_plain_tsv, Features::names());
  return has_tags ? html : plain;
}

// Words that score higher surely are text; a page with so many of them is an article, a thread, a manual.
// Elsewhere (listings, products) the text is made of pieces that no score is sure of.
constexpr std::int32_t sure = unit;
constexpr std::uint32_t sure_words = 300;

// Chosen on pages that the trees had not seen (word F1 of all types and of articles): for pages with
// tags 86.0 and 94.6 at -0.75 throughout, 86.7 and 94.9 so.
std::int32_t threshold(bool has_tags, bool is_rich, Leaning leaning) {
  const std::int32_t rich = has_tags ? 0 : -unit * 3 / 4;
  const std::int32_t balanced = is_rich ? rich : -unit * 5 / 4;
  switch (leaning) {
    case Leaning::precision: return balanced + unit;
    case Leaning::recall: return balanced - unit;
    case Leaning::balanced: break;
  }
  return balanced;
}

}  // namespace

std::vector<Judgement> classify(const Features& features, bool has_tags, Leaning leaning) {
  constexpr std::size_t batch = 32;
  const model::Trees& model = trees(has_tags);
  std::vector<Judgement> judgements(features.size());
  float rows[batch * max_features] = {};
  std::int32_t scores[batch];
  for (std::size_t begin = 0; begin < judgements.size(); begin += batch) {
    const std::size_t size = std::min(batch, judgements.size() - begin);
    for (std::size_t i = 0; i < size; ++i) features.row(begin + i, rows + i * max_features);
    model.score(rows, size, max_features, decided, scores);
    for (std::size_t i = 0; i < size; ++i) judgements[begin + i].score = scores[i];
  }
  std::uint32_t words = 0;
  for (std::size_t i = 0; i < judgements.size(); ++i)
    if (judgements[i].score > sure) words += features.stats(i).words;
  const std::int32_t least = threshold(has_tags, words >= sure_words, leaning);
  for (Judgement& judgement : judgements) {
    judgement.score -= least;
    judgement.kept = judgement.score > 0;
  }
  return judgements;
}

}  // namespace presscut::clean
