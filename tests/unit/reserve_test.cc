#include "text/reserve.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/tokens.h"

using namespace presscut;

TEST_CASE("a list grows to what the whole text will have, and no further") {
  std::vector<int> list;
  std::size_t moves = 0;
  for (std::size_t at = 0; at < 100'000; ++at) {
    const int* const before = list.data();
    text::reserve_ahead(list, at, 100'000);
    list.push_back(0);
    moves += at > 512 && list.data() != before;
  }
  CHECK(moves <= 3);
  CHECK(list.capacity() <= 110'000);
}

TEST_CASE("a text that begins with all that it has asks for little room") {
  std::vector<int> list(1000);
  list.shrink_to_fit();
  text::reserve_ahead(list, 1000, 1'000'000'000);
  CHECK(list.capacity() <= 8000);
}

TEST_CASE("short lists and texts of which nothing was read are left alone") {
  std::vector<int> list(10);
  list.shrink_to_fit();
  text::reserve_ahead(list, 10, 1000);
  CHECK(list.capacity() == 10);
  std::vector<int> unread(1000);
  unread.shrink_to_fit();
  text::reserve_ahead(unread, 0, 1'000'000);
  CHECK(unread.capacity() == 1000);
}

TEST_CASE("a text is read in pieces that show nowhere in its tokens") {
  std::string text;
  for (int i = 0; i < 9000; ++i) text += i % 7 == 0 ? "half-hour\n" : i % 5 == 0 ? "Über(" : "day 12 ";
  std::vector<text::Token> whole;
  for (std::size_t at = 0; at < text.size();) at = text::tokenize(text, at, text.size(), whole);
  const std::vector<text::Token> pieces = text::tokenize(text);
  REQUIRE(pieces.size() == whole.size());
  std::size_t alike = 0;
  for (std::size_t i = 0; i < whole.size(); ++i)
    alike += pieces[i].start == whole[i].start && pieces[i].end == whole[i].end &&
             pieces[i].hash == whole[i].hash && pieces[i].space_before == whole[i].space_before &&
             pieces[i].line_before == whole[i].line_before;
  CHECK(alike == whole.size());
}
