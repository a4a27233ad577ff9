#include "interchange/interchange.h"

#include <doctest/doctest.h>

#include <string>

#include "interchange/tei_values.h"
#include "output/output.h"

using namespace presscut;

namespace {

Document document(const std::string& text) {
  Document made;
  made.id = "a\"<&", made.text = text, made.date = "2031-05-04T10:20";
  return made;
}

FigureMention figure(std::size_t start, std::size_t end) {
  FigureMention made;
  made.span = {start, end}, made.low = 12, made.role = "signatory";
  return made;
}

std::string vertical(const Document& of) {
  std::string out;
  interchange::write_vertical(of, out);
  return out.substr(out.find('\n') + 1);
}

std::string body(const Document& of) {
  std::string out;
  interchange::write_tei(of, out);
  const std::size_t start = out.find("<div>");
  return out.substr(start, out.find("</body>") - start);
}

}  // namespace

TEST_CASE("vertical text has a token a line, words whole, marks apart") {
  CHECK(vertical(document("Don’t wait...")) ==
        "<p kind=\"paragraph\">\n<s>\nDon’t\tdon’t\nwait\twait\n...\t...\n</s>\n</p>\n</text>\n");
  CHECK(vertical(document("A <b> & c")).find("&lt;\t&lt;\nb\tb\n&gt;\t&gt;\n&amp;\t&amp;\n") !=
        std::string::npos);
  CHECK(vertical(document("")) == "</text>\n");
}

TEST_CASE(
    "mentions of vertical text enclose whole tokens, and of those inside each other the outermost stands") {
  Document of = document("Some 12 keepers signed. Rain.");
  of.figures = {figure(5, 7), figure(0, 15)};
  const std::string text = vertical(of);
  CHECK(text.find("<figure low=\"12\" "
                  "role=\"signatory\">\nSome\tsome\n12\t12\nkeepers\tkeepers\n</figure>\nsigned") !=
        std::string::npos);
  CHECK(text.find("<figure", text.find("<figure") + 1) == std::string::npos);
  of.figures = {figure(8, 26)};  // it reaches into the next sentence
  CHECK(vertical(of).find("</figure>\n</s>\n<s>\nRain") != std::string::npos);
}

TEST_CASE("TEI has divisions, lists and mentions that nest") {
  Document of = document("One\n\ntwo\nthree\n\nFour 12 keepers");
  of.blocks = {{{{0, 3}, Kind::heading, {}},
                {{5, 8}, Kind::list_item, {}},
                {{9, 14}, Kind::list_item, {}},
                {{16, 31}, Kind::heading, {}}}};
  of.figures = {figure(21, 31)};
  GroupMention across;
  across.span = {16, 23}, across.name = "Four";
  of.groups = {across};
  CHECK(body(of) ==
        "<div>\n<head>One</head>\n<list>\n<item>two</item>\n<item>three</item>\n</list>\n</div>\n<div>\n"
        "<head><orgName key=\"Four\">Four 12</orgName> keepers</head>\n</div>\n");
  of.groups.reset();
  CHECK(body(of).find("Four <num type=\"cardinal\" subtype=\"signatory\" atLeast=\"12\">12 keepers</num>") !=
        std::string::npos);
  CHECK(body(document("")) == "<div>\n<p/>\n</div>\n");
}

TEST_CASE("XML holds every text, and no character that it has not") {
  CHECK(output::xml("a<b>&\"c\" \xE2\x80\xAE") == "a&lt;b&gt;&amp;&quot;c&quot; \xE2\x80\xAE");
  CHECK(output::xml("\x7F\xC2\x9B"
                    "31m\xC2\xA0") ==
        "\xEF\xBF\xBD\xEF\xBF\xBD"
        "31m\xC2\xA0");
  CHECK(output::xml("a\r\nb") == "a&#13;\nb");
  CHECK(output::xml("\x01\xEF\xBF\xBF") == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("days, months and years of W3C are those of the calendar") {
  using presscut::interchange::day_of;
  CHECK(day_of("2024-10-25") == "2024-10-25");
  CHECK(day_of("2024-10-25T19:46") == "2024-10-25");
  CHECK(day_of("2024-10-25 19:46") == "2024-10-25");
  CHECK(day_of("2024-02") == "2024-02");
  CHECK(day_of("1987") == "1987");
  for (const char* none : {"", "yesterday", "2024-02-30", "2024-13", "2024-1-1", "0000", "2024-10-2x",
                           "12024-01-01", "20241025", "T19:46", "2024/10/25"})
    CHECK_MESSAGE(day_of(none).empty(), none);
}

TEST_CASE("a language is a tag, or und") {
  using presscut::interchange::language_tag_of;
  CHECK(language_tag_of("en") == "en");
  CHECK(language_tag_of("de_AT") == "de-AT");
  CHECK(language_tag_of("zh-Hant-TW") == "zh-Hant-TW");
  CHECK(language_tag_of("es-419") == "es-419");
  for (const char* none : {"", "-", "en-", "English (US)", "incomprehensible", "4en", "e n", "\u05e2"})
    CHECK_MESSAGE(language_tag_of(none) == "und", none);
}
