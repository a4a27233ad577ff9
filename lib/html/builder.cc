#include "html/builder.h"

#include <algorithm>
#include <initializer_list>

#include "html/html.h"

namespace presscut::html {
namespace {

using page::Hint;

bool is_ascii_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

Span without_blanks(std::string_view input, Span span) {
  while (span.start < span.end && is_ascii_blank(input[span.start])) ++span.start;
  while (span.start < span.end && is_ascii_blank(input[span.end - 1])) --span.end;
  return span;
}

// The hints that a tag gives by its name alone.
page::Hints hints_of(Tag tag) {
  switch (tag) {
    case tags::nav: return bit(Hint::navigation);
    case tags::header: return bit(Hint::header);
    case tags::footer: return bit(Hint::footer);
    case tags::aside: return bit(Hint::aside);
    case tags::main: return bit(Hint::main);
    case tags::article: return bit(Hint::article);
    case tags::form: return bit(Hint::form);
    case tags::figcaption: return bit(Hint::caption);
    case tags::caption: return bit(Hint::caption);
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

std::uint32_t mix(std::uint32_t hash, std::uint32_t value) {
  hash = (hash ^ value) * 0x9E3779B1u;
  return hash ^ hash >> 15;
}

}  // namespace

Builder::Builder(std::string_view input) : input_(input), writer_(page_, stack_), tokenizer_(input) {
  page_.has_tags = true;
  OpenElement root;
  root.element = element_of("html");
  root.container = 0;
  stack_.push(root);
}

page::Page Builder::build() {
  page_.text.reserve(input_.size() / 8);
  Token token;
  while (tokenizer_.next(token)) switch (token.kind) {
      case TokenKind::text: text(token); break;
      case TokenKind::start_tag: start_tag(token); break;
      case TokenKind::end_tag: end_tag(token); break;
      default: break;
    }
  writer_.end_block();
  return std::move(page_);
}

void Builder::text(const Token& token) {
  const Span source = without_blanks(input_, token.span);
  if (!token.has_references) return writer_.add(token.text, source);
  decoded_.clear();
  decode_text(token, decoded_);
  writer_.add(decoded_, source);
}

void Builder::start_tag(const Token& token) {
  Element element = element_of(token.name);
  if (element.tag == tags::image) element = element_of("img");
  if ((element.traits & formatting) && element.tag != tags::a && !foreign_) return;
  const Attributes attributes = read(token);
  if (foreign_ && in_foreign_content()) {
    const bool leaves = (element.traits & foreign_exit) ||
                        (element.tag != tags::a && token.name == "font" && !token.attributes.empty());
    if (!leaves) return foreign_start_tag(token, element, attributes);
    while (stack_.size() > 1 && in_foreign_content()) pop();
    if (element.traits & formatting) return;
  }
  note_metadata(element, attributes);
  switch (element.tag) {
    case tags::html:
      if (page_.language.empty()) page_.language = attributes.language;
      return;
    case tags::head:
    case tags::body:
    case tags::frameset: return;
    case tags::a: return writer_.open_link(attributes.href, attributes.hints);
    case tags::br: return writer_.line_break();
    case tags::title: return read_title();
    default: break;
  }
  if ((element.traits & raw) || element.tag == tags::script) return read_raw(element, token, attributes);
  close_implied(element);
  if (element.traits & is_void) {
    if (element.traits & breaks) writer_.end_block();
    return;
  }
  open(element, attributes, element.tag == tags::svg || element.tag == tags::math);
  if (foreign_ && token.self_closing && stack_.top().foreign) return pop();
  if (element.tag == tags::textarea) tokenizer_.read_as(Content::rcdata, "textarea");
  if (element.tag == tags::plaintext) tokenizer_.read_as(Content::plaintext, {});
}

void Builder::foreign_start_tag(const Token& token, Element element, const Attributes& attributes) {
  // The names of SVG and MathML mean nothing of what they mean in HTML, but for the points where HTML goes
  // on.
  const bool integrates =
      element.tag == tags::foreign_object || element.tag == tags::desc || element.tag == tags::title ||
      (element.tag >= tags::mi && element.tag <= tags::mtext) || element.tag == tags::annotation_xml;
  Element plain = element;
  plain.traits = integrates ? element.traits & scope : 0;
  const auto skips = element.tag == tags::script || element.tag == tags::style;
  open(plain, attributes, true);
  if (skips) stack_.top().hidden = true;
  if (token.self_closing) pop();
}

bool Builder::in_foreign_content() {
  const OpenElement& top = stack_.top();
  if (!top.foreign) return false;
  switch (top.element.tag) {
    case tags::foreign_object:
    case tags::desc:
    case tags::title:
    case tags::mi:
    case tags::mo:
    case tags::mn:
    case tags::ms:
    case tags::mtext: return false;
    default: return true;
  }
}

Builder::Attributes Builder::read(const Token& token) {
  Attributes result;
  for (const Attribute& attribute : token.attributes) {
    const std::string_view name = attribute.name;
    const auto is = [&](std::string_view wanted) { return text::equal_ascii_fold(name, wanted); };
    const auto keep = [&](std::string_view& field) {
      if (field.data() == nullptr) field = attribute.value;
    };
    switch (name.empty() ? 0 : name[0] | 32) {
      case 'c':
        if (is("class")) {
          result.hints |= hint_finder_.find(attribute.value);
          for (const char c : attribute.value.substr(0, 64))
            result.make = mix(result.make, static_cast<unsigned char>(c));
        } else if (is("content")) {
          keep(result.content);
        }
        break;
      case 'i':
        if (is("id")) {
          result.hints |= hint_finder_.find(attribute.value);
        } else if (is("itemprop")) {
          keep(result.itemprop);
          result.hints |= hint_finder_.find(attribute.value);
        }
        break;
      case 'r':
        if (is("role")) result.hints |= hint_finder_.find(attribute.value);
        else if (is("rel")) keep(result.rel);
        break;
      case 'h':
        if (is("hidden")) result.hidden = true;
        else if (is("href")) keep(result.href);
        break;
      case 'a':
        if (is("aria-hidden")) result.hidden |= text::equal_ascii_fold(attribute.value, "true");
        break;
      case 's':
        if (is("style")) {
          const std::string style = lower(attribute.value.substr(0, 256));
          for (const std::string_view rule :
               {"display:none", "display: none", "visibility:hidden", "visibility: hidden"})
            result.hidden |= style.find(rule) != std::string::npos;
        }
        break;
      case 'd':
        if (is("datetime")) keep(result.datetime);
        break;
      case 'l':
        if (is("lang")) keep(result.language);
        break;
      case 'n':
        if (is("name")) keep(result.name);
        break;
      case 'p':
        if (is("property")) keep(result.property);
        break;
      case 't':
        if (is("type")) keep(result.type);
        break;
      default: break;
    }
  }
  return result;
}

void Builder::note_metadata(Element element, const Attributes& attributes) {
  const auto note = [&](std::string_view name, std::string_view content) {
    if (name.empty() || content.empty()) return;
    page_.meta.emplace_back(lower(name), text::squeeze(value({{}, content})));
  };
  if (element.tag == tags::meta) {
    note(attributes.name, attributes.content);
    note(attributes.property, attributes.content);
  }
  if (!attributes.itemprop.empty())
    note(attributes.itemprop, attributes.content.empty() ? attributes.datetime : attributes.content);
  if (element.tag == tags::link && text::equal_ascii_fold(attributes.rel, "canonical") &&
      page_.canonical.empty())
    page_.canonical = value({{}, attributes.href});
  if (element.tag == tags::time && !attributes.datetime.empty())
    page_.times.push_back({text::squeeze(value({{}, attributes.datetime})), page_.blocks.size(),
                           stack_.top().inherited | attributes.hints});
}

// The end tags that a start tag implies (13.2.6.4.7 to 13.2.6.4.15).
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
  // A row's cells are one block: going from cell to cell is no break.
  const bool next_cell = stack_.at(keep).element.tag == tags::tr;
  while (stack_.size() - 1 > keep) {
    const Tag tag = stack_.top().element.tag;
    if (next_cell && (tag == tags::td || tag == tags::th)) stack_.pop();
    else pop();
  }
}

void Builder::open(Element element, const Attributes& attributes, bool foreign) {
  const bool cell = element.tag == tags::td || element.tag == tags::th;
  if ((element.traits & breaks) && !cell) writer_.end_block();
  if (stack_.size() >= max_depth) {
    ++stack_.too_deep(element.tag);
    return;
  }
  OpenElement opened;
  opened.element = element;
  opened.own = hints_of(element.tag) | attributes.hints;
  opened.hidden = attributes.hidden || element.tag == tags::template_;
  opened.foreign = foreign;
  opened.path = mix(attributes.make, element.tag);
  inherit(opened, stack_.top());
  if (foreign) ++foreign_;
  stack_.push(opened);
  if (cell) writer_.next_cell();
}

void Builder::inherit(OpenElement& element, const OpenElement& around) {
  element.inherited = element.own | around.inherited;
  element.hidden |= around.hidden;
  element.path = mix(around.path, element.path);
  element.group = around.group;
  element.kind = around.kind;
  element.indent = around.indent;
  element.preformatted = around.preformatted;
  const std::uint32_t traits = element.element.traits;
  if (traits & heading) element.kind = Kind::heading;
  if (traits & list) {
    if (around.kind != Kind::list_item) element.group = ++groups_;
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
      element.group = ++groups_;
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

void Builder::read_raw(Element element, const Token& token, const Attributes& attributes) {
  if (element.traits & closes_p) close_implied(element);
  if (element.traits & breaks) writer_.end_block();
  const std::string name = lower(token.name);
  const bool json_ld =
      element.tag == tags::script && attributes.type.find("ld+json") != std::string_view::npos;
  tokenizer_.read_as(element.tag == tags::script ? Content::script : Content::rawtext, name);
  Token content;
  while (tokenizer_.next(content) && content.kind == TokenKind::text) {
    if (json_ld) page_.json_ld.emplace_back(content.text);
    if (!(element.traits & skipped) && element.tag != tags::script) text(content);
  }
  if (element.traits & breaks) writer_.end_block();
}

void Builder::read_title() {
  tokenizer_.read_as(Content::rcdata, "title");
  Token content;
  std::string title;
  while (tokenizer_.next(content) && content.kind == TokenKind::text) decode_text(content, title);
  if (page_.title.empty()) page_.title = text::nfc(text::squeeze(title));
}

void Builder::end_tag(const Token& token) {
  const Element element = element_of(token.name);
  if (std::uint32_t& deep = stack_.too_deep(element.tag)) {
    --deep;
    if (element.traits & breaks) writer_.end_block();
    return;
  }
  const int index = stack_.topmost(element.tag);
  if (foreign_ && index >= 0 && stack_.at(index).foreign && index > stack_.topmost_special())
    return pop_to(index);
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
  const Element element = stack_.top().element;
  if (stack_.top().foreign) --foreign_;
  const bool cell = element.tag == tags::td || element.tag == tags::th;
  if ((element.traits & breaks) && !cell) writer_.end_block();
  stack_.pop();
}

void Builder::pop_to(int index) {
  while (stack_.size() > std::max(index, 1)) pop();
}

page::Page parse(std::string_view page) { return Builder(page).build(); }

}  // namespace presscut::html
