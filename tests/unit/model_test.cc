#include "model/model.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "model/chain.h"
#include "model/packed.h"

using presscut::model::Trees;

namespace {

const std::vector<std::string_view> features = {"words", "links", "größe"};

Trees trees(const std::string& rows) {
  const std::string text = "splits\tvalues\n" + rows;
  const presscut::tables::Table table("t.tsv", text);
  return {table, table.rows(), features};
}

// The score of `row` in each place of a batch; all must agree.
std::int32_t score(const Trees& model, const std::vector<float>& row) {
  std::vector<float> columns;
  for (const float value : row) columns.insert(columns.end(), Trees::batch, value);
  std::vector<std::int32_t> scores(Trees::batch, 12345);
  model.score(columns.data(), scores.data());
  for (const std::int32_t other : scores) CHECK(other == scores.front());
  return scores.front();
}

std::string refusal(const std::string& rows) {
  try {
    trees(rows);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "none";
}

const std::string one_tree = "words>12.5 links>0\t-100 -99 50 7\n";

}  // namespace

TEST_CASE("a row falls into the leaf that its answers number") {
  const Trees model = trees(one_tree);
  CHECK(score(model, {3, 0, 0}) == -100);
  CHECK(score(model, {3, 1, 0}) == -99);
  CHECK(score(model, {30, 0, 0}) == 50);
  CHECK(score(model, {30, 1, 0}) == 7);
}

TEST_CASE("a value that is the threshold is not above it") {
  const Trees model = trees(one_tree);
  CHECK(score(model, {12.5f, 1, 0}) == -99);
  CHECK(score(model, {12.500001f, 1, 0}) == 7);
  CHECK(score(model, {std::numeric_limits<float>::infinity(), -1, 0}) == 50);
}

TEST_CASE("a score is the sum over all trees, constants included") {
  const Trees model = trees(one_tree + "\t1000\n" + "größe>-1\t1 2\n");
  CHECK(score(model, {30, 0, -1}) == 1051);
  CHECK(score(model, {30, 0, 0}) == 1052);
}

TEST_CASE("the rows of a batch do not see each other") {
  const Trees model = trees(one_tree);
  std::vector<float> columns(3 * Trees::batch, 0.0f);
  columns[2] = 30;                // words of the third row
  columns[Trees::batch + 5] = 1;  // links of the sixth
  std::vector<std::int32_t> scores(Trees::batch);
  model.score(columns.data(), scores.data());
  std::vector<std::int32_t> expected(Trees::batch, -100);
  expected[2] = 50;
  expected[5] = -99;
  CHECK(scores == expected);
}

TEST_CASE("a feature may have more thresholds than a byte counts") {
  constexpr int most = 300;
  std::string rows;
  for (int threshold = most - 1; threshold >= 0; --threshold)
    rows += "words>" + std::to_string(threshold) + "\t0 1\n";
  const Trees model = trees(rows);
  for (int value = -1; value <= most; ++value)
    CHECK(score(model, {static_cast<float>(value), 0, 0}) == std::max(value, 0));
  CHECK(score(model, {std::numeric_limits<float>::quiet_NaN(), 0, 0}) == 0);
}

TEST_CASE("a tree may be deep, and a value may take all of its bits") {
  for (std::size_t depth = 0; depth <= 8; ++depth) {
    std::string splits, values;
    for (std::size_t level = 0; level < depth; ++level)
      splits += (level ? " words>" : "words>") + std::to_string(level);
    const auto value_of = [](std::size_t leaf) { return static_cast<std::int32_t>(leaf * 256) - 32767; };
    for (std::size_t leaf = 0; leaf < std::size_t{1} << depth; ++leaf)
      values += (leaf ? " " : "") + std::to_string(value_of(leaf));
    const Trees model = trees(splits + "\t" + values + "\n");
    for (std::size_t above = 0; above <= depth; ++above) {
      const std::size_t leaf = ((std::size_t{1} << above) - 1)
                               << (depth - above);  // the first questions: yes
      CHECK(score(model, {static_cast<float>(above), 0, 0}) == value_of(leaf));
    }
  }
}

TEST_CASE("a sum may be larger than a value") {
  std::string rows;
  for (int i = 0; i < 5; ++i) rows += "links>0\t-30000 32767\n";
  CHECK(score(trees(rows), {0, 0, 0}) == -150000);
  CHECK(score(trees(rows), {0, 1, 0}) == 5 * 32767);
}

TEST_CASE("a table that is no forest is refused with its row") {
  CHECK(refusal("heads>1\t1 2\n") == "t.tsv:2: unknown feature: \"heads>1\"");
  CHECK(refusal("words\t1 2\n").find("no number: \"\"") != std::string::npos);
  CHECK(refusal("words>nan\t1 2\n").find("no number: \"nan\"") != std::string::npos);
  CHECK(refusal("words>x\t1 2\n").find("no number: \"x\"") != std::string::npos);
  CHECK(refusal("words>1\t1 2 3\n").find("3 values for 1 splits") != std::string::npos);
  CHECK(refusal("words>1\t1\n").find("1 values for 1 splits") != std::string::npos);
  CHECK(refusal("words>1\t1 z\n").find("no number: \"z\"") != std::string::npos);
  CHECK(refusal("words>1\t1 32768\n").find("a value beyond 16 logits: 32768") != std::string::npos);
  CHECK(refusal(one_tree) == "none");
}

TEST_CASE("a chain finds the best labels, also where neighbours outweigh a place") {
  // Feature 1 speaks for "b" by 3, feature 2 for "a" by 1; "a" behind "b" costs 5.
  std::string table = "what\tweights\nlabels\ta b\nfrom a\t0 0\nfrom b\t-5 0\n";
  table += presscut::model::Chain::write({{1, {0, 3}}, {2, {1, 0}}}, 2);
  constexpr std::string_view labels[] = {"a", "b"};
  const presscut::model::Chain chain("chain.tsv", table, labels);
  std::vector<presscut::model::Chain::Scores> scores(3);
  std::vector<std::uint8_t> path;
  chain.add(2, scores[0]);
  chain.add(1, scores[1]);
  chain.add(2, scores[2]);
  chain.add(7, scores[2]);  // unknown
  chain.decode(scores, path);
  CHECK(path == std::vector<std::uint8_t>{0, 0, 0});
  chain.add(1, scores[1]);
  chain.add(1, scores[1]);
  chain.decode(scores, path);
  CHECK(path == std::vector<std::uint8_t>{0, 1, 0});
}

TEST_CASE("a table that is no chain says where and what") {
  constexpr std::string_view labels[] = {"a", "b"};
  const auto message = [&](const std::string& rows) -> std::string {
    try {
      const presscut::model::Chain chain("chain.tsv", "what\tweights\n" + rows, labels);
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return "";
  };
  CHECK(message("labels\ta c\n") == "chain.tsv:2: other labels than the tagger's");
  CHECK(message("from c\t0 0\n") == "chain.tsv:2: no such label");
  CHECK(message("from a\t0 x\n") == "chain.tsv:2: no number: \"x\"");
  CHECK(message("count\tx\n") == "chain.tsv:2: no number: \"x\"");
  CHECK(message("rows\tAAAA\n") == "chain.tsv:2: neither labels, from, count nor features");
  CHECK(message("count\t2\nfeatures\tA*\n") == "chain.tsv: its features cannot be read");
  CHECK(message("count\t5000\nfeatures\tAAAAAAAA\n") == "chain.tsv: its features cannot be read");
  CHECK(message("count\t0\n").empty());
}

TEST_CASE("packed features come out as they went in, in less room than their weights would take") {
  using presscut::model::Feature;
  std::vector<Feature> features;
  std::uint32_t state = 1, hash = 0;
  const auto next = [&](std::uint32_t below) {
    state = state * 1664525 + 1013904223;
    return state >> 8 & (below - 1);
  };
  for (int i = 0; i < 5000; ++i) {
    Feature& feature = features.emplace_back();
    feature.hash = hash += next(2048) + (i > 0);
    for (std::int8_t& weight : feature.weights)
      if (next(4) == 0) weight = static_cast<std::int8_t>(static_cast<int>(next(16)) - 8);
  }
  features.push_back({(1 << 24) - 1, {40, -40, 0, 0, 0, 0, 0, 1}});
  const std::string packed = presscut::model::pack(features, 8);
  CHECK(packed.size() < features.size() * 8);
  const auto unpacked = presscut::model::unpack(packed, features.size(), 8);
  REQUIRE(unpacked);
  REQUIRE(unpacked->size() == features.size());
  for (std::size_t i = 0; i < features.size(); ++i) {
    CHECK((*unpacked)[i].hash == features[i].hash);
    CHECK((*unpacked)[i].weights == features[i].weights);
  }
  CHECK(!presscut::model::unpack(packed.substr(0, packed.size() / 2), features.size(), 8));
  CHECK(!presscut::model::unpack("no/text", 3, 8));
}

TEST_CASE("weights beyond what fits are cut, and nothing packed is nothing") {
  using presscut::model::pack, presscut::model::unpack;
  CHECK((*unpack(pack({{9, {100, -100}}}, 2), 1, 2))[0].weights == std::array<std::int8_t, 8>{40, -40});
  CHECK(unpack(pack({}, 2), 0, 2)->empty());
}
