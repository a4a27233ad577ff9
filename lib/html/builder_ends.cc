// End tags, written or implied (13.2.6.4.7 to 13.2.6.4.15).
#include <algorithm>

#include "html/builder.h"

namespace presscut::html {

void Builder::end_tag(const Token& token) {
  const Element element = element_of(token.name);
  if (stack_.close_deep(element.tag)) {
    if (element.traits & breaks) writer_.end_block();
    return;
  }
  if (foreign_ && foreign_end_tag(element)) return;
  const int index = stack_.topmost(element.tag);
  switch (element.tag) {
    case tags::a: return writer_.close_link();
    case tags::br: return writer_.line_break();
    case tags::html:
    case tags::body:
    case tags::head: return;
    case tags::p:
      if (stack_.in_button_scope(index)) pop_to(index);
      else writer_.end_block();
      return;
    case tags::li:
      if (stack_.in_list_scope(index)) pop_to(index);
      return;
    case tags::table:
    case tags::tbody:
    case tags::thead:
    case tags::tfoot:
    case tags::tr:
    case tags::td:
    case tags::th:
    case tags::caption:
    case tags::colgroup:
      if (stack_.in_table_scope(index)) pop_to(index);
      return;
    case tags::template_:
      if (index >= 0) pop_to(index);
      return;
    default: close_named(element);
  }
}

void Builder::close_named(Element element) {
  if (element.traits & formatting) return;
  const int index = (element.traits & heading) ? stack_.topmost_heading() : stack_.topmost(element.tag);
  if (element.traits & special) {
    if (stack_.in_scope(index)) pop_to(index);
  } else if (index >= 0 && index > stack_.topmost_special()) {
    pop_to(index);
  }
}

void Builder::pop() {
  const OpenElement& top = stack_.top();
  const bool foreign = top.space != Namespace::html;
  if (is_cell(top.element.tag)) writer_.end_cell();
  else if (top.element.traits & breaks) writer_.end_block();
  stack_.pop();
  if (!foreign_) return;
  foreign_ -= foreign;
  tokenizer_.allow_cdata(stack_.top().space != Namespace::html);
}

void Builder::pop_to(int index) {
  while (stack_.size() > std::max(index, 1)) pop();
}

// The end tags that a start tag implies.
void Builder::close_implied(Element element) {
  if ((element.traits & closes_p) && stack_.in_button_scope(stack_.topmost(tags::p)))
    pop_to(stack_.topmost(tags::p));
  if ((element.traits & heading) && (stack_.top().element.traits & heading)) pop();
  switch (element.tag) {
    case tags::li:
      if (stack_.reaches_item(stack_.topmost(tags::li))) pop_to(stack_.topmost(tags::li));
      break;
    case tags::dd:
    case tags::dt: {
      const int item = std::max(stack_.topmost(tags::dd), stack_.topmost(tags::dt));
      if (stack_.reaches_item(item)) pop_to(item);
      break;
    }
    case tags::option:
    case tags::optgroup:
      if (stack_.top().element.tag == tags::option) pop();
      break;
    case tags::button:
      if (stack_.in_scope(stack_.topmost(tags::button))) pop_to(stack_.topmost(tags::button));
      break;
    case tags::table:
      // A table cannot stand in another one but in a cell or caption of it.
      if (stack_.in_table_scope(stack_.topmost(tags::table)) &&
          stack_.topmost(tags::td) < stack_.topmost(tags::table) &&
          stack_.topmost(tags::th) < stack_.topmost(tags::table) &&
          stack_.topmost(tags::caption) < stack_.topmost(tags::table))
        pop_to(stack_.topmost(tags::table));
      break;
    case tags::caption:
    case tags::col:
    case tags::colgroup:
    case tags::tbody:
    case tags::td:
    case tags::tfoot:
    case tags::th:
    case tags::thead:
    case tags::tr: close_for_table_part(element.tag); break;
    default: break;
  }
}

void Builder::close_for_table_part(Tag tag) {
  if (!stack_.in_table_scope(stack_.topmost(tags::table))) return;
  if (tag == tags::td || tag == tags::th) clear_back_to({tags::tr, tags::table, tags::template_});
  else if (tag == tags::tr)
    clear_back_to({tags::tbody, tags::tfoot, tags::thead, tags::table, tags::template_});
  else clear_back_to({tags::table, tags::template_});
}

void Builder::clear_back_to(std::initializer_list<Tag> names) {
  int keep = 0;
  for (const Tag tag : names) keep = std::max(keep, stack_.topmost(tag));
  while (stack_.size() - 1 > keep) pop();
}

}  // namespace presscut::html
