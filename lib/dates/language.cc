#include "dates/language.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <unordered_map>

#include "dates/tables.h"
#include "tables/tables.h"
#include "text/text.h"

namespace presscut::dates {
namespace {

constexpr std::size_t sample = 2'000;  // bytes that are looked at where fewer do not tell
constexpr std::size_t piece = 20;      // tokens that are looked at at once

// How much speaks for each of languages().
using Counts = std::array<std::size_t, 4>;

std::size_t largest(const Counts& counts) {
  return static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

// Whether one of them leads so far that no closer look can change it.
bool is_clear(const Counts& counts) {
  const std::size_t first = largest(counts);
  return std::all_of(counts.begin(), counts.end(), [&](const std::size_t& count) {
    return &count == &counts[first] || counts[first] >= 2 * count + 4;
  });
}

// The commonest words of each language, by their hashes.
const std::unordered_map<std::uint64_t, Counts>& common_words() {
  static const auto words = [] {
    std::unordered_map<std::uint64_t, Counts> result;
    const tables::Table table("common.tsv", embedded::common_tsv);
    const auto all = languages();
    for (const auto& row : table.rows()) {
      const auto at = std::find(all.begin(), all.end(), row.cells[1]);
      if (at == all.end()) throw std::runtime_error(table.reference(row) + ": no language of this module");
      result[text::hash_of(row.cells[0])][static_cast<std::size_t>(at - all.begin())] = 1;
    }
    return result;
  }();
  return words;
}

// How many tokens belong to words and phrases of a language's tables.
std::size_t words_known(std::span<const text::Token> tokens, const Lexicon& words) {
  std::size_t known = 0;
  for (std::size_t at = 0; at < tokens.size();) {
    std::size_t taken = 0;
    const bool found = words.longest(tokens, at, taken) != nullptr;
    if (found && tokens[at].kind == text::TokenKind::word) known += taken;
    at += std::max<std::size_t>(taken, 1);
  }
  return known;
}

// Orders by language, country of a language tag, and country of a host name.
const tables::Lookup<Order>& orders() {
  static const auto lookup = [] {
    const tables::Table table("orders.tsv", embedded::orders_tsv);
    tables::Lookup<Order> result;
    for (const auto& row : table.rows())
      result.add(std::string(row.cells[0]), row.cells[1] == "day" ? Order::day_first : Order::month_first);
    return result;
  }();
  return lookup;
}

}  // namespace

const Lexicon& language_of(std::string_view text, std::string_view language) {
  if (const Lexicon* known = lexicon(language.substr(0, language.find('-')))) return *known;
  std::vector<text::Token> tokens;
  Counts known{};
  for (std::size_t at = 0, seen = 0; at < std::min(text.size(), sample); seen = tokens.size()) {
    at = text::tokenize(text, at, piece, tokens);
    for (std::size_t i = seen; i < tokens.size(); ++i)
      if (const auto word = common_words().find(tokens[i].hash); word != common_words().end())
        for (std::size_t j = 0; j < known.size(); ++j) known[j] += word->second[j];
    if (is_clear(known)) return *lexicon(languages()[largest(known)]);
  }
  for (std::size_t i = 0; i < known.size(); ++i) known[i] += words_known(tokens, *lexicon(languages()[i]));
  return *lexicon(languages()[largest(known)]);
}

Order order_of(const Lexicon& words, const Source& source) {
  const std::size_t dash = source.language.find('-');
  if (dash != std::string_view::npos)
    if (const Order* order = orders().find(text::fold(source.language))) return *order;
  const std::size_t dot = source.hostname.rfind('.');
  if (dot != std::string_view::npos)
    if (const Order* order = orders().find(text::fold(source.hostname.substr(dot)))) return *order;
  const Order* order = orders().find(words.language());
  return order ? *order : Order::unknown;
}

}  // namespace presscut::dates
