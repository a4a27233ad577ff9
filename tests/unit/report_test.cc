#include "report/report.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "report/days.h"
#include "report/html.h"
#include "report/passage.h"
#include "stages/stages.h"

using namespace presscut;
using report::Marked;

namespace {

Document read(const std::string& id, const std::string& date, const std::string& text) {
  Document document;
  document.id = id, document.date = date, document.text = text, document.language = "en";
  stages::run(stages::Stage::groups, {}, document);
  stages::run(stages::Stage::figures, {}, document);
  return document;
}

std::string passage(std::string_view text, Span part, const std::vector<Marked>& marked) {
  report::Writer out;
  report::write_passage(text, part, marked, out);
  std::string written = out.take();
  std::erase(written, '\n');
  return written;
}

std::vector<std::string> labels(const std::vector<report::Tick>& ticks) {
  std::vector<std::string> all;
  for (const report::Tick& tick : ticks) all.push_back(tick.label);
  return all;
}

std::size_t count(const std::string& page, const std::string& part) {
  std::size_t times = 0;
  for (std::size_t at = 0; (at = page.find(part, at)) != page.npos; at += part.size()) ++times;
  return times;
}

}  // namespace

TEST_CASE("whatever is written becomes text, in elements and in attributes") {
  report::Writer out;
  out.element("p", {{"title", "a\"b'c"}, {"lang", ""}}, "<i>&amp;\xE2\x80\xAE\x1B");
  CHECK(out.take() == "<p title=\"a&quot;b&#39;c\">&lt;i&gt;&amp;amp;\\u{202e}\\u{1b}</p>\n");
}

TEST_CASE("links are to http and https alone") {
  for (const char* url : {"https://a.example/b?c=d#e", "HTTP://a.example", "http://[::1]:80/"})
    CHECK(report::link_of(url) == url);
  for (const char* url :
       {"", "a.example", "//a.example/", "javascript:alert(1)", " https://a.example", "https://a.example/\nb",
        "https:\\\\a.example", "https://", "https:///b", "http://b.example@a.example/", "http:a.example",
        "data:text/html,x", "https://a.example/\xE2\x80\xAE"})
    CHECK(report::link_of(url).empty());
}

TEST_CASE("marks lie apart, in each other and across each other, and always nest") {
  const std::string text = "of 43 reservists 10 are officers";
  CHECK(passage(text, {0, 32}, {{{3, 16}, "a", "1", "#e1"}}) ==
        "of <mark id=\"a\">43 reservists</mark><sup><a href=\"#e1\">1</a></sup> 10 are officers");
  CHECK(passage(text, {0, 16}, {{{0, 16}, "a", "", ""}, {{3, 5}, "b", "", ""}}) ==
        "<mark id=\"a\">of <mark id=\"b\">43</mark> reservists</mark>");
  CHECK(passage(text, {0, 19}, {{{0, 5}, "a", "", ""}, {{3, 16}, "b", "", ""}}) ==
        "<mark id=\"a\">of <mark id=\"b\">43</mark></mark><mark> reservists</mark> 10");
  CHECK(passage(text, {6, 16}, {{{3, 9}, "a", "", ""}}) == "<mark>res</mark>ervists");
  CHECK(passage(text, {6, 16}, {{{0, 5}, "a", "", ""}, {{17, 19}, "b", "", ""}}) == "reservists");
}

TEST_CASE("a hundred thousand marks on one place do not pile up") {
  const std::string text(200, 'x');
  std::vector<Marked> marks;
  for (std::size_t i = 0; i < 100'000; ++i) marks.push_back({{0, 200}, "m" + std::to_string(i), "", ""});
  const std::string written = passage(text, {0, 200}, marks);
  CHECK(count(written, " id=") == 100'000);
  CHECK(written.size() < 5'000'000);
}

TEST_CASE("dates span what they say") {
  const auto spanned = [](std::string_view date) {
    const auto days = report::days_of(date);
    return days ? days->to - days->from : 0;
  };
  CHECK(spanned("2024") == 366);
  CHECK(spanned("2023-02") == 28);
  CHECK(spanned("2023-12-31") == 1);
  CHECK(spanned("2023-12-31T23:59") == 1);
  CHECK(report::days_of("1970-01-02")->from == 1);
  for (const char* date : {"", "20", "2024-", "2024-13", "2024-00-01", "soon", "2024-W12", "2024-3-4"})
    CHECK_FALSE(report::days_of(date));
}

TEST_CASE("ticks are round and no more than there is room for") {
  CHECK(labels(report::ticks(118, 5)) == std::vector<std::string>{"0", "50", "100", "150"});
  CHECK(labels(report::ticks(1, 5)) == std::vector<std::string>{"0", "1"});
  CHECK(labels(report::ticks(*report::days_of("2024-03"), 6)) ==
        std::vector<std::string>{"2024-03-07", "2024-03-14", "2024-03-21", "2024-03-28"});
  CHECK(labels(report::ticks({report::days_of("2021-06")->from, report::days_of("2024-02")->to}, 4)) ==
        std::vector<std::string>{"2022", "2023", "2024"});
  CHECK(labels(report::ticks({report::days_of("0000-01")->from, report::days_of("0000-05")->to}, 6)) ==
        std::vector<std::string>{"0000-01", "0000-02", "0000-03", "0000-04", "0000-05", "0000-06"});
  CHECK(labels(report::ticks({report::days_of("0000")->from - 800, report::days_of("0001")->to}, 5)) ==
        std::vector<std::string>{"-0002", "-0001", "0000", "0001", "0002"});
  CHECK(report::ticks({0, 1e6}, 5).size() <= 6);
  CHECK(report::ticks(1e300, 5).size() <= 7);
}

TEST_CASE("a page has each figure once, with a link to it, in any order of the documents") {
  const std::vector<Document> documents = {
      read("a", "2031-05-02", "A letter of the keepers to Minister Ashe was signed by 138 keepers."),
      read("b", "2031-05-09",
           "Another 15 keepers have joined the 138 who signed the letter to Minister Ashe.")};
  const auto page = [](std::vector<Document> all) { return report::page(std::move(all), {}, {}); };
  const std::string text = page(documents);
  CHECK(text == page({documents[1], documents[0]}));
  CHECK(count(text, "<mark id=\"d1f1\">138 keepers</mark>") == 1);
  CHECK(text.find("href=\"#d1f1\"") != text.npos);
  CHECK(text.find("153") != text.npos);
  CHECK(text.find("<script") == text.npos);
}

TEST_CASE("of a document without figures only its names are kept") {
  Document document =
      read("/home/x/a.txt", "", "The Anvil Workers Network met on Monday. It rained all day.");
  document.dropped.emplace();
  const Document kept = report::needed(document);
  CHECK(kept.text.find("rained") == kept.text.npos);
  CHECK_FALSE(kept.dropped);
  CHECK(kept.groups->at(0).rule.empty());
  const std::string page = report::page({kept}, {}, {});
  CHECK(page.find("No figure was found") != page.npos);
  CHECK(page.find("Anvil Workers Network") != page.npos);
  CHECK(page.find("/home/x") == page.npos);  // whoever sends the page shows none of their folders
}
