#include "model/model.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

using presscut::model::Trees;

namespace {

constexpr std::string_view columns = "tree\tfeature\tthreshold\tleft\tvalue\n";
constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();

const std::vector<std::string_view> features = {"words", "links", "größe"};

Trees trees(const std::string& rows) {
  const std::string table = std::string(columns) + rows;
  return {"t.tsv", table, features};
}

// One tree: at most 12.5 words: -100; more: at most 0 links: 50, more: 7.
const std::string one_tree =
    "0\twords\t12.5\t1\t\n"
    "0\t\t\t\t-100\n"
    "0\tlinks\t0\t3\t\n"
    "0\t\t\t\t50\n"
    "0\t\t\t\t7\n";

std::int32_t score(const Trees& model, std::vector<float> row, std::int32_t decided = never) {
  std::int32_t result = 12345;
  model.score(row.data(), 1, row.size(), decided, &result);
  return result;
}

}  // namespace

TEST_CASE("a row falls into the leaf that its features lead to") {
  const Trees model = trees(one_tree);
  CHECK(score(model, {3, 0, 0}) == -100);
  CHECK(score(model, {30, 0, 0}) == 50);
  CHECK(score(model, {30, 1, 0}) == 7);
  CHECK(score(model, {3, 1, 0}) == -100);
}

TEST_CASE("a value that is the threshold goes left") {
  const Trees model = trees(one_tree);
  CHECK(score(model, {12.5f, 1, 0}) == -100);
  CHECK(score(model, {12.500001f, 1, 0}) == 7);
  CHECK(score(model, {std::numeric_limits<float>::infinity(), -1, 0}) == 50);
}

TEST_CASE("a score is the sum over all trees") {
  const Trees model = trees(one_tree + "1\t\t\t\t1000\n" + "2\tgröße\t-1\t1\t\n2\t\t\t\t1\n2\t\t\t\t2\n");
  CHECK(score(model, {30, 0, -1}) == 1051);
  CHECK(score(model, {30, 0, 0}) == 1052);
  CHECK(score(model, {3, 0, 0}) == 902);
}

TEST_CASE("without trees every score is nothing") { CHECK(score(trees(""), {1, 2, 3}) == 0); }

TEST_CASE("a row that the first trees are sure of keeps their sum") {
  std::string rows;
  for (int tree = 0; tree < 40; ++tree) rows += std::to_string(tree) + "\t\t\t\t10\n";
  const Trees model = trees(rows);
  CHECK(score(model, {0, 0, 0}) == 400);
  CHECK(score(model, {0, 0, 0}, 200) == 400);  // not sure enough: all trees speak
  const std::int32_t early = score(model, {0, 0, 0}, 50);
  CHECK(early >= 100);
  CHECK(early < 200);
}

TEST_CASE("trees may be sure of either side") {
  std::string rows;
  for (int tree = 0; tree < 40; ++tree) rows += std::to_string(tree) + "\t\t\t\t-10\n";
  CHECK(score(trees(rows), {0, 0, 0}, 50) > -200);
}

TEST_CASE("rows are scored alike alone and among others") {
  std::mt19937 random(3);
  const auto number = [&] { return static_cast<float>(random() % 20); };
  std::string table;
  for (int tree = 0; tree < 50; ++tree) {
    const std::string name = std::to_string(tree);
    const std::string split = std::string(features[random() % 3]) + "\t" + std::to_string(random() % 20);
    table += name + "\t" + split + "\t1\t\n" + name + "\t\t\t\t" + std::to_string(random() % 100) + "\n";
    table += name + "\t\t\t\t-" + std::to_string(random() % 100) + "\n";
  }
  const Trees model = trees(table);
  constexpr std::size_t width = 5;  // wider than the features that the trees know
  for (std::size_t count = 0; count < 40; ++count) {
    std::vector<float> rows(count * width);
    for (float& value : rows) value = number();
    for (const std::int32_t decided : {0, 100, 1000, never}) {
      std::vector<std::int32_t> scores(count + 1, -1);
      model.score(rows.data(), count, width, decided, scores.data());
      for (std::size_t i = 0; i < count; ++i) {
        const auto row = rows.begin() + static_cast<std::ptrdiff_t>(i * width);
        CHECK(scores[i] == score(model, {row, row + width}, decided));
      }
      CHECK(scores[count] == -1);
    }
  }
}

TEST_CASE("what is no tree is refused with its row") {
  const struct {
    const char *rows, *message;
  } cases[] = {
      {"0\tcolour\t1\t1\t\n0\t\t\t\t1\n0\t\t\t\t2\n", "t.tsv:2: unknown feature: colour"},
      {"0\t\t\t\t1.5\n", "t.tsv:2: no number: \"1.5\""},
      {"0\twords\tmany\t1\t\n", "t.tsv:2: no number: \"many\""},
      {"0\twords\t1\t-1\t\n", "t.tsv:2: no number: \"-1\""},
      {"0\t\t\t\t\n", "t.tsv:2: no number: \"\""},
      {"0\t\t\t\t1\n0\t\t\t\t2\n", "t.tsv:3: no branch leads here"},
      {"0\twords\t1\t2\t\n0\t\t\t\t1\n0\t\t\t\t2\n", "t.tsv:2: branches must stand in order"},
  };
  for (const auto& [rows, message] : cases) CHECK_THROWS_WITH_AS(trees(rows), message, std::runtime_error);
}

TEST_CASE("a tree that lacks a branch is refused: a row would fall out of it") {
  CHECK_THROWS_WITH_AS(trees("0\twords\t1\t1\t\n0\t\t\t\t1\n"), "t.tsv:3: the tree lacks a branch",
                       std::runtime_error);
  CHECK_THROWS_WITH_AS(trees("0\twords\t1\t1\t\n0\t\t\t\t1\n1\t\t\t\t1\n"),
                       "t.tsv:3: the tree lacks a branch", std::runtime_error);
}

TEST_CASE("a weight table names its columns in their order") {
  CHECK_THROWS_AS(Trees("t.tsv", "tree\tfeature\tthreshold\tvalue\tleft\n", features), std::runtime_error);
  CHECK_THROWS_AS(Trees("t.tsv", "tree\tfeature\tthreshold\tleft\n", features), std::runtime_error);
}
