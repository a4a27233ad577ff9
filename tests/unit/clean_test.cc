#include "clean/clean.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "clean/characters.h"
#include "clean/stats.h"
#include "clean/tables.h"
#include "html/html.h"
#include "plain/plain.h"
#include "tables/tables.h"

using namespace presscut;

namespace {

const std::string paragraph =
    "The dockers of Lesk said on Monday that they would not load the ships before the company had paid what "
    "it owed them "
    "for the weeks of the storm, and that the letter which more than forty of them had signed was only a "
    "beginning. ";

Document cleaned(const page::Page& page) {
  Document document;
  clean::Options options;
  options.explain = true;
  clean::clean(page, options, document);
  return document;
}

std::string reason_of_text(const Document& document, std::string_view text) {
  for (const Dropped& dropped : *document.dropped)
    if (dropped.text.find(text) != std::string::npos) return std::string(name(dropped.reason));
  return "";
}

const std::vector<std::pair<std::string_view, std::string_view>> phrase_tables = {
    {"phrases.ar.tsv", clean::embedded::phrases_ar_tsv}, {"phrases.de.tsv", clean::embedded::phrases_de_tsv},
    {"phrases.en.tsv", clean::embedded::phrases_en_tsv}, {"phrases.es.tsv", clean::embedded::phrases_es_tsv},
    {"phrases.fr.tsv", clean::embedded::phrases_fr_tsv}, {"phrases.he.tsv", clean::embedded::phrases_he_tsv},
    {"phrases.it.tsv", clean::embedded::phrases_it_tsv}, {"phrases.pt.tsv", clean::embedded::phrases_pt_tsv},
    {"phrases.ru.tsv", clean::embedded::phrases_ru_tsv}};

}  // namespace

TEST_CASE("every phrase fires on its own example") {
  const clean::Words& words = clean::Words::built_in();
  std::size_t rows = 0;
  for (const auto& [name, text] : phrase_tables) {
    const tables::Table table(name, text);
    rows += table.rows().size();
    for (const auto& row : table.rows()) {
      const auto stats = clean::count(row.cells[4], words, clean::TitleWords("", clean::Words::built_in()));
      CAPTURE(table.reference(row));
      CHECK((stats.reasons & clean::bit(*reason_of(row.cells[1]))) != 0);
    }
  }
  CHECK(rows == words.phrases().size());
}

TEST_CASE("a phrase leaves alone what only looks like it") {
  const auto stats = clean::count("He shared the bread with the menu writers of Lesk.",
                                  clean::Words::built_in(), clean::TitleWords("", clean::Words::built_in()));
  CHECK(stats.sure_phrase == clean::Stats::none);
}

TEST_CASE("a label is the whole block, or stands before a colon") {
  const auto is_sure = [](std::string_view text) {
    return clean::count(text, clean::Words::built_in(), clean::TitleWords("", clean::Words::built_in()))
               .sure_phrase != clean::Stats::none;
  };
  CHECK(is_sure("Related"));
  CHECK(is_sure("Related: the harbour of Lesk closes again"));
  CHECK(is_sure("Ähnliche Artikel: Der Hafen von Lesk"));
  CHECK_FALSE(is_sure("Related work was done by the dockers of Lesk."));
  CHECK_FALSE(is_sure("The letter is related: it names the same dockers."));
}

TEST_CASE("each block says how sure the model is, where it is asked why") {
  const std::string html = "<nav><a href=/>Home</a></nav><h1>Lesk</h1><p>" + paragraph +
                           "</p><p>* * *</p><p>" + paragraph + "</p>";
  const Document explained = cleaned(html::parse(html));
  REQUIRE(explained.blocks->size() == 2);
  for (const Block& block : *explained.blocks) CHECK(block.confidence > 50);
  CHECK(reason_of_text(explained, "* * *") == "other");
  Document plain;
  clean::clean(html::parse(html), {}, plain);
  for (const Block& block : *plain.blocks) CHECK_FALSE(block.confidence);
}

TEST_CASE("phrases and stop words are sorted, and none stands twice") {
  std::vector<std::pair<std::string_view, std::string_view>> tables_of_words = phrase_tables;
  tables_of_words.emplace_back("stopwords.tsv", clean::embedded::stopwords_tsv);
  for (const auto& [name, text] : tables_of_words) {
    const tables::Table table(name, text);
    for (std::size_t i = 1; i < table.rows().size(); ++i) {
      const auto& a = table.rows()[i - 1].cells;
      const auto& b = table.rows()[i].cells;
      CAPTURE(table.reference(table.rows()[i]));
      CHECK(std::pair(a[0], a[1]) < std::pair(b[0], b[1]));
    }
  }
}

TEST_CASE("characters are told apart alike in steps and byte by byte") {
  std::mt19937 random(7);
  const std::string bytes = "aZ0'9 .!?\n,;:<=>\"/\xC3\xA9\xE2\x80\x99{|}~@[`";
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (auto i = random() % 200; i > 0; --i) text += bytes[random() % bytes.size()];
    const std::size_t at = text.empty() ? 0 : random() % text.size();
    const auto plainly = clean::masks_plainly(text, at);
    CHECK(clean::masks_of(text, at) == plainly);
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx2")) CHECK(clean::masks_in_two(text, at) == plainly);
#endif
  }
}

