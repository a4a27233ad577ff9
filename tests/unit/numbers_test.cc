#include "numbers/numbers.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <string_view>
#include <utility>
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

struct Rows {
  std::string_view language, name, text;
};

const Rows word_tables[] = {{"en", "words.en.tsv", numbers::embedded::words_en_tsv},
                            {"de", "words.de.tsv", numbers::embedded::words_de_tsv},
                            {"es", "words.es.tsv", numbers::embedded::words_es_tsv},
                            {"fr", "words.fr.tsv", numbers::embedded::words_fr_tsv}};
const Rows qualifier_tables[] = {{"en", "qualifiers.en.tsv", numbers::embedded::qualifiers_en_tsv},
                                 {"de", "qualifiers.de.tsv", numbers::embedded::qualifiers_de_tsv},
                                 {"es", "qualifiers.es.tsv", numbers::embedded::qualifiers_es_tsv},
                                 {"fr", "qualifiers.fr.tsv", numbers::embedded::qualifiers_fr_tsv}};
const Rows rough_tables[] = {{"en", "rough.en.tsv", numbers::embedded::rough_en_tsv},
                             {"de", "rough.de.tsv", numbers::embedded::rough_de_tsv},
                             {"es", "rough.es.tsv", numbers::embedded::rough_es_tsv},
                             {"fr", "rough.fr.tsv", numbers::embedded::rough_fr_tsv}};
const Rows unit_tables[] = {{"en", "units.tsv", numbers::embedded::units_tsv},
                            {"en", "units.en.tsv", numbers::embedded::units_en_tsv},
                            {"de", "units.de.tsv", numbers::embedded::units_de_tsv},
                            {"es", "units.es.tsv", numbers::embedded::units_es_tsv},
                            {"fr", "units.fr.tsv", numbers::embedded::units_fr_tsv}};

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

TEST_CASE("every row of the words fires on its own example") {
  for (const auto& [language, name, text] : word_tables) {
    const tables::Table table(name, text);
    for (const auto& row : table.rows()) {
      CAPTURE(table.reference(row));
      const auto numbers = numbers::find(row.cells[3], {}, {}, language);
      const std::string_view word = row.cells[0], kind = row.cells[1];
      if (kind == "pronoun" || kind == "name" || kind.ends_with("label") || kind == "of_year" ||
          kind == "article") {
        CHECK(numbers.empty());
        continue;
      }
      if (kind == "extreme") {  // "first" is an ordinal all the same
        CHECK((numbers.empty() || numbers[0].kind == "ordinal"));
        continue;
      }
      REQUIRE(!numbers.empty());
      if (kind == "change") CHECK(numbers.size() == 2);
      if (kind == "upward") CHECK(numbers[0].qualifier == "exact");
      const std::string& unit = numbers[0].unit;
      if (kind == "stop" || kind == "verb")
        CHECK((" " + unit).find(" " + std::string(word)) == std::string::npos);
      if (kind == "singular" || kind == "singular_ending") CHECK(!unit.ends_with(word));
      if (kind == "plural" || kind == "plural_ending") CHECK(unit.ends_with(word));
    }
  }
}

TEST_CASE("every qualifier fires on its own example") {
  for (const auto& [language, name, text] : qualifier_tables) {
    const tables::Table table(name, text);
    for (const auto& row : table.rows()) {
      CAPTURE(table.reference(row));
      const auto numbers = numbers::find(row.cells[3], {}, {}, language);
      REQUIRE(numbers.size() == 1);
      CHECK(numbers[0].qualifier == row.cells[2].substr(0, row.cells[2].find(' ')));
      CHECK(numbers[0].rule.find(table.reference(row).substr(0, name.size())) != std::string::npos);
    }
  }
}

TEST_CASE("every rough word fires on its own example, with the bounds of its row") {
  for (const auto& [language, name, text] : rough_tables) {
    const tables::Table table(name, text);
    for (const auto& row : table.rows()) {
      CAPTURE(table.reference(row));
      const auto numbers = numbers::find(row.cells[7], {}, {}, language);
      REQUIRE(numbers.size() == 1);
      CHECK(numbers[0].qualifier == row.cells[6]);
      CHECK(numbers[0].low);
      CHECK(*numbers[0].low <= *numbers[0].high);
    }
  }
}

