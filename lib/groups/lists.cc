#include "groups/lists.h"

#include <array>

#include "groups/tables.h"
#include "tables/lists.h"

namespace presscut::groups {
namespace {

constexpr std::array<std::string_view, 32> list_names = {
    "every",         "ordinal",     "abbreviation",  "not_joint",      "stands_for",  "is",
    "before_naming", "called",      "before_known",  "behind_group",   "body_of_two", "other_of",
    "left_out",      "before_team", "before_other",  "part_of_school", "school",      "venue",
    "known_as",      "article",     "bracket_label", "alternative",    "for_short",   "naming_joint",
    "calling",       "also",        "preposition",   "whereabouts",    "by_place",    "purpose",
    "cause",         "stand"};

}  // namespace

bool is_in(List list, std::string_view word) {
  static const tables::Lists lists("lists.en.tsv", embedded::lists_en_tsv, list_names);
  return lists.has(static_cast<std::size_t>(list), word);
}

}  // namespace presscut::groups
