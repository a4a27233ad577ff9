// Pages with tags to blocks of text.
//
// A WHATWG tokenizer feeds a lean builder: it keeps a stack of open elements, applies the implied end tags
// that change where text belongs, and writes blocks straight into a Page. There is never a tree. Knows which
// elements break text and what class names hint at; does not judge what is worth keeping.
#pragma once

#include <string_view>

#include "page/page.h"

namespace presscut::html {

/// The blocks of `page` in page order, with its metadata elements.
///
///   parse("<h1>News</h1><p>One <b>two</b>.")  ->  a heading "News" and a paragraph "One two."
///
/// `page` is valid UTF-8; spans count its bytes. Never fails: what is no HTML comes back as one block. Linear
/// in the length of `page` at any nesting; elements nested deeper than 1,024 keep their text, but lose their
/// names; of far too many blocks (page::are_too_many) the last are lines of others.
page::Page parse(std::string_view page);

}  // namespace presscut::html
