// Text into blocks: collects what stands between two breaks, squeezed, and writes it to a Page.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "html/stack.h"
#include "page/page.h"

namespace presscut::html {

/// ASCII whitespace (Infra standard).
inline bool is_ascii_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

class BlockWriter {
 public:
  BlockWriter(page::Page& page, Stack& stack) : page_(page), stack_(stack) {}

  /// Text of the innermost open element; `source` is where it stands in the page.
  void add(std::string_view text, Span source);

  /// Ends the block, if one has begun; of a page that has far too many, only its line.
  void end_block();

  /// Behind the last text: ends the block, if one has begun.
  void finish();

  /// A line break inside a block; the second one in a row ends it.
  void line_break();

  /// The next cell of a table row: goes on in the same block, behind a tab, as long as the row reads like
  /// one.
  void next_cell();

  /// Behind a cell: what follows in the row does not belong to its last word.
  void end_cell();

  /// Whether there is any text yet.
  bool has_written() const { return open_ || !page_.blocks.empty(); }

  void open_link(std::string_view target, page::Hints hints);
  void close_link();

 private:
  void begin_block(Span source);
  void add_to_link(std::size_t before, bool preformatted);
  void begin_link(std::size_t before);
  void append(std::string_view text);
  void indent(std::string_view blanks);
  void append_preformatted(std::string_view text);
  void append_as_it_is(std::string_view text);
  void separate();
  void normalise();
  void move_links(std::size_t first_link, std::string_view before);
  std::int32_t container_of(int index);
  Span write_names(std::initializer_list<std::string_view> names);

  page::Page& page_;
  Stack& stack_;
  page::Block block_;
  bool open_ = false;
  bool maybe_not_nfc_ = false;
  char pending_ =
      0;  // what stands between the last character and the next one: blank, newline, tab, or nothing
  std::string indent_;  // blanks that stand in front of the next preformatted word
  bool in_link_ = false;
  std::string_view link_target_;
  page::Hints link_hints_ = 0;
  std::size_t link_start_ = 0;
  bool link_has_text_ = false;
};

}  // namespace presscut::html
