#include "sentences/words.h"

#include <stdexcept>
#include <string>

#include "sentences/tables.h"
#include "tables/tables.h"
#include "text/text.h"

namespace presscut::sentences {
namespace {

constexpr std::size_t longest_row = 32;  // bytes; no row is longer

Abbreviation kind_called(std::string_view name) {
  if (name == "before_name") return Abbreviation::before_name;
  if (name == "before_number") return Abbreviation::before_number;
  if (name == "anywhere") return Abbreviation::anywhere;
  throw std::runtime_error("abbreviations: no such kind: " + std::string(name));
}

template <typename Value, typename Read>
tables::Lookup<Value> lookup(std::string_view name, std::string_view text, Read read) {
  const tables::Table table(name, text);
  tables::Lookup<Value> words;
  for (const auto& row : table.rows())
    words.add(std::string(row.cells[table.column("word")]), read(table, row));
  return words;
}

bool has(const tables::Lookup<bool>& words, std::string_view word) {
  return word.size() <= longest_row && words.find(text::fold(word));
}

constexpr auto listed = [](const auto&, const auto&) { return true; };

}  // namespace

std::optional<Abbreviation> abbreviation(std::string_view word) {
  static const auto words = lookup<Abbreviation>(
      "abbreviations.tsv", embedded::abbreviations_tsv,
      [](const auto& table, const auto& row) { return kind_called(row.cells[table.column("kind")]); });
  if (word.size() > longest_row) return std::nullopt;
  const Abbreviation* found = words.find(text::fold(word));
  return found ? std::optional(*found) : std::nullopt;
}

bool begins_sentence(std::string_view word) {
  static const auto words = lookup<bool>("starters.tsv", embedded::starters_tsv, listed);
  return has(words, word);
}

bool follows_ordinal(std::string_view word) {
  static const auto words = lookup<bool>("ordinals.tsv", embedded::ordinals_tsv, listed);
  return has(words, word);
}

}  // namespace presscut::sentences
