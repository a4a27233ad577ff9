// What needs a process (options, messages, exit status) stands in tests/golden.
#include "cli/cli.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using presscut::cli::nearest;

namespace {

const std::vector<std::string> tools = {"check", "clean", "dates", "figures", "tally"};

}  // namespace

TEST_CASE("a word that is mistyped finds the one that was meant") {
  CHECK(nearest("claen", tools) == "clean");
  CHECK(nearest("clea", tools) == "clean");
  CHECK(nearest("cleaan", tools) == "clean");
  CHECK(nearest("figure", tools) == "figures");
  CHECK(nearest("chekc", tools) == "check");
  CHECK(nearest("tally", tools) == "tally");
}

TEST_CASE("a word that is near none finds none") {
  for (const char* word : {"bibliography", "x", "", "zählen", "ls"}) {
    CAPTURE(word);
    CHECK(nearest(word, tools).empty());
  }
  CHECK(nearest("clean", {}).empty());
}

TEST_CASE("of words that are equally near the first is found") {
  CHECK(nearest("dat", {"date", "data"}) == "date");
  CHECK(nearest("dat", {"data", "date"}) == "data");
}

TEST_CASE("a word without end is near none, and that is soon known") {
  CHECK(nearest(std::string(10'000'000, 'a'), tools).empty());
}
