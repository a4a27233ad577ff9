#include "figures/figures.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>

#include "effort.h"
#include "figures/lexicon.h"
#include "figures/tables.h"
#include "mentions/mentions.h"
#include "stages/stages.h"
#include "tables/tables.h"

using namespace presscut;

namespace {

Document read(std::string_view text) {
  Document document;
  document.text = text;
  document.date = "2031-05-02";
  document.language = "en";
  stages::run(stages::Stage::figures, {}, document);
  return document;
}

std::string spelt(std::optional<double> value) { return value ? mentions::number(*value) : ""; }

// "quote=low..high role relation" for each figure, with " | " between.
std::string found(std::string_view text) {
  const Document document = read(text);
  std::string out;
  for (const FigureMention& figure : *document.figures)
    out += fmt::format("{}{}={}..{} {} {}", out.empty() ? "" : " | ", mentions::quote(document, figure),
                       spelt(figure.low), spelt(figure.high), figure.role, figure.relation);
  return out;
}

}  // namespace

TEST_CASE("a verb tells what the people before it do") {
  CHECK(found("Forty-one keepers have signed a letter.") == "Forty-one keepers=41..41 signatory total");
  CHECK(found("Früh: 43 keepers, who live on the coast, signed a letter.") ==
        "43 keepers=43..43 signatory total");
  CHECK(found("Fourteen pilots refused to board.") == "Fourteen pilots=14..14 refuser total");
  CHECK(found("Seven nurses handed in their notice.") == "Seven nurses=7..7 resigner total");
  CHECK(found("Some 1,800 drivers walked off the job.") == "Some 1,800 drivers=1620..1980 striker total");
  CHECK(found("More than 60 pupils walked out at noon.") == "More than 60 pupils=60.. protester total");
}

TEST_CASE("agents stand behind the verb or its noun") {
  CHECK(found("A letter signed by 35 surgeons was read out.") == "35 surgeons=35..35 signatory total");
  CHECK(found("A stoppage by 85 controllers closed the airport.") == "85 controllers=85..85 striker total");
  CHECK(found("It was a march of 300 gardeners.") == "300 gardeners=300..300 protester total");
}

TEST_CASE("names stand for people, and events draw them") {
  CHECK(found("The petition has gathered 4,000 signatures.") ==
        "4,000 signatures=4000..4000 signatory total");
  CHECK(found("The letter was read out. It carries 43 names.") == "43 names=43..43 signatory total");
  CHECK(found("The petition has passed 12,000 signatures.") ==
        "passed 12,000 signatures=12000.. signatory total");
}

TEST_CASE("parts, increments and earlier levels are told from totals") {
  CHECK(found("Forty bakers, of whom nine are masters, signed the letter.") ==
        "Forty bakers=40..40 signatory total | nine=9..9 signatory subset");
  CHECK(found("Another 22 masons have joined the 61 who signed the letter in May.") ==
        "Another 22 masons=22..22 signatory increment | 61=61..61 signatory prior");
  CHECK(found("Three of the signatories have withdrawn their names.") == "Three=3..3 retractor retraction");
  CHECK(found("The petition needs 10,000 signatures.") == "10,000 signatures=10000..10000 signatory goal");
}

TEST_CASE("what somebody is of is a base") {
  CHECK(found("Twelve of the 19 councillors resigned.") ==
        "Twelve=12..12 resigner total | 19 councillors=19..19 other total");
  CHECK(read("Twelve of the 19 councillors resigned.").figures->at(0).of == 1u);
}

TEST_CASE("who a base counts does not begin with of") {
  const Document document = read("Six of the hundreds of clerks resigned.");
  REQUIRE(document.figures->size() == 2);
  CHECK((*document.figures)[1].who == "clerks");
}

TEST_CASE("voices give numbers without a noun") {
  CHECK(found("Organisers put the crowd at 40,000; police said 15,000.") ==
        "40,000=40000..40000 protester total | 15,000=15000..15000 protester total");
  const Document document = read("Organisers put the crowd at 40,000; police said 15,000.");
  CHECK(document.figures->at(0).attributed_to == "organisers");
  CHECK(document.figures->at(1).attributed_to == "police");
}

TEST_CASE("other counts are left alone") {
  for (const char* text : {"The blast killed 14 people and wounded 60.", "Police arrested 35 demonstrators.",
                           "The bill was adopted by 212 votes to 140.", "The union has 48,000 members.",
                           "Twelve organisations signed the letter.", "He is 43 and has 3 children.",
                           "The court fined the paper 20,000 crowns.", "The Unit 8200 was founded in 1952.",
                           "Some 400 commuters were stranded.", "The strike has lasted 40 days.", "", "43"})
    CHECK_MESSAGE(found(text) == "", text);
}

