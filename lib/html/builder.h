// From tokens to blocks: the tree construction of the HTML standard (13.2.6), as far as it changes where text
// belongs.
//
// Not here, because no text depends on it: the tree itself, formatting elements and their reconstruction (but
// for links), foster parenting (text that is misplaced in a table stays where the page has it), quirks,
// frames.
#pragma once

#include <string>

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
  /// What the attributes of a start tag say, as far as anybody asks.
  struct Attributes {
    page::Hints hints = 0;
    std::uint32_t make = 0;  // hash of the class
    bool hidden = false;
    std::string_view name, property, itemprop, content, datetime, href, rel, type, language, charset;
  };

  void text(const Token& token);
  void start_tag(const Token& token);
  void end_tag(const Token& token);
  void foreign_start_tag(const Token& token, Element element, const Attributes& attributes);

  Attributes read(const Token& token);
  void note_metadata(Element element, const Attributes& attributes);
  void close_implied(Element element);
  void close_for_table_part(Tag tag);
  void open(Element element, const Attributes& attributes, bool foreign = false);
  void inherit(OpenElement& element, const OpenElement& around);
  void read_raw(Element element, const Token& token, const Attributes& attributes);
  void read_title();
  void pop();
  void pop_to(int index);
  void clear_back_to(std::initializer_list<Tag> names);
  void close_named(Element element);
  bool in_foreign_content();

  std::string_view input_;
  page::Page page_;
  Stack stack_;
  BlockWriter writer_;
  Tokenizer tokenizer_;
  HintFinder hint_finder_;
  std::string decoded_;
  std::uint32_t groups_ = 0;
  int foreign_ = 0;  // open SVG and MathML elements
};

}  // namespace presscut::html
