#include "clean/classify.h"

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
  return -unit / 2;
}

}  // namespace

std::vector<Judgement> classify(const Features& features, bool has_tags, Leaning leaning) {
  const model::Trees& model = trees(has_tags);
  std::vector<Judgement> judgements(features.size());
  float row[max_features] = {};
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    features.row(i, row);
    judgements[i].score = model.score(row) - threshold(leaning);
    judgements[i].kept = judgements[i].score > 0;
  }
  return judgements;
}

}  // namespace presscut::clean
