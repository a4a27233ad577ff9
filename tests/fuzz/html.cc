// Any bytes as a page: tokens, blocks, clean document.
#include "html/html.h"

#include "html/tokenizer.h"
#include "prove.h"

using namespace presscut;

static void prove_tokens(std::string_view page) {
  html::Tokenizer tokenizer(page);
  std::size_t last = 0;
  for (html::Token token; tokenizer.next(token);) {
    fuzz::hold(token.span.start >= last && token.span.end > token.span.start, "tokens are in order");
    fuzz::hold(token.span.end <= page.size(), "tokens lie in the page");
    last = token.span.end;
  }
}

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string page = fuzz::utf8(fuzz::view(bytes, size));
  prove_tokens(page);
  const page::Page parsed = html::parse(page);
  fuzz::prove(parsed, page);
  fuzz::hold(fuzz::cleaned(parsed, page) == fuzz::cleaned(html::parse(page), page),
             "the same page gives the same document");
  return 0;
}
