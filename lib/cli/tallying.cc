#include "cli/tallying.h"

#include <stdexcept>

#include "cli/tool_state.h"
#include "io/io.h"

namespace presscut::cli {

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

Tallying::Tallying(Tool& tool) : chosen_(tool) {
  tool.flag("partial", &partial_, "print the evidence instead, for presscut merge")
      .flag("tsv", &tsv_, "as rows of TSV instead of a table for people")
      .flag("csv", &csv_, "as CSV for spreadsheets")
      .flag("no-header", &no_header_, "without the line that names the columns")
      .text("by", "date|source", &by_, "order of rows: date (the default) or source")
      .check([this] { check(); });
}

void Tallying::check() {
  if (!by_.empty() && by_ != "date" && by_ != "source")
    throw std::runtime_error("--by " + by_ + ": neither date nor source");
  if (tsv_ && csv_) throw std::runtime_error("--tsv and --csv exclude each other");
  chosen_.view.by_source = by_ == "source";
  chosen_.view.header = !no_header_;
  if (tsv_) chosen_.view.form = tally::View::Form::tsv;
  if (csv_) chosen_.view.form = tally::View::Form::csv;
}

output::TableOptions Tallying::table(bool json) const {
  output::TableOptions table;
  table.csv = csv_, table.json = json, table.header = !no_header_;
  return table;
}

Tool::Conclude Tallying::conclude() {
  return [this](const SortedLines& lines, bool json) -> std::string {
    if (partial_) {
      lines.each([](const std::string& line) { return print_result(line, output::Spelling::ndjson); });
      return "";
    }
    std::vector<tally::Source> sources;
    lines.each([&](const std::string& line) { return sources.push_back(tally::read(line)), true; });
    if (json) chosen_.view.form = tally::View::Form::ndjson;
    return tally::print(tally::reconcile(sources, chosen_.choices), chosen_.view);
  };
}

}  // namespace presscut::cli
