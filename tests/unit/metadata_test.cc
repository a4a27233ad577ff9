// What metadata makes of whole pages.
#include "metadata/metadata.h"

#include <doctest/doctest.h>

#include <string>

#include "html/html.h"
#include "metadata/tables.h"
#include "plain/plain.h"
#include "tables/tables.h"

using namespace presscut;

namespace {

metadata::Metadata read(std::string_view html, std::string_view url = "", std::string_view latest = "") {
  return metadata::read(html::parse(html), url, metadata::Lines::none, latest);
}

metadata::Metadata read_text(std::string_view text) { return metadata::read(plain::parse(text), ""); }

// A page with a head, a byline and running text.
std::string story(std::string_view head, std::string_view byline) {
  const std::string paragraph =
      "<p>The dockers of Lesk said on Monday that they would not load the ships before the company had paid. "
      "They left the quay at noon and nobody took their place.</p>";
  return "<html lang=en-GB><head>" + std::string(head) +
         "</head><body><ul><li><a href=/>Home</a></ul><h1>Quay closed"
         " in Lesk</h1>" +
         std::string(byline) + paragraph + paragraph + "<footer>© 2019 The Courier</footer>";
}

}  // namespace

TEST_CASE("every name of fields.tsv fills its field") {
  const tables::Table table("fields.tsv", metadata::embedded::fields_tsv);
  for (const auto& row : table.rows()) {
    CAPTURE(row.cells[0]);
    const std::string html =
        "<meta name=\"" + std::string(row.cells[0]) + "\" content=\"" + std::string(row.cells[3]) + "\"><p>x";
    const auto read = metadata::read(html::parse(html), "");
    const std::string_view field = row.cells[1];
    CHECK((field == "published"  ? read.date
           : field == "modified" ? read.date_modified
           : field == "author"   ? read.author
           : field == "sitename" ? read.sitename
           : field == "title"    ? read.title
                                 : read.language) == row.cells[3]);
  }
}

TEST_CASE("days that a page declares") {
  const std::pair<const char*, const char*> cases[] = {
      {R"(<meta property="article:published_time" content="2024-05-03T07:40:00+01:00">)", "2024-05-03T07:40"},
      {R"(<meta name="DC.date.issued" content="2024-05-03">)", "2024-05-03"},
      {R"(<meta name="pubdate" content="20240503">)", "2024-05-03"},
      {R"(<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-03T07:40"}</script>)",
       "2024-05-03T07:40"},
      {R"(<script>{"@context":"https://schema.org","@type":["Article"],"datePublished":"2024-05-03"}</script>)",
       "2024-05-03"},
      {"<script type=\"application/ld+json\">//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"a\nb\","
       "\"datePublished\":\"2024-05-03\"}//]]></script>",
       "2024-05-03"},
      {R"(<script type="application/ld+json">{"@type":"Article","datePublished":"2024-05-03",,}</script>)",
       "2024-05-03"},
      {R"(<script type="application/ld+json">{"@type":"ImageObject","datePublished":"2024-05-03"}</script>)",
       ""},
      {R"(<script type="application/ld+json">{"@type":"Event","startDate":"2024-05-03"}</script>)", ""},
      {R"(<meta property="article:published_time" content="1970-01-01T00:00:00Z">)", ""},
  };
  for (const auto& [head, date] : cases) {
    CAPTURE(head);
    CHECK(read(story(head, "")).date == date);
  }
}

