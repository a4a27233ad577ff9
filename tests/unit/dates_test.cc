#include "dates/dates.h"

#include <doctest/doctest.h>

#include <chrono>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "effort.h"

using namespace presscut;

namespace {

// Friday.
constexpr dates::Source source{"2024-10-25", "en", ""};

// "quote=value" for each mention, with a blank between.
std::string found(std::string_view text, const dates::Rules& rules = {}) {
  std::string out;
  for (const DateMention& date : dates::find(text, rules, source))
    out += (out.empty() ? "" : " | ") + std::string(slice(text, date.span)) + "=" + date.value;
  return out;
}

}  // namespace

TEST_CASE("dates in many orders are the same day") {
  for (const char* text :
       {"3 May 2024", "May 3, 2024", "3rd of May 2024", "3 May, 2024", "2024-05-03", "MAY 3, 2024",
        "May 3rd 2024", "the 3rd of May, 2024", "3-May-2024", "Friday, 3 May 2024"}) {
    CAPTURE(text);
    const auto dates = dates::find(text, {}, source);
    REQUIRE(dates.size() == 1);
    CHECK(dates[0].value == "2024-05-03");
    CHECK(dates[0].earliest == "2024-05-03");
    CHECK(dates[0].latest == "2024-05-03");
  }
}

TEST_CASE("what is relative counts from the day of publication") {
  CHECK(found("The letter was sent on Tuesday.") == "Tuesday=2024-10-22");
  CHECK(found("It was signed yesterday.") == "yesterday=2024-10-24");
  CHECK(found("They will march on Monday.") == "Monday=2024-10-28");
  CHECK(found("It began two weeks ago.") == "two weeks ago=2024-W41");
}

TEST_CASE("what nothing anchors stays unresolved") {
  const auto dates = dates::find("It was sent on Friday.", {}, {});
  REQUIRE(dates.size() == 1);
  CHECK(dates[0].value == "XXXX-WXX-5");
  CHECK(dates[0].earliest.empty());
  CHECK(dates[0].latest.empty());
}

TEST_CASE("durations and sets are no days") {
  CHECK(found("They waited for three years.") == "three years=P3Y");
  CHECK(found("for two decades") == "two decades=P2DE");
}

TEST_CASE("numbers that are no dates are left alone") {
  CHECK(found("Unit 8200 has 2,002 members.").empty());
  CHECK(found("Call 03-555-0142 or see pp. 12-14.").empty());
  CHECK(found("31 June is no day: version 2.10.3").find("06-31") == std::string::npos);
  CHECK(found("They may march, and the second may follow.").empty());
}

TEST_CASE("offsets are bytes, behind text beyond ASCII too") {
  const std::string text = "Später, am Ufer – on 3 May 2024 – ging es weiter.";
  const auto dates = dates::find(text, {}, source);
  REQUIRE(dates.size() == 1);
  CHECK(slice(text, dates[0].span) == "3 May 2024");
}

TEST_CASE("every day from 1583 to 2199 is read in twelve written forms") {
  using namespace std::chrono;
  constexpr const char* months[] = {"January", "February", "March",     "April",   "May",      "June",
                                    "July",    "August",   "September", "October", "November", "December"};
  constexpr const char* weekdays[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                      "Thursday", "Friday", "Saturday"};
  constexpr const char* ends[] = {"th", "st", "nd", "rd"};
  int wrong = 0;
  for (sys_days day = year(1583) / 1 / 1; day < sys_days(year(2200) / 1 / 1); day += days(step)) {
    const year_month_day date(day);
    const auto m = unsigned(date.month()), n = unsigned(date.day());
    const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    const std::string y = std::to_string(int(date.year())), d = std::to_string(n), name = months[m - 1],
                      brief = name.substr(0, 3), iso = y + "-" + two(m) + "-" + two(n),
                      nth = d + ends[n % 10 < 4 && n / 10 != 1 ? n % 10 : 0];
    std::string capitals = name;
    for (char& c : capitals) c &= ~0x20;
    const std::string forms[] = {
        iso,
        d + " " + name + " " + y,
        d + " " + brief + " " + y,
        d + "-" + brief + "-" + y,
        "the " + nth + " of " + name + ", " + y,
        name + " " + d + ", " + y,
        name + " " + nth + " " + y,
        brief + ". " + d + "," + y,
        capitals + " " + d + ", " + y,
        std::string(weekdays[weekday(day).c_encoding()]) + ", " + d + " " + name + " " + y,
        two(m) + "/" + two(n) + "/" + y,
        y + "/" + two(m) + "/" + two(n)};
    std::string text;
    for (const std::string& form : forms) text += form + "; ";
    const auto dates = dates::find(text, {}, source);
    bool right = dates.size() == std::size(forms);
    for (const DateMention& mention : dates) right = right && mention.value == iso;
    wrong += !right;
    if (!right && wrong < 3) MESSAGE(text);
  }
  CHECK(wrong == 0);
}

TEST_CASE("what no calendar has is no day") {
  CHECK(found("29 February 2023 and 30 February 2024; 2023-02-29, 31.04.2024, 11/31/2024").find("-02-29") ==
        std::string::npos);
  CHECK(found("29 February 2024") == "29 February 2024=2024-02-29");
  CHECK(found("before 999999999 BC") == "");
  CHECK(found("They met on 10 August - nobody came.") == "10 August=2024-08-10");
}

TEST_CASE("three quarters of something are no time") {
  CHECK(found("more than three quarters of the voters, three-quarters of adults") == "");
  CHECK(found("It grew for three quarters.") == "three quarters=P3Q");
}

TEST_CASE("a number too large for a clock is no hour") {
  for (const char* text :
       {"at a quintillion", "at two quintillion and a half", "the 99999999999999999999. of May"})
    CHECK(found(text).find("T") == std::string::npos);
  CHECK(found("at half past five").find("T05:30") != std::string::npos);
}

TEST_CASE("what ends does not end before it begins") {
  for (const char* text : {"the last 0 days", "late last weekend", "the coming 0 weeks", "early next weekend",
                           "the end of the week", "from 11 p.m. to 1 a.m.", "late Thursday night"}) {
    CAPTURE(text);
    for (const DateMention& date : dates::find(text, {}, source))
      CHECK((date.earliest.empty() || date.latest.empty() || date.earliest <= date.latest));
  }
}

TEST_CASE("a line of digits and slashes takes time in proportion to its length") {
  const auto seconds = [](std::string_view part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += part;
    const auto begin = std::chrono::steady_clock::now();
    dates::find(text, {}, source);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  for (const char* part :
       {"1/2/3/45/67/", "12:", "the first week of the last ", "3 days before ", "9", "-",
        "Monday in two weeks ", "the Sunday before ", "the first Tuesday after the first Monday in ",
        "in the morning at ", "20170302 "}) {
    CAPTURE(part);
    seconds(part, 1'000);
    CHECK(seconds(part, 40'000 / step) < 0.5 + 40 * seconds(part, 4'000 / step));
  }
}
