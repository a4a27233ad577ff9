#include "interchange/tei_values.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace presscut::interchange {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What the digits from `at` to `at + size` say; 0, which no year, month or day is, where there are others.
unsigned number_at(std::string_view text, std::size_t at, std::size_t size) {
  if (text.size() < at + size || !std::all_of(text.begin() + at, text.begin() + at + size, is_digit))
    return 0;
  unsigned number = 0;
  std::from_chars(text.data() + at, text.data() + at + size, number);
  return number;
}

}  // namespace

std::string day_of(std::string_view date) {
  using namespace std::chrono;
  constexpr std::size_t year_size = 4, month_size = 7, day_size = 10;
  date = date.substr(0, std::min(date.find_first_of("T "), date.size()));
  const bool has_month = date.size() > year_size, has_day = date.size() > month_size;
  if (date.size() != (has_day ? day_size : has_month ? month_size : year_size)) return "";
  if ((has_month && date[year_size] != '-') || (has_day && date[month_size] != '-')) return "";
  const unsigned y = number_at(date, 0, year_size);
  const unsigned m = has_month ? number_at(date, year_size + 1, 2) : 1;
  const unsigned d = has_day ? number_at(date, month_size + 1, 2) : 1;
  const bool is_day = y > 0 && year_month_day(year(static_cast<int>(y)), month(m), day(d)).ok();
  return is_day ? std::string(date) : "";
}

std::string language_tag_of(std::string_view language) {
  constexpr std::size_t longest = 8;  // letters of a subtag
  std::string tag(language);
  std::replace(tag.begin(), tag.end(), '_', '-');
  std::size_t size = 0, subtags = 0;
  for (std::size_t at = 0; at <= tag.size(); ++at) {
    if (at == tag.size() || tag[at] == '-') {
      if (size == 0 || size > longest) return "und";
      size = 0, ++subtags;
    } else if (is_letter(tag[at]) || (subtags > 0 && is_digit(tag[at]))) {
      ++size;
    } else {
      return "und";
    }
  }
  return tag;
}

}  // namespace presscut::interchange
