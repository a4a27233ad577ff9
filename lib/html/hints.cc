#include "html/hints.h"

#include <functional>
#include <stdexcept>

#include "html/tables.h"
#include "tables/tables.h"

namespace presscut::html {
namespace {

using page::Hints;

Hints hint_called(std::string_view name) {
  for (int i = 0; i < page::hint_count; ++i)
    if (page::name(static_cast<page::Hint>(i)) == name) return page::bit(static_cast<page::Hint>(i));
  throw std::runtime_error("hints.tsv: no hint is called " + std::string(name));
}

const tables::Lookup<Hints>& words() {
  static const auto lookup = [] {
    const tables::Table table("hints.tsv", embedded::hints_tsv);
    tables::Lookup<Hints> result;
    for (const auto& row : table.rows()) result.add(std::string(row.cells[0]), hint_called(row.cells[1]));
    return result;
  }();
  return lookup;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

Hints find_words(std::string_view value) {
  constexpr std::size_t longest = 24;
  char word[longest];
  std::size_t size = 0;
  Hints hints = 0;
  const auto look_up = [&] {
    if (size >= 2 && size < longest)
      if (const Hints* found = words().find({word, size})) hints |= *found;
    size = 0;
  };
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (is_upper(c)) {
      if (i > 0 && is_lower(value[i - 1])) look_up();
      if (size < longest) word[size++] = static_cast<char>(c + 32);
    } else if (is_lower(c)) {
      if (size < longest) word[size++] = c;
    } else {
      look_up();
    }
  }
  look_up();
  return hints;
}

}  // namespace

Hints HintFinder::find(std::string_view value) {
  constexpr std::size_t longest = 512;
  value = value.substr(0, longest);
  Known& known = known_[std::hash<std::string_view>()(value) % known_.size()];
  if (known.value != value) {
    known.value = value;
    known.hints = find_words(value);
  }
  return known.hints;
}

}  // namespace presscut::html
