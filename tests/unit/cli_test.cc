// What needs a process (options, messages, exit status) stands in tests/golden.
#include "cli/cli.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "cli/seen_ids.h"
#include "cli/waiting_lines.h"

using presscut::cli::nearest;
using presscut::cli::SortedLines;
using presscut::cli::WaitingLines;

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

TEST_CASE("lines that outgrow memory come back sorted, each once") {
  for (const std::size_t most_bytes : {std::size_t{1}, std::size_t{4000}, SortedLines::default_most_bytes}) {
    SortedLines lines(most_bytes);
    CHECK(lines.empty());
    std::set<std::string> expected;
    std::mt19937 random(11);
    for (int i = 0; i < 1500; ++i) {
      const std::string line = fmt::format("{}{}\n", random() % 700, std::string(random() % 90, 'x'));
      lines.add(line), expected.insert(line);
    }
    CHECK_FALSE(lines.empty());
    std::vector<std::string> found;
    lines.each([&](const std::string& line) { return found.push_back(line), true; });
    CHECK(found == std::vector<std::string>(expected.begin(), expected.end()));
  }
}

TEST_CASE("lines are given until there are enough, and longer ones than a buffer are whole") {
  SortedLines lines(10);
  for (const char letter : {'c', 'a', 'b'}) lines.add(std::string(70000, letter) + '\n');
  std::vector<std::size_t> given;
  lines.each([&](const std::string& line) { return given.push_back(line.size()), given.size() < 2; });
  CHECK(given == std::vector<std::size_t>{70001, 70001});
}

TEST_CASE("an id is seen once, among a few and among many") {
  presscut::cli::SeenIds ids;
  std::uint64_t state = 1;
  const auto next = [&] { return state = state * 6364136223846793005u + 1442695040888963407u; };
  int added = 0;
  for (int i = 0; i < 500'000; ++i) added += ids.add(next());
  CHECK(added == 500'000);
  state = 1;
  for (int i = 0; i < 500'000; ++i) added += ids.add(next());
  CHECK(added == 500'000);
  CHECK(ids.add(0));
  CHECK_FALSE(ids.add(0));
}

TEST_CASE("lines that wait come back as they were added, from memory or from a file") {
  for (const std::size_t most_bytes : {std::size_t{1}, std::size_t{100}, WaitingLines::default_most_bytes}) {
    WaitingLines lines(most_bytes);
    CHECK(lines.empty());
    std::string expected;
    for (int i = 0; i < 300; ++i) {
      const std::string line = fmt::format("{}{}\n", i, std::string(i % 40, 'x'));
      lines.add(line), expected += line;
    }
    CHECK_FALSE(lines.empty());
    for (int time = 0; time < 2; ++time) {
      std::string found;
      lines.each([&](std::string_view some) {
        found += some;
        CHECK(some.ends_with('\n'));
      });
      CHECK(found == expected);
    }
  }
}

TEST_CASE("lines that have settled are the same") {
  SortedLines lines(2000), few;
  std::set<std::string> expected;
  for (int i = 0; i < 300; ++i) {
    const std::string line = fmt::format("{}\n", i * 37 % 300);
    lines.add(line), expected.insert(line);
  }
  few.add("a\n");
  lines.settle(), few.settle();
  std::vector<std::string> found;
  lines.each([&](const std::string& line) { return found.push_back(line), true; });
  CHECK(found == std::vector<std::string>(expected.begin(), expected.end()));
  CHECK_FALSE(few.empty());
}
