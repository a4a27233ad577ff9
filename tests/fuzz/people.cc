// Any title and text: all that the stages find, groups and figures last.
#include "prove.h"
#include "stages/stages.h"

using namespace presscut;

static std::string found_in(Document document) {
  stages::Options options;
  options.groups.short_forms = true;
  stages::run(stages::Stage::groups, options, document);
  stages::run(stages::Stage::figures, options, document);
  for (const FigureMention& figure : *document.figures)
    fuzz::hold(!figure.of || *figure.of < document.figures->size(), "a figure relates to one that is there");
  return fuzz::prove(document);
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::view(data, size);
  Document document;
  document.title = fuzz::clean_text(fuzz::take_line(bytes));
  document.text = fuzz::clean_text(bytes);
  document.language = "en";
  document.date = "2024-10-25";
  fuzz::hold(found_in(document) == found_in(document), "the same text has the same figures");
  return 0;
}
