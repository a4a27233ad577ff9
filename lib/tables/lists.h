// Short lists of words that a rule asks for by the name of the list: a table with a row for each, its name,
// its words and an example.
#pragma once

#include <cstddef>
#include <cstdint>
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
  bool has(std::size_t list, std::string_view word) const {
    return !word.empty() && (lists_[list].first_letters & first_letter(word)) != 0 && has_among(list, word);
  }

 private:
  struct List {
    std::vector<std::string_view> words;
    std::uint32_t first_letters = 0;  // a bit for what each begins with, since most words are of no list
  };

  // A bit for the first letter of a word, the same for small letters and capitals.
  static std::uint32_t first_letter(std::string_view word) {
    return 1u << (static_cast<unsigned char>(word[0]) & 31);
  }

  bool has_among(std::size_t list, std::string_view word) const;

  std::vector<List> lists_;
};

}  // namespace presscut::tables
