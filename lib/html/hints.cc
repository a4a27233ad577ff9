#include "html/hints.h"

#include <algorithm>
#include <bit>
#include <bitset>
#include <cstring>
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

// The words of hints.tsv. Most words of a page's attributes are none, which mostly their first two letters
// and their length tell.
class Words {
 public:
  Words() {
    const tables::Table table("hints.tsv", embedded::hints_tsv);
    for (const auto& row : table.rows()) {
      const std::string_view word = row.cells[0];
      lookup_.add(std::string(word), hint_called(row.cells[1]));
      looks_.set(look(word));
    }
  }

  /// Of at least two small letters.
  Hints find(std::string_view word) const {
    const Hints* const found = looks_[look(word)] ? lookup_.find(word) : nullptr;
    return found ? *found : 0;
  }

 private:
  static constexpr std::size_t looks = 4096;
  static std::size_t look(std::string_view word) {
    const auto letter = [&](std::size_t i) { return static_cast<unsigned char>(word[i]) & 31u; };
    return (letter(0) << 7 | letter(1) << 2 | (word.size() & 3)) % looks;
  }

  tables::Lookup<Hints> lookup_;
  std::bitset<looks> looks_;
};

const Words& words() {
  static const Words words;
  return words;
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Where a value is remembered: by its ends and its length.
std::size_t place(std::string_view value) {
  std::uint64_t first = 0, last = 0;
  const std::size_t size = std::min(value.size(), sizeof(first));
  std::memcpy(&first, value.data(), size);
  std::memcpy(&last, value.data() + value.size() - size, size);
  const std::uint64_t mixed = (first ^ std::rotl(last, 21) ^ value.size()) * 0x9e3779b97f4a7c15ull;
  return static_cast<std::size_t>(mixed >> 40);
}

Hints find_words(std::string_view value) {
  constexpr std::size_t longest = 24;
  const Words& known = words();
  char word[longest];
  std::size_t size = 0;
  Hints hints = 0;
  const auto look_up = [&] {
    if (size >= 2 && size < longest) hints |= known.find({word, size});
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
  Known& known = known_[place(value) % known_.size()];
  if (known.value != value) {
    known.value = value;
    known.hints = find_words(value);
  }
  return known.hints;
}

}  // namespace presscut::html
