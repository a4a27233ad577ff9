#include "numbers/numbers.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "mentions/mentions.h"
#include "numbers/tables.h"
#include "tables/tables.h"

using namespace presscut;

namespace {

std::string bounds(const NumberMention& number) {
  const auto bound = [](const std::optional<double>& value) {
    return value ? mentions::number(*value) : "open";
  };
  if (number.low && number.low == number.high) return bound(number.low);
  return bound(number.low) + ".." + bound(number.high);
}

// "quote=low..high kind unit" for each mention, with " | " between.
std::string found(std::string_view text, const numbers::Rules& rules = {}, std::string_view language = "en") {
  std::string out;
  for (const NumberMention& number : numbers::find(text, {}, rules, language)) {
    out += (out.empty() ? "" : " | ") + std::string(slice(text, number.span)) + "=" + bounds(number);
    if (number.kind != "cardinal") out += ' ' + number.kind;
    if (!number.unit.empty()) out += ' ' + number.unit;
  }
  return out;
}

struct Case {
  const char* text;
  const char* expected;
};

void check_all(std::initializer_list<Case> cases) {
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(found(text) == expected);
  }
}

}  // namespace

TEST_CASE("numbers in digits and words") {
  check_all({
      {"1,234 letters", "1,234=1234 letters"},
      {"1 234 567 letters", "1 234 567=1234567 letters"},
      {"12,34,567 letters", "12,34,567=1234567 letters"},
      {"1'234 letters", "1'234=1234 letters"},
      {"It grew by 3.75.", "3.75=3.75"},
      {"-5 and .77", "-5=-5 | .77=0.77"},
      {"1.3e6 and 2.5×10−3", "1.3e6=1300000 | 2.5×10−3=0.0025"},
      {"2½ and 2 1/2 and 1/4", "2½=2.5 | 2 1/2=2.5 | 1/4=0.25 fraction"},
      {"٢٥ and ２５", "٢٥=25 | ２５=25"},
      {"2.5 million votes", "2.5 million=2500000 votes"},
      {"1.2m users", "1.2m=1200000 users"},
      {"twenty-five thousand votes", "twenty-five thousand=25000 votes"},
      {"three and a half million votes", "three and a half million=3500000 votes"},
      {"a thousand million stars", "a thousand million=1000000000 stars"},
      {"Über 600 — 43 reservists", "600=600 | 43=43 reservists"},
  });
}

TEST_CASE("what words allow") {
  check_all({
      {"over 600 people", "over 600=600..open people"},
      {"some 130 soldiers", "some 130=117..143 soldiers"},
      {"nearly 1,000 homes", "nearly 1,000=900..999 homes"},
      {"fewer than 20 stayed", "fewer than 20=open..19"},
      {"up to 50 boats", "up to 50=open..50 boats"},
      {"27+ died", "27+=27..open"},
      {"600-plus officers", "600-plus=600..open officers"},
      {"43 people or so", "43 people or so=39..47 people"},
      {"at least a dozen boats", "at least a dozen=12..open boats"},
      {"half a dozen boats", "half a dozen=6 boats"},
      {"dozens of homes", "dozens=24..99 homes"},
      {"hundreds of thousands of voters", "hundreds of thousands=200000..999999 voters"},
      {"a few hundred voters", "a few hundred=200..500 voters"},
      {"two to three dozen boats", "two to three dozen=24..36 boats"},
      {"between one hundred and two hundred boats", "between one hundred and two hundred=100..200 boats"},
      {"two or three boats", "two or three=2..3 boats"},
      {"5 to 10 percent", "5 to 10 percent=5..10 percentage %"},
      {"$10-15 million", "$10-15 million=10000000..15000000 money USD"},
  });
}

TEST_CASE("money, shares, measures") {
  check_all({
      {"$3bln", "$3bln=3000000000 money USD"},
      {"£4.5m was paid", "£4.5m=4500000 money GBP"},
      {"five million yen", "five million yen=5000000 money JPY"},
      {"20 per cent of voters", "20 per cent=20 percentage %"},
      {"nearly a third of the 770 staff",
       "nearly a third=0.3..0.3333333333333333 fraction staff | 770=770 staff"},
      {"one in five voters", "one in five=0.2 ratio voters"},
      {"12 ft 6 in", "12 ft 6 in=12.5 measure foot"},
      {"a 10m (33ft) wave", "10m=10 measure m | 33ft=33 measure foot"},
      {"a 17-year-old girl", "17-year-old=17 age year"},
      {"sales doubled", "doubled=2 multiplier"},
      {"the 21st vote", "21st=21 ordinal vote"},
  });
}

TEST_CASE("what is counted is the noun phrase, without any verb") {
  check_all({
      {"43 reservists signed", "43=43 reservists"},
      {"more than 200 former soldiers and officers said",
       "more than 200=200..open former soldiers and officers"},
      {"130 Israeli soldiers who refused", "130=130 Israeli soldiers"},
      {"43 of the reservists", "43=43 reservists"},
      {"the 138 previous signatories", "138=138 previous signatories"},
      {"15 more signatories", "15=15 signatories"},
      {"12 sports clubs closed", "12=12 sports clubs"},
      {"43 signed letters arrived", "43=43"},
      {"43 of them left", "43=43"},
      {"30 doctors, nurses and paramedics left", "30=30 doctors, nurses and paramedics"},
      {"a 43-member council", "43=43 member"},
      {"one reserve soldier refused", "one=1 reserve soldier"},
      {"600 police fired", "600=600 police"},
  });
}

TEST_CASE("names with numbers are left alone") {
  for (const char* text : {"Unit 8200 said", "a Boeing 737 landed", "on Channel 12 they", "the G20 met",
                           "COVID-19 spread", "call +1 202 555 0143 now", "at 192.168.0.1 there",
                           "version 2.0.1 came", "the colour #ff8800 is", "as said.[4]", "no one came",
                           "this one is", "open 24/7 there", "the Third Reich fell", "1. The letter"}) {
    CAPTURE(text);
    CHECK(found(text) == "");
  }
}

TEST_CASE("what is taken by dates is no number") {
  const std::string_view text = "In 2024 43 signed";
  const std::vector<Span> taken = {{3, 7}};
  const auto numbers = numbers::find(text, taken, {}, "en");
  REQUIRE(numbers.size() == 1);
  CHECK(slice(text, numbers[0].span) == "43");
}

TEST_CASE("rules select") {
  numbers::Rules rules;
  rules.identifiers = true;
  rules.kinds = {"identifier"};
  CHECK(found("Unit 8200 has 43 reservists", rules) == "8200=open..open identifier");
  rules = {};
  rules.min = 50;
  CHECK(found("43 reservists, over 600 people, up to 900 boats", rules) == "over 600=600..open people");
  rules = {};
  rules.rough = numbers::Rough::ccc;
  CHECK(found("hundreds of people", rules) == "hundreds=200 people");
  rules.rough = numbers::Rough::decades;
  CHECK(found("dozens of people", rules) == "dozens=12..120 people");
}
