#include "cli/tallying.h"

#include <fmt/format.h>

#include <memory>
#include <stdexcept>

#include "cli/tool_state.h"
#include "io/io.h"
#include "text/byte_order_mark.h"

namespace presscut::cli {
namespace {

// What a tally is made from is left to the end of the process: to free so much, and to join what is free,
// takes as long as to print. Whoever looks for leaks would not see through its packed pointers.
#ifdef __SANITIZE_ADDRESS__
constexpr bool frees_all = true;
#else
constexpr bool frees_all = false;
#endif

struct Whole {
  std::vector<tally::Source> sources;
  std::vector<tally::Event> events;
};

}  // namespace

Choosing::Choosing(Tool& tool) {
  tool.list("role", "ROLE,...", &view.roles,
            "only events of these: signatory, refuser, striker, protester, ...")
      .text("event", "WORDS", &view.event,
            "only events that have these words in their name or are about them")
      .text("since", "DAY", &view.since, "only rows of this day or later")
      .text("event-rules", "FILE", &event_rules_,
            "names of events: on each line a name, a tab, an RE2 pattern")
      .text("decisions", "FILE", &decisions_,
            "what was decided: on each line a figure's id, a tab, and reject, event NAME, value LOW..HIGH, "
            "role ROLE "
            "or relation RELATION")
      .check([this] { check(); });
}

void Choosing::check() {
  if (!event_rules_.empty()) choices.event_rules = io::read_all(event_rules_);
  if (!decisions_.empty()) choices.decisions = io::read_all(decisions_);
  choices.event_rules_name = event_rules_, choices.decisions_name = decisions_;
}

Tallying::Tallying(Tool& tool) : tool_(tool), chosen_(tool) {
  tool.flag("partial", &partial_, "print the evidence instead, for presscut merge")
      .flag("tsv", &tsv_, "as rows of TSV instead of a table for people")
      .table_options(&table_)
      .text("by", "date|source", &by_, "order of rows: date (the default) or source")
      .check([this] { check(); });
}

void Tallying::check() {
  if (!by_.empty() && by_ != "date" && by_ != "source")
    throw std::runtime_error("--by " + by_ + ": neither date nor source");
  if (tsv_ && table_.csv) throw std::runtime_error("--tsv and --csv exclude each other");
  if (tool_.prints_json() && (tsv_ || table_.csv))
    throw std::runtime_error(fmt::format("--json and --{} exclude each other", tsv_ ? "tsv" : "csv"));
  chosen_.view.by_source = by_ == "source";
  chosen_.view.header = table_.header;
  if (tsv_) chosen_.view.form = tally::View::Form::tsv;
  if (table_.csv) chosen_.view.form = tally::View::Form::csv;
}

output::TableOptions Tallying::table(bool json) const {
  output::TableOptions table = table_;
  table.json = json;
  return table;
}

Tool::Conclude Tallying::conclude() {
  return [this](const SortedLines& lines, bool json) -> std::string {
    if (partial_) {
      tally::Joiner joiner(
          [](const std::string& piece) { return print_result(piece, output::Spelling::ndjson); });
      lines.each([&](const std::string& line) { return joiner.add(line); });
      joiner.end();
      return "";
    }
    tally::Reader reader(tool_.jobs());
    lines.each([&](const std::string& line) { return reader.add(line), true; });
    auto whole = std::make_unique<Whole>();
    auto& [sources, events] = *whole;
    sources = reader.take();
    if (json) chosen_.view.form = tally::View::Form::ndjson;
    events = tally::shown(tally::reconcile(sources, chosen_.choices, tool_.jobs()), chosen_.view);
    std::string out = tally::print(events, chosen_.view, tool_.jobs());
    if (!frees_all) static_cast<void>(whole.release());
    if (table_.bom && !json) out.insert(0, text::byte_order_mark);
    return out;
  };
}

}  // namespace presscut::cli
