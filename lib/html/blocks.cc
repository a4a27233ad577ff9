#include "html/blocks.h"

#include <algorithm>

#include "html/tokenizer.h"

namespace presscut::html {
namespace {

// The length of the blank lines at the start of `text`; how far its first line is indented is kept.
std::size_t blank_lines(std::string_view text) {
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size() && is_ascii_blank(text[at]); ++at)
    if (text[at] == '\n' || text[at] == '\r') length = at + 1;
  return length;
}

constexpr std::size_t longest_row = 240;

std::size_t leading_space(std::string_view text) {
  return static_cast<std::size_t>(text::trim(text).data() - text.data());
}

}  // namespace

void BlockWriter::add(std::string_view text, Span source) {
  const bool preformatted = stack_.top().preformatted;
  if (std::all_of(text.begin(), text.end(), is_ascii_blank)) {
    if (text.empty()) return;
    if (!open_) return preformatted ? indent(text) : void();
    const std::size_t before = page_.text.size();
    if (preformatted) append_preformatted(text);
    else if (!pending_) pending_ = ' ';
    if (in_link_ && link_has_text_ && preformatted) add_to_link(before, preformatted);
    return;
  }
  if (!open_) begin_block(source);
  const std::size_t before = page_.text.size();
  if (preformatted) append_preformatted(text);
  else append(text);
  if (in_link_) add_to_link(before, preformatted);
  block_.source.end = source.end;
}

// What has been written from `before` on is the link's.
void BlockWriter::add_to_link(std::size_t before, bool preformatted) {
  if (!link_has_text_) ++block_.links;
  if (!link_has_text_ || link_start_ == before) begin_link(before);  // nothing of it was written so far
  const std::size_t from = preformatted ? std::max(before, link_start_) : before;
  block_.link_bytes += static_cast<std::uint32_t>(page_.text.size() - from);
}

// The text of a link has begun at `before`, perhaps with what separates it from the text in front.
void BlockWriter::begin_link(std::size_t before) {
  link_has_text_ = true;
  link_start_ = before;
  while (link_start_ < page_.text.size() && is_ascii_blank(page_.text[link_start_])) ++link_start_;
}

void BlockWriter::separate() {
  if (!pending_) return;
  if (page_.text.size() > block_.text.start) page_.text += pending_;
  pending_ = 0;
}

void BlockWriter::append(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t length = text::space_length(text, at)) {
      if (!pending_) pending_ = ' ';
      at += length;
      continue;
    }
    const text::SqueezedRun run = text::squeezed_run(text, at);
    separate();
    page_.text.append(text, at, run.end - at);
    maybe_not_nfc_ |= run.maybe_not_nfc;
    at = run.end;
  }
}

// Blanks in front of a block's first word, which may come in an element of its own.
void BlockWriter::indent(std::string_view blanks) {
  const std::size_t lines = blank_lines(blanks);
  if (lines > 0) indent_.clear();
  indent_ += blanks.substr(lines);
}

void BlockWriter::append_preformatted(std::string_view text) {
  separate();
  if (page_.text.size() > block_.text.start) return append_as_it_is(text);
  if (block_.kind != Kind::code) return append_as_it_is(text.substr(leading_space(text)));
  const std::size_t lines = blank_lines(text);
  if (lines == 0) append_as_it_is(indent_);
  append_as_it_is(text.substr(lines));
}

void BlockWriter::append_as_it_is(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = text::space_length(text, at);
    if (text[at] == '\n' || text[at] == '\t') page_.text += text[at];
    else if (length) page_.text += ' ';
    else page_.text += text[at];
    maybe_not_nfc_ |= static_cast<unsigned char>(text[at]) >= 0xCC;
    at += std::max<std::size_t>(length, 1);
  }
}

void BlockWriter::begin_block(Span source) {
  open_ = true;
  maybe_not_nfc_ = false;
  pending_ = 0;
  const OpenElement& element = stack_.top();
  block_ = {};
  block_.text.start = page_.text.size();
  block_.source = source;
  block_.kind = element.kind;
  block_.hidden = element.hidden;
  block_.group = element.group;
  block_.indent = element.indent;
  block_.path = element.path;
  block_.depth = static_cast<std::uint32_t>(stack_.size());
  block_.hints = element.inherited;
  block_.near = element.near;
  if (in_link_) block_.near |= link_hints_;
  if (block_.kind == Kind::heading && stack_.topmost_heading() >= 0)
    block_.level = static_cast<std::uint8_t>(stack_.at(stack_.topmost_heading()).element.tag - tags::h1 + 1);
  block_.container = static_cast<std::uint32_t>(container_of(element.maker));
}

