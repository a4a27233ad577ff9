#include "stages/stages.h"

#include "figures/figures.h"
#include "mentions/mentions.h"
#include "work/work.h"

namespace presscut::stages {
namespace {

void find_dates(const dates::Rules& rules, Document& document) {
  const dates::Source source{document.date, document.language, document.hostname};
  document.dates = mentions::in_title_and_text(
      document, [&](std::string_view text) { return dates::find(text, rules, source); });
}

// The spans of the dates of title or text.
std::vector<Span> spans_of(const std::vector<DateMention>& dates, bool in_title) {
  std::vector<Span> spans;
  for (const DateMention& date : dates)
    if (date.in_title == in_title) spans.push_back(date.span);
  return spans;
}

// What is a date is no number.
void find_numbers(const Options& options, Document& document) {
  if (!document.dates) run(Stage::dates, options, document);
  bool in_title = true;  // the title comes first
  document.numbers = mentions::in_title_and_text(document, [&](std::string_view text) {
    const auto taken = spans_of(*document.dates, in_title);
    in_title = false;
    return numbers::find(text, taken, options.numbers, document.language);
  });
}

// Numbers bring the dates with them.
void find_figures(const Options& options, Document& document) {
  if (!document.numbers) run(Stage::numbers, options, document);
  document.figures = figures::find(document);
}

}  // namespace

void run(Stage stage, const Options& options, Document& document) {
  work::spend(document.title.size() + document.text.size());
  switch (stage) {
    case Stage::dates: find_dates(options.dates, document); break;
    case Stage::groups: document.groups = groups::find(document.title, document.text, options.groups); break;
    case Stage::numbers: find_numbers(options, document); break;
    case Stage::figures: find_figures(options, document); break;
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
