// The words of one language that say when: what each may be, with its value, from the tables words.*.tsv,
// calendar.*.tsv, feasts.*.tsv and tense.*.tsv.
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dates/meaning.h"
#include "numerals/numerals.h"
#include "tables/phrases.h"

namespace presscut::dates {

/// What a word may be. A word may be several: "second" is an ordinal and a unit, "past" a direction and a
/// time. The name of each is its class in the tables; docs/dates.md says what each is for.
enum class Is : std::uint8_t {
  month,            // 1 to 12
  month_short,      // the same, abbreviated: "oct"
  month_or_word,    // the same, but also a common word: "may"
  weekday,          // 1 (Monday) to 7
  weekday_or_word,  // "sun"
  weekdays,         // "Mondays"
  season,           // 1 (spring) to 4; 5 to 8: of every year, "winters"
  season_or_word,   // "fall"
  feast,            // place in Lexicon::feasts
  unit,             // Grain: "year"
  units,            // "years"
  unit_multiple,    // several of a unit in one: "fortnight", "Viertelstunde"
  unit_short,       // "yrs", behind digits only
  unit_letter,      // "h", behind digits and before "ago" only
  unit_numbered,    // "second", behind a number only
  working_day,      // a unit or units, of which weekends are none: "business days"
  part_of_day,      // PartOfDay: "morning"
  parts_of_day,     // "mornings"
  clock,            // minutes of the day: "noon"
  relative_day,     // days from today: "yesterday"
  tonight,          // PartOfDay of today, or of so many days before: "tonight", "anoche"
  overnight,        // PartOfDay of no day in particular
  night_to,         // between a night and the day in which it ends: "Nacht ZUM Sonntag"
  reference,        // Reference: "currently"
  reference_noun,   // behind an article: "future"
  reference_units,  // before units: "recent (days)"
  direction,        // Direction: "last"
  neighbour,        // a unit with its direction in one word: "Vorjahr", "la veille"
  direction_after,  // behind what it belongs to: "pasada"
  several,          // of several: "ces DERNIERS mois" are months
  direction_last,   // the same where the phrase ends with it: "Friday LAST"
  from_last,        // place from the end: "PENULTIMATE (week of May)" is 2
  ago,              // behind an amount
  ago_before,       // before an amount: "hace"
  stretch,          // a direction that with an article means a stretch of time: "the PAST year"
  lasting,          // makes "today" the present time: "still"
  year_ago,         // before a unit: "year-earlier"
  time_span,        // behind it, whatever the text speaks of: "the year-earlier PERIOD"
  hence,            // behind an amount, from today
  later,            // behind an amount, from the text's last day
  earlier,          // the same, before it
  within,           // before an amount, from today: "in"
  the,
  day_article,  // before the number of a day: "LE 16"
  a,
  of,
  week_of,        // between "week" and a day of it
  also,           // "and"
  alternatively,  // "or"
  until,          // between the ends of a range: "to", "through"
  from,           // 1: in itself with the article of a day, "DU 13 au 18"
  between,
  moved,  // before "from" and "to": sets one day in place of another, "postponed"
  on,
  at,
  during,  // before a part of a day or a period; 1: with its article, "am"; 2: from now on, "within"
  since,   // 1: from then on, so that it may lie ahead: "ab", "dès"
  before,
  after,
  approximately,  // "about", "more than"
  part,           // Shade: "early", "mid"
  edge,           // Shade: "beginning (of)"
  edge_of_unit,   // both in one word: "Jahresende"
  every,
  per,
  times_per,     // between "twice" and a unit: "twice A week", "dos veces AL mes"
  out_of,        // between one and a number of which it comes back: "one Tuesday IN two"
  repeatedly,    // Grain of a set: "weekly"
  times,         // "once", "twice", "(three) times"
  few,           // "several"; 1: an article, no amount by itself: "DES heures"
  more,          // "more", "another"
  odd,           // behind a number: "20-ODD years"
  all,           // "all (day)"
  half,          // "half"
  half_of,       // half of a month, in one word: "Maihälfte" is 5, "Monatshälfte" 0
  half_to,       // minutes before the hour: "halb", "dreiviertel"
  quarter,       // of an hour: "quarter"
  to_hour,       // before the hour: "to"
  past_hour,     // "past"
  minutes_more,  // behind the hour, before what is added to it: "las tres Y cuarto"
  minutes_less,  // before what is taken from it: "las tres MENOS cuarto"
  old,           // makes an amount an age
  age_before,    // before an amount of years: "at the age of", "im Alter von"
  long_after,    // behind an amount and a hyphen: "a decade-LONG war"
  unit_long,     // Grain: "weeklong"
  extreme,       // what is the FIRST "in three years" counts back
  part_behind,   // PartOfDay, behind a day only: "tomorrow AM"
  half_day,      // minutes: 0 "a.m.", 720 "p.m.", 1440 "at night": from six on, and twelve is midnight
  oclock,
  hour_mark,  // between hour and minute, or behind the hour: "h"
  zone,
  zone_noun,   // behind a place: "Lisbon TIME"
  zone_name,   // before it where it is no place: "LOCAL time"
  decade,      // 20 to 100, of 1900: "twenties", "noughties"
  decades_of,  // before the number of a decade: "los años 60"
  decade_end,  // behind it: "90er Jahre"
  owner,       // before a decade that is one of somebody's life: "HIS early twenties"
  century_of,  // before the number of a century: "siglo XX"
  era_before,  // "BC"
  era_after,   // "AD"
  circa,
  quarter_letter,  // before or behind the number of a quarter: "Q"
  half_letter,     // of half a year: "H"
  fiscal,
  year_name,    // before the number of a year: "year"
  ordinal_end,  // "th"
  counted,      // a noun that makes the number before it a count
  possessive,   // "s" behind an apostrophe
  label,        // a noun that makes the number behind it a name: "room"
  will,         // verbs of what is to come
  did,          // of what has been
  participle,   // of either
  is_now,       // of what is: "is", before "to" of what is to come
  always,       // of what holds at any time: "usually", "is"
  number_of_classes
};

/// One row of a table: what a word is, its value, and how a mention names the row.
struct Reading {
  Is is;
  int value;
  std::string rule;
};

using Classes = std::bitset<static_cast<std::size_t>(Is::number_of_classes)>;

/// The parts of the grammar that do not look at most words: which of them an expression may begin with is
/// told by the classes of its first word.
enum class Part : std::uint8_t {
  numeric,
  named,
  directed,
  directed_behind,
  ordinal,
  quarter_code,
  season,
  feast,
  decade,
  edge,
  week,
  definite_unit,
  shift,
  day_alone,
  year_alone,
  two_digit_year,
  duration,
  set,
  reference,
  short_range,
};

/// A set of parts, a bit for each.
using Parts = std::uint32_t;
constexpr Parts bit(Part part) { return Parts{1} << static_cast<int>(part); }

/// The parts that may begin with a number, in digits or words.
inline constexpr Parts number_parts =
    bit(Part::numeric) | bit(Part::named) | bit(Part::ordinal) | bit(Part::quarter_code) | bit(Part::decade) |
    bit(Part::shift) | bit(Part::day_alone) | bit(Part::year_alone) | bit(Part::two_digit_year) |
    bit(Part::duration) | bit(Part::set) | bit(Part::short_range);

/// What an entry may do at the beginning of an expression.
struct Opens {
  bool alone = false;     // begin one
  bool followed = false;  // begin one where something follows
  bool follows = false;   // be what follows
  bool named = false;     // begin one where it is a name: with a capital
  bool counted = false;   // follow a number that begins one
  bool asks = false;      // make any number behind it begin one
  bool hinge = false;     // be what one hangs on
  Parts parts = 0;        // of the grammar that may begin with it