std::int32_t BlockWriter::container_of(int index) {
  int known = index;
  while (stack_.at(known).container < 0) --known;
  for (++known; known <= index; ++known) {
    OpenElement& element = stack_.at(known);
    element.container = static_cast<std::int32_t>(page_.containers.size());
    const Names& names = element.names;
    const Span own = write_names({names.element, names.class_name, names.itemprop});
    page_.containers.push_back({static_cast<std::uint32_t>(stack_.at(known - 1).container),
                                element.element.tag, element.own, own, write_names({names.id})});
  }
  return stack_.at(index).container;
}

Span BlockWriter::write_names(std::initializer_list<std::string_view> names) {
  constexpr std::size_t longest = 256;
  const std::size_t start = page_.names.size();
  for (const std::string_view name : names)
    if (!name.empty()) (page_.names += name.substr(0, longest)) += ' ';
  return {start, page_.names.size()};
}

void BlockWriter::end_block() {
  if (open_ && page::are_too_many(page_.blocks.size(), block_.source.end)) {
    indent_.clear();
    pending_ = '\n';
  } else {
    finish();
  }
}

void BlockWriter::finish() {
  pending_ = 0;
  indent_.clear();
  if (!open_) return;
  if (in_link_ && link_has_text_) {
    page_.links.push_back({{link_start_, page_.text.size()}, std::string(link_target_)});
    link_has_text_ = false;
  }
  open_ = false;
  std::string& text = page_.text;
  const std::size_t start = block_.text.start;
  while (text.size() > start && is_ascii_blank(text.back())) text.pop_back();
  for (auto link = page_.links.rbegin(); link != page_.links.rend() && link->text.end > text.size(); ++link)
    link->text = {std::min(link->text.start, text.size()), text.size()};
  if (text.size() == start) return;
  if (maybe_not_nfc_) normalise();
  block_.text.end = text.size();
  block_.link_bytes = std::min(block_.link_bytes, static_cast<std::uint32_t>(block_.text.size()));
  text += '\n';
  page_.blocks.push_back(block_);
}

// Puts the text of the block into normal form. Its links were noted before that, and move with their words.
void BlockWriter::normalise() {
  const std::size_t start = block_.text.start;
  const std::string before = page_.text.substr(start);
  if (text::is_surely_nfc(before)) return;
  page_.text.resize(start);
  page_.text += text::nfc(before);
  std::size_t first_link = page_.links.size();
  while (first_link > 0 && page_.links[first_link - 1].text.start >= start) --first_link;
  move_links(first_link, before);
}

void BlockWriter::move_links(std::size_t first_link, std::string_view before) {
  const std::size_t start = block_.text.start;
  std::size_t at = 0, moved = start;  // in `before`, and where that came to stand
  const auto move = [&](std::size_t& offset) {
    moved += text::nfc(before.substr(at, offset - start - at)).size();
    at = offset - start;
    offset = std::min(moved, page_.text.size());
    // A mark at the start of a link joins the letter in front of it: the lengths no longer add up.
    while (offset > start && offset < page_.text.size() && (page_.text[offset] & 0xC0) == 0x80) --offset;
  };
  for (std::size_t i = first_link; i < page_.links.size(); ++i) {
    move(page_.links[i].text.start);
    move(page_.links[i].text.end);
  }
}

void BlockWriter::line_break() {
  indent_.clear();
  if (!open_) return;
  if (pending_ == '\n') end_block();
  else pending_ = '\n';
}

void BlockWriter::next_cell() {
  const bool same_row = open_ && block_.kind == Kind::table && block_.group == stack_.top().group;
  if (same_row && page_.text.size() - block_.text.start < longest_row) pending_ = '\t';
  else end_block();
}

void BlockWriter::end_cell() {
  if (open_ && !pending_) pending_ = '\t';
}

void BlockWriter::open_link(std::string_view target, page::Hints hints) {
  close_link();
  in_link_ = true;
  link_target_ = target;
  link_hints_ = hints;
}

void BlockWriter::close_link() {
  if (in_link_ && link_has_text_ && open_)
    page_.links.push_back({{link_start_, page_.text.size()}, std::string(link_target_)});
  in_link_ = link_has_text_ = false;
}

}  // namespace presscut::html
