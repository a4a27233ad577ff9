#include "work/work.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>

#include "document/document.h"
#include "match/match.h"
#include "stages/stages.h"

namespace match = presscut::match;
namespace stages = presscut::stages;
namespace work = presscut::work;

namespace {

/// Whether `what` stays within so many steps.
template <typename What>
bool stays_within(std::uint64_t steps, const What& what) {
  const work::Limit limit(steps);
  try {
    what();
  } catch (const work::TooMuch&) {
    return false;
  }
  return true;
}

bool matches_within(std::uint64_t steps, const std::string& regexp, const std::string& text) {
  const match::Patterns patterns({{"p", regexp, "-e"}});
  return stays_within(steps, [&] { (void)patterns.find(text); });
}

}  // namespace

TEST_CASE("a limit of work is reached by the step that is one too many") {
  CHECK(stays_within(10, [] { work::spend(4), work::spend(6); }));
  CHECK_FALSE(stays_within(10, [] { work::spend(4), work::spend(7); }));
  CHECK(stays_within(0, [] { work::spend(0); }));
  work::spend(1'000'000'000'000'000);  // no limit stands
}

TEST_CASE("a limit ends with its scope, and holds for its thread alone") {
  const work::Limit outer(10);
  CHECK(stays_within(1000, [] { work::spend(999); }));
  std::thread([] { work::spend(1000); }).join();
  work::spend(10);
  CHECK_THROWS_WITH_AS(work::spend(1), "takes more than 10 steps of work (--max-work)", work::TooMuch);
}

TEST_CASE("the same document takes the same number of steps each time") {
  presscut::Document document;
  document.text =
      "Some 40 teachers of the Quay Union and 12 nurses signed a letter on 3 May 2024, said the union.";
  const auto run = [&] {
    presscut::Document fresh = document;
    stages::run(stages::Stage::figures, {}, fresh);
  };
  std::uint64_t steps = 1;
  while (!stays_within(steps, run)) ++steps;
  CHECK(stays_within(steps, run));
  CHECK_FALSE(stays_within(steps - 1, run));
  CHECK(steps > document.text.size());
}

TEST_CASE("a pattern that looks far ahead for each match runs into the limit, others do not") {
  const std::string line(100'000, 'a');
  CHECK_FALSE(matches_within(1'000'000, "a(.*b)?", line));
  CHECK(matches_within(1'000'000, "a+(.*b)?", line));
  std::string lines;
  for (int i = 0; i < 1000; ++i) lines += std::string(100, 'a') + '\n';
  CHECK(matches_within(5'000'000, "a(.*b)?", lines));
  CHECK_FALSE(matches_within(5'000'000, "(?s)a(.*b)?", lines));
}