TEST_CASE("a block is counted alike wherever it lies and however long its words are") {
  const clean::TitleWords title("none", clean::Words::built_in());
  const clean::Words& words = clean::Words::built_in();
  const std::string block = "The ‘old’ harbour, 1850; " + std::string(130, 'q') + " – it was. Über 12 Boote!";
  const clean::Stats alone = clean::count(block, words, title);
  CHECK(alone.words == 10);
  CHECK(alone.digits == 6);
  CHECK(alone.sentences == 2);
  CHECK(alone.capitalised == 2);
  for (std::size_t before = 0; before < 130; ++before) {
    const std::string text = std::string(before, 'x') + "\n" + block + "\nbehind";
    const clean::Stats inside = clean::count(text, {before + 1, before + 1 + block.size()}, words, title);
    CHECK(inside.fingerprint == alone.fingerprint);
    CHECK(inside.words == alone.words);
    CHECK(inside.digits == alone.digits);
    CHECK(inside.stop_words == alone.stop_words);
    CHECK(inside.sentences == alone.sentences);
  }
}

TEST_CASE("an article is kept, the menu around it is not") {
  std::string html =
      "<nav><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></nav><article><h1>Quay closed in "
      "Lesk</h1>";
  for (int i = 0; i < 6; ++i) html += "<p>" + paragraph + "</p>";
  html += "</article><footer><p>All rights reserved</p></footer>";
  const Document document = cleaned(html::parse(html));
  CHECK(document.title == "Quay closed in Lesk");
  CHECK(document.text.find("dockers") != std::string::npos);
  CHECK(document.text.find("Home") == std::string::npos);
  CHECK(reason_of_text(document, "News") == "navigation");
  CHECK(reason_of_text(document, "rights") == "legal");
}

TEST_CASE("headlines under a label of related stories go with it, the text behind them stays") {
  clean::Options options;
  options.explain = true;
  options.model = std::make_shared<clean::Model>(
      clean::read_model("all", "splits\tvalues\n\t20480\n"));  // keeps every block
  const std::string teaser = "Ferry strike enters third week";
  std::string text = "Quay closed in Lesk\n\nBy Ada Maar\n\n";
  for (int i = 0; i < 6; ++i) text += paragraph + "\n\n";
  text += "Related stories\n\n* " + teaser + "\n\n" + paragraph + "\n\n" + teaser + "\n";
  Document document;
  clean::clean(plain::parse(text), options, document);
  REQUIRE(document.dropped->size() >= 2);
  CHECK(document.dropped->back().text == teaser);
  CHECK(document.dropped->back().rule == "section:related");
  CHECK(document.text.ends_with(teaser));
}

TEST_CASE("a template that nobody filled in is no text, a sentence that names one is") {
  const std::string told =
      "Write {{#each}} around the rows of the table, and {{name}} where the name of a member is to stand. ";
  const Document document = cleaned(html::parse(
      "<article><h1>The dock letter</h1><p>" + paragraph + "<p>" + told + paragraph +
      "<p>{{#text}} {{{text}}} {{/text}} Read on {{#image}}<p>" + paragraph +
      "<p>{% if member %}Hello {{ member.name }}{% endif %}<pre>{{#row}} {{name}} {{/row}}</pre>"));
  CHECK(document.text.find("around the rows") != std::string::npos);
  CHECK(reason_of_text(document, "{{{text}}}") == "style");
  CHECK(reason_of_text(document, "endif") == "style");
  CHECK(reason_of_text(document, "{{#row}}") != "style");
}

TEST_CASE("leaked style is no text, a sentence with a semicolon is") {
  std::string text = "Quay closed in Lesk\n\n";
  for (int i = 0; i < 4; ++i) text += paragraph + "\n\n";
  const Document document = cleaned(plain::parse(
      text + "p { margin: 0; color: #fff; } a:hover { color: red; }\n\n" +
      "They waited; the ships did not come; the cranes stood still in the wind.\n\n" + paragraph));
  CHECK(reason_of_text(document, "margin") == "style");
  CHECK(document.text.find("They waited;") != std::string::npos);
}

TEST_CASE("an appeal behind an article goes, a page that is an appeal stays") {
  const std::string asks[] = {
      "Before you go: please support the paper that you have just read, for it is readers like you who pay "
      "for what we do here.",
      "At a time when so many newsrooms are closing, your donation lets us send a reporter to the harbour "
      "when it matters.",
      "We are in the middle of our fundraising drive, and every gift of any size counts. Make a gift today.",
  };
  std::string appeal;
  for (const std::string& ask : asks) appeal += ask + "\n\n";
  std::string article = "Quay closed in Lesk\n\n";
  for (int i = 0; i < 8; ++i) article += paragraph + "\n\n";
  CHECK(reason_of_text(cleaned(plain::parse(article + appeal)), "newsrooms") == "promotion");
  CHECK(cleaned(plain::parse("We need your help\n\n" + appeal)).text.find("newsrooms") != std::string::npos);
}

TEST_CASE("nothing readable gives an empty text") {
  CHECK(cleaned(html::parse("<button>Close</button><button>Menu</button>")).text.empty());
  CHECK(cleaned(plain::parse("")).text.empty());
}
