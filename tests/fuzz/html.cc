// Any bytes as a page: tokens, blocks, clean document.
#include "html/html.h"

#include "clean/clean.h"
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

static std::string cleaned(std::string_view page) {
  clean::Options options;
  options.explain = true;
  Document document;
  clean::clean(html::parse(page), options, document);
  fuzz::prove_source(document, page);
  return fuzz::prove(document);
}

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string page = fuzz::utf8(fuzz::view(bytes, size));
  prove_tokens(page);
  fuzz::prove(html::parse(page), page);
  fuzz::hold(cleaned(page) == cleaned(page), "the same page gives the same document");
  return 0;
}
