#include "dates/lexicon.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>
#include <unordered_map>

#include "dates/tables.h"
#include "tables/tables.h"

namespace presscut::dates {
namespace {

constexpr std::array class_names = {"month",
                                    "month_short",
                                    "month_or_word",
                                    "weekday",
                                    "weekday_or_word",
                                    "weekdays",
                                    "season",
                                    "season_or_word",
                                    "feast",
                                    "unit",
                                    "units",
                                    "fortnight",
                                    "unit_short",
                                    "unit_numbered",
                                    "part_of_day",
                                    "parts_of_day",
                                    "clock",
                                    "relative_day",
                                    "tonight",
                                    "reference",
                                    "reference_noun",
                                    "reference_units",
                                    "direction",
                                    "direction_after",
                                    "ago",
                                    "ago_before",
                                    "lasting",
                                    "year_ago",
                                    "hence",
                                    "later",
                                    "earlier",
                                    "within",
                                    "the",
                                    "a",
                                    "of",
                                    "week_of",
                                    "also",
                                    "alternatively",
                                    "until",
                                    "from",
                                    "between",
                                    "on",
                                    "at",
                                    "during",
                                    "since",
                                    "before",
                                    "after",
                                    "approximately",
                                    "part",
                                    "edge",
                                    "every",
                                    "per",
                                    "repeatedly",
                                    "times",
                                    "few",
                                    "more",
                                    "all",
                                    "half",
                                    "half_to",
                                    "quarter",
                                    "to_hour",
                                    "past_hour",
                                    "old",
                                    "half_day",
                                    "oclock",
                                    "hour_mark",
                                    "zone",
                                    "decade",
                                    "era_before",
                                    "era_after",
                                    "circa",
                                    "quarter_letter",
                                    "half_letter",
                                    "fiscal",
                                    "year_name",
                                    "ordinal_end",
                                    "counted",
                                    "label",
                                    "will",
                                    "did",
                                    "participle",
                                    "is_now"};
static_assert(class_names.size() == static_cast<std::size_t>(Is::number_of_classes));

constexpr std::array grain_names = {"second",  "minute", "hour",   "part_of_day", "day",
                                    "weekend", "week",   "month",  "season",      "quarter",
                                    "half",    "year",   "decade", "century",     "millennium"};
constexpr std::array part_names = {"none", "morning", "midday", "afternoon", "evening", "night", "daytime"};
constexpr std::array direction_names = {"none",     "last", "this",      "next",
                                        "previous", "same", "following", "coming"};
constexpr std::array reference_names = {"none", "past", "present", "future"};
constexpr std::array shade_names = {"none", "start", "middle", "end", "beginning", "ending"};
constexpr std::array rule_names = {"fixed",  "easter",  "orthodox", "weekday", "weekday_after",
                                   "hebrew", "islamic", "chinese",  "once"};

template <typename Names>
int place(const Names& names, std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  return at == names.end() ? -1 : static_cast<int>(at - names.begin());
}

std::optional<int> integer(std::string_view cell) {
  if (cell.starts_with('+')) cell.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  return value;
}

std::optional<int> named(int number) { return number < 0 ? std::nullopt : std::optional<int>(number); }

// The value of a cell, by what its row is.
std::optional<int> value_of(Is is, std::string_view cell) {
  switch (is) {
    case Is::unit:
    case Is::units:
    case Is::unit_short:
    case Is::unit_numbered: return named(place(grain_names, cell));
    case Is::repeatedly: {  // "week", "2 week"
      const std::size_t space = cell.find(' ');
      if (space == std::string_view::npos) return named(place(grain_names, cell));
      const auto count = integer(cell.substr(0, space));
      const int grain = place(grain_names, cell.substr(space + 1));
      return count && grain >= 0 ? std::optional<int>((*count - 1) * grains + grain) : std::nullopt;
    }
    case Is::part_of_day:
    case Is::parts_of_day:
    case Is::tonight: return named(place(part_names, cell));
    case Is::direction:
    case Is::direction_after: return named(place(direction_names, cell));
    case Is::reference:
    case Is::reference_noun:
    case Is::reference_units: return named(place(reference_names, cell));
    case Is::part:
    case Is::edge: return named(place(shade_names, cell));
    default: return cell.empty() ? 0 : integer(cell);
  }
}

// "fixed 12 25", "easter -2", "weekday 11 4 4" (month, weekday, which), "hebrew 1 15 8" (month, day, days).
std::optional<Feast> feast_of(std::string_view cell) {
  std::array<int, 4> numbers{};
  std::size_t count = 0;
  const std::size_t end = std::min(cell.find(' '), cell.size());
  const int rule = place(rule_names, cell.substr(0, end));
  cell.remove_prefix(end);
  while (!cell.empty() && count < numbers.size()) {
    cell.remove_prefix(1);
    const std::size_t length = std::min(cell.find(' '), cell.size());
    const auto number = integer(cell.substr(0, length));
    if (!number) return std::nullopt;
    numbers[count++] = *number;
    cell.remove_prefix(length);
  }
  if (rule < 0) return std::nullopt;
  Feast feast{.rule = static_cast<Feast::Rule>(rule)};
  const auto length = [&](std::size_t i) { return count > i ? numbers[i] : 1; };
  switch (feast.rule) {
    case Feast::Rule::easter:
    case Feast::Rule::orthodox: feast.day = numbers[0], feast.length = length(1); break;
    case Feast::Rule::chinese: feast.length = length(0); break;
    case Feast::Rule::once: feast.year = numbers[0], feast.month = numbers[1], feast.day = numbers[2]; break;
    case Feast::Rule::weekday:
    case Feast::Rule::weekday_after:
      feast.month = numbers[0], feast.weekday = numbers[1], feast.day = numbers[2], feast.length = length(3);
      break;
    default: feast.month = numbers[0], feast.day = numbers[1], feast.length = length(2);
  }
  return feast;
}

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
      if (row.cells[1] == "past_ending") {
        past_endings_.push_back(word);
        continue;
      }
      const int number = place(class_names, row.cells[1]);
      const auto bad = [&] { return std::runtime_error(table.reference(row) + ": no such class or value"); };
      if (number < 0) throw bad();
      const Is is = static_cast<Is>(number);
      Reading reading{is, 0, std::string(name) + ':' + word};
      if (is == Is::feast) {
        const auto feast = feast_of(row.cells[2]);
        if (!feast) throw bad();
        reading.value = static_cast<int>(feasts_.size());
        feasts_.push_back(*feast);
      } else {
        const auto value = value_of(is, row.cells[2]);
        if (!value) throw bad();
        reading.value = *value;
      }
      if (is == Is::month) months_.emplace_back(word, reading.value);
      const auto [at, added] = places.try_emplace(word, static_cast<std::uint32_t>(entries_.size()));
      if (added) entries_.emplace_back();
      Entry& entry = entries_[at->second];
      entry.classes.set(static_cast<std::size_t>(number));
      entry.readings.push_back(std::move(reading));
    }
  }
  phrases_ = tables::Phrases({places.begin(), places.end()});
}

const Entry* Lexicon::word(std::string_view word) const {
  std::size_t taken = 0;
  const auto tokens = text::tokenize(word);
  const Entry* entry = tokens.empty() ? nullptr : longest(tokens, 0, taken);
  return taken == tokens.size() ? entry : nullptr;
}

bool Lexicon::is_past(std::string_view folded) const {
  return std::any_of(past_endings_.begin(), past_endings_.end(), [&](const std::string& ending) {
    return folded.size() > ending.size() + 2 && folded.ends_with(ending);
  });
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

const Lexicon* lexicon(std::string_view language) {
  using namespace embedded;
  static const Lexicon english("en", {{"calendar.en.tsv", calendar_en_tsv},
                                      {"words.en.tsv", words_en_tsv},
                                      {"tense.en.tsv", tense_en_tsv},
                                      {"feasts.en.tsv", feasts_en_tsv}});
  if (language == "en") return &english;
  return nullptr;
}

std::span<const std::string_view> languages() {
  static constexpr std::string_view list[] = {"en"};
  return list;
}

}  // namespace presscut::dates
