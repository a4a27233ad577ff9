// Scraped plain text, tags already gone, to blocks: hard-wrapped lines rejoined, bullets, headings and gaps
// seen.
//
// What makes such text hard is that nothing says where a paragraph ends. A blank line does; so does a bullet;
// a line end does, unless the line is as long as the text is wide and so was wrapped, or the sentence plainly
// goes on.
#pragma once

#include <string_view>

#include "page/page.h"

namespace presscut::plain {

/// The blocks of `text` in order.
///
///   parse("== News ==\n\n  * one\n  * two\n")  ->  heading "News", list items "one" and "two" of one group
///
/// `text` is valid UTF-8; spans count its bytes. Of far too many blocks (page::are_too_many) the last are
/// lines of others. Never fails. Linear in the length of `text`.
page::Page parse(std::string_view text);

}  // namespace presscut::plain