TEST_CASE("every unit fires on its own example") {
  for (const auto& [language, name, text] : unit_tables) {
    const tables::Table table(name, text);
    for (const auto& row : table.rows()) {
      CAPTURE(table.reference(row));
      const auto numbers = numbers::find(row.cells[5], {}, {}, language);
      REQUIRE(numbers.size() == 1);
      if (row.cells[2] == "multiplier") CHECK(numbers[0].kind == "multiplier");
      else CHECK(numbers[0].unit == row.cells[1]);
    }
  }
}

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
      {"$1.27 and 86.9 pence", "$1.27=1.27 money USD | 86.9 pence=86.9 money penny"},
      {"3 dollars 50 cents", "3 dollars 50 cents=3.5 money USD"},
      {"It fell 6-1/4 cents.", "6-1/4 cents=6.25 money cent"},
      {"a $3 note, A$3", "$3=3 money USD | A$3=3 money AUD"},
      {"SR9.4 trillion", "SR9.4 trillion=9400000000000 money SAR"},
      {"five million yen", "five million yen=5000000 money JPY"},
      {"20 per cent of voters", "20 per cent=20 percentage %"},
      {"nearly a third of the 770 staff",
       "nearly a third=0.3..0.3333333333333333 fraction staff | 770=770 staff"},
      {"one in five voters", "one in five=0.2 ratio voters"},
      {"between a quarter and a third of the voters",
       "between a quarter and a third=0.25..0.3333333333333333 fraction voters"},
      {"a third and final vote", "third=3 ordinal"},
      {"a kilo of salt", "a kilo=1 measure kg"},
      {"12 ft 6 in", "12 ft 6 in=12.5 measure foot"},
      {"a 10m (33ft) wave", "10m=10 measure m | 33ft=33 measure foot"},
      {"a 24\" screen; he said \"we are 64\"", "24\"=24 measure inch | 64=64"},
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
      {"the first woman to fly", "first=1 ordinal woman"},
      {"one wounded in it", "one=1"},
      {"one of two reasons", "one=1 reasons | two=2 reasons"},
      {"three of the original 57 signatories", "three=3 signatories | 57=57 signatories"},
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

TEST_CASE("a name with a number stays one where only its number is said again") {
  CHECK(found("Veterans of Unit 8217 wrote. The 8217 veterans refuse; 8217 said nothing, 8218 did.") ==
        "8217=8217 veterans | 8218=8218");
  CHECK(found("the 8217 signal unit and 8217 itself") == "");
  CHECK(found("the 737 Jet landed, 737 took off, and 700 waited") == "700=700");
  CHECK(found("8217 came before Unit 8217") == "8217=8217");
}

TEST_CASE("what stands beside a number makes it a name, or does not") {
  check_all({
      {"They drove the Model 3 home.", ""},
      {"They sold the iPhone 15 there.", ""},
      {"She was ranked No. 2 there.", ""},
      {"see pages 14-16 and page 2-29 there", ""},
      {"The new Kestrel 3.14 is out.", ""},
      {"call +44 2079460958", ""},
      {"It rose (+2.67% there).", "2.67%=2.67 percentage %"},
      {"more than three-quarters of the 20,000 students",
       "more than three-quarters=0.75..open fraction students | 20,000=20000 students"},
      {"The S&P 500 was flat.", ""},
      {"They sat with the Group of Seven there.", ""},
      {"a group of seven sat there", "seven=7"},
      {"before the Six-Day War there", ""},
      {"a six-day war there", "six=6 day"},
      {"Ferry Sinks With Seven Sailors", "Seven=7 Sailors"},
      {"It must fall below 1990 levels.", ""},
      {"It must fall below 1990 metres.", "below 1990 metres=open..1990 measure m"},
      {"fast 5G networks in 4K", ""},
      {"5g of salt", "5g=5 measure g"},
      {"zero-emission cars", ""},
      {"zero cars", "zero=0 cars"},
      {"It is one of the largest ports.", ""},
      {"It is one of the four ports.", "one=1 ports | four=4 ports"},
      {"It beat Ajax 4-2 there.", "4=4 | 2=2"},
      {"as Figure 4-2 shows", ""},
      {"the first half of it", "first=1 ordinal half"},
      {"half of it", "half=0.5 fraction"},
  });
}

