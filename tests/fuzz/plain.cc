// Any bytes as scraped plain text: blocks, clean document.
#include "plain/plain.h"

#include "clean/clean.h"
#include "prove.h"

using namespace presscut;

static std::string cleaned(std::string_view text) {
  clean::Options options;
  options.explain = true;
  Document document;
  clean::clean(plain::parse(text), options, document);
  fuzz::prove_source(document, text);
  return fuzz::prove(document);
}

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text = fuzz::utf8(fuzz::view(bytes, size));
  fuzz::prove(plain::parse(text), text);
  fuzz::hold(cleaned(text) == cleaned(text), "the same text gives the same document");
  return 0;
}
