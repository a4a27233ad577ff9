// presscut-clean: scraped pages to clean documents.
//
//   presscut clean --explain corpus/sample/ternik-letter.html
#include <set>
#include <stdexcept>

#include "batch/batch.h"
#include "cli/cli.h"
#include "io/io.h"
#include "output/output.h"

namespace {

std::shared_ptr<const presscut::clean::Sites> read_sites(const std::vector<std::string>& files) {
  auto sites = std::make_shared<presscut::clean::Sites>();
  for (const std::string& file : files) sites->add(file, presscut::io::read_all(file));
  return sites;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace presscut;
  cli::Tool tool("clean",
                 "Turn scraped pages, HTML or plain text, into clean text; say what was dropped and why.",
                 "presscut clean --explain corpus/sample/ternik-letter.html");
  tool.uncleaned = cli::Uncleaned::clean;
  bool markdown = false, precision = false, recall = false;
  std::vector<std::string> keep;
  std::string weights, learn_site;
  std::vector<std::string> sites;
  tool.flag("explain", &tool.cleaning.explain,
            "list every block, kept or dropped, with its reason and its bytes in the page")
      .flag("markdown", &markdown, "mark headings, list items and quotes")
      .flag("precision", &precision, "keep only what surely belongs to the text")
      .flag("recall", &recall, "keep all that may belong to the text")
      .list("keep", "REASON,...", &keep, "keep what is dropped for these reasons, such as caption,comments")
      .text("weights", "FILE", &weights, "judge by the model of FILE, for experiments (docs/clean.md)")
      .text("learn-site", "FILE", &learn_site,
            "print nothing, write to FILE what stands on which pages of a site, for --site")
      .texts("site", "FILE", &sites,
             "drop what FILE, written by --learn-site, shows on many pages of the site")
      .check([&] {
        if (!sites.empty()) tool.cleaning.sites = read_sites(sites);
        if (!weights.empty())
          tool.cleaning.model =
              std::make_shared<clean::Model>(clean::read_model(weights, io::read_all(weights)));
        if (markdown && !tool.cleaning.explain) tool.extension = "md";
        if (precision && recall) throw std::runtime_error("--precision and --recall exclude each other");
        if (precision) tool.cleaning.leaning = clean::Leaning::precision;
        if (recall) tool.cleaning.leaning = clean::Leaning::recall;
        for (const std::string& reason : keep) {
          if (!reason_of(reason))
            throw std::runtime_error("--keep " + reason + ": no such reason; docs/clean.md lists them");
          tool.cleaning.keep.insert(*reason_of(reason));
        }
        if (learn_site.empty()) return;
        tool.cleaning.explain = true;
        tool.instead = {[](const Document& document, const cli::Tool::AddLines& add) {
                          add(clean::seen_blocks(document));
                        },
                        [&](const cli::SortedLines& lines, bool) {
                          std::set<std::string> seen;
                          lines.each([&](const std::string& line) { return seen.insert(line), true; });
                          batch::write_file(learn_site, clean::table_of(seen));
                          return std::string();
                        }};
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
