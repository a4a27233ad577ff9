#include "shingles/shingles.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace presscut;
using shingles::resemblance;
using shingles::runs;
using shingles::sketch;

namespace {

// "a1 a2 … an"
std::string words(char letter, int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i)
    text += std::string(1, letter) + static_cast<char>('a' + i % 26) + std::string(i / 26, 'x') + ' ';
  return text;
}

}  // namespace

TEST_CASE("runs of words do not see case, white space and marks, but the order of words") {
  CHECK(runs("The walk began.") == runs("the\n WALK, «began»"));
  CHECK(runs("Ärzte für Änne").size() == 1);
  CHECK(runs("the walk began") != runs("began the walk"));
  CHECK(runs("the walk").empty());
  CHECK(runs("a b c d e").size() == 3);
}

TEST_CASE("sketches of one text are one, of texts with nothing in common nothing") {
  const auto a = sketch(runs(words('a', 0, 200)), 64), b = sketch(runs(words('b', 0, 200)), 64);
  CHECK(a.size() == 64);
  CHECK(resemblance(a, a) == 1);
  CHECK(resemblance(a, b) < 0.05);
  CHECK(resemblance(a, sketch({}, 64)) == 0);
  CHECK(resemblance(a, sketch(runs(words('a', 0, 200)), 32)) == 0);
}

TEST_CASE("a long text gives the same runs and the same sketch piece by piece") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "word" + std::to_string(i) + (i % 700 == 3 ? "\n\n" : " ");
  const auto all = runs(text);
  std::vector<std::uint64_t> pieces;
  shingles::Sketcher sketcher(64);
  std::size_t times = 0;
  const std::size_t count = shingles::each_runs(text, [&](std::span<const std::uint64_t> some) {
    if (times++ == 0) CHECK(some.size() > 1000);
    pieces.insert(pieces.end(), some.begin(), some.end());
    sketcher.add(some);
  });
  CHECK(all.size() == 9998);  // letters and digits are words of their own
  CHECK(count == all.size());
  CHECK(times > 2);
  CHECK(pieces == all);
  CHECK(sketcher.sketch() == sketch(all, 64));
  CHECK(shingles::Sketcher(64).sketch().empty());
}

TEST_CASE("sketches estimate the share of common runs") {
  for (const int common : {50, 100, 150, 180}) {
    const auto a = sketch(runs(words('a', 0, 200)), 512),
               b = sketch(runs(words('a', 200 - common, 400 - common)), 512);
    const double shared = common - 2, all = 2 * 198 - shared;
    CHECK(std::abs(resemblance(a, b) - shared / all) < 0.08);
  }
}
