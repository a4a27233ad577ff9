// Any text: its dates.
#include "dates/dates.h"

#include "prove.h"

using namespace presscut;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::string_view languages[] = {"", "en", "en-US", "es", "de", "fr", "he"};
  constexpr std::string_view days[] = {"", "2024-10-25", "2024-02-29T23:59", "1899-12-31"};
  std::string_view bytes = fuzz::view(data, size);
  dates::Rules rules;
  rules.prefer = fuzz::choose(bytes, 2) == 1 ? dates::Prefer::future : dates::Prefer::past;
  const dates::Source source{days[fuzz::choose(bytes, 4)], languages[fuzz::choose(bytes, 7)], {}};
  Document document;
  document.text = fuzz::clean_text(bytes);
  document.dates = dates::find(document.text, rules, source);
  const std::string first = fuzz::prove(document);
  document.dates = dates::find(document.text, rules, source);
  fuzz::hold(fuzz::prove(document) == first, "the same text has the same dates");
  return 0;
}
