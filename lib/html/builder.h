// From tokens to blocks: the tree construction of the HTML standard (13.2.6), as far as it changes where text
// belongs.
//
// Not here, because no text depends on it: the tree itself, formatting elements and their reconstruction (but
// for links), quirks. Text that is misplaced in a table stays where the page has it, where a browser would
// move it in front of the table (foster parenting): a stream cannot go back.
#pragma once

#include <initializer_list>
#include <string>

#include "html/attributes.h"
#include "html/blocks.h"
#include "html/hints.h"
#include "html/stack.h"
#include "html/tokenizer.h"

namespace presscut::html {

class Builder {
 public:
  explicit Builder(std::string_view input);
  page::Page build();

 private:
  // builder.cc: text and start tags
  void text(const Token& token);
  void start_tag(const Token& token);
  bool start_without_content(const Token& token, Element element, const Attributes& attributes);
  void open(const OpenElement& element);
  void read_raw(Element element, const Token& token, const Attributes& attributes);
  void read_title();
  void skip_frames();
  void note_metadata(Element element, const Attributes& attributes);
  void note_time(Element element, const Attributes& attributes);

  // builder_foreign.cc: SVG and MathML
  bool in_foreign_content();
  bool leaves_foreign_content(const Token& token, Element element) const;
  void foreign_start_tag(const Token& token, Element element, const Attributes& attributes);
  void open_foreign(const Token& token, Element element, const Attributes& attributes, Namespace space);
  bool foreign_end_tag(Element element);

  // builder_ends.cc: end tags, written or implied
  void end_tag(const Token& token);
  void close_named(Element element);
  void close_implied(Element element);
  void close_for_table_part(Tag tag);
  void clear_back_to(std::initializer_list<Tag> names);
  void pop();
  void pop_to(int index);

  std::string_view input_;
  page::Page page_;
  Stack stack_;
  BlockWriter writer_;
  Tokenizer tokenizer_;
  HintFinder hint_finder_;
  std::string decoded_;
  std::uint32_t groups_ = 0;
  std::uint32_t seen_ = 0;  // traits of all HTML start tags so far
  int foreign_ = 0;         // open SVG and MathML elements
};

}  // namespace presscut::html
