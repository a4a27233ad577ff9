#include "metadata/metadata.h"

#include <doctest/doctest.h>

#include <string>

#include "html/html.h"
#include "metadata/byline.h"
#include "metadata/day.h"
#include "metadata/tables.h"
#include "plain/plain.h"
#include "tables/tables.h"

using namespace presscut;

TEST_CASE("days are read in the forms that pages use") {
  const std::pair<const char*, const char*> cases[] = {
      {"2024-10-25T19:46:00+02:00", "2024-10-25T19:46"},
      {"25 Oct 2024 19:46", "2024-10-25T19:46"},
      {"Élise, October 25, 2024", "2024-10-25"},
      {"25. Oktober 2024", "2024-10-25"},
      {"25 de octubre de 2024", "2024-10-25"},
      {"25.10.2024", "2024-10-25"},
      {"25/10/2024", "2024-10-25"},
      {"10/25/2024", "2024-10-25"},
      {"Monday 3rd June 2024, 7:05 pm", "2024-06-03T19:05"},
  };
  for (const auto& [text, value] : cases) {
    CAPTURE(text);
    const auto day = metadata::find_day(text);
    REQUIRE(day);
    CHECK(day->value == value);
  }
}

TEST_CASE("what is no day, or not surely one, is none") {
  for (const char* text :
       {"31 June 2024", "03/04/2024", "1.2.3", "+49 2024 123456", "2024", "may 2024", "2024-13-01"}) {
    CAPTURE(text);
    CHECK_FALSE(metadata::find_day(text));
  }
}

TEST_CASE("every month is read from its own example") {
  const tables::Table table("months.tsv", metadata::embedded::months_tsv);
  for (const auto& row : table.rows()) {
    CAPTURE(row.cells[3]);
    const auto day = metadata::find_day(row.cells[3]);
    REQUIRE(day);
    CHECK(std::stoi(day->value.substr(5, 2)) == std::stoi(std::string(row.cells[2])));
  }
}

TEST_CASE("every opening makes a byline of its own example") {
  const tables::Table table("bylines.tsv", metadata::embedded::bylines_tsv);
  for (const auto& row : table.rows()) {
    CAPTURE(row.cells[3]);
    CHECK(metadata::is_byline(row.cells[3]));
  }
  CHECK_FALSE(metadata::is_byline("By then the ships had gone."));
  CHECK_FALSE(metadata::is_byline("Two captains signed."));
}

TEST_CASE("the day of a URL") {
  CHECK(metadata::day_of_url("https://a.example/2024/10/25/quay") == "2024-10-25");
  CHECK_FALSE(metadata::day_of_url("https://a.example/2024/13/25/quay"));
  CHECK_FALSE(metadata::day_of_url("https://a.example/20241025123"));
}

TEST_CASE("the title is the heading that the page's title agrees with, without the site") {
  const auto read = [](std::string_view html) {
    return metadata::read(html::parse(html), "https://news.example/a");
  };
  const auto page = read(
      "<title>Quay closed in Lesk | The Courier</title><h1>The Courier</h1><h1>Quay closed in Lesk</h1>");
  CHECK(page.title == "Quay closed in Lesk");
  CHECK(page.hostname == "news.example");
  CHECK(read("<title>Quay closed in Lesk - The Courier</title><p>x").title == "Quay closed in Lesk");
}

TEST_CASE("JSON-LD tells author and dates") {
  const auto page = metadata::read(
      html::parse(
          R"(<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Q",)"
          R"("datePublished":"2024-03-11T07:40:00Z","dateModified":"2024-03-12","author":[{"name":"Änne Maar"}]}]}</script>)"),
      "");
  CHECK(page.author == "Änne Maar");
  CHECK(page.date == "2024-03-11T07:40");
  CHECK(page.date_modified == "2024-03-12");
}

TEST_CASE("plain text shows title, author and date over the text") {
  const page::Page page = plain::parse(
      "Home\nNews\n\nQuay closed in Lesk for the winter\n\nBy Änne Maar\n3 May 2024\n\nThe dockers of Lesk "
      "said on Monday that "
      "they would not load the ships before the company had paid. They left at noon.\n");
  const auto read = metadata::read(page, "");
  CHECK(read.title == "Quay closed in Lesk for the winter");
  CHECK(read.author == "Änne Maar");
  CHECK(read.date == "2024-05-03");
  CHECK(metadata::read(plain::parse("Nothing here.\n"), "").date.empty());
}
