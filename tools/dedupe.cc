// presscut-dedupe: near-duplicates of syndicated stories, with what their figures say differently.
//
//   presscut dedupe corpus/sample
#include "dedupe/dedupe.h"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <unordered_set>

#include "cli/cli.h"
#include "stages/stages.h"
#include "text/byte_order_mark.h"

int main(int argc, char** argv) {
  using namespace presscut;
  cli::Tool tool("dedupe",
                 "Find near-duplicates: families of documents, and what their figures say differently.",
                 "presscut dedupe corpus/sample");
  bool drop = false;
  output::TableOptions table;
  std::string level_name = "document";
  std::uint64_t least = 30;
  dedupe::Level level = dedupe::Level::document;
  std::unordered_set<std::string> copies;
  tool.text("level", "document|paragraph", &level_name,
            "compare whole documents (document, the default) or each paragraph")
      .number("at-least", "PERCENT", &least, "share of runs of three words that two must have in common (30)")
      .flag("drop", &drop,
            "print the documents as NDJSON, of each family the best alone; inputs are read twice")
      .table_options(&table)
      .check([&] {
        if (level_name != "document" && level_name != "paragraph")
          throw std::runtime_error("--level " + level_name + ": neither document nor paragraph");
        if (level_name == "paragraph") level = dedupe::Level::paragraph;
        if (drop && level == dedupe::Level::paragraph)
          throw std::runtime_error("--drop is for documents, not for paragraphs of them");
        if (least < 1 || least > 100)
          throw std::runtime_error("--at-least " + std::to_string(least) + ": want a number from 1 to 100");
        if (table.csv && tool.prints_json()) throw std::runtime_error("--csv and --json exclude each other");
        if (drop && (table.csv || !table.header))
          throw std::runtime_error("--drop prints documents: it goes with neither --csv nor --no-header");
        if (drop) tool.wants = [&](const Document& document) { return !copies.contains(document.id); };
      });
  const stages::Options options;
  const auto find = [&](Document& document) {
    if (!drop && !document.figures) stages::find_figures_alone(options, document);
  };
  const auto keep = [&](const Document& document, const cli::Tool::AddLines& add) {
    dedupe::each_unit(document, level, [&](const dedupe::Unit& unit) { add(dedupe::write(unit)); });
  };
  return tool.gather(argc, argv, find, keep, [&](const cli::SortedLines& lines, bool json) -> std::string {
    std::vector<dedupe::Unit> units;
    lines.each([&](const std::string& line) { return units.push_back(dedupe::read(line)), true; });
    dedupe::sort(units);
    const auto families = dedupe::families(units, static_cast<double>(least) / 100);
    for (const dedupe::Family& family : families)
      for (std::size_t i = 1; i < family.size(); ++i) copies.insert(units[family[i]].id);
    if (drop) return "";
    const auto form = json ? dedupe::Form::ndjson : table.csv ? dedupe::Form::csv : dedupe::Form::tsv;
    return std::string(table.bom ? text::byte_order_mark : "") +
           dedupe::print(units, families, level, form, table.header);
  });
}
