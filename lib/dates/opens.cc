#include "dates/lexicon.h"

#include <initializer_list>
#include <utility>

namespace presscut::dates {
namespace {

Classes classes(std::initializer_list<Is> list) {
  Classes result;
  for (const Is is : list) result.set(static_cast<std::size_t>(is));
  return result;
}

// What an expression can begin with.
const Classes beginnings =
    classes({Is::month,     Is::month_short,  Is::weekday,        Is::weekday_or_word, Is::weekdays,
             Is::season,    Is::feast,        Is::season_or_word, Is::units,           Is::part_of_day,
             Is::clock,     Is::tonight,      Is::relative_day,   Is::reference,       Is::repeatedly,
             Is::decade,    Is::parts_of_day, Is::unit_long,      Is::neighbour,       Is::century_of,
             Is::overnight, Is::edge_of_unit});

// What can begin one where a number, a mark or one of `followers` follows.
const Classes openings = classes({Is::the,           Is::a,
                                  Is::approximately, Is::direction,
                                  Is::part,          Is::edge,
                                  Is::more,          Is::per,
                                  Is::from,          Is::between,
                                  Is::era_after,     Is::few,
                                  Is::all,           Is::every,
                                  Is::half,          Is::half_to,
                                  Is::quarter,       Is::times,
                                  Is::ago_before,    Is::reference_units,
                                  Is::year_ago,      Is::unit,
                                  Is::unit_multiple, Is::fiscal,
                                  Is::year_name,     Is::quarter_letter,
                                  Is::half_letter,   Is::decades_of,
                                  Is::from_last});
const Classes followers = beginnings | openings |
                          classes({Is::reference_noun,
                                   Is::unit_numbered,
                                   Is::month_or_word,
                                   Is::of,
                                   Is::within,
                                   Is::past_hour,
                                   Is::to_hour,
                                   Is::oclock,
                                   Is::half_day,
                                   Is::hour_mark,
                                   Is::unit_short,
                                   Is::until,
                                   Is::also,
                                   Is::alternatively,
                                   Is::week_of,
                                   Is::old,
                                   Is::era_before,
                                   Is::zone,
                                   Is::on,
                                   Is::direction_after,
                                   Is::decade_end,
                                   Is::minutes_more,
                                   Is::minutes_less,
                                   Is::unit_multiple,
                                   Is::times_per});

// What can follow a number of one or two digits, or one in words, that begins an expression.
const Classes behind_numbers =
    classes({Is::units,       Is::unit,        Is::unit_numbered, Is::unit_short,   Is::unit_multiple,
             Is::more,        Is::direction,   Is::also,          Is::until,        Is::alternatively,
             Is::month,       Is::month_short, Is::month_or_word, Is::of,           Is::the,
             Is::half_day,    Is::oclock,      Is::hour_mark,     Is::zone,         Is::clock,
             Is::past_hour,   Is::to_hour,     Is::minutes_more,  Is::minutes_less, Is::during,
             Is::at,          Is::half,        Is::fiscal,        Is::weekday,      Is::quarter_letter,
             Is::half_letter, Is::half_of,     Is::decade,        Is::decade_end,   Is::era_before,
             Is::era_after,   Is::times,       Is::part,          Is::odd,          Is::unit_letter,
             Is::weekdays});

// What makes any number behind it a candidate: "at 5", "on 15th", "circa 384".
const Classes asking = classes({Is::at, Is::on, Is::circa});

// What says when; all others only say more of it.
const Classes hinges =
    beginnings | classes({Is::month_or_word, Is::unit, Is::unit_multiple, Is::reference_noun, Is::times,
                          Is::quarter, Is::half, Is::half_to, Is::year_ago, Is::overnight});

// The classes that each part of the grammar may begin with.
const std::pair<Part, Classes> first_words[] = {
    {Part::named, classes({Is::weekday, Is::weekday_or_word, Is::the, Is::month, Is::month_short,
                           Is::month_or_word, Is::unit, Is::direction})},
    {Part::directed, classes({Is::the, Is::year_ago, Is::neighbour, Is::direction})},
    {Part::directed_behind, classes({Is::the, Is::direction, Is::unit})},
    {Part::ordinal, classes({Is::the, Is::fiscal, Is::century_of, Is::direction, Is::from_last})},
    {Part::quarter_code, classes({Is::quarter_letter, Is::half_letter, Is::unit})},
    {Part::season, classes({Is::the, Is::season, Is::season_or_word})},
    {Part::feast, classes({Is::feast})},
    {Part::decade, classes({Is::the, Is::decades_of, Is::decade})},
    {Part::edge, classes({Is::the, Is::part, Is::edge, Is::unit, Is::edge_of_unit})},
    {Part::week, classes({Is::the, Is::unit})},
    {Part::definite_unit, classes({Is::the, Is::unit})},
    {Part::shift, classes({Is::the, Is::approximately, Is::few, Is::half, Is::a, Is::more, Is::ago_before,
                           Is::weekday, Is::unit})},
    {Part::day_alone, classes({Is::the})},
    {Part::year_alone, classes({Is::the, Is::year_name, Is::fiscal, Is::era_after})},
    {Part::duration, classes({Is::the, Is::approximately, Is::unit_long, Is::all, Is::direction, Is::few,
                              Is::half, Is::a, Is::more, Is::units})},
    {Part::set, classes({Is::the, Is::a, Is::repeatedly, Is::weekdays, Is::weekday, Is::on, Is::units,
                         Is::every, Is::few, Is::times, Is::per})},
    {Part::reference, classes({Is::the, Is::reference_units, Is::reference_noun, Is::reference})},
    {Part::short_range, classes({Is::the, Is::weekday, Is::month, Is::month_short, Is::month_or_word})},
};

Parts parts_of(const Classes& classes) {
  Parts parts = 0;
  for (const auto& [part, first] : first_words)
    if ((classes & first).any()) parts |= bit(part);
  return parts;
}

}  // namespace

bool is_hinge(const Classes& classes) { return (classes & hinges).any(); }

Opens opens_of(const Classes& classes) {
  return {(classes & beginnings).any(),
          (classes & openings).any(),
          (classes & followers).any(),
          classes[static_cast<std::size_t>(Is::month_or_word)],
          (classes & behind_numbers).any(),
          (classes & asking).any(),
          is_hinge(classes),
          parts_of(classes)};
}

}  // namespace presscut::dates