TEST_CASE("days that a page shows") {
  const std::pair<const char*, const char*> cases[] = {
      {"<p>3 May 2024, 07:40</p>", "2024-05-03T07:40"},
      {"<p>Posted on 03/04/2024</p>", "2024-04-03"},
      {"<time datetime=\"2024-05-03T07:40\">yesterday</time>", "2024-05-03T07:40"},
      {"<div class=meta><abbr class=published title=\"2024-05-03\">3 May</abbr> by Anna Maar</div>",
       "2024-05-03"},
      {"<span itemprop=datePublished>3 May 2024</span>", "2024-05-03"},
      {"<span class=post-date>03.05.24</span>", "2024-05-03"},
      {"<p>Last updated 9 May 2024. First published 3 May 2024.</p>", "2024-05-03"},
      {"<p>Published 3 May 20249 May 2024 by Anna</p>", "2024-05-03"},
      {"<p>Last updated 9 May 2024</p>", ""},
      {"<p>Deadline: 9 May 2024</p>", ""},
      {"<p>Call +49 2024 05 03 or 555-2024</p>", ""},
      {"<table><tr><th>Date<td>3 May 2024<tr><th>Place<td>Lesk</table>", ""},
  };
  for (const auto& [byline, date] : cases) {
    CAPTURE(byline);
    CHECK(read(story("", byline)).date == date);
  }
}

TEST_CASE("a verb behind the day tells its role, at the end of the text, too") {
  const std::string html =
      story("", "") + "<p>Dieser Artikel wurde am 3. Mai 2024 um 07:40 von Anna geschrieben.</p>";
  CHECK(read(html).date == "2024-05-03T07:40");
}

TEST_CASE("days of comments are none of the page") {
  CHECK(read(story("", "") + "<div class=comments><p>Anna, 3 May 2024</p><p>Well done.</p></div>")
            .date.empty());
}

TEST_CASE("the line with which a text begins may give its day") {
  const std::string rest =
      " The dockers of the harbour said that they would not load any ships before the company had paid "
      "them.</p>";
  CHECK(read(story("", "<p>Lesk (3 May 2024)." + rest)).date == "2024-05-03");
  CHECK(read(story("", "<p>3 May 2024 –" + rest)).date == "2024-05-03");
  CHECK(read(story("", "<p>Since 3 May 2024 nobody works there." + rest)).date.empty());
}

TEST_CASE("days of a list of stories, in the text or of the copyright are none of the page") {
  CHECK(read(story("",
                   "<p>In May 2020 and on 3 May 2021 the quay had been closed before, said the harbour "
                   "office.</p>"))
            .date.empty());
  std::string list = story("", "");
  for (const char* day : {"3 May 2024", "4 May 2024", "5 May 2024"})
    list += "<div class=related><a href=/x>Another story</a> <span class=date>" + std::string(day) +
            "</span></div>";
  CHECK(read(list).date.empty());
}

TEST_CASE("sources that agree outweigh one that does not") {
  const char* head =
      R"(<meta property="article:published_time" content="2024-05-06T14:25:00">)"
      R"(<script type="application/ld+json">{"@type":"Article","datePublished":"2024-05-03T10:25:00"}</script>)";
  CHECK(read(story(head, "")).date == "2024-05-03T10:25");
  CHECK(read(story(head, "<p>6 May 2024</p>")).date == "2024-05-06T14:25");
  CHECK(read(story(head, "<p>6 May 2024</p>"), "https://a.example/2024/05/02/quay").date == "2024-05-02");
}

TEST_CASE("a moment in UTC yields to the clock of the page") {
  const char* head = R"(<meta property="article:published_time" content="2024-05-03T23:30:00Z">)";
  CHECK(read(story(head, "")).date == "2024-05-03T23:30");
  CHECK(read(story(head, "<p>4 May 2024, 00:30</p>")).date == "2024-05-04T00:30");
  CHECK(read(story(head, "<p>4 May 2024</p>")).date == "2024-05-04");
  CHECK(read(story(head, ""), "https://a.example/2024/05/04/quay").date == "2024-05-04");
  CHECK(read(story(head, "<p>7 May 2024</p>")).date == "2024-05-03T23:30");
}

TEST_CASE("publication and change are told apart") {
  const auto both = read(story(R"(<meta property="article:published_time" content="2024-05-03">)"
                               R"(<meta property="article:modified_time" content="2024-05-09">)",
                               ""));
  CHECK(both.date == "2024-05-03");
  CHECK(both.date_modified == "2024-05-09");
  CHECK(read(story("", "<p>Published 3 May 2024 | Updated 9 May 2024</p>")).date_modified == "2024-05-09");
  CHECK(read(story("", "<p>Last updated 9 May 2024</p>")).date_modified == "2024-05-09");
}