TEST_CASE("an event behind a verb tells what its people do") {
  CHECK(found("Some 900 clerks staged a two-hour walkout.") == "Some 900 clerks=810..990 striker total");
  CHECK(found("Sixty nurses attended the vigil.") == "Sixty nurses=60..60 protester total");
  CHECK(found("Industrial action by 900 rail staff begins.") == "900 rail staff=900..900 striker total");
  CHECK(found("Nearly 90,000 people attended the music festival.") == "");
  CHECK(found("More than 1,200 delegates gathered in Orlem for the summit.") == "");
}

TEST_CASE("what is signed may be no letter") {
  for (const char* text :
       {"The two leaders signed the treaty.", "Thirty people have signed up for the course.",
        "The club signed three players.", "A pact signed by 12 ministers was torn up."})
    CHECK_MESSAGE(found(text) == "", text);
}

TEST_CASE("words in front of their subject tell of it") {
  CHECK(found("Among those who signed were three judges.") == "three judges=3..3 signatory subset");
  CHECK(found("The first to refuse were two corporals.") == "two corporals=2..2 refuser total");
  CHECK(found("The strikers, about 1,100 in all, stay at the gate.") ==
        "about 1,100=990..1210 striker total");
  CHECK(found("Among those arrested were three judges.") == "");
}

TEST_CASE("parts act for themselves, asides are left") {
  CHECK(found("Forty aides signed the letter. Six of them have since resigned.") ==
        "Forty aides=40..40 signatory total | Six=6..6 resigner subset");
  CHECK(found("The staff - 702 of 740 clerks - had signed the letter.") ==
        "702=702..702 signatory total | 740 clerks=740..740 other total");
  CHECK(found("Over 100 artists, among them five singers, have signed.") ==
        "Over 100 artists=100.. signatory total | five singers=5..5 signatory subset");
}

TEST_CASE("ratios, rates, years and numbers of things are left alone") {
  for (const char* text :
       {"Or one worker in three stopped work.", "It gained more than a thousand signatures a minute.",
        "On page 9 the strikers tell their story.", "The list has 5 steps, as step 3 says.",
        "The firm showed growth of 20, demonstrating strong demand.",
        "Some 300 parents have withdrawn their children from the school."})
    CHECK_MESSAGE(found(text) == "", text);
}

TEST_CASE("who leaves an office resigns, who leaves a hall in protest walks out") {
  CHECK(found("Thirty solicitors have withdrawn from pending trials.") ==
        "Thirty solicitors=30..30 resigner total");
  CHECK(found("Three members left the chamber in protest.") == "Three members=3..3 protester total");
  CHECK(found("Three guests left the hall at ten.") == "");
  CHECK(found("The drivers are on strike. Some 200 drivers left their posts.") ==
        "Some 200 drivers=180..220 striker total");
}

TEST_CASE("a number from which another one came is an earlier level") {
  CHECK(found("The number of soldiers who refuse to return has climbed to 212, from 180 a month ago.") ==
        "212=212..212 refuser total | 180=180..180 refuser prior");
}

TEST_CASE("what people are asked or may do is not done") {
  CHECK(found("The union called on 18,000 clerks to stay at home.") == "");
  CHECK(found("Some 900 reservists could stop volunteering.") == "Some 900 reservists=810..990 refuser goal");
  CHECK(found("The boycott spreads. Ninety artists have pledged to stay away from the gala.") ==
        "Ninety artists=90..90 protester goal");
}

TEST_CASE("a weak verb is borne out by what follows") {
  CHECK(found("More than 180 judges called for a vote. In an open letter they wrote that time is short.") ==
        "More than 180 judges=180.. signatory total");
  CHECK(found("More than 180 judges called for a vote. They went home.") == "");
  CHECK(found("The petition has 900 signatures. The office struck out 217 as invalid.") ==
        "900 signatures=900..900 signatory total | 217=217..217 signatory subset");
  CHECK(found("The petition has been signed more than 4,000 times.") ==
        "more than 4,000 times=4000.. signatory total");
  CHECK(found("The strike went on. Management said 190 of 410 clerks were absent.") ==
        "190=190..190 striker total | 410 clerks=410..410 other total");
}

