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

#include "text/brief.h"
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

/// A kept block. `span` lies in Document::text, `source` in the page as transported. `confidence`, in per
/// cent, is how sure the model is that it belongs there; none where it was not asked for or something else
/// decided.
struct Block {
  Span span;
  Kind kind = Kind::paragraph;
  Span source;
  std::optional<std::uint8_t> confidence = std::nullopt;
};

/// A dropped block: what it said, why it went, what decided ("model", "hint:nav", "phrases.en.tsv:14"), and
/// how sure the model is that it does not belong to the text; none where a rule overruled it.
struct Dropped {
  Span source;
  Reason reason = Reason::other;
  std::string rule;
  std::string text;
  std::optional<std::uint8_t> confidence = std::nullopt;
};

/// Where the record lay. `offset` and `length` are bytes of the input after gzip.
struct Origin {
  std::string path;
  std::string form;
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};

/// What the finders share. `span` is bytes of Document::text, or of Document::title where `in_title`; what
/// stands there is the mention's quote. `rule` says what found it ("rough.en.tsv:dozens").
///
/// A list of mentions has those of the title first, then those of the text, each in the order of their spans.
/// In the members of mentions an empty string is a value that is not known.
struct Mention {
  Span span;
  bool in_title = false;
  std::string rule{};
  text::Brief others{};  // members that nobody here knows, as they were read: "\"seen\": true, \"by\": 3"
};

/// TIMEX3 types (TimeML 1.2.1).
enum class DateType : std::uint8_t { date, time, duration, set };

std::string_view name(DateType type);
std::optional<DateType> date_type_of(std::string_view name);

/// "Tuesday". Mentions of dates do not overlap.
struct DateMention : Mention {
  DateType type = DateType::date;
  std::string value;             // TIMEX3: "2024-10-22", "P3D", "XXXX-WXX-5"
  std::string earliest, latest;  // inclusive, ISO 8601 to the day or minute; empty: open or unresolved
  std::string anchor;            // what a relative expression was resolved against: "published" or "text"
};

/// "some 130 soldiers". Values are what the words allow, both ends included; no value: open. Whole numbers
/// are exact to 2^53 (nine thousand million million); beyond that a value is the nearest double and the quote
/// has the digits. Mentions of numbers do not overlap.
struct NumberMention : Mention {
  std::optional<double> low, high;
  std::optional<double> point;  // the number that the words state; may lie outside ("nearly 1,000")
  std::string qualifier;        // "about", "over", "exact"
  std::string kind;             // "cardinal", "percentage", "money"
  std::string unit;             // what is counted: "soldiers"
};

/// "IDF". Mentions of groups do not overlap.
struct GroupMention : Mention {
  std::string name;   // the one name of the group in this document: "Israel Defense Forces"
  std::string kind;   // "military"
  std::string alias;  // why the quote stands for `name` where it is another: "definition", "acronym"
};

/// What a pattern of the user's found. Mentions of matches may overlap; `rule` is the name of the pattern.
struct MatchMention : Mention {
  std::vector<std::pair<std::string, std::string>> values;  // what each named group of the pattern caught
};

/// "43 reservists": how many people, in which role. Mentions of figures may overlap.
struct FigureMention : Mention {
  std::optional<double> low, high;  // as in NumberMention
  text::Brief qualifier;
  text::Brief who;                // "reservists"
  text::Brief role;               // "signatory"
  text::Brief relation;           // "total", "increment", "subset"
  std::optional<std::size_t> of;  // the place in Document::figures of the figure that `relation` relates to
  text::Brief event;              // the letter or event
  text::Brief attributed_to;      // who says so
  text::Brief as_of;              // the day for which it holds, ISO 8601
};

struct Document {
  std::string id;
  std::string url, hostname, title, author, date, date_modified, language, sitename;  // empty: not known
  std::string text;
  std::optional<std::vector<Block>> blocks;     // absent until the text has been cleaned
  std::optional<std::vector<Dropped>> dropped;  // present when asked for

  // What the stages found; absent where a stage has not run.
  std::optional<std::vector<DateMention>> dates;
  std::optional<std::vector<NumberMention>> numbers;
  std::optional<std::vector<GroupMention>> groups;
  std::optional<std::vector<FigureMention>> figures;
  std::optional<std::vector<MatchMention>> matches;
  Origin origin;

  /// Keys that no stage of this run owns, with their JSON as it was read, in their order.
  std::vector<std::pair<std::string, std::string>> others;
};

}  // namespace presscut
