#include "tally/tally.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "effort.h"
#include "io/io.h"
#include "stages/stages.h"
#include "tables/tables.h"
#include "tally/tables.h"

using namespace presscut;
using namespace std::string_literals;
using tally::Source;

namespace {

Source read(const std::string& id, const std::string& date, const std::string& text) {
  Document document;
  document.id = id, document.date = date, document.text = text, document.language = "en";
  document.hostname = id + ".example";
  stages::run(stages::Stage::figures, {}, document);
  return tally::evidence(document);
}

std::string table(std::vector<Source> sources, const tally::Choices& choices = {}) {
  tally::View view;
  view.form = tally::View::Form::tsv, view.header = false;
  return tally::print(tally::shown(tally::reconcile(sources, choices), view), view);
}

// "low..high basis" of each row, then what stands in the end.
std::string rows(std::vector<Source> sources) {
  std::string out;
  const auto spelt = [](std::optional<double> value) { return value ? fmt::format("{}", *value) : ""; };
  for (const tally::Event& event : tally::reconcile(sources)) {
    for (const tally::Row& row : event.rows)
      out += fmt::format("{}..{} {}, ", spelt(row.interval.low), spelt(row.interval.high), row.basis);
    if (event.final) out += fmt::format("= {}..{}; ", spelt(event.final->low), spelt(event.final->high));
  }
  return out;
}

// Ids one of which begins as the other, and more figures than digits of a small number.
struct SortedDocuments {
  SortedDocuments() {
    for (const std::string id : {"a", "a!", "a\"b\t{", "\u00fc"}) {
      Document document;
      document.id = id, document.date = "2031-05-02", document.language = "en";
      for (int i = 0; i < 12; ++i)
        document.text += fmt::format("Some {} keepers signed the letter.\n\n", 40 + i);
      stages::run(stages::Stage::figures, {}, document);
      tally::write_lines(document, [&](std::string_view line) { lines.emplace(line); });
      whole.insert(tally::write(tally::evidence(document)));
    }
  }

  std::set<std::string> lines, whole;
};

const char* const letter = "of the keepers of Tobin Harbour to minister Ashe";

}  // namespace

TEST_CASE("increments are added to what was known, with their lineage") {
  std::vector<Source> sources = {
      read("a", "2031-05-02", fmt::format("A letter {} was signed by 138 keepers.", letter)),
      read("b", "2031-05-09",
           fmt::format("Another 15 keepers have joined the 138 who signed the letter {}.", letter))};
  CHECK(rows(sources) == "138..138 stated, 153..153 computed, = 153..153; ");
  CHECK(tally::reconcile(sources)[0].rows[1].from.size() == 2);
}

TEST_CASE("a stated total shows what it is the sum of") {
  const auto events = [](std::vector<Source> sources) { return tally::reconcile(sources); };
  const auto found =
      events({read("a", "2031-05-09",
                   fmt::format("Another 15 keepers have joined the 138 who signed the letter {}. "
                               "That makes 153 keepers who refuse to serve.",
                               letter))});
  REQUIRE(found.size() == 1);
  CHECK(found[0].final->low == 153);
  CHECK(found[0].rows.back().from.size() == 3);
}

TEST_CASE("a counter-letter is the same letter for those who wrote it") {
  CHECK(rows({read("a", "2031-05-02", fmt::format("More than 60 pilots signed a letter {}.", letter)),
              read("b", "2031-05-04",
                   fmt::format("In a counter-letter {}, more than 60 pilots condemned us.", letter))}) ==
        "60.. stated, = 60..; ");
  CHECK(rows({read("a", "2031-05-02", fmt::format("A letter {} was signed by 88 keepers.", letter)),
              read("b", "2031-05-04",
                   fmt::format("In a counter-letter {}, 130 pilots condemned us.", letter))}) ==
        "88..88 stated, = 88..88; 130..130 stated, = 130..130; ");
}

TEST_CASE("a subset is never added") {
  CHECK(rows({read("a", "2031-05-02",
                   fmt::format("Forty keepers, of whom nine are women, signed a letter {}.", letter))}) ==
        "40..40 stated, = 40..40; ");
}

TEST_CASE("an old number told again is stale and changes nothing") {
  CHECK(rows({read("a", "2031-05-02", fmt::format("A letter {} was signed by 120 keepers.", letter)),
              read("b", "2031-05-05", fmt::format("The letter {} has been signed by 165 keepers.", letter)),
              read("c", "2031-05-08", fmt::format("Some 120 keepers have signed the letter {}.", letter))}) ==
        "120..120 stated, 165..165 stated, 108..132 stale, = 165..165; ");
}

TEST_CASE("police and organisers contradict each other") {
  std::vector<Source> sources = {
      read("a", "2031-06-14", "Police said 32,000 people marched through Marbeck; organisers said 70,000.")};
  const auto events = tally::reconcile(sources);
  REQUIRE(events.size() == 1);
  CHECK(events[0].conflicts.size() == 2);
  CHECK(events[0].final->low == 32000);
  CHECK(events[0].final->high == 70000);
}

