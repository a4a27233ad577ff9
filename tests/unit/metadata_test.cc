#include "metadata/metadata.h"

#include <doctest/doctest.h>

#include <string>

#include "html/html.h"
#include "metadata/byline.h"
#include "metadata/dates.h"
#include "metadata/day.h"
#include "metadata/labels.h"
#include "metadata/tables.h"
#include "metadata/url.h"
#include "plain/plain.h"
#include "tables/tables.h"

using namespace presscut;

TEST_CASE("days are read in the forms that pages use") {
  const std::pair<const char*, const char*> cases[] = {
      {"2024-10-25T19:46:00+02:00", "2024-10-25T19:46"},
      {"25 Oct 2024 19:46", "2024-10-25T19:46"},
      {"Élise, October 25, 2024", "2024-10-25"},
      {"Élise, Oct. 25th 2024 at 7:46 p.m.", "2024-10-25T19:46"},
      {"25. Oktober 2024, 19.46 Uhr", "2024-10-25T19:46"},
      {"25 de octubre de 2024", "2024-10-25"},
      {"25.10.2024", "2024-10-25"},
      {"25. 10. 2024", "2024-10-25"},
      {"25/10/2024", "2024-10-25"},
      {"10/25/2024", "2024-10-25"},
      {"Monday 3rd of June, 2024, 7:05 pm", "2024-06-03T19:05"},
      {"26 Mai, 2008", "2008-05-26"},
      {"19:46, 25 October 2024", "2024-10-25T19:46"},
      {"Fri Oct 25 19:46:10 +0000 2024", "2024-10-25T19:46"},
      {"Fri Oct 25 19:46:10 CEST 2024", "2024-10-25T19:46"},
      {"2024年10月25日 19:46", "2024-10-25T19:46"},
      {"2024년 10월 25일", "2024-10-25"},
      {"2024. október 25., péntek", "2024-10-25"},
      {"3 تشرين الأول 2024", "2024-10-03"},
  };
  for (const auto& [text, value] : cases) {
    CAPTURE(text);
    CHECK(metadata::find_day(text).iso() == value);
  }
}

TEST_CASE("what is no day, or not surely one, is none") {
  for (const char* text : {"31 June 2024", "03/04/2024", "1.2.3", "+49 2024 123456", "2024", "may 2024",
                           "2024-13-01", "25.10.24", "version 1.2.3.2024", "20241025",
                           "Unit 2024 of 12 may 3", "", "25. Oktober", "12. Oktober um 14.30 Uhr"}) {
    CAPTURE(text);
    CHECK_FALSE(metadata::find_day(text));
  }
}

TEST_CASE("days are found with their places, none overlapping") {
  const std::string text = "Änderung: 31.10.2023 - 14:49:39 Erschienen am: 01.11.2023.";
  const auto days = metadata::find_days(text);
  REQUIRE(days.size() == 2);
  CHECK(slice(text, days[0].span) == "31.10.2023 - 14:49:39");
  CHECK(slice(text, days[1].span) == "01.11.2023");
}

TEST_CASE("what two orders read differently is read by the order given") {
  metadata::Reading reading;
  reading.order = metadata::Order::day_first;
  CHECK(metadata::find_day("03/04/2024", reading).iso() == "2024-04-03");
  reading.order = metadata::Order::month_first;
  CHECK(metadata::find_day("03/04/2024", reading).iso() == "2024-03-04");
  CHECK(metadata::find_day("25/04/2024", reading).iso() == "2024-04-25");
  CHECK(metadata::find_day("03.04.2024", reading).iso() == "2024-04-03");
  using metadata::order_of, metadata::Order;
  CHECK(order_of("en-US", "") == Order::month_first);
  CHECK(order_of("en-GB", "") == Order::day_first);
  CHECK(order_of("en", "news.example.co.uk") == Order::day_first);
  CHECK(order_of("en", "news.example.com") == Order::month_first);
  CHECK(order_of("fr", "news.example.com") == Order::day_first);
  CHECK(order_of("", "news.example.com") == Order::unknown);
}

