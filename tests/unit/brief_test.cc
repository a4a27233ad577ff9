#include "text/brief.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace presscut;
using text::Brief;

TEST_CASE("a brief text is what it was made of, short, long and between") {
  for (const std::size_t size : {0, 1, 14, 15, 16, 17, 126, 127, 128, 5000}) {
    const std::string whole(size, size % 2 ? 'x' : 'y');
    CAPTURE(size);
    const Brief brief = whole;
    CHECK(brief.view() == whole);
    CHECK(brief.empty() == (size == 0));
    CHECK(brief == whole);
    CHECK(whole == brief);
    CHECK(std::string(brief) == whole);
    CHECK(brief != whole + "z");
  }
  std::ostringstream stream;
  stream << Brief(std::string_view("dockers")) << '.';
  CHECK(stream.str() == "dockers.");
  CHECK(sizeof(Brief) == 16);
  CHECK(Brief(std::string_view("a\0b", 3)).view().size() == 3);
}

TEST_CASE("copies of a brief text stay when it changes, and what was moved from is empty") {
  for (const std::string& whole : {std::string("protester"), std::string("those who signed the letter")}) {
    Brief first = whole;
    const Brief copy = first;
    first += " (again)";
    CHECK(first == whole + " (again)");
    CHECK(copy == whole);
    Brief moved = std::move(first);
    CHECK(moved == whole + " (again)");
    first = copy;
    CHECK(first == copy);
    const Brief& itself = moved;
    moved = itself;
    CHECK(moved == whole + " (again)");
    moved = "";
    CHECK(moved.empty());
    std::vector<Brief> many(40, copy);
    many.insert(many.begin(), Brief("first"));
    CHECK(many.front() == "first");
    CHECK(many.back() == copy);
  }
}

TEST_CASE("brief texts are in the order of their bytes") {
  CHECK(Brief("a") < Brief("b"));
  CHECK(Brief("signatory") < Brief("signatory of a letter of many"));
  CHECK_FALSE(Brief("b") < Brief("a long text that has memory of its own"));
  CHECK(Brief() < Brief("a"));
}
