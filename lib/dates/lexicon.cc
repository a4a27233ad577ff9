#include "dates/lexicon.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <unordered_map>

#include "dates/cells.h"
#include "dates/tables.h"
#include "tables/tables.h"

namespace presscut::dates {
namespace {

// How many letters must change for one word to become the other: put in, left out, replaced. At most 3
// counts.
int distance(std::string_view a, std::string_view b) {
  std::array<int, 32> row{};
  if (a.size() >= row.size() || b.size() >= row.size()) return 3;
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int replaced = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return std::min(row[b.size()], 3);
}

bool ends_in(std::string_view word, const std::vector<std::string>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
    return word.size() > ending.size() + 2 && word.ends_with(ending);
  });
}

// A word as it is written where marks are wanting: "proximo", "naechste" or "nachste".
std::string without_marks(std::string_view word, bool double_letters) {
  static constexpr std::pair<std::string_view, std::string_view> plain[] = {
      {"á", "a"}, {"à", "a"}, {"â", "a"}, {"é", "e"},  {"è", "e"},  {"ê", "e"},  {"ë", "e"},  {"í", "i"},
      {"î", "i"}, {"ó", "o"}, {"ô", "o"}, {"ú", "u"},  {"ù", "u"},  {"û", "u"},  {"ñ", "n"},  {"ç", "c"},
      {"ä", "a"}, {"ö", "o"}, {"ü", "u"}, {"ß", "ss"}, {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"},
  };
  std::string result;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t start = at;
    text::decode(word, at);
    const std::string_view letter = word.substr(start, at - start);
    std::string_view written = letter;
    for (const auto& [marked, unmarked] : plain)
      if (marked == letter && (double_letters || written == letter)) written = unmarked;
    result += written;
  }
  return result;
}

// The hash of a word of a phrase, which stands wherever the phrase does: the last one that is more than a
// letter, since the "s" of "New Year's" stands in many places more.
std::uint64_t last_word(std::string_view phrase) {
  const auto tokens = text::tokenize(phrase);
  const auto word = std::find_if(tokens.rbegin(), tokens.rend(), [](const text::Token& t) {
    return t.kind == text::TokenKind::word && t.end - t.start > 1;
  });
  return word != tokens.rend() ? word->hash : tokens.back().hash;
}

}  // namespace

const Reading* Entry::reading(Is what) const {
  if (!is(what)) return nullptr;
  return &*std::find_if(readings.begin(), readings.end(), [&](const Reading& r) { return r.is == what; });
}

Lexicon::Lexicon(std::string_view language, const Tables& tables)
    : language_(language), numbers_(numerals::words(language)) {
  std::unordered_map<std::string, std::uint32_t> places;
  for (const auto& [name, rows] : tables) {
    const tables::Table table(name, rows);
    for (const auto& row : table.rows()) {
      const std::string word(row.cells[0]);
      if (row.cells[1] == "past_ending" || row.cells[1] == "future_ending") {
        (row.cells[1] == "past_ending" ? past_endings_ : future_endings_).push_back(word);
        continue;
      }
      const auto bad = [&] { return std::runtime_error(table.reference(row) + ": no such class or value"); };
      const std::optional<Is> is = class_of(row.cells[1]);
      if (!is) throw bad();
      Reading reading{*is, 0, std::string(name) + ':' + word};
      if (is == Is::feast) {
        const auto feast = feast_of(row.cells[2]);
        if (!feast) throw bad();
        reading.value = static_cast<int>(feasts_.size());
        feasts_.push_back(*feast);
      } else {
        const auto value = value_of(*is, row.cells[2]);
        if (!value) throw bad();
        reading.value = *value;
      }
      if (is == Is::weekday) weekdays_.push_back(word);
      if (is == Is::month) months_.emplace_back(word, reading.value);
      const auto [at, added] = places.try_emplace(word, static_cast<std::uint32_t>(entries_.size()));
      if (added) entries_.emplace_back();
      Entry& entry = entries_[at->second];
      entry.classes.set(static_cast<std::size_t>(*is));
      entry.readings.push_back(std::move(reading));
    }
  }
  for (Entry& entry : entries_) {
    entry.opens = opens_of(entry.classes);
    classes_ |= entry.classes;
  }
  std::vector<std::pair<std::string, std::uint32_t>> phrases(places.begin(), places.end());
  for (const auto& [word, place] : places)
    for (const bool double_letters : {false, true}) {
      std::string plain = without_marks(word, double_letters);
      if (!places.contains(plain)) phrases.emplace_back(std::move(plain), place);
    }
  phrases_ = tables::Phrases(phrases);
  starts_ = phrases_.starts();
  if (numbers_) starts_ |= numbers_->starts();
  has_compounds_ = numbers_ && numbers_->has_compounds();
  for (const auto& [phrase, place] : phrases)
    if (is_hinge(entries_[place].classes)) hinges_.set(last_word(phrase) % hinges_.size());
  says_when_ = hinges_;
  if (numbers_) says_when_ |= numbers_->starts();
}

