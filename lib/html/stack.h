// The stack of open elements, with every question that the standard asks of it answered in constant time.
//
// "Is there a p in button scope?" means: does the topmost p lie above the topmost element that ends that
// scope. So the stack remembers, for each name, where its topmost element is, and keeps the places of the
// elements that end a scope on small stacks of their own. Elements deeper than max_depth are only counted, by
// name: their end tags find them there.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "html/attributes.h"
#include "html/elements.h"
#include "page/page.h"

namespace presscut::html {

inline constexpr int max_depth = 1024;

enum class Namespace : std::uint8_t { html, svg, math };

struct OpenElement {
  Element element;
  Names names;
  std::int32_t below = -1;  // the next element of the same name further down
  page::Hints own = 0;
  page::Hints inherited = 0;    // of it and of all elements around it
  page::Hints near = 0;         // of it, up to the element that makes the block, and that one's parent
  std::int32_t maker = 0;       // the element that makes the block: the innermost one that breaks text
  std::int32_t last_html = 0;   // the innermost element that is not of SVG or MathML
  std::int32_t container = -1;  // in Page::containers once it holds a block
  std::uint32_t path = 0;
  std::uint32_t group = 0;
  Kind kind = Kind::paragraph;
  std::uint8_t indent = 0;
  bool hidden = false;
  bool preformatted = false;
  bool skipped = false;     // what stands in it is not for reading
  bool integrates = false;  // HTML goes on inside this SVG or MathML element
  Namespace space = Namespace::html;
};

class Stack {
 public:
  Stack() { topmost_.fill(-1); }

  int size() const { return static_cast<int>(elements_.size()); }
  OpenElement& top() { return elements_.back(); }
  OpenElement& at(int index) { return elements_[static_cast<std::size_t>(index)]; }

  /// Puts `element` on top and fills in what follows from its place: below, near, maker, last_html.
  void push(const OpenElement& element);
  void pop();

  bool full() const { return size() >= max_depth; }

  /// An element inside the top one that is too deep to be kept.
  void count_deep(Tag tag);
  /// Whether there is such an element of this name: it is then closed.
  bool close_deep(Tag tag);

  int topmost(Tag tag) const { return topmost_[tag]; }
  int topmost_heading() const { return last(headings_); }
  int topmost_special() const { return last(specials_); }

  bool in_scope(int index) const { return index >= 0 && index >= last(scopes_); }
  bool in_button_scope(int index) const { return in_scope(index) && index > topmost(tags::button); }
  bool in_list_scope(int index) const {
    return in_scope(index) && index > topmost(tags::ul) && index > topmost(tags::ol);
  }
  bool in_table_scope(int index) const { return index >= 0 && index >= last(table_scopes_); }
  /// Whether no special element but address, div and p stands above `index` (start tags li, dd and dt).
  bool reaches_item(int index) const { return index >= 0 && index >= last(item_stops_); }

 private:
  using Places = std::vector<std::int32_t>;

  static int last(const Places& places) { return places.empty() ? -1 : places.back(); }
  void note(int index, const Element& element);
  void forget(int index);

  std::vector<OpenElement> elements_;
  std::array<std::int32_t, tag_count> topmost_;
  std::array<std::uint32_t, tag_count> deep_by_tag_{};
  std::uint64_t deep_ = 0;
  Places headings_, specials_, scopes_, table_scopes_, item_stops_;
};

}  // namespace presscut::html