TEST_CASE("a copy is one story") {
  const std::string story =
      "Forty keepers have signed a letter to minister Ashe. The letter asks him to keep the lamps of Tobin "
      "Harbour lit through the winter.";
  std::vector<Source> sources = {read("a", "2031-05-02", story), read("b", "2031-05-03", story)};
  const auto events = tally::reconcile(sources);
  REQUIRE(events.size() == 1);
  REQUIRE(events[0].rows.size() == 1);
  CHECK(events[0].rows[0].from.size() == 2);
  CHECK(events[0].rows[0].stories == 1);
}

TEST_CASE("a partial line reads back as it was written, and others are refused") {
  const Source source = read("ä", "2031-05-02", "Forty keepers, \"of whom\" nine left, signed a letter.");
  const std::string line = tally::write(source);
  CHECK(tally::write(tally::read(line)) == line);
  for (const char* bad :
       {"", "{}", "[1]", "{\"tally\": 99, \"words\": [], \"figures\": []}", "{\"tally\": 1}"})
    CHECK_THROWS_AS(tally::read(bad), io::BadRecord);
  const auto with_hash = [&](const std::string& hash) {
    const std::size_t at = line.find("\"sketch\": [") + std::string("\"sketch\": [").size();
    return line.substr(0, at) + hash + line.substr(line.find_first_of(",]", at));
  };
  CHECK_NOTHROW(tally::read(with_hash("65535")));
  CHECK_THROWS_AS(tally::read(with_hash("65536")), io::BadRecord);
  CHECK_THROWS_AS(tally::read(with_hash("-1")), io::BadRecord);
  CHECK(
      tally::write(tally::read("{\"figures\": [], \"seen\": {\"by\": [1]}, \"words\": [], \"tally\": 1}")) ==
      "{\"tally\": 1, \"words\": [], \"figures\": []}\n");
  for (const std::string& bad :
       {line + line, line.substr(0, line.size() - 2), "{\"words\": [], \"figures\": []}\n"s})
    CHECK_THROWS_AS(tally::read(bad), io::BadRecord);
}

TEST_CASE("what stands around the figures of one endless sentence is no multiple of it") {
  Document document;
  document.figures.emplace();
  for (int i = 0; i < 6000; ++i) {
    FigureMention mention;
    mention.span = {document.text.size(), document.text.size() + 2};
    document.figures->push_back(mention);
    document.text += "40 keepers and another ";
  }
  const Source source = tally::evidence(document);
  std::size_t bytes = 0;
  for (const tally::Figure& figure : source.figures) bytes += figure.sentence.view().size();
  CHECK(bytes < 6'000'000);
  CHECK(source.figures[100].sentence.view().size() > 1200);
  CHECK(source.figures.back().sentence.view().find("40") != std::string::npos);
}

TEST_CASE("researchers name events and decide on figures") {
  std::vector<Source> sources = {
      read("a", "2031-05-02", fmt::format("A letter {} was signed by 138 keepers.", letter))};
  const std::string id(sources[0].figures[0].id);
  tally::Choices choices;
  choices.event_rules = "Harbour letter\tTobin Harbour\n";
  CHECK(table(sources, choices).starts_with("Harbour letter\t"));
  choices.decisions = id + "\tvalue 130..140\n";
  CHECK(table(sources, choices).find("\t130\t140\t") != std::string::npos);
  choices.decisions = id + "\treject\n";
  CHECK(table(sources, choices) == "");
  choices.decisions = id + "\tmaybe\n";
  CHECK_THROWS(table(sources, choices));
}

TEST_CASE("a number that fits a level before the last one is stale, also where that is only told of") {
  CHECK(rows({read("a", "2031-05-09",
                   "Some 130 keepers have signed a letter to Tobin Harbour. An additional 15 keepers joined "
                   "the 138 "
                   "previous signatories of the letter on Tuesday.")})
            .find("117..143 conflict") == std::string::npos);
}

TEST_CASE("an event is called what a newspaper would call it") {
  const auto name_of = [](std::string_view text) {
    std::vector<Source> sources = {read("a", "2031-05-02", std::string(text))};
    const auto events = tally::reconcile(sources);
    return events.empty() ? std::string() : events[0].name;
  };
  CHECK(name_of("Forty-one lighthouse keepers have signed a letter to the minister of ports on Friday.") ==
        "letter of lighthouse keepers to the minister of ports");
  CHECK(name_of("Some 900 tram drivers went on strike over night pay on Monday.") ==
        "strike of tram drivers over night pay");
  CHECK(name_of("More than 2,000 people have signed the petition to save the Hallin observatory.") ==
        "petition to save the Hallin observatory");
  CHECK(name_of("Some 300 people marched in Kestrel Bay on Sunday.") == "protest in Kestrel Bay");
  CHECK(name_of("Ten more clerks resigned. They add, ask and expect.") == "");
  CHECK(name_of("The petition has 400 signatures.") == "petition");
}