TEST_CASE("no date lies behind the day of the crawl") {
  const std::string html = story(R"(<meta property="article:published_time" content="2024-05-03">)", "");
  CHECK(read(html, "", "2024-05-03").date == "2024-05-03");
  CHECK(read(html, "", "2024-05-02").date.empty());
  CHECK(read(story("", "<p>Posted 3 May 2024</p>"), "", "2024-05-02").date.empty());
}

TEST_CASE("authors that a page declares or shows") {
  const std::tuple<const char*, const char*, const char*> cases[] = {
      {R"(<meta name=author content="Anna Maar">)", "", "Anna Maar"},
      {R"(<meta name=author content="admin">)", "<p>By Anna Maar</p>", "Anna Maar"},
      {R"(<meta name=author content="amaar">)", "<p>By Anna Maar</p>", "Anna Maar"},
      {R"(<meta name=author content="The Courier"><meta property=og:site_name content="The Courier">)", "",
       ""},
      {R"(<meta name=citation_author content="Maar, Anna"><meta name=citation_author content="Lind, Bo">)",
       "", "Anna Maar; Bo Lind"},
      {R"(<meta name=twitter:label1 content="Written by"><meta name=twitter:data1 content="Anna Maar">)", "",
       "Anna Maar"},
      {"", "<p>3 May 2024 by Anna Maar</p>", "Anna Maar"},
      {"", "<p>Posted by anna_m on 3 May 2024</p>", "anna_m"},
      {"", "<p>Written by</p><p>Anna Maar</p>", "Anna Maar"},
      {"", "<div class=author>Anna Maar</div>", "Anna Maar"},
      {"", "<div class=author>More about this author</div>", ""},
      {"", "<p><a href=/author/anna>Anna Maar</a></p>", "Anna Maar"},
      {"", "<p><a href=/topic/quays>Quay Works</a></p>", ""},
      {"", "<div class=meta><p>Anna Maar</p><p>3 May 2024</p></div>", "Anna Maar"},
  };
  for (const auto& [head, byline, author] : cases) {
    CAPTURE(head);
    CAPTURE(byline);
    CHECK(read(story(head, byline)).author == author);
  }
}

TEST_CASE("every part of addresses.tsv leads to an author") {
  const tables::Table table("addresses.tsv", metadata::embedded::addresses_tsv);
  for (const auto& row : table.rows()) {
    CAPTURE(row.cells[1]);
    CHECK(read(story("", "<p><a href=\"" + std::string(row.cells[1]) + "\">Anna Maar</a></p>")).author ==
          "Anna Maar");
  }
}

TEST_CASE("a person's own site bears the author's name") {
  const char* head =
      R"(<script type="application/ld+json">{"@type":"Article","author":{"@type":"TYPE","name":"Anna Maar"}}</script>)"
      R"(<meta property=og:site_name content="Anna Maar">)";
  std::string person(head), body(head);
  person.replace(person.find("TYPE"), 4, "Person");
  body.replace(body.find("TYPE"), 4, "Organization");
  CHECK(read(story(person, "")).author == "Anna Maar");
  CHECK(read(story(body, "")).author.empty());
}

