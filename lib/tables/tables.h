// Rule tables: tab-separated rows compiled in from the .tsv files beside each module.
//
// The first line names the columns, lines that start with '#' are comments. A table is read once, at first
// use; its cells are views into the text that it was read from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace presscut::tables {

class Table {
 public:
  /// `name` is for messages ("phrases.en.tsv"), `text` must outlive the table. Throws std::runtime_error
  /// naming table, line and fault where a row has more or fewer cells than the first line.
  Table(std::string_view name, std::string_view text);

  struct Row {
    std::size_t line;  // counted from 1
    std::vector<std::string_view> cells;
  };

  const std::vector<Row>& rows() const { return rows_; }

  /// The number of the column called `name`; throws std::runtime_error where there is none.
  std::size_t column(std::string_view name) const;

  /// How a mention names the row that made it: "phrases.en.tsv:14".
  std::string reference(const Row& row) const;

 private:
  std::string_view name_;
  std::vector<std::string_view> columns_;
  std::vector<Row> rows_;
};

/// Values by word or phrase; words are compared folded.
template <typename Value>
class Lookup {
 public:
  void add(std::string word, Value value) { values_.emplace(std::move(word), std::move(value)); }

  /// The value of the folded `word`, nullptr where it has none.
  const Value* find(std::string_view word) const {
    const auto at = values_.find(word);
    return at == values_.end() ? nullptr : &at->second;
  }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, Value, Hash, std::equal_to<>> values_;
};

}  // namespace presscut::tables
