#include "stages/stages.h"

#include "mentions/mentions.h"

namespace presscut::stages {
namespace {

void find_dates(const dates::Rules& rules, Document& document) {
  const dates::Source source{document.date, document.language, document.hostname};
  document.dates = mentions::in_title_and_text(
      document, [&](std::string_view text) { return dates::find(text, rules, source); });
}

}  // namespace

void run(Stage stage, const Options& options, Document& document) {
  switch (stage) {
    case Stage::dates: find_dates(options.dates, document); break;
    case Stage::groups: document.groups = groups::find(document.title, document.text, options.groups); break;
    case Stage::numbers:
    case Stage::figures: return;
  }
  forget_derived(stage, document);
}

void forget(Document& document) {
  document.dates.reset();
  document.numbers.reset();
  document.groups.reset();
  document.figures.reset();
  document.matches.reset();
}

void forget_derived(Stage stage, Document& document) {
  if (stage == Stage::dates) document.numbers.reset();
  if (stage != Stage::figures) document.figures.reset();
}

}  // namespace presscut::stages
