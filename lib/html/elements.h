// What the HTML standard says about element names, as far as it changes where text belongs.
#pragma once

#include <cstdint>
#include <string_view>

namespace presscut::html {

/// Small number of an element name. Names that the standard gives no rule share the numbers from
/// first_unknown on.
using Tag = std::uint16_t;
inline constexpr Tag first_unknown = 256;
inline constexpr Tag tag_count = 1024;

/// Properties of an element name, or'ed.
enum Trait : std::uint32_t {
  breaks = 1u << 0,       // starts and ends a block of text
  special = 1u << 1,      // the standard's "special" category (13.2.4.2)
  is_void = 1u << 2,      // never has content
  closes_p = 1u << 3,     // its start tag ends an open p
  formatting = 1u << 4,   // changes the look of text, not its place: not kept on the stack
  scope = 1u << 5,        // ends "an element in scope"
  table_scope = 1u << 6,  // ends "an element in table scope"
  heading = 1u << 7,
  raw = 1u << 8,       // its content is raw text
  rcdata = 1u << 9,    // its content is text with references
  skipped = 1u << 10,  // its content is not for reading
  control = 1u << 11,  // a form control
  list = 1u << 12,
  foreign_exit = 1u << 13,  // its start tag leaves SVG or MathML (13.2.6.5)
  no_frames = 1u << 14,     // its start tag says that no frameset may follow
};

/// The names that the builder has rules for. The rest get their number at start-up. The weights of lib/clean
/// know these numbers: whoever moves one trains anew.
namespace tags {
enum Known : Tag {
  none,
  a,
  body,
  br,
  button,
  caption,
  col,
  colgroup,
  dd,
  dt,
  form,
  frameset,
  head,
  hr,
  html,
  image,
  input,
  li,
  link,
  math,
  meta,
  option,
  optgroup,
  p,
  plaintext,
  pre,
  script,
  select,
  style,
  svg,
  table,
  tbody,
  td,
  template_,
  textarea,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  ul,
  ol,
  blockquote,
  figcaption,
  nav,
  header,
  footer,
  aside,
  main,
  article,
  figure,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  noscript,
  address,
  label,
  details,
  summary,
  listing,
  desc,
  foreign_object,
  annotation_xml,
  mi,
  mo,
  mn,
  ms,
  mtext,
  div,
  base,
  q,
  code,
  rp,
  dl,
  section,
  rt,
  rtc,
  rb,
  menu,
  other
};
}  // namespace tags

constexpr bool is_cell(Tag tag) { return tag == tags::td || tag == tags::th; }

struct Element {
  Tag tag = first_unknown;
  std::uint32_t traits = 0;
};

/// The element called `name` (any case).
Element element_of(std::string_view name);

}  // namespace presscut::html
