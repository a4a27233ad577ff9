// The forms of a day.
//
// A year is looked for first: it is what a full day cannot do without, and what most lines have not. The
// tokens around it are then held against each form. A grammar over tokens and no regular expressions: the
// forms share their parts (connecting words, ordinal endings, clock), and a page has hundreds of lines.
#include <algorithm>
#include <optional>

#include "metadata/day.h"
#include "metadata/day_tokens.h"

namespace presscut::metadata {
namespace {

using TokenKind = DayToken::Kind;

// News has been put on the web since the 1990s; an archive may be older.
constexpr int first_year = 1900, last_year = 2199;

int days_in(int year, int month) {
  static constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

std::optional<Day> make_day(int year, int month, int day) {
  if (year < first_year || year > last_year || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > days_in(year, month)) return std::nullopt;
  Day made;
  made.year = year, made.month = month, made.day = day;
  return made;
}

// A form that fits: the day and its first and last token.
struct Fit {
  Day day;
  int first = 0, last = 0;
};

class Forms {
 public:
  Forms(std::string_view text, const std::vector<DayToken>& tokens, const Reading& reading)
      : text_(text), tokens_(tokens), reading_(reading) {}

  // The day whose year is token `y`.
  std::optional<Fit> around(int y) const {
    if (auto fit = year_first(y)) return fit;
    if (auto fit = numbers_before(y)) return fit;
    if (auto fit = name_before(y)) return fit;
    return name_behind(y);
  }

  // Adds the clock behind the day, else the one before it.
  void add_clock(Fit& fit) const {
    if (!clock_behind(fit)) clock_before(fit);
  }

  int year(int i) const {
    if (!is_number(i)) return 0;
    const DayToken& token = tokens_[static_cast<std::size_t>(i)];
    if (token.length == 4 && token.value >= first_year && token.value <= last_year) return token.value;
    return token.length == 2 && reading_.short_years ? token.value + (token.value < 70 ? 2000 : 1900) : 0;
  }

 private:
  const DayToken& at(int i) const { return tokens_[static_cast<std::size_t>(i)]; }
  bool has(int i) const { return i >= 0 && i < static_cast<int>(tokens_.size()); }
  bool is_number(int i) const { return has(i) && at(i).kind == TokenKind::number; }
  bool is_word(int i) const { return has(i) && at(i).kind == TokenKind::word; }
  bool is_mark(int i, char mark) const {
    return has(i) && at(i).kind == TokenKind::mark && at(i).mark == mark;
  }
  bool is_any_mark(int i) const { return has(i) && at(i).kind == TokenKind::mark; }
  bool is_small(int i) const { return is_number(i) && at(i).length <= 2; }
  bool touch(int i, int j) const { return has(i) && has(j) && at(i).span.end == at(j).span.start; }
  bool is_short_word(int i) const { return is_word(i) && at(i).length <= 3 && !at(i).month; }
  std::string_view word(int i) const { return is_word(i) ? slice(text_, at(i).span) : std::string_view(); }

  // A mark that parts the numbers of a day.
  bool parts(int i) const { return is_mark(i, '-') || is_mark(i, '/') || is_mark(i, '.'); }

  // 2024-10-25, 2024/10/25, 2024. 10. 25., 2024年10月25日, 2024년 10월 25일
  std::optional<Fit> year_first(int y) const {
    if (at(y).length != 4) return std::nullopt;
    const bool east_asian = (word(y + 1) == "年" && word(y + 3) == "月") ||
                            (word(y + 1).starts_with("년") && word(y + 3).starts_with("월"));
    const bool parted = parts(y + 1) && parts(y + 3) && at(y + 1).mark == at(y + 3).mark;
    if ((!east_asian && !parted) || !is_small(y + 2) || !is_small(y + 4)) return std::nullopt;
    if (at(y + 1).mark == '-' && !touch(y + 2, y + 3)) return std::nullopt;
    if (auto day = make_day(year(y), at(y + 2).value, at(y + 4).value)) {
      const bool closed = word(y + 5).starts_with("日") || word(y + 5).starts_with("일");
      return Fit{*day, y, y + 4 + (east_asian && closed)};
    }
    return std::nullopt;
  }

  // 25.10.2024, 25/10/2024, 25-10-2024, 10/25/2024
  std::optional<Fit> numbers_before(int y) const {
    if (!parts(y - 1) || !parts(y - 3) || at(y - 1).mark != at(y - 3).mark) return std::nullopt;
    if (!is_small(y - 2) || !is_small(y - 4)) return std::nullopt;
    if (at(y).length == 2 && goes_on(y)) return std::nullopt;
    if (parts(y - 5) && touch(y - 5, y - 4) && is_number(y - 6)) return std::nullopt;
    int day = at(y - 4).value, month = at(y - 2).value;
    if (at(y - 1).mark == '.') {
      if (month > 12) std::swap(day, month);
    } else if (day <= 12 && month <= 12 && day != month) {
      if (reading_.order == Order::unknown) return std::nullopt;
      if (reading_.order == Order::month_first) std::swap(day, month);
    } else if (month > 12) {
      std::swap(day, month);
    }
    const auto made = make_day(year(y), month, day);
    return made ? std::optional(Fit{*made, y - 4, y}) : std::nullopt;
  }

  // Whether more stands behind a year of two digits: it belongs to a clock, an address, a version, a price.
  bool goes_on(int y) const {
    if (is_word(y + 1) && touch(y, y + 1)) return true;
    const bool mark = parts(y + 1) || is_mark(y + 1, ',') || is_mark(y + 1, ':');
    return mark && touch(y, y + 1) && is_number(y + 2) && touch(y + 1, y + 2);
  }

  // 25 October 2024, 25th of October, 2024, 25. Oktober 2024, 25 de octubre de 2024, October 25, 2024,
  // Oct 25 19:46:00 +0000 2024
  std::optional<Fit> name_before(int y) const {
    if (at(y).length == 2 && (goes_on(y) || !is_short_year(y))) return std::nullopt;
    int i = clock_end(y) - 1;
    for (int skipped = 0; skipped < 3 && !(is_word(i) && at(i).month) && !is_small(i); ++skipped) {
      if (!is_short_word(i) && !is_name_mark(i)) return std::nullopt;
      --i;
    }
    if (is_word(i) && at(i).month) return day_before_name(i, y);
    if (!is_small(i)) return std::nullopt;
    const int name = is_any_mark(i - 1) ? i - 2 : i - 1;
    if (!is_word(name) || !is_name_mark_or_none(i - 1, name)) return std::nullopt;
    if (!at(name).month) return std::nullopt;
    const auto day = make_day(year(y), at(name).month, at(i).value);
    return day ? std::optional(Fit{*day, name, y}) : std::nullopt;
  }

  // Two digits behind a month's name or an apostrophe: "3 May 24", "May 3, '24".
  bool is_short_year(int y) const {
    const int name = is_name_mark(y - 1) ? y - 2 : y - 1;
    return (is_word(name) && at(name).month) || is_mark(y - 1, '\'');
  }

  bool is_name_mark_or_none(int i, int name) const { return i == name || is_name_mark(i); }

  bool is_name_mark(int i) const {
    return is_mark(i, ',') || is_mark(i, '.') || is_mark(i, '-') || is_mark(i, '/') || is_mark(i, '\'') ||
           (is_any_mark(i) && slice(text_, at(i).span) == "’") ||
           (is_any_mark(i) && slice(text_, at(i).span) == "º");
  }

  std::optional<Fit> day_before_name(int name, int y) const {
    int i = name - 1;
    for (int skipped = 0; skipped < 3 && !is_number(i); ++skipped) {
      if (!is_short_word(i) && !is_name_mark(i)) return std::nullopt;
      --i;
    }
    if (!is_small(i)) return std::nullopt;
    const auto day = make_day(year(y), at(name).month, at(i).value);
    return day ? std::optional(Fit{*day, i, y}) : std::nullopt;
  }

  // 2024. október 25., 2024 Oct 25, 2024-Oct-25
  std::optional<Fit> name_behind(int y) const {
    if (at(y).length != 4) return std::nullopt;
    int name = y + 1;
    if (is_name_mark(name)) ++name;
    if (!is_word(name) || !at(name).month) return std::nullopt;
    int i = name + 1;
    if (is_name_mark(i)) ++i;
    if (!is_small(i) || is_mark(i + 1, ':')) return std::nullopt;
    const auto day = make_day(year(y), at(name).month, at(i).value);
    return day ? std::optional(Fit{*day, y, i}) : std::nullopt;
  }

  // The first token of a clock and zone that stand between day and year, as in the dates of asctime and
  // Twitter; `y` where there is none.
  int clock_end(int y) const {
    int i = y - 1;
    if (is_word(i) && at(i).length <= 5 && !at(i).month && is_number(i - 1)) --i;
    if (is_number(i) && at(i).length == 4 && (is_mark(i - 1, '+') || is_mark(i - 1, '-'))) i -= 2;
    if (!is_small(i) || !is_mark(i - 1, ':') || !is_small(i - 2)) return y;
    i -= 2;
    return is_mark(i - 1, ':') && is_small(i - 2) ? i - 2 : i;
  }

  // The clock that begins at token `i`; moves `i` behind it.
  bool read_clock(int& i, Day& day) const {
    if (!is_small(i)) return false;
    const bool letter_h = is_word(i + 1) && touch(i, i + 1) && (word(i + 1) == "h" || word(i + 1) == "H");
    const bool point = is_mark(i + 1, '.') && touch(i, i + 1) && touch(i + 1, i + 2);
    if (!is_mark(i + 1, ':') && !letter_h && !point) return false;
    if (!is_number(i + 2) || at(i + 2).length != 2) return false;
    if (point && (is_mark(i + 3, '.') || is_mark(i + 3, '/')) && is_number(i + 4)) return false;
    day.hour = at(i).value;
    day.minute = at(i + 2).value;
    if (day.hour > 23 || day.minute > 59) {
      day.hour = day.minute = Day::none;
      return false;
    }
    i += 3;
    if (is_mark(i, ':') && is_small(i + 1)) i += 2;
    if (is_mark(i, '.') && touch(i - 1, i) && is_number(i + 1) && touch(i, i + 1)) i += 2;
    return true;
  }

  // "am", "p.m." at token `i`; moves `i` behind it.
  void read_half(int& i, Day& day) const {
    const std::string half = text::fold(word(i));
    int next = i + 1;
    bool afternoon = half == "pm";
    if (half == "p" || half == "a") {
      if (is_mark(next, '.')) ++next;
      if (text::fold(word(next)) != "m") return;
      afternoon = half == "p";
      ++next;
    } else if (half != "am" && half != "pm") {
      return;
    }
    if (day.hour <= 12) day.hour = day.hour % 12 + (afternoon ? 12 : 0);
    i = next;
  }

  void read_zone(int& i, Day& day) const {
    const std::string name = text::fold(word(i));
    if (name == "z" || name == "utc" || name == "gmt") {
      day.zone = 0;
      ++i;
    }
    if ((!is_mark(i, '+') && !is_mark(i, '-')) || !touch(i, i + 1) || !is_number(i + 1)) return;
    const DayToken& hours = at(i + 1);
    const int sign = at(i).mark == '+' ? 1 : -1;
    if (hours.length == 4) {
      day.zone = sign * (hours.value / 100 * 60 + hours.value % 100);
      i += 2;
    } else if (hours.length == 2 && (touch(i - 1, i) || day.zone == 0)) {
      const bool minutes = is_mark(i + 2, ':') && is_small(i + 3);
      day.zone = sign * (hours.value * 60 + (minutes ? at(i + 3).value : 0));
      i += minutes ? 4 : 2;
    }
  }

  // Between day and clock stand marks and a word or two ("T", "at", "um", "alle ore").
  bool clock_behind(Fit& fit) const {
    constexpr int longest_word = 8;
    int i = fit.last + 1;
    for (int marks = 0, words = 0; has(i) && !is_small(i); ++i) {
      if (is_any_mark(i) && ++marks <= 3) continue;
      if (is_word(i) && at(i).length <= longest_word && ++words <= 2) continue;
      return false;
    }
    if (!read_clock(i, fit.day)) return false;
    read_half(i, fit.day);
    read_zone(i, fit.day);
    fit.last = i - 1;
    return true;
  }

  // 19:46, 25 Oct 2024; Oct 25 19:46:00 2024
  void clock_before(Fit& fit) const {
    for (int i = fit.first; i < fit.last; ++i)
      if (is_mark(i + 1, ':') && read_clock(i, fit.day)) return read_zone(i, fit.day);
    int i = fit.first - 1;
    while (is_any_mark(i) && i > fit.first - 3) --i;
    const bool half = is_word(i) && at(i).length == 2;
    if (half) --i;
    if (!is_small(i) || !is_mark(i - 1, ':') || !is_small(i - 2)) return;
    int start = i - 2;
    if (is_mark(start - 1, ':') && is_small(start - 2)) start -= 2;
    int behind = start;
    if (!read_clock(behind, fit.day)) return;
    read_half(behind, fit.day);
    fit.first = start;
  }

  std::string_view text_;
  const std::vector<DayToken>& tokens_;
  const Reading& reading_;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int number_in(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// 20241025, 20241025T194600, 1587052800 and 1587052800000 (seconds and milliseconds since 1970).
std::optional<FoundDay> compact_day(std::string_view text) {
  text = text::trim(text);
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 8 || digits == 12 || digits == 14) {
    auto day =
        make_day(number_in(text.substr(0, 4)), number_in(text.substr(4, 2)), number_in(text.substr(6, 2)));
    if (!day) return std::nullopt;
    const bool has_t = digits == 8 && text.size() >= 13 && text[8] == 'T' && is_digit(text[9]);
    const std::string_view clock = has_t ? text.substr(9, 4) : text.substr(8, digits > 8 ? 4 : 0);
    if (clock.size() == 4 && std::all_of(clock.begin(), clock.end(), is_digit)) {
      day->hour = number_in(clock.substr(0, 2));
      day->minute = number_in(clock.substr(2, 2));
      if (day->hour > 23 || day->minute > 59) day->hour = day->minute = Day::none;
      else if (text.ends_with('Z')) day->zone = 0;
    }
    return FoundDay{*day, {0, text.size()}};
  }
  if (digits != text.size() || (digits != 10 && digits != 13) || text[0] != '1') return std::nullopt;
  Day epoch;
  epoch.year = 1970, epoch.month = epoch.day = 1, epoch.hour = epoch.minute = 0;
  Day day = epoch.later(number_in(text.substr(0, 9)) / 6);
  day.zone = 0;
  return FoundDay{day, {0, text.size()}};
}

// What stands two places before a year that follows a month's name.
bool is_letter_or_stop(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || c == '.' || c == ',' ||
         ((c | 32) >= 'a' && (c | 32) <= 'z');
}

// The next place from `from` on where digits stand that may be a year: four of them, or two where years may
// be short and a mark stands before them.
std::size_t next_year(std::string_view text, std::size_t from, bool short_years) {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (!is_digit(text[i]) || (i > 0 && is_digit(text[i - 1]))) continue;
    std::size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    const bool glued = end - i == 5 || end - i == 6;  // "3 May 20244 May 2024"
    if ((end - i == 4 || (glued && i > 1 && is_letter_or_stop(text[i - 2]))) &&
        (text[i] == '1' || text[i] == '2'))
      return i;
    if (short_years && end - i == 2 && i > 2) return i;
    i = end - 1;
  }
  return std::string_view::npos;
}

// Whether a number stands near the year at `at`: in a text most years stand alone.
bool has_number_beside(std::string_view text, std::size_t at, std::size_t behind) {
  constexpr std::size_t reach = 32;  // bytes
  const std::string_view before = text.substr(at - std::min(at, reach), std::min(at, reach));
  return std::any_of(before.begin(), before.end(), is_digit) ||
         std::any_of(text.begin() + static_cast<std::ptrdiff_t>(behind),
                     text.begin() + static_cast<std::ptrdiff_t>(std::min(text.size(), behind + reach)),
                     is_digit);
}

}  // namespace

std::vector<FoundDay> find_days(std::string_view text, const Reading& reading) {
  constexpr std::size_t before = 64, behind = 56;  // bytes around a year that its day may take
  std::vector<FoundDay> found;
  if (reading.compact)
    if (const auto day = compact_day(text)) return {*day};
  std::size_t done = 0;
  for (std::size_t at = next_year(text, 0, reading.short_years); at != std::string_view::npos;
       at = next_year(text, at + 1, reading.short_years)) {
    if (at < done ||
        !has_number_beside(text, at, std::min(text.find_first_not_of("0123456789", at), text.size())))
      continue;
    const Span window{std::max(done, at - std::min(at, before)), std::min(text.size(), at + behind)};
    const auto tokens = day_tokens(text, window);
    const auto year = std::find_if(tokens.begin(), tokens.end(), [&](auto& t) { return t.span.start == at; });
    if (year == tokens.end()) continue;
    const Forms forms(text, tokens, reading);
    const int y = static_cast<int>(year - tokens.begin());
    if (!forms.year(y)) continue;
    auto fit = forms.around(y);
    if (!fit) continue;
    forms.add_clock(*fit);
    const Span span{tokens[static_cast<std::size_t>(fit->first)].span.start,
                    tokens[static_cast<std::size_t>(fit->last)].span.end};
    found.push_back({fit->day, span});
    done = span.end;
  }
  return found;
}

}  // namespace presscut::metadata