TEST_CASE("parts that suffer are no figures, parts in one place are") {
  CHECK(found("Forty officers refused an order; three of them were shot.") ==
        "Forty officers=40..40 refuser total");
  CHECK(found("Some 4,600 dockers downed tools. In Lorne alone 1,250 stayed away.") ==
        "Some 4,600 dockers=4140..5060 striker total | 1,250=1250..1250 striker subset");
  CHECK(found("A judge freed 17 of the 29 protesters arrested in August.") == "");
}

TEST_CASE("a level counted from another day belongs to the event of that day") {
  const Document document = read(
      "In January 2002 a letter was signed by 51 officers. Three years later the number of signatories "
      "had reached over 600.");
  REQUIRE(document.figures->size() == 2);
  CHECK(document.figures->at(1).as_of == "2005");
  CHECK(document.figures->at(1).event == document.figures->at(0).event);
}

TEST_CASE("the first figure of a text may be of a later day") {
  const Document document = read(
      "In January 2002 a letter was written. Three years later the number of signatories had reached 51.");
  REQUIRE(document.figures->size() == 1);
  CHECK(document.figures->at(0).as_of == "2005");
}

TEST_CASE("figures come in the order of their spans and of points into the list") {
  const Document document =
      read("Twelve of the 19 councillors resigned. Forty bakers, two of them masters, signed the letter.");
  for (std::size_t i = 1; i < document.figures->size(); ++i)
    CHECK(document.figures->at(i - 1).span.start <= document.figures->at(i).span.start);
  for (const FigureMention& figure : *document.figures)
    CHECK(figure.of.value_or(0) < document.figures->size());
}

TEST_CASE("every word of the table stands in its example, and is read there") {
  using namespace figures;
  const Lexicon& words = *lexicon("en");
  const tables::Table table("words.en.tsv", embedded::words_en_tsv);
  for (const auto& row : table.rows()) {
    const auto tokens = text::tokenize(row.cells[0]);
    std::size_t taken = 0;
    const Entry* entry = words.longest(tokens, 0, taken);
    const bool read = entry && taken == tokens.size() && text::fold(entry->word) == text::fold(row.cells[0]);
    const bool stands = text::fold(row.cells[3]).find(text::fold(row.cells[0])) != std::string::npos;
    CHECK_MESSAGE((read && stands), std::string(row.cells[0]), ": ", std::string(row.cells[3]));
  }
}

namespace {

// Long enough to be read in several pieces, with a date and figures in each sentence.
std::string long_text() {
  std::string text = "Zürich: 40 Ärzte.\n";
  for (int i = 0; i < scaled(6000); ++i)
    text += fmt::format("On {} May {} dockers, 12 of whom were new, signed the letter of the {}.{}",
                        i % 28 + 1, i + 2, i, i % 400 == 0 ? "\n\n" : " ");
  return text;
}

Document without_mentions(std::string_view text) {
  Document document;
  document.title = "On Friday 300 dockers signed a letter";
  document.text = text, document.date = "2031-05-02", document.language = "en";
  return document;
}

std::string all_of(const Document& document) {
  std::string all;
  for (const FigureMention& f : *document.figures)
    all +=
        fmt::format("{} {} {} {} {} {} {} {} {} {} {}\n", f.in_title, f.span.start, f.span.end, spelt(f.low),
                    spelt(f.high), f.who, f.role, f.relation, f.of ? *f.of : 0, f.event, f.as_of);
  return all;
}

}  // namespace

TEST_CASE("figures whose dates and numbers nobody keeps are the same") {
  const std::string text = long_text();
  Document kept = without_mentions(text), alone = kept, dated = kept;
  stages::run(stages::Stage::figures, {}, kept);
  stages::find_figures_alone({}, alone);
  CHECK(alone.figures->size() > scaled(6000));
  CHECK(all_of(alone) == all_of(kept));
  CHECK_FALSE(alone.dates);
  CHECK_FALSE(alone.numbers);
  stages::run(stages::Stage::dates, {}, dated);
  stages::find_figures_alone({}, dated);
  CHECK(all_of(dated) == all_of(kept));
  CHECK(dated.dates->size() == kept.dates->size());
}

TEST_CASE("numbers that a document brings stay, and a language without figures has none") {
  Document brought = without_mentions("Some 40 teachers marched.");
  stages::run(stages::Stage::numbers, {}, brought);
  stages::find_figures_alone({}, brought);
  CHECK(brought.numbers->size() == 2);
  CHECK(brought.figures->size() == 2);
  Document other = without_mentions("Am 3. Mai 2031 kamen 40 Leute.");
  other.language = "de";
  stages::find_figures_alone({}, other);
  CHECK(other.figures->empty());
}
