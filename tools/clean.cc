// presscut-clean: scraped pages to clean documents.
//
//   presscut clean --explain corpus/sample/ternik-letter.html
#include <stdexcept>

#include "cli/cli.h"
#include "io/io.h"
#include "output/output.h"

int main(int argc, char** argv) {
  using namespace presscut;
  cli::Tool tool("clean",
                 "Turn scraped pages, HTML or plain text, into clean text; say what was dropped and why.",
                 "presscut clean --explain corpus/sample/ternik-letter.html");
  tool.uncleaned = cli::Uncleaned::clean;
  bool markdown = false, precision = false, recall = false;
  std::vector<std::string> keep;
  std::string weights;
  tool.flag("explain", &tool.cleaning.explain,
            "list every block, kept or dropped, with its reason and its bytes in the page")
      .flag("markdown", &markdown, "mark headings, list items and quotes")
      .flag("precision", &precision, "keep only what surely belongs to the text")
      .flag("recall", &recall, "keep all that may belong to the text")
      .list("keep", "REASON,...", &keep, "keep what is dropped for these reasons, such as caption,comments")
      .text("weights", "FILE", &weights, "judge by the trees of FILE, for experiments (docs/clean.md)")
      .check([&] {
        if (!weights.empty()) tool.cleaning.weights = clean::read_weights(weights, io::read_all(weights));
        if (precision && recall) throw std::runtime_error("--precision and --recall exclude each other");
        if (precision) tool.cleaning.leaning = clean::Leaning::precision;
        if (recall) tool.cleaning.leaning = clean::Leaning::recall;
        for (const std::string& reason : keep) {
          if (!reason_of(reason))
            throw std::runtime_error("--keep " + reason + ": no such reason; docs/clean.md lists them");
          tool.cleaning.keep.insert(*reason_of(reason));
        }
      });
  return tool.run(
      argc, argv, [](Document&) {},
      [&](const Document& document, std::string& out) {
        if (tool.cleaning.explain) output::write_explanation(document, out);
        else if (markdown) output::write_markdown(document, out);
        else output::write_text(document, out);
        return !document.text.empty();
      });
}
