#include "metadata/day.h"

#include <re2/re2.h>

#include <charconv>
#include <memory>
#include <vector>

#include "metadata/tables.h"
#include "tables/tables.h"
#include "text/text.h"

namespace presscut::metadata {
namespace {

const tables::Lookup<int>& months() {
  static const auto lookup = [] {
    const tables::Table table("months.tsv", embedded::months_tsv);
    tables::Lookup<int> result;
    for (const auto& row : table.rows())
      result.add(std::string(row.cells[1]), std::stoi(std::string(row.cells[2])));
    return result;
  }();
  return lookup;
}

int month_called(const std::string& name) {
  const int* month = months().find(text::fold(name));
  return month ? *month : 0;
}

int days_in(int year, int month) {
  static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

std::string two(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// News has been put on the web since the 1990s; an archive may be older.
std::optional<std::string> day(int year, int month, int day_of_month) {
  if (year < 1900 || year > 2199 || month < 1 || month > 12) return std::nullopt;
  if (day_of_month < 1 || day_of_month > days_in(year, month)) return std::nullopt;
  return std::to_string(year) + '-' + two(month) + '-' + two(day_of_month);
}

// Group numbers of year, month, day and the clock in a pattern.
struct Form {
  std::unique_ptr<RE2> pattern;
  int year, month, day;
};

constexpr const char* clock =
    R"((?:(?:T|,|\s|-|–|—|\||\(|at|um|à|às|בשעה|в|klo)*(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*([ap]\.?m\b)?)?)";

const std::vector<Form>& forms() {
  static const auto* list = [] {
    const std::string tail = clock;
    const std::string name = R"(([^\d\s.,:;/()|-]{3,12}))";
    auto* result = new std::vector<Form>();
    result->reserve(5);
    const auto add = [&](const std::string& pattern, int y, int m, int d) {
      result->push_back({std::make_unique<RE2>("(?i)(" + pattern + tail + ")"), y, m, d});
    };
    add(R"(\b((?:19|20|21)\d\d)-(\d{1,2})-(\d{1,2}))", 2, 3, 4);
    add(R"(\b(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s-]+(?:de\s+|of\s+)?)" + name +
            R"(\.?,?[\s-]+(?:de\s+)?((?:19|20|21)\d\d)\b)",
        4, 3, 2);
    add(R"(\b)" + name + R"(\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20|21)\d\d)\b)", 4, 2, 3);
    add(R"(\b(\d{1,2})[./](\d{1,2})[./]((?:19|20|21)\d\d)\b)", 4, 3, 2);
    add(R"(\b((?:19|20|21)\d\d)[./](\d{1,2})[./](\d{1,2})\b)", 2, 3, 4);
    return result;
  }();
  return *list;
}

int number(const re2::StringPiece& piece) {
  int value = 0;
  std::from_chars(piece.data(), piece.data() + piece.size(), value);
  return value;
}

std::string time_of(const re2::StringPiece& hour, const re2::StringPiece& minute,
                    const re2::StringPiece& half) {
  if (hour.empty()) return {};
  int value = number(hour);
  if (!half.empty()) value = value % 12 + ((half[0] | 32) == 'p' ? 12 : 0);
  if (value > 23 || number(minute) > 59) return {};
  return 'T' + two(value) + ':' + two(number(minute));
}

// Whether four digits stand in a row: without them no form matches, and most lines end here.
bool has_year(std::string_view text) {
  int digits = 0;
  for (const char c : text) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits == 4) return true;
  }
  return false;
}

std::optional<Day> read(const Form& form, std::string_view text) {
  re2::StringPiece groups[8];
  if (!form.pattern->Match({text.data(), text.size()}, 0, text.size(), RE2::UNANCHORED, groups, 8))
    return std::nullopt;
  const re2::StringPiece& named = groups[form.month];
  int month = named[0] >= '0' && named[0] <= '9' ? number(named)
                                                 : month_called(std::string(named.data(), named.size()));
  int day_of_month = number(groups[form.day]);
  const bool slashes = named.size() < 3 && text.find('/') != std::string_view::npos && form.day == 2;
  if (slashes && month <= 12 && day_of_month <= 12 && month != day_of_month) return std::nullopt;
  if (month > 12 && slashes) std::swap(month, day_of_month);
  auto value = day(number(groups[form.year]), month, day_of_month);
  if (!value) return std::nullopt;
  return Day{*value + time_of(groups[5], groups[6], groups[7]), groups[1].size()};
}

}  // namespace

std::optional<Day> find_day(std::string_view text) {
  if (!has_year(text)) return std::nullopt;
  for (const Form& form : forms())
    if (auto found = read(form, text)) return found;
  return std::nullopt;
}

std::optional<std::string> day_of_url(std::string_view url) {
  static const RE2 pattern(R"([/_=-]((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?:[/_.-]|$))");
  int year = 0, month = 0, day_of_month = 0;
  if (!RE2::PartialMatch({url.data(), url.size()}, pattern, &year, &month, &day_of_month))
    return std::nullopt;
  return day(year, month, day_of_month);
}

}  // namespace presscut::metadata