  bool any() const { return alone || followed || named; }
};

struct Entry {
  Classes classes;
  Opens opens;
  std::vector<Reading> readings;

  bool is(Is what) const { return classes[static_cast<std::size_t>(what)]; }
  const Reading* reading(Is what) const;
};

Opens opens_of(const Classes& classes);

/// Whether an expression may hang on a word of these classes: each has one such word or a number.
bool is_hinge(const Classes& classes);

class Lexicon {
 public:
  using Tables = std::vector<std::pair<std::string_view, std::string_view>>;  // name and rows

  /// Throws std::runtime_error on a row of no known class or value.
  Lexicon(std::string_view language, const Tables& tables);

  /// The entry of the longest phrase at `tokens[at]`, and in `taken` how many tokens it takes; nullptr where
  /// none stands there.
  const Entry* longest(std::span<const text::Token> tokens, std::size_t at, std::size_t& taken) const {
    const tables::Phrases::Match match = phrases_.longest(tokens, at);
    taken = match.tokens;
    return taken > 0 ? &entries_[match.number] : nullptr;
  }

  /// Whether a phrase or a number may start with a word of this hash; `false` is certain.
  bool may_start(std::uint64_t hash) const {
    return starts_[hash % starts_.size()] || (has_compounds_ && numbers_->is_compound(hash));
  }

  /// Whether a number in words may start with it; `false` is certain.
  bool may_count(std::uint64_t hash) const { return numbers_ && numbers_->may_start(hash); }

  /// Whether one of these tokens can be the word or number that an expression hangs on ("day", "May", 2024,
  /// "three"); where none is, there is no expression. `text` is that of the tokens.
  bool may_say_when(std::string_view text, std::span<const text::Token> tokens) const;

  /// Whether the language has a word of that class.
  bool has(Is is) const { return classes_[static_cast<std::size_t>(is)]; }

  /// The entry of a word, nullptr where it has none.
  const Entry* word(std::string_view word) const;

  const std::string& language() const { return language_; }
  const numerals::Words* numbers() const { return numbers_; }
  const Feast& feast(int number) const { return feasts_[static_cast<std::size_t>(number)]; }

  /// Whether a word ends as a regular verb does that tells what has been: "announced".
  bool is_past(std::string_view folded) const;

  /// Or what is to come: "votará".
  bool is_future(std::string_view folded) const;

  /// How many bytes of a word are the name of a weekday that it begins with: "Dienstagabend". ASCII case does
  /// not count.
  std::size_t weekday_before(std::string_view word) const;

  /// The month that a misspelt name means: two letters wrong in a long name, one in a short one, and no other
  /// month as near. 0: none.
  int misspelt_month(std::string_view folded) const;

 private:
  std::string language_;
  const numerals::Words* numbers_;
  tables::Phrases phrases_;
  Classes classes_;            // of all its words
  std::bitset<65536> starts_;  // the words that phrases and numbers start with, but for compounds
  bool has_compounds_ = false;
  std::bitset<65536> hinges_;     // the words that expressions hang on
  std::bitset<65536> says_when_;  // the same, and the words that numbers start with
  std::vector<Entry> entries_;
  std::vector<Feast> feasts_;
  std::vector<std::pair<std::string, int>> months_;
  std::vector<std::string> weekdays_;
  std::vector<std::string> past_endings_, future_endings_;
};

/// The words of a language ("en"), nullptr where it has no tables.
const Lexicon* lexicon(std::string_view language);

}  // namespace presscut::dates
