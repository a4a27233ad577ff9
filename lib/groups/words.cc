#include "groups/words.h"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

#include "groups/groups.h"
#include "groups/tables.h"
#include "tables/phrases.h"
#include "tables/tables.h"

namespace presscut::groups {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Is::number_of_classes)> class_names = {
    "head",       "head_of",  "people", "nation",  "state",  "place", "title", "given",
    "other_head", "function", "join",   "definer", "opener", "role",  "deed",  "office"};

constexpr std::array<std::string_view, 11> kind_names = {"organisation", "military",   "movement", "party",
                                                         "media",        "government", "company",  "union",
                                                         "education",    "sport",      "other"};

class Words {
 public:
  Words() {
    const tables::Table table("words.en.tsv", embedded::words_en_tsv);
    std::map<std::string_view, std::uint32_t> places;
    for (const auto& row : table.rows()) {
      const auto [at, added] = places.try_emplace(row.cells[0], static_cast<std::uint32_t>(entries_.size()));
      if (added) entries_.emplace_back().word = row.cells[0];
      add(entries_[at->second], row.cells[1], row.cells[2], table.reference(row));
    }
    std::vector<std::pair<std::string, std::uint32_t>> phrases;
    for (const auto& [word, number] : places) phrases.emplace_back(word, number);
    phrases_ = tables::Phrases(phrases);
  }

  std::span<const Entry> entries() const { return entries_; }

  const Entry* longest(std::span<const text::Token> tokens, std::size_t at, std::size_t& taken) const {
    const tables::Phrases::Match match = phrases_.longest(tokens, at);
    taken = match.tokens;
    return taken > 0 ? &entries_[match.number] : nullptr;
  }

 private:
  static void add(Entry& entry, std::string_view name, std::string_view value, const std::string& row) {
    const auto at = std::find(class_names.begin(), class_names.end(), name);
    if (at == class_names.end()) throw std::runtime_error(row + ": no such class");
    const Is is = static_cast<Is>(at - class_names.begin());
    entry.classes = static_cast<std::uint16_t>(entry.classes | 1 << static_cast<int>(is));
    if (is == Is::nation) entry.nation = value;
    else if (entry.kind == 0 && (is == Is::head || is == Is::head_of || is == Is::people || is == Is::state ||
                                 is == Is::definer))
      entry.kind = kind_called(value);
  }

  std::vector<Entry> entries_;
  tables::Phrases phrases_;
};

const Words& words() {
  static const Words words;
  return words;
}

}  // namespace

std::span<const std::string_view> kinds() { return kind_names; }

std::uint8_t kind_called(std::string_view name) {
  const auto at = std::find(kind_names.begin(), kind_names.end(), name);
  return static_cast<std::uint8_t>(at == kind_names.end() ? kind_names.size() - 1 : at - kind_names.begin());
}

const Entry* longest(std::span<const text::Token> tokens, std::size_t at, std::size_t& taken) {
  return words().longest(tokens, at, taken);
}

std::span<const Entry> entries() { return words().entries(); }

}  // namespace presscut::groups
