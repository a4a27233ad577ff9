#include "stages/stages.h"

#include <cstddef>
#include <functional>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "dates/reader.h"
#include "figures/figures.h"
#include "mentions/mentions.h"
#include "numbers/reader.h"
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

// The dates and numbers of title or text as they are found. Dates that the document has are
// those.
class Finder {
 public:
  Finder(const Options& options, const Document& document, bool in_title)
      : document_(document),
        in_title_(in_title),
        numbers_(
            text(), [this](std::size_t end, std::vector<Span>& spans) { take(end, spans); }, options.numbers,
            document.language) {
    if (!document.dates)
      dates_.emplace(text(), options.dates,
                     dates::Source{document.date, document.language, document.hostname});
  }

  bool operator()(figures::Piece& piece) {
    if (!numbers_.next(piece.numbers)) return false;
    piece.end = numbers_.at();
    const auto behind = ahead_.begin() + static_cast<std::ptrdiff_t>(taken_);
    piece.dates.assign(std::make_move_iterator(ahead_.begin()), std::make_move_iterator(behind));
    ahead_.erase(ahead_.begin(), behind);
    taken_ = 0;
    return true;
  }

 private:
  std::string_view text() const { return in_title_ ? document_.title : document_.text; }

  void take(std::size_t end, std::vector<Span>& spans) {
    if (!dates_) copy_dates(end);
    while (dates_ && dates_->at() < end && dates_->next(ahead_)) {
    }
    for (; taken_ < ahead_.size() && ahead_[taken_].span.start < end; ++taken_)
      spans.push_back(ahead_[taken_].span);
  }

  void copy_dates(std::size_t end) {
    for (; next_ < document_.dates->size(); ++next_) {
      const DateMention& date = (*document_.dates)[next_];
      if (date.in_title != in_title_) continue;
      if (date.span.start >= end) return;
      ahead_.push_back(date);
    }
  }

  const Document& document_;
  const bool in_title_;
  std::optional<dates::Reader> dates_;  // where the document has none
  std::vector<DateMention> ahead_;      // not passed on yet
  std::size_t taken_ = 0;               // of these
  std::size_t next_ = 0;                // of the document's own
  numbers::Reader numbers_;
};

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

void find_figures_alone(const Options& options, Document& document) {
  if (document.numbers) return run(Stage::figures, options, document);
  for (int stage = document.dates ? 2 : 3; stage > 0; --stage)
    work::spend(document.title.size() + document.text.size());
  Finder in_title(options, document, true), in_text(options, document, false);
  document.figures = figures::find(document, std::ref(in_title), std::ref(in_text));
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
