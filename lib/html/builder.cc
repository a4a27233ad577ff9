#include "html/builder.h"

#include <algorithm>

#include "html/html.h"
#include "html/inherit.h"

namespace presscut::html {
namespace {

Span without_blanks(std::string_view input, Span span) {
  while (span.start < span.end && is_ascii_blank(input[span.start])) ++span.start;
  while (span.start < span.end && is_ascii_blank(input[span.end - 1])) --span.end;
  return span;
}

// HTML ignores NUL in text, SVG and MathML show that something stood there.
void settle_nul(std::string& text, bool foreign) {
  if (text.find('\0') == std::string::npos) return;
  std::string settled;
  for (const char c : text) {
    if (c != '\0') settled += c;
    else if (foreign) settled += text::replacement;
  }
  text = std::move(settled);
}

// The head of a name or value of an element that names a moment; what is longer says something else.
std::string_view head(std::string_view text) {
  constexpr std::size_t longest = 96;
  if (text.size() <= longest) return text;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

bool says_date(std::string_view name) {
  return name.find("date") != std::string_view::npos || name.find("Date") != std::string_view::npos;
}

// JSON-LD whose type was forgotten.
bool opens_json_ld(std::string_view script) {
  const std::size_t start = std::min(script.find_first_not_of(" \t\r\n"), script.size());
  return script.substr(start).starts_with("{\"@");
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
  writer_.finish();
  return std::move(page_);
}

void Builder::text(const Token& token) {
  if (stack_.top().skipped) return;
  const Span source = without_blanks(input_, token.span);
  if (!token.has_references) return writer_.add(token.text, source);
  decoded_.clear();
  decode_text(token, decoded_);
  settle_nul(decoded_, in_foreign_content());
  writer_.add(decoded_, source);
}

void Builder::start_tag(const Token& token) {
  Element element = element_of(token.name);
  if ((element.traits & formatting) && element.tag != tags::a && !foreign_) return;
  const Attributes attributes = read(token, hint_finder_);
  if (foreign_ && in_foreign_content()) {
    if (!leaves_foreign_content(token, element)) return foreign_start_tag(token, element, attributes);
    while (in_foreign_content()) pop();
  }
  if ((element.traits & formatting) && element.tag != tags::a) return;
  if (element.tag == tags::image) element = element_of("img");
  note_metadata(element, attributes);
  if (start_without_content(token, element, attributes)) return;
  seen_ |= element.traits;
  close_implied(element);
  if (element.traits & is_void) {
    if (element.traits & breaks) writer_.end_block();
    return;
  }
  if (element.tag == tags::svg) return open_foreign(token, element, attributes, Namespace::svg);
  if (element.tag == tags::math) return open_foreign(token, element, attributes, Namespace::math);
  open(inherit(element, attributes, stack_.top(), groups_));
  if (element.tag == tags::textarea) tokenizer_.read_as(Content::rcdata, "textarea");
  if (element.tag == tags::plaintext) tokenizer_.read_as(Content::plaintext, {});
}

// Start tags that put nothing on the stack, void elements aside; whether this was one.
bool Builder::start_without_content(const Token& token, Element element, const Attributes& attributes) {
  switch (element.tag) {
    case tags::html:
      if (page_.language.empty()) page_.language = attributes.language;
      return true;
    case tags::head: return true;
    case tags::body: seen_ |= no_frames; return true;
    case tags::frameset: skip_frames(); return true;
    case tags::a: writer_.open_link(attributes.href, attributes.hints); return true;
    case tags::br:
      seen_ |= no_frames;
      writer_.line_break();
      return true;
    case tags::title: read_title(); return true;
    case tags::plaintext: return stack_.topmost(tags::select) >= 0;
    default: break;
  }
  if (!(element.traits & raw) && element.tag != tags::script) return false;
  seen_ |= element.traits;
  read_raw(element, token, attributes);
  return true;
}

void Builder::open(const OpenElement& element) {
  const Tag tag = element.element.tag;
  const bool foreign = element.space != Namespace::html;
  if ((element.element.traits & breaks) && !is_cell(tag)) writer_.end_block();
  if (stack_.full()) return stack_.count_deep(tag);
  stack_.push(element);
  if (is_cell(tag) && !foreign) writer_.next_cell();
  foreign_ += foreign;
  if (foreign_) tokenizer_.allow_cdata(foreign);
}

void Builder::read_raw(Element element, const Token& token, const Attributes& attributes) {
  if (element.traits & closes_p) close_implied(element);
  if (element.traits & breaks) writer_.end_block();
  const std::string name = lower(token.name);
  const bool script = element.tag == tags::script;
  const bool json_ld = script && (attributes.type.find("ld+json") != std::string_view::npos ||
                                  attributes.type.find("json+ld") != std::string_view::npos);
  tokenizer_.read_as(script ? Content::script : Content::rawtext, name);
  Token content;
  while (tokenizer_.next(content) && content.kind == TokenKind::text) {
    if (json_ld || (script && attributes.type.empty() && opens_json_ld(content.text)))
      decode_text(content, page_.json_ld.emplace_back());
    if (!(element.traits & skipped)) text(content);
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

// A frameset where no text has been takes the place of the body: nothing behind it is shown.
void Builder::skip_frames() {
  if ((seen_ & no_frames) || writer_.has_written()) return;
  for (Token token; tokenizer_.next(token);) continue;
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
  if (!attributes.itemprop.empty() && !says_date(attributes.itemprop))
    note(attributes.itemprop, attributes.content.empty() ? attributes.datetime : attributes.content);
  if (element.tag == tags::link && text::equal_ascii_fold(attributes.rel, "canonical") &&
      page_.canonical.empty())
    page_.canonical = value({{}, attributes.href});
  note_time(element, attributes);
}

void Builder::note_time(Element element, const Attributes& attributes) {
  const bool dated = element.tag == tags::time || has(attributes.hints, page::Hint::date);
  if (!dated && attributes.itemprop.empty() && attributes.property.empty()) return;
  const bool declared =
      says_date(attributes.itemprop) || (element.tag != tags::meta && says_date(attributes.property));
  if (!dated && !declared) return;
  page::Time time;
  for (const std::string_view name :
       {attributes.itemprop, attributes.property, attributes.class_name, attributes.id})
    if (!name.empty()) (time.name += head(name)) += ' ';
  for (const std::string_view stated : {attributes.datetime, attributes.content, attributes.title})
    if (time.value.empty()) time.value = text::squeeze(value({{}, head(stated)}));
  time.start = page_.text.size();
  time.hints = stack_.top().inherited | attributes.hints;
  page_.times.push_back(std::move(time));
}

page::Page parse(std::string_view page) { return Builder(page).build(); }

}  // namespace presscut::html
