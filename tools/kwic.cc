// presscut-kwic: key words in context: each place where a word, a phrase, a pattern or a mention stands.
//
//   presscut kwic -w reservists --context 4 corpus/sample/wire-metro-now.html
#include <stdexcept>

#include "cli/cli.h"
#include "cli/counting.h"
#include "concordance/lines.h"

namespace {

using namespace presscut;
using concordance::Order;

Order order_called(const std::string& name) {
  constexpr std::pair<std::string_view, Order> orders[] = {
      {"document", Order::document}, {"left", Order::left}, {"right", Order::right}, {"node", Order::node}};
  for (const auto& [known, order] : orders)
    if (known == name) return order;
  throw std::runtime_error("--sort " + name + ": want document, left, right or node");
}

struct Options {
  corpus::Request request;
  concordance::View view;
  std::uint64_t words = 10, characters = 0, columns = 0;
  std::string order = "document";
  bool aligned = false;

  void check() {
    cli::want_node(request);
    view.order = order_called(order);
    view.width = {words, concordance::Width::Unit::words};
    if (characters > 0) view.width = {characters, concordance::Width::Unit::characters};
  }
};

// Rows of a table, or lines with their nodes under each other.
cli::Tool::Printer printer(Options& options, const concordance::Finder& finder,
                           const output::TableOptions& table_options) {
  const bool is_table = table_options.json || table_options.csv || !table_options.columns.empty();
  const auto terminal = cli::terminal_columns();
  constexpr std::size_t usual_columns = 120;
  const bool is_aligned = options.aligned || (terminal && !is_table);
  const concordance::Layout layout(options.columns ? options.columns : terminal.value_or(usual_columns));
  const output::Table table(concordance::columns(), concordance::usual_columns, table_options);
  const auto write = [=, &options](const Document& document, const concordance::Line& line,
                                   std::string& out) {
    if (is_aligned) out += concordance::aligned(document, line, layout, options.view.sentence);
    else table.append(concordance::cells(document, line), out);
  };
  const bool is_sorted = options.view.order != Order::document;
  const auto print = [=, &options, &finder](const Document& document, std::string& out) {
    const auto lines = concordance::lines(document, finder.find(document), options.view);
    for (const concordance::Line& line : lines) {
      std::string row;
      write(document, line, is_sorted ? row : out);
      if (is_sorted) out += cli::Tool::sorted_row(line.key, row);
    }
    return !lines.empty();
  };
  return {is_aligned ? "" : table.header(), print, is_sorted};
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  std::optional<concordance::Finder> finder;
  cli::Tool tool("kwic", "Show each place of a word, phrase, pattern or mention with what stands around it.",
                 "presscut kwic -w reservists corpus/sample");
  tool.columns_help =
      "these columns in this order: id, start, end, quote, left, right, date, term, field (title or text), "
      "title, url, hostname";
  cli::add_node_options(tool, options.request);
  tool.number("context", "N", &options.words, "show N words on each side (10)")
      .number("characters", "N", &options.characters, "show N characters on each side instead")
      .flag("sentence", &options.view.sentence, "show the whole sentence")
      .text("sort", "document|left|right|node", &options.order,
            "order of lines: document (the default), left, right or node")
      .flag("aligned", &options.aligned, "nodes under each other, as on a terminal, also into a pipe")
      .number("width", "N", &options.columns, "columns of an aligned line: those of the terminal, or 120")
      .check([&] {
        options.check();
        finder.emplace(corpus::node_of(options.request));
      });
  return tool.print_rows(
      argc, argv, [&](Document& document) { cli::find_mentions(options.request, document); },
      [&](const output::TableOptions& table) { return printer(options, *finder, table); });
}
