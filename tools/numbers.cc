// presscut-numbers: every number in each document, as an interval with a direction and what it counts.
//
//   presscut numbers corpus/sample/ternik-letter.html
#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "cli/cli.h"
#include "numbers/numbers.h"
#include "stages/stages.h"

namespace {

using namespace presscut;

std::optional<double> number_of(const std::string& option, const std::string& value) {
  if (value.empty()) return std::nullopt;
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size())
    throw std::runtime_error("--" + option + " " + value + ": no number");
  return number;
}

numbers::Rough rough_of(const std::string& value) {
  if (value.empty() || value == "open") return numbers::Rough::open;
  if (value == "ccc") return numbers::Rough::ccc;
  if (value == "decades") return numbers::Rough::decades;
  throw std::runtime_error("--rough " + value + ": neither open, ccc nor decades");
}

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool("numbers",
                 "Find every number: lowest and highest value, qualifier, kind, and what is counted.",
                 "presscut numbers corpus/sample/ternik-letter.html");
  stages::Options options;
  numbers::Rules& rules = options.numbers;
  std::string rough, min, max;
  tool.text("rough", "open|ccc|decades", &rough,
            "what \"dozens\" and the like stand for: open (the default: 24 to 99), ccc (24) or decades (12 "
            "to 120)")
      .flag("all", &rules.identifiers,
            "also what is no number but a name (\"Unit 8200\"), as kind identifier")
      .list("kind", "KIND,...", &rules.kinds,
            "only these: cardinal, ordinal, fraction, percentage, points, money, measure, age, ratio, "
            "multiplier, "
            "identifier")
      .text("min", "N", &min, "only what is N at least")
      .text("max", "N", &max, "only what is N at most")
      .check([&] {
        rules.rough = rough_of(rough);
        rules.min = number_of("min", min);
        rules.max = number_of("max", max);
        for (const std::string& kind : rules.kinds) {
          const auto known = numbers::kinds();
          if (std::find(known.begin(), known.end(), kind) == known.end())
            throw std::runtime_error("--kind " + kind + ": no such kind of numbers");
          rules.identifiers |= kind == "identifier";
        }
      });
  return tool.annotate(argc, argv, "numbers",
                       [&](Document& document) { stages::run(stages::Stage::numbers, options, document); });
}
