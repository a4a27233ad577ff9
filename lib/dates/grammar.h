// The grammar: which terms form an expression, and what they say. It knows classes of words, never words.
//
// Every method reads from the term at `i` and returns the place behind what it read, 0 where nothing stands
// there; what it read becomes a node, whose place it leaves in `node`. None looks further than a few terms,
// so that the whole is linear.
#pragma once

#include <algorithm>
#include <string_view>

#include "dates/dates.h"
#include "dates/lexicon.h"
#include "dates/meaning.h"
#include "dates/terms.h"

namespace presscut::dates {

/// One expression: terms [begin, end).
struct Expression {
  int begin = 0;
  int end = 0;
  DateType type = DateType::date;
  Meanings meanings;
  std::string_view rule;         // the part of the grammar that found it
  const Reading* row = nullptr;  // the row of a table that it hangs on
};

/// What stands around two times: whether something before them asks for a time, "between" or "from" opens
/// them, a dash joins them, and whether the first is a time by itself.
struct RangeFrame {
  bool bare = false, framed = false, opened = false, dash = false, whole = false;
};

class Grammar {
 public:
  Grammar(const Terms& terms, const Lexicon& lexicon, Order order)
      : terms_(terms), lexicon_(lexicon), order_(order) {}

  /// The longest expression that starts at term `i`.
  bool read(int i, Expression& found);

 private:
  // One node more; its place.
  int add(const Meaning& meaning);
  Meaning& at(int node) { return nodes_[static_cast<std::size_t>(node)]; }

  // Whether a term can follow another one directly, and small conditions on terms.
  bool is(int i, Is what) const { return terms_.is(i, what); }
  int value(int i, Is what) const { return terms_.value(i, what); }
  bool mark(int i, char c) const { return terms_.mark(i, c); }
  bool glued(int i) const { return !terms_[i].space_before; }
  bool is_whole(int i, int low, int high) const {  // a whole number in [low, high]
    const Term& term = terms_[i];
    return term.has_number && term.number >= low && term.number <= high && term.number == number(i);
  }
  // Its whole part; no phrase of dates asks for more than a thousand million.
  int number(int i) const { return static_cast<int>(std::clamp(terms_[i].number, -1e9, 1e9)); }
  int after_hyphen(int i) const { return mark(i, '-') ? i + 1 : i; }
  int after_comma(int i) const { return mark(i, ',') ? i + 1 : i; }
  bool joined_left(int i) const;   // a number that goes on to the left: the 5 of "1.5"
  bool joined_right(int i) const;  // to the right
  bool ends_here(int i) const;     // a phrase may end before term i
  bool stops(int i) const;         // a mark or the end stands there
  bool is_nowadays(int i) const;   // "today" that means the present time
  void hangs_on(int i, Is what);   // the row that the expression hangs on

  // Days in digits: 2024-10-25, 25.10.2024, 10/25/24, 7-Oct-2023.
  int numeric(int i, int& node);
  int year_first(int i, int& node);
  int compact_day(int i, int& node);
  int year_month_words(int i, int& node);
  int year_last(int i, int& node);
  int spaced_day(int i, int& node);
  int spaced_year_first(int i, int& node);
  int month_and_day(int i, int& node);
  bool is_day_in_list(int i) const;
  bool hour_follows(int i) const;

  // Days with names.
  int named(int i, int& node);
  int month_name(int i, int& month, bool& sure);
  int day_number(int i, int& day);
  int year_number(int i, int& year);
  int era(int i, int& year);
  int year_behind(int i, int& year);
  bool hyphens_between(int i) const;
  int month_day(int i, int& node);
  int day_month(int i, int& node);
  int month_alone(int i, int& node);
  bool is_no_day(int i) const;
  bool is_of_no_day(int i) const;
  int weekday_name(int i, int& node);
  bool is_weekday_in_list(int i) const;
  int year_alone(int i, int& node);
  int short_year(int i, int& node);
  int two_digit_year(int i, int& node);
  int day_alone(int i, int& node);
  int weekday_behind(int i, int& node);
  int listed_day(int i, int& node);
  int month_of(int i, int& node);
  int day_of(int i, int& node);

