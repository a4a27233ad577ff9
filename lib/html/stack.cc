#include "html/stack.h"

namespace presscut::html {

void Stack::push(const OpenElement& element) {
  const int index = size();
  elements_.push_back(element);
  elements_.back().below = topmost_[element.element.tag];
  topmost_[element.element.tag] = index;
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
  topmost_[elements_.back().element.tag] = elements_.back().below;
  elements_.pop_back();
  forget(size());
}

void Stack::forget(int index) {
  for (Places* places : {&headings_, &specials_, &scopes_, &table_scopes_, &item_stops_})
    if (!places->empty() && places->back() == index) places->pop_back();
}

}  // namespace presscut::html
