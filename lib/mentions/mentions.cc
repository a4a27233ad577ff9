#include "mentions/mentions.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <tuple>

namespace presscut::mentions {

template <>
std::span<const Member<DateMention>> members<DateMention>() {
  static const std::array<Member<DateMention>, 6> list = {{
      {"type", &DateMention::type},
      {"value", &DateMention::value},
      {"earliest", &DateMention::earliest},
      {"latest", &DateMention::latest},
      {"anchor", &DateMention::anchor},
      {"rule", &DateMention::rule},
  }};
  return list;
}

template <>
std::span<const Member<NumberMention>> members<NumberMention>() {
  static const std::array<Member<NumberMention>, 7> list = {{
      {"low", &NumberMention::low},
      {"high", &NumberMention::high},
      {"point", &NumberMention::point},
      {"qualifier", &NumberMention::qualifier},
      {"kind", &NumberMention::kind},
      {"unit", &NumberMention::unit},
      {"rule", &NumberMention::rule},
  }};
  return list;
}

template <>
std::span<const Member<GroupMention>> members<GroupMention>() {
  static const std::array<Member<GroupMention>, 4> list = {{
      {"name", &GroupMention::name},
      {"kind", &GroupMention::kind},
      {"alias", &GroupMention::alias},
      {"rule", &GroupMention::rule},
  }};
  return list;
}

template <>
std::span<const Member<FigureMention>> members<FigureMention>() {
  static const std::array<Member<FigureMention>, 11> list = {{
      {"low", &FigureMention::low},
      {"high", &FigureMention::high},
      {"qualifier", &FigureMention::qualifier},
      {"who", &FigureMention::who},
      {"role", &FigureMention::role},
      {"relation", &FigureMention::relation},
      {"of", &FigureMention::of},
      {"event", &FigureMention::event},
      {"attributed_to", &FigureMention::attributed_to},
      {"as_of", &FigureMention::as_of},
      {"rule", &FigureMention::rule},
  }};
  return list;
}

template <>
std::span<const Member<MatchMention>> members<MatchMention>() {
  static const std::array<Member<MatchMention>, 2> list = {{
      {"values", &MatchMention::values},
      {"rule", &MatchMention::rule},
  }};
  return list;
}

bool has_any(std::string_view key, const Document& document) {
  bool has = false;
  each_list(document,
            [&](std::string_view own, const auto& list) { has |= own == key && list && !list->empty(); });
  return has;
}

void to_code_points(std::string_view text, std::vector<std::size_t*> places) {
  const auto before = [](const std::size_t* a, const std::size_t* b) { return *a < *b; };
  if (!std::is_sorted(places.begin(), places.end(), before)) std::sort(places.begin(), places.end(), before);
  std::vector<std::size_t> bytes;
  bytes.reserve(places.size());
  for (const std::size_t* place : places) bytes.push_back(*place);
  const auto points = text::bytes_to_code_points(text, bytes);
  for (std::size_t i = 0; i < places.size(); ++i) *places[i] = points[i];
}

std::string number(double value) {
  if (value == 0) return "0";  // and not "-0"
  const double size = std::abs(value);
  const auto format = size >= 1e-6 && size < 1e21 ? std::chars_format::fixed : std::chars_format::general;
  char digits[64];
  return {digits, std::to_chars(digits, std::end(digits), value, format).ptr};
}

bool is_before(const Mention& a, const Mention& b) {
  return std::tuple(!a.in_title, a.span.start, a.span.end) <
         std::tuple(!b.in_title, b.span.start, b.span.end);
}

}  // namespace presscut::mentions
