// Days, labels and names: what metadata reads from a single line.
#include <doctest/doctest.h>

#include <string>

#include "metadata/byline.h"
#include "metadata/dates.h"
#include "metadata/day.h"
#include "metadata/labels.h"
#include "metadata/names.h"
#include "metadata/tables.h"
#include "metadata/url.h"
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

TEST_CASE("names are freed of what stands around them") {
  const std::pair<const char*, const char*> cases[] = {
      {"By Anna Maar", "Anna Maar"},
      {"By By Anna Maar", "Anna Maar"},
      {"Anna Maar and Bo Lind", "Anna Maar; Bo Lind"},
      {"Änne Maar, Bo Lind und Ida Roth", "Änne Maar; Bo Lind; Ida Roth"},
      {"Anna Maar; Bo Lind; Anna Maar", "Anna Maar; Bo Lind"},
      {"Anna & Bo", "Anna; Bo"},
      {"Anna Maar, staff writer", "Anna Maar"},
      {"Anna Maar, Senior Editor, Quay House", "Anna Maar"},
      {"Anna Maar, Ph.D.", "Anna Maar"},
      {"Anna Maar, The Courier", "Anna Maar"},
      {"Maar, Anna", "Anna Maar"},
      {"Anna Maar | The Courier", "Anna Maar"},
      {"Anna Maar - Courier Newsroom", "Anna Maar"},
      {"Anna Maar (The Courier)", "Anna Maar"},
      {"Anna Maar 3 May 2024", "Anna Maar"},
      {"Anna Maar May 3", "Anna Maar"},
      {"Anna Maar on May 3", "Anna Maar"},
      {"Anna Maar Updated: 3 May 2024", "Anna Maar"},
      {"Anna Maar 12 Comments", "Anna Maar"},
      {"Anna Maar in Lesk", "Anna Maar"},
      {"Anna &amp; Bo", "Anna; Bo"},
      {"\"Anna Maar\"", "Anna Maar"},
      {"Anna Maar ●", "Anna Maar"},
      {"Ludwig van der Maar", "Ludwig van der Maar"},
      {"A. J. Maar Jr.", "A. J. Maar Jr."},
      {"נועה ברק", "נועה ברק"},
      {"Office for Quays and Harbours", "Office for Quays and Harbours"},
      {"anna_m", "anna_m"},
  };
  for (const auto& [text, names] : cases) {
    CAPTURE(text);
    CHECK(metadata::names_in(text, "The Courier") == names);
  }
}

TEST_CASE("what names nobody gives no names") {
  for (const char* text : {"", "By", "The Courier", "admin", "anna@courier.example",
                           "https://courier.example/anna", "content: Anna, code: Bo", "page.head.author",
                           "262588213843476", "...", "Feb 11", "Quay Media www.quay.example"}) {
    CAPTURE(text);
    CHECK(metadata::names_in(text, "The Courier").empty());
  }
}

TEST_CASE("full names are told from accounts, persons from other words") {
  CHECK(metadata::are_full_names("Anna Maar"));
  CHECK(metadata::are_full_names("林宸誼"));
  CHECK_FALSE(metadata::are_full_names("anna_m"));
  CHECK_FALSE(metadata::are_full_names(""));
  CHECK(metadata::is_person("Anna van der Maar"));
  CHECK_FALSE(metadata::is_person("Anna"));
  CHECK_FALSE(metadata::is_person("More about this author"));
  CHECK_FALSE(metadata::is_person("Chapter 2"));
}

TEST_CASE("every row of names.tsv does in its own example what its role says") {
  const tables::Table table("names.tsv", metadata::embedded::names_tsv);
  for (const auto& row : table.rows()) {
    CAPTURE(row.cells[2]);
    const std::string names = metadata::names_in(row.cells[2], "");
    const std::string_view role = row.cells[1];
    if (role == "particle") CHECK(metadata::is_person(row.cells[2]));
    if (role == "and") CHECK(names == "Anna Maar; Bo Lind");
    if (role == "place" || role == "job") CHECK(names == "Anna Maar");
    if (role == "nobody") CHECK(names.empty());
  }
}
