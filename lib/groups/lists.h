// Words that rules ask for beside a name: lists.en.tsv.
#pragma once

#include <cstdint>
#include <string_view>

namespace presscut::groups {

/// The lists, by their names in the table and in its order.
enum class List : std::uint8_t {
  every,
  ordinal,
  abbreviation,
  not_joint,
  stands_for,
  is,
  before_naming,
  called,
  before_known,
  behind_group,
  body_of_two,
  other_of,
  left_out,
  before_team,
  before_other,
  part_of_school,
  school,
  venue,
  known_as,
  article,
  bracket_label,
  alternative,
  for_short,
  naming_joint,
  calling,
  also,
  preposition,
  whereabouts,
  by_place,
  purpose,
  cause,
  stand
};

/// Whether `word` is one of a list, the case of ASCII letters ignored.
bool is_in(List list, std::string_view word);

}  // namespace presscut::groups
