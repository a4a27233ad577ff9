#include "numbers/lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include "languages/languages.h"
#include "numbers/tables.h"
#include "numbers/units.h"
#include "tables/tables.h"
#include "text/text.h"

namespace presscut::numbers {
namespace {

constexpr std::array class_names = {
    "before",  "after",       "filler",      "to",       "between", "from",     "also",        "either",
    "however", "than",        "a",           "the",      "of",      "per",      "minus",       "point",
    "part",    "part_plural", "half",        "in",       "out_of",  "above",    "scale_short", "factor",
    "aged",    "rough",       "few",         "one",      "extreme", "pronoun",  "article",     "more",
    "stop",    "verb",        "change",      "upward",   "plural",  "singular", "label",       "unit_label",
    "of_year", "name",        "ordinal_end", "dimension"};
static_assert(class_names.size() == static_cast<std::size_t>(Is::number_of_classes));

constexpr std::array qualifier_names = {"exact", "over",  "at_least", "about",    "nearly",    "under",
                                        "up_to", "range", "dozens",   "hundreds", "thousands", "vague"};

// What may begin a mention.
constexpr std::array beginnings = {Is::before, Is::filler, Is::between, Is::from,   Is::a,
                                   Is::minus,  Is::part,   Is::half,    Is::factor, Is::aged,
                                   Is::rough,  Is::few,    Is::label,   Is::name};

template <typename Names>
std::size_t place(const Names& names, std::string_view name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

[[noreturn]] void refuse(const tables::Table& table, const tables::Table::Row& row) {
  throw std::runtime_error(table.reference(row) + ": no such class or value");
}

// The numbers of a cell: "24 99".
std::vector<double> numbers_of(std::string_view cell) {
  std::vector<double> result;
  while (!cell.empty()) {
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc()) return {};
    result.push_back(value);
    cell.remove_prefix(static_cast<std::size_t>(end - cell.data()));
    if (cell.starts_with(' ')) cell.remove_prefix(1);
  }
  return result;
}

}  // namespace

std::string_view name(Qualifier qualifier) { return qualifier_names[static_cast<std::size_t>(qualifier)]; }

const Reading* Entry::reading(Is what) const {
  if (!is(what)) return nullptr;
  return &*std::find_if(readings.begin(), readings.end(), [&](const Reading& r) { return r.is == what; });
}

void Lexicon::add(const std::string& word, Reading reading) {
  auto at = std::find_if(places_.begin(), places_.end(), [&](const auto& p) { return p.first == word; });
  if (at == places_.end()) {
    places_.emplace_back(word, static_cast<std::uint32_t>(entries_.size()));
    entries_.emplace_back();
    at = places_.end() - 1;
  }
  const auto tokens = text::tokenize(word);
  const bool is_beginning = std::find(beginnings.begin(), beginnings.end(), reading.is) != beginnings.end();
  if (is_beginning) begins_.set(tokens[0].hash % begins_.size());
  if (is_beginning && reading.is != Is::label) {
    opens_.set(tokens[0].hash % opens_.size());
    if (tokens.size() == 1) alone_.set(tokens[0].hash % alone_.size());
    else pairs_.set(pair(tokens[0].hash, tokens[1].hash));
  }
  if (reading.is == Is::a) articles_.push_back(tokens[0].hash);
  if (reading.is == Is::part) follows_.set(tokens[0].hash % follows_.size());
  if (tokens.size() > 1) follows_.set(tokens[1].hash % follows_.size());
  Entry& entry = entries_[at->second];
  entry.classes.set(static_cast<std::size_t>(reading.is));
  entry.readings.push_back(std::move(reading));
}

Lexicon::Lexicon(std::string_view language, const std::vector<Rows>& words, const Rows& rough,
                 const Units& units)
    : language_(language), numbers_(numerals::words(language)), begins_(numbers_->starts()) {
  for (const Rows& rows : words) {
    const tables::Table table(rows.name, rows.text);
    for (const auto& row : table.rows()) {
      const std::string word(row.cells[0]);
      const std::string_view kind = row.cells[1], value = row.cells[2];
      if (kind == "plural_ending") {
        plural_endings_.push_back(word);
      } else if (kind == "singular_ending") {
        singular_endings_.push_back(word);
      } else if (kind == "adjective_ending") {
        adjective_endings_.push_back(word);
      } else if (kind == "verbal_ending") {
        verbal_endings_.push_back(word);
      } else if (kind == "comma_decimals") {
        comma_decimals_ = true;
      } else if (kind == "capital_nouns") {
        capital_nouns_ = true;
      } else {
        Reading reading;
        reading.is = static_cast<Is>(place(class_names, kind));
        if (reading.is == Is::number_of_classes) refuse(table, row);
        if (reading.is == Is::before || reading.is == Is::after) {
          const std::size_t blank = std::min(value.find(' '), value.size());
          const std::size_t qualifier = place(qualifier_names, value.substr(0, blank));
          const auto least =
              blank < value.size() ? numbers_of(value.substr(blank + 1)) : std::vector<double>{0};
          if (qualifier == qualifier_names.size() || least.size() != 1) refuse(table, row);
          reading.value = least[0];
          reading.qualifier = static_cast<Qualifier>(qualifier);
        } else if (!value.empty()) {
          const auto numbers = numbers_of(value);
          if (numbers.size() != 1) refuse(table, row);
          reading.value = numbers[0];
        }
        reading.rule = std::string(rows.name) + ':' + word;
        add(word, std::move(reading));
      }
    }
  }
  const tables::Table table(rough.name, rough.text);
  for (const auto& row : table.rows()) {
    Reading reading;
    reading.is = row.cells[1] == "few" ? Is::few : Is::rough;
    const auto scale = numbers_of(row.cells[2]);
    if (scale.size() != 1) refuse(table, row);
    reading.value = scale[0];
    for (std::size_t i = 0; i < 3; ++i) {
      const auto bounds = numbers_of(row.cells[3 + i]);
      if (bounds.empty() || bounds.size() > 2) refuse(table, row);
      reading.bounds[i] = {bounds[0], bounds.back(), scale[0]};
    }
    const std::size_t qualifier = place(qualifier_names, row.cells[6]);
    if (qualifier == qualifier_names.size()) refuse(table, row);
    reading.qualifier = static_cast<Qualifier>(qualifier);
    reading.rule = std::string(rough.name) + ':' + std::string(row.cells[0]);
    add(std::string(row.cells[0]), std::move(reading));
  }
  phrases_ = tables::Phrases(places_);
  const auto others = numbers_->starts() | units.beginnings();
  opens_ |= others;
  alone_ |= others;
}

namespace {

// How many words of `tokens` a language knows.
std::size_t known_words(std::span<const text::Token> tokens, const Lexicon& lexicon, const Units& units) {
  std::size_t known = 0;
  for (std::size_t at = 0; at < tokens.size();) {
    std::size_t taken = 0;
    const bool found = tokens[at].kind == text::TokenKind::word && lexicon.longest(tokens, at, taken);
    if (!found) {
      const auto numeral = lexicon.numbers().read(tokens, at);
      taken = numeral ? numeral->tokens : 0;
      if (!numeral && tokens[at].kind == text::TokenKind::word) units.longest(tokens, at, taken);
    }
    known += taken;
    at += std::max<std::size_t>(taken, 1);
  }
  return known;
}

}  // namespace

const Lexicon* lexicon(std::string_view language) {
  using namespace embedded;
  if (language == "en") {
    static const Lexicon english("en",
                                 {{"words.en.tsv", words_en_tsv}, {"qualifiers.en.tsv", qualifiers_en_tsv}},
                                 {"rough.en.tsv", rough_en_tsv}, units("en"));
    return &english;
  }
  if (language == "de") {
    static const Lexicon german("de",
                                {{"words.de.tsv", words_de_tsv}, {"qualifiers.de.tsv", qualifiers_de_tsv}},
                                {"rough.de.tsv", rough_de_tsv}, units("de"));
    return &german;
  }
  if (language == "es") {
    static const Lexicon spanish("es",
                                 {{"words.es.tsv", words_es_tsv}, {"qualifiers.es.tsv", qualifiers_es_tsv}},
                                 {"rough.es.tsv", rough_es_tsv}, units("es"));
    return &spanish;
  }
  if (language == "fr") {
    static const Lexicon french("fr",
                                {{"words.fr.tsv", words_fr_tsv}, {"qualifiers.fr.tsv", qualifiers_fr_tsv}},
                                {"rough.fr.tsv", rough_fr_tsv}, units("fr"));
    return &french;
  }
  return nullptr;
}

const Lexicon& lexicon_of(std::string_view text, std::string_view language) {
  if (const Lexicon* known = lexicon(language.substr(0, language.find('-')))) return *known;
  languages::Evidence evidence = languages::evidence(text);
  if (!evidence.clear) {
    const auto tokens = text::tokenize(languages::beginning(text));
    for (std::size_t i = 0; i < languages::all.size(); ++i) {
      const std::string_view name = languages::all[i];
      evidence.words[i] += known_words(tokens, *lexicon(name), units(name));
    }
  }
  return *lexicon(languages::all[evidence.leading()]);
}

bool has_language(std::string_view language) {
  return lexicon(language.substr(0, language.find('-'))) != nullptr;
}

}  // namespace presscut::numbers
