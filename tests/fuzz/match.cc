// Any line as a pattern, for the text behind it.
#include "match/match.h"

#include "prove.h"

using namespace presscut;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::view(data, size);
  const std::string regexp(fuzz::take_line(bytes));
  Document document;
  document.text = fuzz::clean_text(bytes);
  try {
    const match::Patterns patterns({{"first", regexp, "-e"}, {"second", "(?P<word>\\pL+)", "-e"}});
    document.matches = patterns.find(document.text);
    const std::string first = fuzz::prove(document);
    document.matches = patterns.find(document.text);
    fuzz::hold(fuzz::prove(document) == first, "the same text has the same matches");
  } catch (const match::BadPattern& bad) {
    fuzz::hold(bad.at <= bad.regexp.size(), "a fault lies in its pattern");
  }
  return 0;
}
