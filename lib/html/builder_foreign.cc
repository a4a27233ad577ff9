// SVG and MathML (13.2.6.5): their names mean nothing of what they mean in HTML, but for the points where
// HTML goes on inside them, and for the HTML start tags that end them.
#include "html/builder.h"
#include "html/inherit.h"

namespace presscut::html {
namespace {

bool is_math_text(Tag tag) {
  return tag == tags::mi || tag == tags::mo || tag == tags::mn || tag == tags::ms || tag == tags::mtext;
}

bool is_svg_text(Tag tag) { return tag == tags::foreign_object || tag == tags::desc || tag == tags::title; }

// Whether HTML goes on inside the element (13.2.6: MathML text and HTML integration points).
bool is_integration_point(const Token& token, Tag tag, Namespace space) {
  if (space == Namespace::svg) return is_svg_text(tag);
  if (tag != tags::annotation_xml) return is_math_text(tag);
  const std::string_view encoding = find(token, "encoding").raw;
  return text::equal_ascii_fold(encoding, "text/html") ||
         text::equal_ascii_fold(encoding, "application/xhtml+xml");
}

}  // namespace

bool Builder::in_foreign_content() {
  const OpenElement& top = stack_.top();
  return top.space != Namespace::html && !top.integrates;
}

bool Builder::leaves_foreign_content(const Token& token, Element element) const {
  if (element.traits & foreign_exit) return true;
  if (!text::equal_ascii_fold(token.name, "font")) return false;
  return find(token, "color").found || find(token, "face").found || find(token, "size").found;
}

void Builder::foreign_start_tag(const Token& token, Element element, const Attributes& attributes) {
  const bool svg_in_annotation = element.tag == tags::svg && stack_.top().element.tag == tags::annotation_xml;
  open_foreign(token, element, attributes, svg_in_annotation ? Namespace::svg : stack_.top().space);
}

void Builder::open_foreign(const Token& token, Element element, const Attributes& attributes,
                           Namespace space) {
  if (token.self_closing) return;
  const Tag tag = element.tag;
  const bool ends_scope =
      space == Namespace::svg ? is_svg_text(tag) : is_math_text(tag) || tag == tags::annotation_xml;
  element.traits = ends_scope ? scope | special : 0;
  OpenElement opened = inherit(element, attributes, stack_.top(), groups_);
  opened.space = space;
  opened.integrates = is_integration_point(token, tag, space);
  opened.skipped |= tag == tags::script || tag == tags::style;
  open(opened);
}

// Whether the end tag was one of SVG or MathML, and is done.
bool Builder::foreign_end_tag(Element element) {
  if (in_foreign_content() && (element.tag == tags::p || element.tag == tags::br))
    while (in_foreign_content()) pop();
  const int index = stack_.topmost(element.tag);
  if (index <= stack_.top().last_html) return false;
  pop_to(index);
  return true;
}

}  // namespace presscut::html