TEST_CASE("the whole country and one town, and two marches, are events of their own") {
  std::vector<Source> sources = {
      read("a", "2031-05-02",
           "About 2,400 ferry workers across the country went on strike over rosters. In Port "
           "Lisle alone, 600 ferry workers stayed away."),
      read("b", "2031-05-02", "Some 600 ferry workers struck in Port Lisle in the row over rosters.")};
  auto events = tally::reconcile(sources);
  REQUIRE(events.size() == 2);
  CHECK(events[0].conflicts.size() + events[1].conflicts.size() == 0);
  sources = {read("a", "2031-05-02", "Some 1,500 people marched through Andry against the motorway."),
             read("b", "2031-05-10", "Some 3,200 people marched through Andry against the motorway.")};
  CHECK(tally::reconcile(sources).size() == 2);
  sources[1].date = "2031-05-03";
  CHECK(tally::reconcile(sources).size() == 1);
}

TEST_CASE("those who refuse and those who sign that they will are one event") {
  std::vector<Source> sources = {
      read("a", "2031-05-02", "The number of marines who refuse to go to the Marsh Islands has risen to 71."),
      read("b", "2031-05-05",
           "Another six marines have signed the letter in which 71 marines refuse to go to the Marsh "
           "Islands.")};
  const auto events = tally::reconcile(sources);
  REQUIRE(events.size() == 1);
  CHECK(events[0].final == tally::Interval{77, 77});
}

TEST_CASE("every word of the table of names stands in its example") {
  const tables::Table table("naming.en.tsv", tally::embedded::naming_en_tsv);
  for (const auto& row : table.rows())
    CHECK_MESSAGE(row.cells[3].find(row.cells[0]) != std::string::npos, std::string(row.cells[0]));
}

TEST_CASE("parts in any partition and order make the tally of the whole") {
  static const char* const places[] = {"Marbeck", "Velden", "Ostrand", "Corran", "Sennet"};
  static const char* const people[] = {"keepers", "bakers", "nurses", "drivers"};
  std::mt19937 random(7);
  std::vector<std::string> lines;
  for (int i = 0; i < 200; ++i) {
    const std::string place = places[random() % 5], who = people[random() % 4];
    const auto number = 20 + random() % 300;
    const std::string text =
        i % 3 == 0 ? fmt::format("Another {} {} of {} signed the letter to the mayor of {}.", number % 20 + 2,
                                 who, place, place)
        : i % 3 == 1
            ? fmt::format("A letter to the mayor of {} was signed by {} {} of {}.", place, number, who, place)
            : fmt::format("Police said {} {} marched through {}, organisers {}.", number, who, place,
                          number * 2);
    lines.push_back(
        tally::write(read(fmt::format("d{}", i), fmt::format("2031-05-{:02}", 1 + random() % 28), text)));
  }
  const auto whole_of = [](const std::set<std::string>& evidence) {
    std::vector<Source> sources;
    for (const std::string& line : evidence) sources.push_back(tally::read(line));
    tally::View view;
    view.form = tally::View::Form::ndjson;
    return tally::print(tally::shown(tally::reconcile(sources), view), view);
  };
  const std::string whole = whole_of({lines.begin(), lines.end()});
  CHECK(whole.size() > 1000);
  for (const int threads : {2, 5}) {
    tally::Reader reader(threads);
    for (const std::string& line : std::set(lines.begin(), lines.end())) reader.add(line);
    auto sources = reader.take();
    tally::View view;
    view.form = tally::View::Form::ndjson;
    CHECK(tally::print(tally::shown(tally::reconcile(sources, {}, threads), view), view, threads) == whole);
  }
  for (int round = 0; round < 100; round += step) {
    std::shuffle(lines.begin(), lines.end(), random);
    std::vector<std::set<std::string>> parts(1 + random() % 9);
    for (const std::string& line : lines) parts[random() % parts.size()].insert(line);
    std::set<std::string> merged;
    for (const auto& part : parts) merged.insert(part.begin(), part.end());
    if (whole_of(merged) != whole) FAIL_CHECK("round ", round);
  }
}

TEST_CASE("evidence in many lines is evidence in one") {
  SortedDocuments documents;
  std::string in_one;
  for (const std::string& line : documents.whole) in_one += line;
  std::string joined;
  tally::Joiner joiner([&](const std::string& piece) { return joined += piece, true; });
  tally::Reader reader;
  for (const std::string& line : documents.lines) joiner.add(line), reader.add(line);
  joiner.end();
  CHECK(joined == in_one);
  std::string read;
  for (const Source& source : reader.take()) read += tally::write(source);
  CHECK(read == in_one);
}

TEST_CASE("evidence in one line is passed on as it stands, and nothing is made of no figure") {
  const Source source = read("a", "2031-05-02", "Some 40 keepers signed a letter.");
  std::string joined;
  tally::Joiner joiner([&](const std::string& piece) { return joined += piece, true; });
  CHECK(joiner.add(tally::write(source)));
  CHECK(joiner.end());
  CHECK(joined == tally::write(source));
  tally::Reader reader;
  reader.add(tally::write(source));
  CHECK(reader.take().size() == 1);
  int lines = 0;
  tally::write_lines({}, [&](std::string_view) { ++lines; });
  CHECK(lines == 0);
}
