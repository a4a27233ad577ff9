// Any text: its numbers.
#include "numbers/numbers.h"

#include "prove.h"

using namespace presscut;

static void prove_intervals(const Document& document) {
  for (const NumberMention& number : *document.numbers)
    fuzz::hold(!number.low || !number.high || *number.low <= *number.high, "an interval runs forward");
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::string_view languages[] = {"", "en", "es", "de", "fr", "he"};
  std::string_view bytes = fuzz::view(data, size);
  numbers::Rules rules;
  rules.identifiers = fuzz::choose(bytes, 2) == 1;
  rules.rough = static_cast<numbers::Rough>(fuzz::choose(bytes, 3));
  const std::string_view language = languages[fuzz::choose(bytes, 6)];
  Document document;
  document.text = fuzz::clean_text(bytes);
  document.numbers = numbers::find(document.text, {}, rules, language);
  prove_intervals(document);
  const std::string first = fuzz::prove(document);
  document.numbers = numbers::find(document.text, {}, rules, language);
  fuzz::hold(fuzz::prove(document) == first, "the same text has the same numbers");
  return 0;
}
