#include "tables/lists.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "text/text.h"

namespace presscut::tables {
namespace {

std::vector<std::string_view> words_of(std::string_view cell) {
  std::vector<std::string_view> words;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(' '), cell.size());
    words.push_back(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return words;
}

}  // namespace

Lists::Lists(std::string_view name, std::string_view text, std::span<const std::string_view> lists) {
  const Table table(name, text);
  const std::size_t list = table.column("list"), words = table.column("words");
  for (const Table::Row& row : table.rows()) {
    if (lists_.size() == lists.size() || row.cells[list] != lists[lists_.size()])
      throw std::runtime_error(table.reference(row) + ": not the list that stands here: \"" +
                               std::string(row.cells[list]) + '"');
    List& added = lists_.emplace_back();
    added.words = words_of(row.cells[words]);
    for (const std::string_view word : added.words) added.first_letters |= first_letter(word);
  }
  if (lists_.size() < lists.size())
    throw std::runtime_error(std::string(name) + ": has no list \"" + std::string(lists[lists_.size()]) +
                             '"');
}

bool Lists::has_among(std::size_t list, std::string_view word) const {
  const std::vector<std::string_view>& words = lists_[list].words;
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view known) { return text::equal_ascii_fold(word, known); });
}

}  // namespace presscut::tables
