// Any bytes as scraped plain text: blocks, clean document.
#include "plain/plain.h"

#include "prove.h"

using namespace presscut;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text = fuzz::utf8(fuzz::view(bytes, size));
  const page::Page parsed = plain::parse(text);
  fuzz::prove(parsed, text);
  fuzz::hold(fuzz::cleaned(parsed, text) == fuzz::cleaned(plain::parse(text), text),
             "the same text gives the same document");
  return 0;
}
