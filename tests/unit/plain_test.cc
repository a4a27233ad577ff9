#include "plain/plain.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace presscut;

namespace {

using Texts = std::vector<std::string>;

Texts texts(std::string_view text) {
  const page::Page page = plain::parse(text);
  Texts result;
  for (const page::Block& block : page.blocks) result.emplace_back(page.text_of(block));
  return result;
}

// Lines of one paragraph, wrapped at 72 columns, as a mail has them.
const std::string wrapped =
    "The harbour office of Lesk said on Monday that the quay would stay closed\n"
    "until the end of the month, since the cranes could not be moved before\n"
    "the winter storms were over, and that nobody would be paid for the days\n"
    "that were lost, which the union called a declaration of war on its\n"
    "members.\n";

}  // namespace

TEST_CASE("wrapped lines are one paragraph") {
  CHECK(texts(wrapped).size() == 1);
  CHECK(texts(wrapped + "\n" + wrapped).size() == 2);
}

TEST_CASE("short lines of a menu stay apart") {
  CHECK(texts("News\nSport\nÉtat\n") == Texts{"News", "Sport", "État"});
}

TEST_CASE("a sentence that goes on is joined") {
  CHECK(texts("The letter was handed over by\ntwo captains on Monday.\n") ==
        Texts{"The letter was handed over by two captains on Monday."});
  CHECK(texts("The letter was handed over.\nTwo captains came.\n").size() == 2);
}

TEST_CASE("bullets make list items of one group, wiki marks make headings") {
  const page::Page page = plain::parse("== Új hírek ==\n\n  • one\n  • two\n\n  * three\n");
  REQUIRE(page.blocks.size() == 4);
  CHECK(page.blocks[0].kind == Kind::heading);
  CHECK(page.text_of(page.blocks[0]) == "Új hírek");
  CHECK(page.blocks[1].kind == Kind::list_item);
  CHECK(page.blocks[1].group == page.blocks[2].group);
  CHECK(page.blocks[2].group != page.blocks[3].group);
  CHECK(page.text_of(page.blocks[3]) == "three");
}

TEST_CASE("a dash or star inside a line is no bullet") {
  CHECK(texts("five * six - seven\n") == Texts{"five * six - seven"});
}

TEST_CASE("source spans are bytes of the lines") {
  const std::string text = "é\n\n  * one\n";
  const page::Page page = plain::parse(text);
  CHECK(slice(text, page.blocks[1].source) == "one");
}

TEST_CASE("nothing is no block") { CHECK(texts(" \n\n\t\n").empty()); }

TEST_CASE("a thousand lines of a letter are few blocks, and no letter is lost") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "a\n";
  const page::Page page = plain::parse(text + "the last line of them all\n");
  CHECK(page.blocks.size() < 300);
  CHECK(std::count(page.text.begin(), page.text.end(), 'a') == 1000 + 2);
  CHECK(page.text_of(page.blocks.back()) == "the last line of them all");
}

TEST_CASE("a menu of a hundred short lines keeps its lines apart") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "Home\n";
  CHECK(plain::parse(text).blocks.size() == 100);
}

TEST_CASE("a text of far too many lines has fewer blocks, and loses no line") {
  constexpr std::size_t many = 60'000;
  std::string text;
  for (std::size_t i = 0; i < many; ++i) text += "Anna Maar\n\n";
  const page::Page page = plain::parse(text);
  CHECK(page.blocks.size() > 20'000);
  CHECK(page.blocks.size() < 20'000 + text.size() / 64 + 10);
  CHECK(page.text.size() == many * std::string("Anna Maar\n").size());
  CHECK(page.text_of(page.blocks.back()).ends_with("Anna Maar"));
  CHECK(page.blocks.back().text.end == page.text.size() - 1);
  CHECK(page.blocks.back().source.end == text.size() - 2);
}
