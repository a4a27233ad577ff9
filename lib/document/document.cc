#include "document/document.h"

#include <algorithm>
#include <array>

namespace presscut {
namespace {

constexpr std::array<std::string_view, 7> kinds = {"heading", "paragraph", "list_item", "quote",
                                                   "caption", "table",     "code"};

constexpr std::array<std::string_view, 20> reasons = {
    "navigation",   "ticker",  "share",      "related", "promotion", "subscribe", "comments",
    "comment_form", "consent", "legal",      "style",   "notice",    "byline",    "caption",
    "tags",         "author",  "pagination", "hidden",  "duplicate", "other"};

constexpr std::array<std::string_view, 4> date_types = {"date", "time", "duration", "set"};

template <typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<Enum>(at - names.begin());
}

}  // namespace

std::string_view name(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }
std::string_view name(Reason reason) { return reasons[static_cast<std::size_t>(reason)]; }
std::string_view name(DateType type) { return date_types[static_cast<std::size_t>(type)]; }
std::optional<Kind> kind_of(std::string_view name) { return find<Kind>(kinds, name); }
std::optional<Reason> reason_of(std::string_view name) { return find<Reason>(reasons, name); }
std::optional<DateType> date_type_of(std::string_view name) { return find<DateType>(date_types, name); }

}  // namespace presscut
