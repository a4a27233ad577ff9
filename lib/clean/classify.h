// The decision: which blocks belong to the text.
//
// A trained model (boosted trees, one table for pages with tags and one for plain text) scores each block
// from its features, which know its neighbours; above the page's threshold it is kept, and a heading
// between kept blocks a little below it. The threshold lies where it promises most words that are right, and
// rather in a wide gap between scores. What the page says that it is shifts the threshold: up for articles,
// down for the rest (on pages that the trees had not seen: exact match of articles +1.6, word F1 of all pages
// +0.2). Tried without gain: smoothing the scores over neighbours; a second model that sees the scores of a
// first (word F1 -0.1, exact match +1); the words of blocks as features of their own (+0.1), nor pronouns,
// calls, prices and last signs (0.0); short blocks that weigh more in training; a threshold that a model of
// pages learned from the F1 of every cut (+0.1); pages that weigh less where many blocks come out wrong.
#pragma once

#include <cstdint>
#include <vector>

#include "clean/features.h"
#include "clean/names.h"
#include "model/model.h"

namespace presscut::clean {

/// Moves the threshold: precision keeps less, recall keeps more.
enum class Leaning : std::uint8_t { balanced, precision, recall };

/// What scripts/train_clean.py makes of pages: the weights of names, which make columns of the features, and
/// trees over the features.
struct Model {
  NameWeights names;
  model::Trees trees;
};

/// A model from a table that scripts/train_clean.py wrote: rows of names (splits "names:-12", values all
/// words of that weight), then rows of model::Trees. `name` is for messages. Throws std::runtime_error naming
/// table and row where it is none.
Model read_model(std::string_view name, std::string_view text);

struct Judgement {
  bool kept = false;
  std::int32_t score = 0;   // distance to the threshold, in units of model::Trees
  std::uint8_t likely = 0;  // per cent: how likely the block is text, whatever the page's threshold
};

/// The built-in model for pages with tags or without.
const Model& built_in_model(bool has_tags);

/// One judgement for each block of the page that `features` describes.
std::vector<Judgement> classify(const Features& features, const model::Trees& trees, Leaning leaning);

}  // namespace presscut::clean