TEST_CASE("short years and stamps are read where they are expected") {
  metadata::Reading short_years;
  short_years.short_years = true;
  CHECK(metadata::find_day("25.10.24", short_years).iso() == "2024-10-25");
  CHECK(metadata::find_day("3. Mai 24", short_years).iso() == "2024-05-03");
  CHECK_FALSE(metadata::find_day("12. Oktober, 14:30 Uhr", short_years));
  CHECK_FALSE(metadata::find_day("10.25.12.14", short_years));
  metadata::Reading compact;
  compact.compact = true;
  CHECK(metadata::find_day("20241025", compact).iso() == "2024-10-25");
  CHECK(metadata::find_day("20241025T194610Z", compact).iso() == "2024-10-25T19:46");
  CHECK(metadata::find_day("1729885560", compact).iso() == "2024-10-25T19:46");
  CHECK(metadata::find_day("1729885560000", compact).iso() == "2024-10-25T19:46");
  CHECK_FALSE(metadata::find_day("20241325", compact));
}

TEST_CASE("a moment moves over midnight and back") {
  const auto day = metadata::find_day("2024-03-01T00:30Z");
  CHECK(day.later(-60).iso() == "2024-02-29T23:30");
  CHECK(day.later(24 * 60).iso() == "2024-03-02T00:30");
  CHECK(metadata::find_day("1970-01-01").number() == 0);
  CHECK(metadata::find_day("2000-03-01").number() == 11017);
}

TEST_CASE("every month is read from its own example") {
  const tables::Table table("months.tsv", metadata::embedded::months_tsv);
  for (const auto& row : table.rows()) {
    CAPTURE(row.cells[3]);
    const auto day = metadata::find_day(row.cells[3]);
    CHECK(day.month == std::stoi(std::string(row.cells[2])));
    CHECK(day.day == 3);
  }
}

TEST_CASE("every label of bylines.tsv is read from its own example") {
  const tables::Table table("bylines.tsv", metadata::embedded::bylines_tsv);
  for (const auto& row : table.rows()) {
    CAPTURE(row.cells[3]);
    const metadata::Label label = metadata::label_at(row.cells[3]);
    CHECK(metadata::is_byline(row.cells[3]));
    if (row.cells[2] == "author") CHECK(label.role == metadata::Role::author);
    if (row.cells[2] == "source") CHECK(label.role == metadata::Role::source);
    if (row.cells[2] == "published") CHECK(metadata::role_of_day(row.cells[3]) == metadata::Role::published);
    if (row.cells[2] == "modified") CHECK(metadata::role_of_day(row.cells[3]) == metadata::Role::modified);
    if (row.cells[2] == "event") CHECK(metadata::role_of_day(row.cells[3]) == metadata::Role::event);
  }
  CHECK_FALSE(metadata::is_byline("By then the ships had gone."));
  CHECK_FALSE(metadata::is_byline("Two captains signed."));
}

TEST_CASE("the last label in front of a day counts") {
  using metadata::Role;
  CHECK(metadata::role_of_day("Jana Voss, zuletzt aktualisiert am ") == Role::modified);
  CHECK(metadata::role_of_day("Updated: 3 May 2024 | Published: ") == Role::published);
  CHECK(metadata::role_of_day("发布时间：") == Role::published);
  CHECK(metadata::role_of_day("The quay was closed on ") == Role::none);
}

TEST_CASE("every part of elements.tsv tells the role of its own example") {
  const tables::Table table("elements.tsv", metadata::embedded::elements_tsv);
  for (const auto& row : table.rows()) {
    CAPTURE(row.cells[2]);
    const metadata::Role role = metadata::role_of_element(row.cells[2]);
    if (row.cells[1] == "published") CHECK(role == metadata::Role::published);
    if (row.cells[1] == "modified") CHECK(role == metadata::Role::modified);
    if (row.cells[1] == "event") CHECK(role == metadata::Role::event);
  }
  CHECK(metadata::role_of_element("meta date") == metadata::Role::none);
}

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

TEST_CASE("the day of a URL") {
  using metadata::day_of_url;
  CHECK(day_of_url("https://a.example/2024/10/25/quay").iso() == "2024-10-25");
  CHECK(day_of_url("https://a.example/news/2024-10-25-quay.html").iso() == "2024-10-25");
  CHECK(day_of_url("https://a.example/news/25-10-2024").iso() == "2024-10-25");
  CHECK(day_of_url("https://a.example/news/20241025/quay").iso() == "2024-10-25");
  CHECK(day_of_url("https://web.archive.org/web/20110106023242/http://a.example/2008/05/26/x").iso() ==
        "2008-05-26");
  CHECK_FALSE(day_of_url("https://web.archive.org/web/20110106023242/http://a.example/x"));
  CHECK_FALSE(day_of_url("https://a.example/2024/13/25/quay"));
  CHECK_FALSE(day_of_url("https://a.example/20241025123"));
  CHECK_FALSE(day_of_url("https://a.example/2024/10/"));
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
