#include "text/code_points.h"

#include <doctest/doctest.h>

#include <string>

#include "text/text.h"

using namespace presscut;

TEST_CASE("code points before a byte are those of the text up to there, whatever was asked before") {
  std::string text;
  for (int i = 0; i < 900; ++i) text += i % 3 == 0 ? "añ" : i % 3 == 1 ? "ש日" : "𝄞b";
  const text::CodePoints points(text);
  for (const std::size_t byte :
       {text.size(), std::size_t{0}, std::size_t{1}, std::size_t{1024}, std::size_t{3000}})
    if (byte == text.size() || (text[byte] & '\xC0') != '\x80')
      CHECK(points.before(byte) == text::count_code_points(std::string_view(text).substr(0, byte)));
  std::size_t checked = 0;
  for (std::size_t byte = text.size(); byte-- > 0;) {
    if ((text[byte] & '\xC0') == '\x80') continue;
    ++checked;
    CHECK(points.before(byte) == text::count_code_points(std::string_view(text).substr(0, byte)));
  }
  CHECK(checked == 1800);
  CHECK(text::CodePoints("").before(0) == 0);
}
