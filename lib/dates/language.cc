#include "dates/language.h"

#include "dates/tables.h"
#include "tables/tables.h"
#include "text/text.h"

namespace presscut::dates {
namespace {

constexpr std::size_t sample = 4'000;  // bytes

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
  const Lexicon* best = lexicon(languages()[0]);
  std::size_t most = 0;
  std::vector<text::Token> tokens;
  std::size_t end = std::min(text.size(), sample);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
  tokens = text::tokenize(text.substr(0, end));
  for (const std::string_view name : languages()) {
    const Lexicon* candidate = lexicon(name);
    std::size_t known = 0;
    for (std::size_t at = 0; at < tokens.size();) {
      std::size_t taken = 0;
      const bool found = candidate->longest(tokens, at, taken) != nullptr;
      if (found && tokens[at].kind == text::TokenKind::word) known += taken;
      at += std::max<std::size_t>(taken, 1);
    }
    if (known > most) most = known, best = candidate;
  }
  return *best;
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
