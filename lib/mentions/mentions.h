// The mentions of a document one like the other: their members by name, their lists by key.
//
// Every form in which mentions are written follows these lists: NDJSON, tables, proofs. A new member is a
// line here; what it means stands in document/document.h.
#pragma once

#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "document/document.h"

namespace presscut::mentions {

/// Where a mention keeps what it says under `name`.
template <typename M>
struct Member {
  std::string_view name;
  std::variant<std::string M::*, text::Brief M::*, std::optional<double> M::*,
               std::optional<std::size_t> M::*, DateType M::*,
               std::vector<std::pair<std::string, std::string>> M::*>
      place;
};

/// The members of one kind of mention in the order in which they are written, behind start, end and quote.
template <typename M>
std::span<const Member<M>> members();

template <>
std::span<const Member<DateMention>> members<DateMention>();
template <>
std::span<const Member<NumberMention>> members<NumberMention>();
template <>
std::span<const Member<GroupMention>> members<GroupMention>();
template <>
std::span<const Member<FigureMention>> members<FigureMention>();
template <>
std::span<const Member<MatchMention>> members<MatchMention>();

/// The keys of the lists of a document, in the order in which they are written.
inline constexpr std::string_view keys[] = {"dates", "numbers", "groups", "figures", "matches"};

/// Calls `visit(key, list)` for each list of the document, in the order of `keys`.
template <typename AnyDocument, typename Visit>
void each_list(AnyDocument& document, Visit visit) {
  visit(keys[0], document.dates);
  visit(keys[1], document.numbers);
  visit(keys[2], document.groups);
  visit(keys[3], document.figures);
  visit(keys[4], document.matches);
}

/// Whether mentions of the list called `key` may overlap.
constexpr bool may_overlap(std::string_view key) { return key == "figures" || key == "matches"; }

/// Whether the list called `key` has any mention.
bool has_any(std::string_view key, const Document& document);

/// The text that the span of `mention` counts in.
inline std::string_view field_of(const Document& document, const Mention& mention) {
  return mention.in_title ? document.title : document.text;
}

/// What stands at its span.
inline std::string_view quote(const Document& document, const Mention& mention) {
  return slice(field_of(document, mention), mention.span);
}

/// Turns bytes of `text` at `places`, in any order, into code points, in one pass over the text.
void to_code_points(std::string_view text, std::vector<std::size_t*> places);

/// The spans of a list of mentions in code points, of the title or the text each.
template <typename M>
std::vector<Span> code_points(const Document& document, const std::vector<M>& list) {
  std::vector<Span> spans;
  std::vector<std::size_t*> in_title, in_text;
  spans.reserve(list.size());
  for (const M& mention : list) {
    spans.push_back(mention.span);
    auto& places = mention.in_title ? in_title : in_text;
    places.insert(places.end(), {&spans.back().start, &spans.back().end});
  }
  to_code_points(document.title, std::move(in_title));
  to_code_points(document.text, std::move(in_text));
  return spans;
}

/// A value as JSON and tables write it: the shortest decimal that reads back as `value`, without an exponent
/// from 0.000001 to 10^21. `value` is finite.
std::string number(double value);

/// What `find` finds in the title, marked as such, then what it finds in the text: a list as documents have
/// it.
template <typename Find>
auto in_title_and_text(const Document& document, Find find) {
  auto found = find(std::string_view(document.title));
  for (Mention& mention : found) mention.in_title = true;
  auto in_text = find(std::string_view(document.text));
  if (found.empty()) return in_text;
  found.insert(found.end(), std::make_move_iterator(in_text.begin()), std::make_move_iterator(in_text.end()));
  return found;
}

/// Whether `a` stands before `b` in a list.
bool is_before(const Mention& a, const Mention& b);

}  // namespace presscut::mentions
