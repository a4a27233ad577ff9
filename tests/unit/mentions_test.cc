#include "mentions/mentions.h"

#include <doctest/doctest.h>

#include <string>

#include "effort.h"
#include "io/io.h"
#include "json/json.h"
#include "stages/stages.h"

using namespace presscut;

namespace {

json::Record read(std::string line) {
  line.reserve(line.size() + io::spare_bytes);
  return json::Reader().read(line);
}

std::string written(const Document& document) {
  std::string out;
  json::write(document, out);
  return out;
}

std::string again(const std::string& line) { return written(read(line).document); }

Document with_all_lists() {
  Document document;
  document.dates.emplace();
  document.numbers.emplace();
  document.groups.emplace();
  document.figures.emplace();
  document.matches.emplace();
  return document;
}

}  // namespace

TEST_CASE("numbers are written as short as they read back") {
  for (const auto& [value, digits] : {std::pair<double, const char*>{0, "0"},
                                      {-0.0, "0"},
                                      {117, "117"},
                                      {-3, "-3"},
                                      {0.1, "0.1"},
                                      {1.0 / 3, "0.3333333333333333"},
                                      {2.5, "2.5"},
                                      {1200000, "1200000"},
                                      {9007199254740992.0, "9007199254740992"},
                                      {1e20, "100000000000000000000"},
                                      {1e21, "1e+21"},
                                      {0.000001, "0.000001"},
                                      {1e-7, "1e-07"}}) {
    CAPTURE(digits);
    CHECK(mentions::number(value) == digits);
    CHECK(std::stod(mentions::number(value)) == value);
  }
}

TEST_CASE("each kind of mention has its members in the order of the contract") {
  const auto names = [](const auto& members) {
    std::string all;
    for (const auto& member : members) all += std::string(member.name) + ' ';
    return all;
  };
  CHECK(names(mentions::members<DateMention>()) == "type value earliest latest anchor rule ");
  CHECK(names(mentions::members<NumberMention>()) == "low high point qualifier kind unit rule ");
  CHECK(names(mentions::members<GroupMention>()) == "name kind alias rule ");
  CHECK(names(mentions::members<FigureMention>()) ==
        "low high qualifier who role relation of event attributed_to as_of rule ");
}

TEST_CASE("mentions of the title stand before those of the text, then by their spans") {
  const Mention early{.span = {0, 4}}, longer{.span = {0, 6}}, late{.span = {5, 6}};
  const Mention title{.span = {9, 12}, .in_title = true};
  CHECK(mentions::is_before(early, longer));
  CHECK(mentions::is_before(longer, late));
  CHECK(mentions::is_before(title, early));
  CHECK_FALSE(mentions::is_before(early, early));
}

TEST_CASE("mentions come back from NDJSON as they went, spans in code points there and in bytes here") {
  const std::string line =
      R"({"id": "a", "title": "Über 600 im März", "format": 1, "text": "Am 3. März 2024 – über 600 Leute", )"
      R"("dates": [{"start": 12, "end": 16, "quote": "März", "field": "title", "type": "date", "value": "2024-03", )"
      R"("earliest": null, "latest": null, "anchor": "published", "rule": "months.de.tsv:3"}, {"start": 3, "end": 15, )"
      R"("quote": "3. März 2024", "type": "date", "value": "2024-03-03", "earliest": "2024-03-03", )"
      R"("latest": "2024-03-03", "anchor": null, "rule": "day"}], )"
      R"("numbers": [{"start": 18, "end": 26, "quote": "über 600", "low": 600, "high": null, "point": 600, )"
      R"("qualifier": "over", "kind": "cardinal", "unit": "Leute", "rule": "over"}], )"
      R"("groups": [{"start": 27, "end": 32, "quote": "Leute", "name": "Die Leute", "kind": null, "alias": "table", )"
      R"("rule": "names"}], )"
      R"("figures": [{"start": 18, "end": 32, "quote": "über 600 Leute", "low": 600.5, "high": null, )"
      R"("qualifier": "over", "who": "Leute", "role": "protester", "relation": "subset", "of": 0, "event": "e", )"
      R"("attributed_to": null, "as_of": null, "rule": "r"}], )"
      R"("matches": [{"start": 0, "end": 2, "quote": "Am", "values": {"first": "A", "none": ""}, "rule": "1"}]})";
  const json::Record record = read(line);
  CHECK(record.unsound.empty());
  const Document& document = record.document;
  REQUIRE(document.dates);
  REQUIRE(document.dates->size() == 2);
  CHECK(document.dates->at(0).in_title);
  CHECK(document.dates->at(0).span == Span{13, 18});
  CHECK(document.dates->at(1).span == Span{3, 16});
  CHECK(mentions::quote(document, document.dates->at(1)) == "3. März 2024");
  CHECK(document.numbers->at(0).low == 600);
  CHECK_FALSE(document.numbers->at(0).high);
  CHECK(document.figures->at(0).of == 0u);
  CHECK(document.matches->at(0).values.size() == 2);
  CHECK(written(document) == line);
}

