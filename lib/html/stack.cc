#include "html/stack.h"

namespace presscut::html {

void Stack::push(const OpenElement& element) {
  const int index = size();
  elements_.push_back(element);
  OpenElement& top = elements_.back();
  top.below = topmost_[element.element.tag];
  topmost_[element.element.tag] = index;
  top.near = element.own;
  if (index > 0) {
    const OpenElement& around = at(index - 1);
    const bool makes = (element.element.traits & breaks) != 0;
    top.maker = makes ? index : around.maker;
    top.near |= makes ? around.own : around.near;
    top.last_html = element.space == Namespace::html ? index : around.last_html;
  }
  note(index, element.element);
}

void Stack::note(int index, const Element& element) {
  if (element.traits & heading) headings_.push_back(index);
  if (element.traits & scope) scopes_.push_back(index);
  if (element.traits & table_scope) table_scopes_.push_back(index);
  if (!(element.traits & special)) return;
  specials_.push_back(index);
  if (element.tag != tags::address && element.tag != tags::div && element.tag != tags::p)
    item_stops_.push_back(index);
}

void Stack::pop() {
  // What was too deep stood inside the element that ends here.
  if (deep_ > 0) {
    deep_ = 0;
    deep_by_tag_.fill(0);
  }
  topmost_[elements_.back().element.tag] = elements_.back().below;
  elements_.pop_back();
  forget(size());
}

void Stack::forget(int index) {
  for (Places* places : {&headings_, &specials_, &scopes_, &table_scopes_, &item_stops_})
    if (!places->empty() && places->back() == index) places->pop_back();
}

void Stack::count_deep(Tag tag) {
  ++deep_;
  ++deep_by_tag_[tag];
}

bool Stack::close_deep(Tag tag) {
  if (deep_ == 0 || deep_by_tag_[tag] == 0) return false;
  --deep_;
  --deep_by_tag_[tag];
  return true;
}

}  // namespace presscut::html
