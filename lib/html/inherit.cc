#include "html/inherit.h"

#include "html/mix.h"

namespace presscut::html {
namespace {

using page::Hint;

// The hints that an element gives by its name alone.
page::Hints hints_of(Tag tag) {
  switch (tag) {
    case tags::nav: return bit(Hint::navigation);
    case tags::header: return bit(Hint::header);
    case tags::footer: return bit(Hint::footer);
    case tags::aside: return bit(Hint::aside);
    case tags::main: return bit(Hint::main);
    case tags::article: return bit(Hint::article);
    case tags::form: return bit(Hint::form);
    case tags::figcaption:
    case tags::caption:
    case tags::figure: return bit(Hint::caption);
    case tags::ul:
    case tags::ol:
    case tags::dl:
    case tags::menu: return bit(Hint::list);
    case tags::table: return bit(Hint::table);
    case tags::blockquote: return bit(Hint::quote);
    case tags::button:
    case tags::select:
    case tags::textarea:
    case tags::option: return bit(Hint::button);
    case tags::noscript: return bit(Hint::noscript);
    case tags::time: return bit(Hint::date);
    default: return 0;
  }
}

void set_kind(OpenElement& element, const OpenElement& around, std::uint32_t& groups) {
  const std::uint32_t traits = element.element.traits;
  if (traits & heading) element.kind = Kind::heading;
  if (traits & list) {
    if (around.kind != Kind::list_item) element.group = ++groups;
    if (element.indent < 255) ++element.indent;
  }
  switch (element.element.tag) {
    case tags::li:
    case tags::dt:
    case tags::dd: element.kind = Kind::list_item; break;
    case tags::blockquote: element.kind = Kind::quote; break;
    case tags::figcaption:
    case tags::caption: element.kind = Kind::caption; break;
    case tags::table:
      element.group = ++groups;
      element.kind = Kind::paragraph;
      break;
    case tags::td:
    case tags::th:
      if (element.kind == Kind::paragraph) element.kind = Kind::table;
      break;
    case tags::pre:
    case tags::listing:
      element.kind = Kind::code;
      element.preformatted = true;
      break;
    default:
      // What breaks text inside a cell makes it a part of a layout, not of a table.
      if (around.kind == Kind::table && (traits & breaks) && !(traits & heading)) {
        element.kind = Kind::paragraph;
        element.group = 0;
      }
  }
}

}  // namespace

OpenElement inherit(Element element, const Attributes& attributes, const OpenElement& around,
                    std::uint32_t& groups) {
  OpenElement result;
  result.element = element;
  result.names = {attributes.element, attributes.class_name, attributes.id, attributes.itemprop};
  result.own = hints_of(element.tag) | attributes.hints;
  result.inherited = result.own | around.inherited;
  result.hidden = around.hidden || attributes.hidden || element.tag == tags::template_;
  result.skipped = around.skipped;
  result.path = mix(around.path, mix(attributes.make, element.tag));
  result.group = around.group;
  result.kind = around.kind;
  result.indent = around.indent;
  result.preformatted = around.preformatted;
  set_kind(result, around, groups);
  return result;
}

}  // namespace presscut::html
