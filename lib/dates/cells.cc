#include "dates/cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

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
                                    "unit_multiple",
                                    "unit_short",
                                    "unit_letter",
                                    "unit_numbered",
                                    "working_day",
                                    "part_of_day",
                                    "parts_of_day",
                                    "clock",
                                    "relative_day",
                                    "tonight",
                                    "overnight",
                                    "night_to",
                                    "reference",
                                    "reference_noun",
                                    "reference_units",
                                    "direction",
                                    "neighbour",
                                    "direction_after",
                                    "several",
                                    "direction_last",
                                    "from_last",
                                    "ago",
                                    "ago_before",
                                    "stretch",
                                    "lasting",
                                    "year_ago",
                                    "time_span",
                                    "hence",
                                    "later",
                                    "earlier",
                                    "within",
                                    "the",
                                    "day_article",
                                    "a",
                                    "of",
                                    "week_of",
                                    "also",
                                    "alternatively",
                                    "until",
                                    "from",
                                    "between",
                                    "moved",
                                    "on",
                                    "at",
                                    "during",
                                    "since",
                                    "before",
                                    "after",
                                    "approximately",
                                    "part",
                                    "edge",
                                    "edge_of_unit",
                                    "every",
                                    "per",
                                    "times_per",
                                    "out_of",
                                    "repeatedly",
                                    "times",
                                    "few",
                                    "more",
                                    "odd",
                                    "all",
                                    "half",
                                    "half_of",
                                    "half_to",
                                    "quarter",
                                    "to_hour",
                                    "past_hour",
                                    "minutes_more",
                                    "minutes_less",
                                    "old",
                                    "age_before",
                                    "long_after",
                                    "unit_long",
                                    "extreme",
                                    "part_behind",
                                    "half_day",
                                    "oclock",
                                    "hour_mark",
                                    "zone",
                                    "zone_noun",
                                    "zone_name",
                                    "decade",
                                    "decades_of",
                                    "decade_end",
                                    "owner",
                                    "century_of",
                                    "era_before",
                                    "era_after",
                                    "circa",
                                    "quarter_letter",
                                    "half_letter",
                                    "fiscal",
                                    "year_name",
                                    "ordinal_end",
                                    "counted",
                                    "possessive",
                                    "label",
                                    "will",
                                    "did",
                                    "participle",
                                    "is_now",
                                    "always"};
static_assert(class_names.size() == static_cast<std::size_t>(Is::number_of_classes));

constexpr std::array grain_names = {"second",  "minute", "hour",   "part_of_day", "day",
                                    "weekend", "week",   "month",  "season",      "quarter",
                                    "half",    "year",   "decade", "century",     "millennium"};
constexpr std::array part_names = {"none", "morning", "midday", "afternoon", "evening", "night", "daytime"};
constexpr std::array direction_names = {"none", "last",      "this",   "next",       "previous",
                                        "same", "following", "coming", "after_next", "before_last"};
constexpr std::array reference_names = {"none", "past", "present", "future"};
constexpr std::array shade_names = {"none", "start", "middle", "end", "beginning", "ending", "rest"};
constexpr std::array rule_names = {"fixed",  "easter",  "orthodox", "weekday", "weekday_after",
                                   "hebrew", "islamic", "chinese",  "once",    "hindu"};

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

}  // namespace

std::optional<Is> class_of(std::string_view name) {
  const int number = place(class_names, name);
  return number < 0 ? std::nullopt : std::optional<Is>(static_cast<Is>(number));
}

std::optional<int> value_of(Is is, std::string_view cell) {
  switch (is) {
    case Is::unit:
    case Is::units:
    case Is::unit_short:
    case Is::unit_letter:
    case Is::unit_long:
    case Is::unit_numbered: return named(place(grain_names, cell));
    case Is::unit_multiple:
    case Is::repeatedly: {  // "week", "2 week"
      const std::size_t space = cell.find(' ');
      if (space == std::string_view::npos) return named(place(grain_names, cell));
      const auto count = integer(cell.substr(0, space));
      const int grain = place(grain_names, cell.substr(space + 1));
      return count && grain >= 0 ? std::optional<int>((*count - 1) * grains + grain) : std::nullopt;
    }
    case Is::edge_of_unit: {  // "ending year"
      const std::size_t space = std::min(cell.find(' '), cell.size());
      const int shade = place(shade_names, cell.substr(0, space));
      const int grain = space < cell.size() ? place(grain_names, cell.substr(space + 1)) : -1;
      return shade >= 0 && grain >= 0 ? std::optional<int>(shade * grains + grain) : std::nullopt;
    }
    case Is::neighbour: {  // "previous year"
      const std::size_t space = std::min(cell.find(' '), cell.size());
      const int direction = place(direction_names, cell.substr(0, space));
      const int grain = space < cell.size() ? place(grain_names, cell.substr(space + 1)) : -1;
      return direction >= 0 && grain >= 0 ? std::optional<int>(direction * grains + grain) : std::nullopt;
    }
    case Is::part_of_day:
    case Is::parts_of_day:
    case Is::part_behind:
    case Is::overnight: return named(place(part_names, cell));
    case Is::tonight: {  // "night", "night 1" of the day before
      const std::size_t space = std::min(cell.find(' '), cell.size());
      const int part = place(part_names, cell.substr(0, space));
      const auto days = space < cell.size() ? integer(cell.substr(space + 1)) : 0;
      return part >= 0 && days ? std::optional<int>(*days * day_parts + part) : std::nullopt;
    }
    case Is::direction:
    case Is::direction_last:
    case Is::direction_after: return named(place(direction_names, cell));
    case Is::reference:
    case Is::reference_noun:
    case Is::reference_units: return named(place(reference_names, cell));
    case Is::part:
    case Is::edge: return named(place(shade_names, cell));
    default: return cell.empty() ? 0 : integer(cell);
  }
}

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
    case Feast::Rule::hindu:
      feast.month = numbers[0], feast.day = numbers[1], feast.hour = numbers[2], feast.length = length(3);
      break;
    case Feast::Rule::once: feast.year = numbers[0], feast.month = numbers[1], feast.day = numbers[2]; break;
    case Feast::Rule::weekday:
    case Feast::Rule::weekday_after:
      feast.month = numbers[0], feast.weekday = numbers[1], feast.day = numbers[2], feast.length = length(3);
      break;
    default: feast.month = numbers[0], feast.day = numbers[1], feast.length = length(2);
  }
  return feast;
}

}  // namespace presscut::dates
