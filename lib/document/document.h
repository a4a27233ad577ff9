// The document that flows through every pipeline: structs, no behaviour. docs/format.md describes its written
// form.
//
// Offsets are bytes of `text` here and code points in NDJSON; lib/json turns one into the other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/text.h"

namespace presscut {

/// The version of the contract that docs/format.md describes.
inline constexpr int format_version = 1;

enum class Kind : std::uint8_t { heading, paragraph, list_item, quote, caption, table, code };

/// Why a block does not belong to the text.
enum class Reason : std::uint8_t {
  navigation,
  ticker,
  share,
  related,
  promotion,
  subscribe,
  comments,
  comment_form,
  consent,
  legal,
  style,
  notice,
  byline,
  caption,
  tags,
  author,
  pagination,
  hidden,
  duplicate,
  other,
};

std::string_view name(Kind kind);
std::string_view name(Reason reason);
std::optional<Kind> kind_of(std::string_view name);
std::optional<Reason> reason_of(std::string_view name);

/// A kept block. `span` lies in Document::text, `source` in the page as transported.
struct Block {
  Span span;
  Kind kind = Kind::paragraph;
  Span source;
};

/// A dropped block: what it said, why it went, and what decided ("model", "hint:nav", "phrases.en.tsv:14").
struct Dropped {
  Span source;
  Reason reason = Reason::other;
  std::string rule;
  std::string text;
};

/// Where the record lay. `offset` and `length` are bytes of the input after gzip.
struct Origin {
  std::string path;
  std::string form;
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};

struct Document {
  std::string id;
  std::string url, hostname, title, author, date, date_modified, language, sitename;  // empty: not known
  std::string text;
  std::optional<std::vector<Block>> blocks;     // absent until the text has been cleaned
  std::optional<std::vector<Dropped>> dropped;  // present when asked for
  Origin origin;

  /// Keys that no stage of this run owns, with their JSON as it was read, in their order.
  std::vector<std::pair<std::string, std::string>> others;
};

}  // namespace presscut