TEST_CASE("Roman numerals are read where a name asks for them, and only among all identifiers") {
  numbers::Rules all;
  all.identifiers = true;
  for (const auto& [text, expected] :
       {std::pair{"after World War II there", "II=2 identifier"},
        std::pair{"see Article IV there", "IV=4 identifier"},
        std::pair{"Pope John XXIII said", "XXIII=23 identifier"},
        std::pair{"in chapter MCMXCIX there", "MCMXCIX=1999 identifier"}, std::pair{"Then I went", ""},
        std::pair{"a MIX of it", ""}, std::pair{"the DC crowd", ""}, std::pair{"Chapter IIII there", ""},
        std::pair{"Part VX there", ""}}) {
    CAPTURE(text);
    CHECK(found(text, all) == expected);
    CHECK(found(text) == "");
  }
}

TEST_CASE("how far something went, and where to, is no range") {
  check_all({
      {"It fell 12 cents to 98 cents.", "12 cents=12 money cent | 98 cents=98 money cent"},
      {"It lost 92 cents to $78.60.", "92 cents=92 money cent | $78.60=78.6 money USD"},
      {"It fell by 850,000 to 1.4 billion.", "850,000=850000 | 1.4 billion=1400000000"},
      {"It rose 1.1% to 4,512.", "1.1%=1.1 percentage % | 4,512=4512"},
      {"It rose 3 to 5 percent.", "3 to 5 percent=3..5 percentage %"},
      {"They rose from 20 to 30.", "20=20 | 30=30"},
      {"They range from 20 to 30.", "from 20 to 30=20..30"},
      {"It edged up to 4.1%.", "4.1%=4.1 percentage %"},
      {"They pay up to 4.1%.", "up to 4.1%=open..4.1 percentage %"},
      {"It will rise 60cm to 1.1m there.", "60cm to 1.1m=0.6..1.1 measure m"},
      {"It will top $1 trillion.", "will top $1 trillion=1000000000000..open money USD"},
      {"It passed three laws.", "three=3 laws"},
      {"It cost $80 a barrel.", "$80 a barrel=80 money USD/barrel"},
      {"It grew 1.5-2 percent.", "1.5-2 percent=1.5..2 percentage %"},
      {"release 1.5-2.1.7 came", ""},
      {"a six-foot-four player", "six-foot-four=6.333333333333333 measure foot"},
      {"plus or minus 3 points", "plus or minus 3=3 points"},
      {"It fell to minus 12C overnight.", "minus 12C=-12 measure °C"},
  });
}

TEST_CASE("what is taken by dates is no number") {
  const std::string_view text = "In 2024 43 signed";
  const std::vector<Span> taken = {{3, 7}};
  const auto numbers = numbers::find(text, taken, {}, "en");
  REQUIRE(numbers.size() == 1);
  CHECK(slice(text, numbers[0].span) == "43");
}

