#include "figures/lexicon.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "figures/tables.h"
#include "tables/tables.h"

namespace presscut::figures {
namespace {

constexpr std::array<std::string_view, class_count> class_names = {
    "does",   "by",         "draws",    "left",     "names",   "rolenoun", "event", "which",
    "more",   "prior",      "goal",     "negative", "subset",  "not",      "party", "says",
    "of",     "determiner", "relative", "and",      "them",    "stop",     "whole", "nobody",
    "clause", "sends",      "beyond",   "after",    "set_out", "anyone",   "holds", "occasion",
    "deed",   "label",      "leaves",   "office",   "venue"};
constexpr std::array<std::string_view, 4> noun_names = {"unknown", "person", "maybe", "thing"};

template <typename Names>
std::size_t place(const Names& names, std::string_view name, const std::string& row) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) throw std::runtime_error(row + ": no such class: " + std::string(name));
  return static_cast<std::size_t>(at - names.begin());
}

}  // namespace

Lexicon::Lexicon(std::string_view words_name, std::string_view words, std::string_view nouns_name,
                 std::string_view nouns) {
  std::unordered_map<std::string, std::uint32_t> places;
  const tables::Table word_table(words_name, words);
  for (const auto& row : word_table.rows()) {
    const std::string word(row.cells[0]);
    const std::size_t number = place(class_names, row.cells[1], word_table.reference(row));
    const auto [at, added] = places.try_emplace(word, static_cast<std::uint32_t>(entries_.size()));
    if (added) entries_.emplace_back();
    Entry& entry = entries_[at->second];
    entry.word = word;
    entry.classes.set(number);
    entry.values.emplace(static_cast<std::uint8_t>(number), row.cells[2]);
  }
  phrases_ = tables::Phrases({places.begin(), places.end()});
  const tables::Table noun_table(nouns_name, nouns);
  for (const auto& row : noun_table.rows()) {
    const auto kind = static_cast<Noun>(place(noun_names, row.cells[1], noun_table.reference(row)));
    if (row.cells[0].starts_with('-')) endings_.emplace_back(row.cells[0].substr(1), kind);
    else nouns_.emplace(row.cells[0], kind);
  }
  std::stable_sort(endings_.begin(), endings_.end(),
                   [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
}

const Entry* Lexicon::longest(std::span<const text::Token> tokens, std::size_t at, std::size_t& taken) const {
  const auto match = phrases_.longest(tokens, at);
  taken = match.tokens;
  return match.tokens ? &entries_[match.number] : nullptr;
}

Noun Lexicon::noun(std::string_view folded) const {
  const auto whole = nouns_.find(std::string(folded));
  if (whole != nouns_.end()) return whole->second;
  for (const std::string_view plural : {"s", "es"})
    if (const auto one = nouns_.find(std::string(folded) + std::string(plural)); one != nouns_.end())
      return one->second;
  for (const auto& [ending, kind] : endings_)
    if (folded.size() > ending.size() + 2 && folded.ends_with(ending)) return kind;
  return Noun::unknown;
}

const Lexicon* lexicon(std::string_view language) {
  static const Lexicon english("words.en.tsv", embedded::words_en_tsv, "nouns.en.tsv",
                               embedded::nouns_en_tsv);
  return language == "en" ? &english : nullptr;
}

}  // namespace presscut::figures