TEST_CASE("the title is the heading that agrees with what the page declares, without the site") {
  const std::tuple<const char*, const char*> cases[] = {
      {"<title>Quay closed in Lesk | The Courier</title><h1>The Courier</h1><h1>Quay closed in Lesk</h1>",
       "Quay closed in Lesk"},
      {"<title>Quay closed in Lesk - The Courier</title><p>x", "Quay closed in Lesk"},
      {"<title>The Courier :: Quay closed in Lesk for the winter</title><h1>The Courier</h1>"
       "<h2>Quay closed in Lesk for the winter</h2>",
       "Quay closed in Lesk for the winter"},
      {"<title>Long Quays of Lesk - Life by the Harbour</title><meta property=og:site_name content='Life by "
       "the Harbour'>"
       "<p>x",
       "Long Quays of Lesk"},
      {"<title>News Example - Quay closed</title><p>x", "Quay closed"},
      {"<title>Quay closed in Lesk</title><nav><h2>Quay closed in Lesk</h2></nav><h1>Quay closed in Lesk "
       "¶</h1>",
       "Quay closed in Lesk"},
      {"<title>Quay closed</title><h1>Quay closed<br>By Anna Maar</h1>", "Quay closed"},
      {"<title>The Courier - Quay of Lesk closed in the winter</title><p><b>Quay of Lesk closed in the "
       "winter</b></p><p>x",
       "Quay of Lesk closed in the winter"},
  };
  for (const auto& [html, title] : cases) {
    CAPTURE(html);
    CHECK(read(html, "https://newsexample.example/a").title == title);
  }
  CHECK(read("<h1>Quay</h1>", "https://news.example/a").hostname == "news.example");
}

TEST_CASE("the name of the site is no title and no address") {
  CHECK(read("<title>Quay closed</title><meta property=og:site_name content='Quay closed - The "
             "Courier'><h1>Quay closed")
            .sitename == "The Courier");
  CHECK(read("<meta name=publisher content='The Courier desk@courier.example'><h1>Quay closed").sitename ==
        "The Courier");
}

TEST_CASE("JSON-LD tells author and dates, by name or by reference") {
  const auto page = read(
      R"(<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Q",)"
      R"("datePublished":"2024-03-11T07:40:00Z","dateModified":"2024-03-12","author":[{"name":"Änne Maar"},)"
      R"({"@id":"#bo"}]},{"@type":"Person","@id":"#bo","name":"Bo Lind"}]}</script>)");
  CHECK(page.author == "Änne Maar; Bo Lind");
  CHECK(page.date == "2024-03-11T07:40");
  CHECK(page.date_modified == "2024-03-12");
}

TEST_CASE("plain text shows title, author and date over the text") {
  const auto found = read_text(
      "Home\nNews\n\nQuay closed in Lesk for the winter\n\nBy Änne Maar\n3 May 2024\nUpdated 9 May "
      "2024\n\nThe dockers of "
      "Lesk said on Monday that "
      "they would not load the ships before the company had paid. They left at noon.\n");
  CHECK(found.title == "Quay closed in Lesk for the winter");
  CHECK(found.author == "Änne Maar");
  CHECK(found.date == "2024-05-03");
  CHECK(found.date_modified == "2024-05-09");
  CHECK(read_text("Nothing here.\n").date.empty());
}

TEST_CASE("a mail brings its own metadata") {
  const auto found = read_text(
      "From: Nell Änd <nell@quay.example>\nDate: Thu, 13 Jun 2024 21:48:10 +0100\nTo: list@quay.example\n"
      "Subject: The page from Lesk\n\nDear all,\n\nthe page from Lesk has reached us, and it took two days "
      "to come.\n");
  CHECK(found.title == "The page from Lesk");
  CHECK(found.author == "Nell Änd");
  CHECK(found.date == "2024-06-13T21:48");
  CHECK(read_text("From: the quay\n\nwe walked home.\n").author.empty());
}

TEST_CASE("metadata never throws on text") {
  for (const char* html :
       {"<script type='application/ld+json'>{\"author\":[[[[[{}]]]]],\"@type\":3}</script>",
        "<script type='application/ld+json'>[[[[]]</script>", "<time datetime=''>", "<time>",
        "<meta itemprop=datePublished><title> | - | </title><h1>|</h1>", "<h1>2024</h1><p>99.99.2024",
        "<p itemprop=author>;;,,;</p>", "<meta name=author content=';'><title>-</title>",
        "<p class=date>20240</p><p class=date>2024-</p><p class=date>:2024:</p><p>3.3.3.3.24",
        "<meta name=date content='99999999999999999999'><meta name=pubdate content='-1'>"}) {
    CAPTURE(html);
    CHECK_NOTHROW(read(html));
  }
}