TEST_CASE("an empty list is a stage that found nothing, null and no key one that has not run") {
  CHECK(read(R"({"text": "", "dates": []})").document.dates);
  CHECK_FALSE(read(R"({"text": "", "dates": null})").document.dates);
  CHECK(again(R"({"id": "a", "text": "", "dates": [], "numbers": null})") ==
        R"({"id": "a", "format": 1, "text": "", "dates": []})");
}

TEST_CASE("members of mentions that nobody knows pass through") {
  const std::string line =
      R"({"id": "a", "format": 1, "text": "IDF", "groups": [{"start": 0, "end": 3, "quote": "IDF", "name": null, )"
      R"("kind": null, "alias": null, "rule": null, "seen": {"by": [1, "x\u0007\u009b"]}, "sure": 0.50}]})";
  CHECK(again(line) == line);
}

TEST_CASE("a list whose mentions do not quote their text is told") {
  for (const char* mention :
       {R"({"start": 0, "end": 4, "quote": "IDF"})", R"({"start": 0, "end": 9, "quote": "IDF"})",
        R"({"start": 3, "end": 0, "quote": ""})", R"({"quote": "IDF"})", R"({"start": 0, "end": 3})",
        R"({"start": 0, "end": 3, "quote": "IDF", "field": "title"})",
        R"({"start": 18446744073709551615, "end": 18446744073709551615, "quote": ""})"}) {
    CAPTURE(mention);
    CHECK(read(R"({"text": "IDF é", "groups": [)" + std::string(mention) + "]}").unsound == "groups");
  }
  CHECK(read(R"({"groups": [{"start": 0, "end": 3, "quote": "IDF"}], "text": "IDF"})").unsound.empty());
}

TEST_CASE("a member of the wrong type is a bad record that names it") {
  const auto refused = [](const std::string& mention) -> std::string {
    try {
      read(R"({"text": "IDF", "figures": [)" + mention + R"(], "dates": []})");
    } catch (const io::BadRecord& bad) {
      return bad.what();
    }
    return "";
  };
  CHECK(refused(R"({"start": 0.5, "end": 3})") == "\"start\" is no whole number from 0: 0.5");
  CHECK(refused(R"({"low": "many"})") == "\"low\" is no number: \"many\"");
  CHECK(refused(R"({"who": ["we"]})") == "\"who\" is no string: [\"we\"]");
  CHECK(refused(R"({"field": "author"})") == "\"field\" is no field with mentions: \"author\"");
  CHECK(refused("[]") == "\"figures\" is not as docs/format.md has it: a value of the wrong type");
  CHECK_THROWS_AS(read(R"({"text": "", "dates": [{"type": "day"}]})"), io::BadRecord);
  CHECK_THROWS_AS(read(R"({"text": "", "dates": {"type": "date"}})"), io::BadRecord);
}

TEST_CASE("values that no JSON has are null") {
  Document document;
  document.text = "x";
  document.numbers = {{{.span = {0, 1}}, 1.0 / 0.0, -1.0 / 0.0, 0.0 / 0.0, "", "", ""}};
  CHECK(written(document).find(R"("low": null, "high": null, "point": null)") != std::string::npos);
}

TEST_CASE("many mentions in one long text cost no more than their number") {
  Document document;
  for (int i = 0; i < 200000; i += step) {
    document.text += "é1";
    const std::size_t end = document.text.size();
    if (!document.numbers) document.numbers.emplace();
    document.numbers->push_back({{.span = {end - 1, end}}, 1, 1, 1, "exact", "cardinal", ""});
  }
  const std::string line = written(document);
  CHECK(read(line).unsound.empty());
  CHECK(again(line) == line);
}

TEST_CASE("what was derived from a replaced result falls, the rest stays") {
  using stages::Stage;
  for (const Stage stage : {Stage::dates, Stage::numbers, Stage::groups}) {
    Document document = with_all_lists();
    stages::forget_derived(stage, document);
    CHECK(document.dates);
    CHECK(document.numbers.has_value() == (stage != Stage::dates));
    CHECK(document.groups);
    CHECK_FALSE(document.figures);
    CHECK(document.matches);
  }
  Document document = with_all_lists();
  stages::forget_derived(Stage::figures, document);
  CHECK(document.figures);
}

TEST_CASE("no mention outlives its text") {
  Document document = with_all_lists();
  stages::forget(document);
  mentions::each_list(document, [](auto, const auto& list) { CHECK_FALSE(list); });
}
