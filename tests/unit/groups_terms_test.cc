#include "groups/terms.h"

#include <doctest/doctest.h>

#include <string>

using namespace presscut;

namespace {

// More terms than are kept at hand: lines of five terms, each hundredth one a headline.
std::string many_lines() {
  std::string text;
  for (int line = 0; line < 60'000; ++line)
    text += line % 100 == 0 ? "Anvil Makers Meet In Lesk\n" : "anvil makers met there.\n";
  return text;
}

}  // namespace

TEST_CASE("terms far apart are what they were when they were read") {
  const std::string title = "Makers of Lesk", text = many_lines();
  const groups::Terms terms(title, text);
  CHECK(terms.size() == 3 + 60'000 * 5);
  const auto check = [&](int line) {
    const int at = 3 + line * 5;
    const bool is_headline = line % 100 == 0;
    CAPTURE(line);
    CHECK(terms.spelling(at) == (is_headline ? "Anvil" : "anvil"));
    CHECK(terms[at].headline == is_headline);
    CHECK(terms[at + 4].mark == (is_headline ? '\0' : '.'));
    CHECK(terms[at].line_before == (line > 0));
    CHECK(terms.breaks(at) == (line % 100 != 1));  // small letters go on where no stop stands before them
    CHECK(terms[at + 1].space_before);
    CHECK_FALSE(terms.breaks(at + 2));
    CHECK_FALSE(terms[at].in_title);
  };
  for (int line = 0; line < 60'000; line += 997) check(line);
  for (int line = 59'999; line > 0; line -= 1'003) check(line), check(59'999 - line);
  CHECK(terms[0].in_title);
  CHECK(terms.spelling(0, 3) == "Makers of Lesk");
}

TEST_CASE("beyond the ends there is no term") {
  const groups::Terms terms("", "Anvil");
  CHECK(terms.size() == 1);
  for (const int i : {-1, 1, 300'000}) {
    CHECK(terms.spelling(i).empty());
    CHECK(terms[i].mark == 0);
    CHECK(terms.breaks(i));
  }
  CHECK(groups::Terms("", "").size() == 0);
}
