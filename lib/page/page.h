// A page before anybody has judged it: blocks of text in page order, with what the page says about them.
//
// lib/html and lib/plain make it, lib/clean and lib/metadata read it. HTML knows more about a block (hints,
// links, containers) than plain text does; what is not known is zero.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"
#include "text/text.h"

namespace presscut::page {

/// What an element's tag, role, class, id or itemprop suggests about its content; a bit each in Hints.
enum class Hint : std::uint8_t {
  navigation,
  header,
  footer,
  aside,
  main,
  article,
  content,
  form,
  comment,
  related,
  share,
  promotion,
  subscribe,
  consent,
  legal,
  byline,
  author,
  date,
  caption,
  tags,
  pagination,
  concealed,
  ticker,
  teaser,
  popup,
  list,
  table,
  quote,
  button,
  noscript,
  title,
  product,
};
inline constexpr int hint_count = 32;

using Hints = std::uint32_t;

constexpr Hints bit(Hint hint) { return Hints{1} << static_cast<unsigned>(hint); }
constexpr bool has(Hints hints, Hint hint) { return (hints & bit(hint)) != 0; }

std::string_view name(Hint hint);

/// An element that holds blocks, itself or further down. Containers stand before what they contain; the first
/// is the page.
struct Container {
  std::uint32_t parent = 0;
  std::uint16_t tag = 0;  // a small number, equal for equal tags
  Hints own = 0;
  Span names, id;  // in Page::names; none of the page
};

struct Block {
  Span text;    // in Page::text; squeezed, NFC, never empty
  Span source;  // from its first to its last character, in the UTF-8 that was parsed
  Kind kind = Kind::paragraph;
  std::uint8_t level = 0;   // of a heading, 1 to 6, else 0
  std::uint8_t indent = 0;  // of a list item: how many lists it stands in
  bool hidden = false;
  bool after_gap = false;       // plain text: a blank line stands before it
  std::uint8_t lines = 1;       // plain text: how many lines were joined, at most 255
  std::uint32_t container = 0;  // in Page::containers
  std::uint32_t group = 0;      // equal for items of one list or rows of one table, else 0
  std::uint32_t path = 0;       // hash of the tags and classes around it: equal for blocks of one make
  std::uint32_t depth = 0;
  std::uint32_t link_bytes = 0;  // how much of the text stands in links
  std::uint32_t links = 0;
  Hints hints = 0;  // of all elements around it
  Hints near = 0;   // of its element and that one's parent
};

/// A part of the text that links somewhere.
struct Link {
  Span text;
  std::string target;
};

/// An element that names a moment: <time>, or one whose class, id, itemprop or property speaks of a date.
struct Time {
  std::string name;       // itemprop, property, class and id as they stand, parted by blanks
  std::string value;      // its datetime, content or title; empty where only its text says it
  std::size_t start = 0;  // where in Page::text its text begins, or a little before that
  Hints hints = 0;        // of its element and of all around it
};

struct Page {
  std::string text;  // the texts of the blocks, one after the other, a newline after each
  std::vector<Block> blocks;
  std::vector<Container> containers{{}};
  std::string names;  // what containers are called: of each element, class and itemprop, then the id, as they
                      // stand in the page
  std::vector<Link> links;
  bool has_tags = false;

  std::string title;  // of <title>
  std::string language, canonical;
  std::vector<std::pair<std::string, std::string>>
      meta;                          // name, property or itemprop in lower case, and content
  std::vector<std::string> json_ld;  // texts of <script type="application/ld+json">
  std::vector<Time> times;

  std::string_view text_of(const Block& block) const { return slice(text, block.text); }
};

/// Whether `blocks` are too many for the first `bytes` of a page: beyond 20,000 no more than one for each 64
/// bytes. A block costs as much memory as some hundred bytes of a page; no page has so many of a few bytes
/// each, but data and hostile input have. What would be one more is then a line of the block in front of it.
constexpr bool are_too_many(std::size_t blocks, std::size_t bytes) {
  constexpr std::size_t free_blocks = 20'000, bytes_of_each = 64;
  return blocks > free_blocks && (blocks - free_blocks) * bytes_of_each > bytes;
}

}  // namespace presscut::page
