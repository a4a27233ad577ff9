#include "dates/language.h"

#include <algorithm>

#include "dates/tables.h"
#include "languages/languages.h"
#include "tables/tables.h"
#include "text/text.h"

namespace presscut::dates {
namespace {

// A whole name of the calendar, which few languages share.
bool is_name(const Entry& entry) {
  return entry.is(Is::month) || entry.is(Is::weekday) || entry.is(Is::weekdays) || entry.is(Is::unit) ||
         entry.is(Is::units) || entry.is(Is::relative_day) || entry.is(Is::tonight);
}

// How many tokens belong to words and phrases of a language's tables; names of the calendar count twice,
// since small words are those of several languages.
std::size_t words_known(std::span<const text::Token> tokens, const Lexicon& words) {
  std::size_t known = 0;
  for (std::size_t at = 0; at < tokens.size();) {
    std::size_t taken = 0;
    const Entry* found = words.longest(tokens, at, taken);
    const bool letter = found && (found->is(Is::unit_letter) || found->is(Is::possessive));  // of "d'accord"
    if (found && tokens[at].kind == text::TokenKind::word && !letter)
      known += is_name(*found) ? 2 * taken : taken;
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
  languages::Evidence evidence = languages::evidence(text);
  if (!evidence.clear) {
    const auto tokens = text::tokenize(languages::beginning(text));
    for (std::size_t i = 0; i < languages::all.size(); ++i)
      evidence.words[i] += words_known(tokens, *lexicon(languages::all[i]));
  }
  return *lexicon(languages::all[evidence.leading()]);
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
