// Words that rules ask for beside a count or a mark: lists.en.tsv.
#pragma once

#include <cstdint>
#include <string_view>

namespace presscut::figures {

/// The lists, by their names in the table and in its order.
enum class List : std::uint8_t {
  is,
  be,
  have,
  before_noun,
  compared,
  placed,
  belongs,
  turns,
  pupil,
  later,
  unit_of_time
};

/// Whether `word` is one of a list, the case of ASCII letters ignored.
bool is_in(List list, std::string_view word);

}  // namespace presscut::figures