  // Periods.
  int directed(int i, int& node);
  int directed_behind(int i, int& node);
  int ordinal(int i, int& node);
  int roman(int i) const;
  bool is_centuries(int i) const;
  int quarter_code(int i, int& node);
  int quarter_number(int i, int& node);
  int year_and_quarter(int i, int& node);
  int two_years(int i, int& year);
  int season(int i, int& node);
  bool is_season_in_list(int i) const;
  int feast(int i, int& node);
  int decade(int i, int& node);
  bool is_of_life(int i) const;
  int half_of_month(int i, int which, int& node);
  int edge(int i, int& node);
  int bare_unit(int i, int& node);
  int week(int i, int& node);
  int week_owner(int i) const;
  int week_like(int i, int& node);
  int next_day(int i, int first);
  int definite_unit(int i, int& node);
  int with_owner(int i, int& node);          // "... of next year"
  int weeks_on(int i, int& node);            // "... en huit"
  int with_shift(int i, int& node);          // "... in two weeks"
  int but_one(int i, Direction& direction);  // "after next", "before last"
  int possessed(int i, int& node);           // "last year's ..."

  // Times.
  int clock(int i, int& node, bool bare);
  int clock_range(int i, int& node, bool bare);
  int range_begin(int i, bool opened, Meaning& first, bool& whole);
  int range_end(int i, const RangeFrame& frame, Meaning& second);
  bool names_half(int i, int end) const;
  static void share_half(Meaning& first, Meaning& second, bool first_named, bool second_named,
                         bool second_half);
  bool is_military(int i) const;
  bool is_spelled_time(int i) const;
  bool may_be_clock(int i) const;
  int time(int i, int& node, bool bare);
  int with_day(int i, int& node);
  bool parts_byline(int i) const;
  int with_time(int i, int& node);
  int set_base(int node, int base);
  int open_time(int i, int& node);
  bool is_bare_range(int i) const;
  bool day_follows(int i) const;
  bool at_stands_before(int i) const;
  int clock_in_digits(int i, Meaning& time, bool bare);
  int spaced_hour(int i, Meaning& time);
  bool is_lone_hour(int i) const;
  int clock_in_words(int i, Meaning& time, bool bare);
  int more_or_less(int i, Meaning& time, bool bare);
  int minutes_named(int i, bool asked) const;
  int half_of_day(int i, Meaning& time);
  int behind_preposition(int i);
  int zone(int i);
  int part_of_day(int i, int& node);
  int part_of_part(int i, Shade& shade);
  int night_ends(int i, int night);
  int night_before(int i, int& node);
  int night_of_two(int i, int& node);
  int hour_of_part(int i, int& node);
  void move_both(int node, PartOfDay part);
  int timed(int i, int& node);
  int half_behind(int i, int& node);
  int edge_behind(int i, int day, int& node);
  int year_behind_time(int i, int time, int day);

  // Amounts and what is made of them.
  int unit_name(int i, Amount& amount, bool& plural);
  int amount(int i, Meaning& list);
  int amount_of_digits(int i, Amount& amount);
  int amounts(int i, Meaning& list);
  bool is_length(int i) const;
  bool is_record(int i) const;
  int shift(int i, int& node);
  int counted_weekdays(int i, int& node);
  int hence(int i) const;
  int weekday_beside(int i, int& node);
  int shift_behind(int i, int& owner);
  int letters(int i, Meaning& list);
  int letters_ago(int i, int& node);
  int duration(int i, int& node);
  int set(int i, int& node);
  int time_of_set(int i, int& node);
  int one_of(int i, int& node);
  bool is_of_weekdays(int i) const;
  int hours_of_set(int i, int& hours);
  int reference(int i, int& node);
  int short_range(int i, int& node);
  int month_owner(int i, int& owner);

  using Reader = int (Grammar::*)(int, int&);
  void read_with(Reader reader, int i, Expression& found);
  Parts parts_at(int i) const;
  int point(int i, int& node);  // a day or period, without a time
  int longest_point(int i, int& node);

  const Terms& terms_;
  const Lexicon& lexicon_;
  Order order_;
  Meanings nodes_;
  std::string_view rule_;
  const Reading* row_ = nullptr;
  int depth_ = 0;
};

}  // namespace presscut::dates
