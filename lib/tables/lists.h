// Short lists of words that a rule asks for by the name of the list: a table with a row for each, its name,
// its words and an example.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "tables/tables.h"

namespace presscut::tables {

class Lists {
 public:
  /// `lists` are the names of all rows, in their order. `name` and `text` as for Table. Throws
  /// std::runtime_error naming table and line where a row is another list.
  Lists(std::string_view name, std::string_view text, std::span<const std::string_view> lists);

  /// Whether list number `list` has `word`, the case of ASCII letters ignored.
  bool has(std::size_t list, std::string_view word) const;

 private:
  std::vector<std::vector<std::string_view>> words_;
};

}  // namespace presscut::tables