// A word glued to another one, a compound and a number are looked at closer.
bool Lexicon::may_say_when(std::string_view text, std::span<const text::Token> tokens) const {
  constexpr std::size_t shortest_compound = 9;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const text::Token& token = tokens[at];
    if (token.kind == text::TokenKind::number || token.inner_capital) return true;
    if (says_when_[token.hash % says_when_.size()] || (has_compounds_ && numbers_->is_compound(token.hash))) {
      if (hinges_[token.hash % hinges_.size()] || (numbers_ && numbers_->read(tokens, at))) return true;
    }
    if (token.capital && token.end - token.start >= shortest_compound &&
        weekday_before(slice(text, token.span())) > 0)
      return true;
  }
  return false;
}

const Entry* Lexicon::word(std::string_view word) const {
  std::size_t taken = 0;
  const auto tokens = text::tokenize(word);
  const Entry* entry = tokens.empty() ? nullptr : longest(tokens, 0, taken);
  return taken == tokens.size() ? entry : nullptr;
}

bool Lexicon::is_past(std::string_view folded) const { return ends_in(folded, past_endings_); }
bool Lexicon::is_future(std::string_view folded) const { return ends_in(folded, future_endings_); }

std::size_t Lexicon::weekday_before(std::string_view word) const {
  for (const std::string& name : weekdays_)
    if (word.size() >= name.size() && (word[0] | 0x20) == name[0] &&
        text::equal_ascii_fold(word.substr(0, name.size()), name))
      return name.size();
  return 0;
}

int Lexicon::misspelt_month(std::string_view folded) const {
  int best = 3, month = 0;
  for (const auto& [name, number] : months_) {
    if (name.size() < 4) continue;
    const int wrong = distance(folded, name);
    if (wrong > (name.size() >= 7 ? 2 : 1)) continue;
    if (wrong == best && number != month) month = 0;
    if (wrong < best) best = wrong, month = number;
  }
  return month;
}

// Read when first asked for: most runs see one language.
const Lexicon* lexicon(std::string_view language) {
  using namespace embedded;
  if (language == "en") {
    static const Lexicon english("en", {{"calendar.en.tsv", calendar_en_tsv},
                                        {"words.en.tsv", words_en_tsv},
                                        {"tense.en.tsv", tense_en_tsv},
                                        {"feasts.en.tsv", feasts_en_tsv},
                                        {"feasts.tsv", feasts_tsv}});
    return &english;
  }
  if (language == "es") {
    static const Lexicon spanish("es", {{"calendar.es.tsv", calendar_es_tsv},
                                        {"words.es.tsv", words_es_tsv},
                                        {"tense.es.tsv", tense_es_tsv},
                                        {"feasts.es.tsv", feasts_es_tsv},
                                        {"feasts.tsv", feasts_tsv}});
    return &spanish;
  }
  if (language == "de") {
    static const Lexicon german("de", {{"calendar.de.tsv", calendar_de_tsv},
                                       {"words.de.tsv", words_de_tsv},
                                       {"tense.de.tsv", tense_de_tsv},
                                       {"feasts.de.tsv", feasts_de_tsv},
                                       {"feasts.tsv", feasts_tsv}});
    return &german;
  }
  if (language == "fr") {
    static const Lexicon french("fr", {{"calendar.fr.tsv", calendar_fr_tsv},
                                       {"words.fr.tsv", words_fr_tsv},
                                       {"tense.fr.tsv", tense_fr_tsv},
                                       {"feasts.fr.tsv", feasts_fr_tsv},
                                       {"feasts.tsv", feasts_tsv}});
    return &french;
  }
  return nullptr;
}

}  // namespace presscut::dates