TEST_CASE("Spanish, German and French are read by their tables") {
  const auto same = [](std::string_view language, std::string_view text, std::string_view expected) {
    CAPTURE(text);
    CHECK(found(text, {}, language) == expected);
  };
  same("es", "más de 1.200 soldados israelíes", "más de 1.200=1200..open soldados israelíes");
  same("es", "unos 43 reservistas", "unos 43=39..47 reservistas");
  same("es", "cientos de miles de personas", "cientos de miles=200000..999999 personas");
  same("es", "el 12,5 por ciento", "12,5 por ciento=12.5 percentage %");
  same("de", "mehr als 1.200 israelische Soldaten", "mehr als 1.200=1200..open israelische Soldaten");
  same("de", "knapp zweitausenddreihundertfünf Soldaten",
       "knapp zweitausenddreihundertfünf=2075..2304 Soldaten");
  same("de", "2,5 Millionen Euro", "2,5 Millionen Euro=2500000 money EUR");
  same("fr", "plus de 1 200 anciens soldats", "plus de 1 200=1200..open anciens soldats");
  same("fr", "une centaine de soldats", "une centaine=90..110 soldats");
  same("fr", "quatre-vingt-dix-neuf soldats", "quatre-vingt-dix-neuf=99 soldats");
  CHECK(found("Ein Soldat kam.", {}, "de") == "");
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

namespace {

constexpr std::string_view small[] = {"zero",    "one",     "two",       "three",    "four",
                                      "five",    "six",     "seven",     "eight",    "nine",
                                      "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                      "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::string_view tens[] = {"twenty", "thirty",  "forty",  "fifty",
                                     "sixty",  "seventy", "eighty", "ninety"};
constexpr std::string_view scales[] = {"",         "thousand",    "million",    "billion",
                                       "trillion", "quadrillion", "quintillion"};

struct Spelling {
  std::string_view joint;   // " and " or " "
  std::string_view hyphen;  // "-" or " "
  std::string_view comma;   // ", " or " " between groups
};

std::string below_thousand(int value, const Spelling& spelling) {
  std::string out;
  if (value >= 100) {
    out = std::string(small[value / 100]) + " hundred";
    value %= 100;
    if (value == 0) return out;
    out += spelling.joint;
  }
  if (value < 20) return out + std::string(small[value]);
  out += tens[value / 10 - 2];
  return value % 10 == 0 ? out : out + std::string(spelling.hyphen) + std::string(small[value % 10]);
}

std::string in_words(std::uint64_t value, const Spelling& spelling) {
  if (value == 0) return "zero";
  std::vector<int> groups;
  for (; value > 0; value /= 1000) groups.push_back(static_cast<int>(value % 1000));
  std::string out;
  for (std::size_t i = groups.size(); i-- > 0;) {
    if (groups[i] == 0) continue;
    if (!out.empty())
      out += i == 0 && groups[0] < 100 && spelling.joint != " " ? spelling.joint : spelling.comma;
    out += below_thousand(groups[i], spelling);
    if (i > 0) out += ' ' + std::string(scales[i]);
  }
  return out;
}

// With and without "and", hyphens, commas.
constexpr Spelling spellings[] = {{" and ", "-", ", "}, {" and ", "-", " "}, {" and ", " ", ", "},
                                  {" and ", " ", " "},  {" ", "-", ", "},    {" ", "-", " "},
                                  {" ", " ", ", "},     {" ", " ", " "}};

void reads_back(std::uint64_t value) {
  for (const Spelling& spelling : spellings) {
    const std::string words = in_words(value, spelling);
    const auto numbers = numbers::find(words, {}, {}, "en");
    if (numbers.size() == 1 && numbers[0].span == Span{0, words.size()} &&
        numbers[0].point == static_cast<double>(value))
      continue;
    FAIL_CHECK(words << " is read as " << found(words));
  }
}

}  // namespace

TEST_CASE("every whole number below 10,000 in words, and a spread up to 10^18, is read back") {
  for (std::uint64_t value = 0; value < 10'000; ++value) reads_back(value);
  for (std::uint64_t scale = 10'000; scale <= 1'000'000'000'000'000'000; scale *= 10)
    for (const std::uint64_t digits : {1ull, 19ull, 305ull, 7'040ull})
      if (scale / 10'000 * digits > 0) reads_back(scale / 10'000 * digits);
  for (std::uint64_t value = 12'345; value < 900'000'000'000; value = value * 7 + 11) reads_back(value);
}

namespace {

struct Kinded {
  const char *text, *kind;
  double value;
};
constexpr Kinded kinded[] = {{"400 boats", "cardinal", 400},
                             {"forty boats", "cardinal", 40},
                             {"2.5 million boats", "cardinal", 2.5e6},
                             {"a third of them", "fraction", 1. / 3},
                             {"30 percent", "percentage", 30},
                             {"3 percentage points", "points", 3},
                             {"$3bn", "money", 3e9},
                             {"20 km", "measure", 20},
                             {"17 years old", "age", 17},
                             {"one in five", "ratio", 0.2},
                             {"three times", "multiplier", 3}};

// Which bounds a qualifier leaves open, and where the point lies.
void check_bounds(const NumberMention& number, double value) {
  REQUIRE(number.point);
  CHECK(*number.point == doctest::Approx(value));
  if (number.low && number.high) CHECK(*number.low <= *number.high);
  const std::string_view q = number.qualifier;
  const bool inside = q == "exact" || q == "about" || q == "over" || q == "at_least";
  if (inside) CHECK((!number.low || *number.low <= *number.point));
  if (inside) CHECK((!number.high || *number.point <= *number.high));
  if (!inside) CHECK((number.high && *number.point >= *number.high));
  CHECK(number.high.has_value() == (q != "over" && q != "at_least"));
  CHECK(number.low.has_value() == (q != "under" && q != "up_to"));
}

}  // namespace

TEST_CASE("every qualifier before a number goes with every kind of number") {
  const tables::Table table("qualifiers.en.tsv", numbers::embedded::qualifiers_en_tsv);
  for (const auto& row : table.rows()) {
    if (row.cells[1] != "before" || row.cells[2].find(' ') != std::string_view::npos)
      continue;  // of large ones
    for (const auto& [text, kind, value] : kinded) {
      const std::string phrase = "They said " + std::string(row.cells[0]) + " " + text;
      CAPTURE(phrase);
      const auto numbers = numbers::find(phrase, {}, {}, "en");
      REQUIRE(numbers.size() == 1);
      CHECK(numbers[0].span.start == 10);
      CHECK(numbers[0].qualifier == row.cells[2]);
      CHECK(numbers[0].kind == kind);
      check_bounds(numbers[0], value);
    }
  }
}

TEST_CASE("every qualifier behind a number goes with every kind of number that is no ratio or multiplier") {
  const tables::Table table("qualifiers.en.tsv", numbers::embedded::qualifiers_en_tsv);
  for (const auto& row : table.rows()) {
    if (row.cells[1] != "after" || row.cells[0].find(' ') == std::string_view::npos) continue;  // no suffixes
    for (const auto& [text, kind, value] :
         {Kinded{"400", "cardinal", 400}, Kinded{"2.5 million", "cardinal", 2.5e6},
          Kinded{"30 percent", "percentage", 30}, Kinded{"3 percentage points", "points", 3},
          Kinded{"$3bn", "money", 3e9}, Kinded{"20 km", "measure", 20}}) {
      const std::string phrase = std::string(text) + " " + std::string(row.cells[0]);
      CAPTURE(phrase);
      const auto numbers = numbers::find(phrase, {}, {}, "en");
      REQUIRE(numbers.size() == 1);
      CHECK(numbers[0].span == Span{0, phrase.size()});
      CHECK(numbers[0].qualifier == row.cells[2]);
      CHECK(numbers[0].kind == kind);
      check_bounds(numbers[0], value);
    }
  }
}

TEST_CASE("mentions lie in the text, in order, apart, low below high, whatever the text") {
  const std::string_view pieces[] = {
      "43", "1,234", " ",  "over", "nearly",  "-",    "to",  "and",    "a",        "third",
      "$",  "%",     ".",  ",",    "million", "half", "of",  "the",    "soldiers", "\n",
      "(",  "½",     "١٢", "one",  "in",      "+",    "1/4", "dozens", "é",        "between"};
  std::uint32_t state = 7;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525 + 1013904223;
      text += pieces[(state >> 16) % std::size(pieces)];
      if ((state >> 8) % 3 != 0) text += ' ';
    }
    CAPTURE(text);
    std::size_t end = 0;
    for (const NumberMention& number : numbers::find(text, {}, {}, "en")) {
      CHECK(number.span.start >= end);
      CHECK(number.span.end > number.span.start);
      end = number.span.end;
      if (number.low && number.high) CHECK(*number.low <= *number.high);
    }
    CHECK(end <= text.size());
  }
}
