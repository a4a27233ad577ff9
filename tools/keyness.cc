// presscut-keyness: the words that one corpus has more of than another, or less.
//
//   presscut keyness --target host=wire.example --top 5 corpus/sample
#include <cmath>
#include <cstdlib>
#include <stdexcept>

#include "cli/cli.h"
#include "cli/counting.h"

namespace {

using namespace presscut;

double alpha_in(const std::string& words) {
  char* end = nullptr;
  const double alpha = std::strtod(words.c_str(), &end);
  if (words.empty() || *end != '\0' || !(alpha > 0) || alpha > 1)
    throw std::runtime_error("--alpha " + words + ": want a number above 0, up to 1");
  return alpha;
}

}  // namespace

int main(int argc, char** argv) {
  cli::Tool tool(
      "keyness", "Compare the words of one corpus, or slice of it, with those of another: effect size first.",
      "presscut keyness corpus/sample/ternik-letter.html --against corpus/sample/parents-blog.txt");
  cli::Counting counting(tool, "keyness");
  corpus::Request& request = counting.request;
  std::string alpha = "0.05";
  bool reference_alone = false;
  tool.texts("against", "FILE", &tool.second_inputs, "compare with the documents of FILE; may be given again")
      .text("target", "KEY=VALUE", &request.target,
            "compare documents of this slice with all others: month=2024-03")
      .flag("as-reference", &reference_alone,
            "the inputs belong to the reference: for --partial and presscut merge")
      .text("alpha", "P", &alpha,
            "show what is less likely than P by chance, after correction (0.05); 1: all")
      .text("correction", "NAME", &request.correction,
            "of p for many tests: bh (the default), bonferroni or none")
      .flag("case", &request.exact, "tell \"Guard\" from \"guard\"")
      .check([&] {
        request.alpha = alpha_in(alpha);
        const int ways = !tool.second_inputs.empty() + !request.target.empty();
        if (!request.target.empty() && request.target.find('=') == std::string::npos)
          throw std::runtime_error("--target " + request.target + ": want KEY=VALUE");
        if (ways > 1) throw std::runtime_error("--against and --target exclude each other");
        if (ways == 0 && !counting.is_partial())
          throw std::runtime_error("compared with what? give --against FILE or --target KEY=VALUE");
        counting.all_is_second = reference_alone;
      });
  return counting.run(argc, argv);
}
