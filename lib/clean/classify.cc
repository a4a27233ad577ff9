#include "clean/classify.h"

#include <algorithm>

#include "clean/tables.h"
#include "model/model.h"

namespace presscut::clean {
namespace {

constexpr std::int32_t unit = 65536;

const model::Trees& trees(bool has_tags) {
  static const model::Trees html("weights.html.tsv", embedded::weights_html_tsv, Features::names());
  static const model::Trees plain("weights.plain.tsv", embedded::weights_plain_tsv, Features::names());
  return has_tags ? html : plain;
}

std::int32_t threshold(Leaning leaning) {
  switch (leaning) {
    case Leaning::precision: return unit / 2;
    case Leaning::recall: return -unit * 5 / 4;
    case Leaning::balanced: break;
  }
  return -unit * 3 / 4;
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
    model.score(rows, size, max_features, scores);
    for (std::size_t i = 0; i < size; ++i) {
      const std::int32_t score = scores[i] - threshold(leaning);
      judgements[begin + i] = {score > 0, score};
    }
  }
  return judgements;
}

}  // namespace presscut::clean
