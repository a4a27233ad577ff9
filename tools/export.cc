// presscut-export: clean documents in the forms that other programs read.
//
//   presscut export --vertical corpus/sample/ternik-letter.html
#include <stdexcept>

#include "cli/cli.h"
#include "interchange/interchange.h"
#include "stages/stages.h"
#include "text/byte_order_mark.h"

int main(int argc, char** argv) {
  using namespace presscut;
  cli::Tool tool("export",
                 "Write clean documents as vertical text for CQP, as TEI, or as CSV for spreadsheets.",
                 "presscut export --vertical corpus/sample/ternik-letter.html");
  bool vertical = false, tei = false, csv = false, bom = false, mentions = false;
  void (*write)(const Document&, std::string&) = nullptr;
  tool.flag("vertical", &vertical, "one token a line, for cwb-encode and NoSketch Engine")
      .flag("tei", &tei, "a teiCorpus, of TEI Lite's elements; one TEI element a file with --output-dir")
      .flag("csv", &csv, "a row for each document")
      .flag("bom", &bom, "with --csv: begin with a byte order mark, as spreadsheets want it")
      .flag("mentions", &mentions, "find dates, groups and figures, too, where a document lacks them")
      .check([&] {
        if (vertical + tei + csv != 1) throw std::runtime_error("give one of --vertical, --tei and --csv");
        if (tool.prints_json())
          throw std::runtime_error(
              "--json: an export is vertical text, TEI or CSV; presscut clean --json prints documents");
        if (bom && !csv) throw std::runtime_error("--bom: goes with --csv");
        tool.form_feeds = false;
        tool.extension = vertical ? "vrt" : tei ? "xml" : "csv";
        write = vertical ? interchange::write_vertical
                : tei    ? interchange::write_tei
                         : interchange::write_csv;
        if (tei)
          tool.before_all = interchange::tei_corpus_begin(), tool.behind_all = interchange::tei_corpus_end();
        if (tei) tool.before_file = interchange::tei_declaration();
        if (csv)
          tool.before_all = tool.before_file =
              std::string(bom ? text::byte_order_mark : "") + interchange::csv_header();
      });
  const stages::Options options;
  const auto find = [&](Document& document) {
    if (!mentions) return;
    if (!document.groups && !document.figures) stages::run(stages::Stage::groups, options, document);
    if (document.figures) return;
    if (!document.dates) stages::run(stages::Stage::dates, options, document);
    stages::find_figures_alone(options, document);
  };
  return tool.run(argc, argv, find, [&](const Document& document, std::string& out) {
    write(document, out);
    return !document.text.empty();
  });
}
