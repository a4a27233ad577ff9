#include "text/tokens.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace text = presscut::text;

namespace {

std::vector<std::string> spellings(std::string_view of) {
  std::vector<std::string> out;
  for (const text::Token& token : text::tokenize(of)) out.emplace_back(slice(of, token.span()));
  return out;
}

}  // namespace

TEST_CASE("tokens are words, numbers and single marks") {
  using List = std::vector<std::string>;
  CHECK(spellings("7th-century o'clock") == List{"7", "th", "-", "century", "o", "'", "clock"});
  CHECK(spellings("don’t “wait”…") == List{"don", "’", "t", "“", "wait", "”", "…"});
  CHECK(spellings("Später\u00A0am Ufer\u2009–\u2009hier") == List{"Später", "am", "Ufer", "–", "hier"});
  CHECK(spellings("3×4÷2 çà 5ª") == List{"3", "×", "4", "÷", "2", "çà", "5", "ª"});
}

TEST_CASE("each letter beyond ASCII is a token of one letter, hashed as it is folded, with its case told") {
  for (char32_t c = 0x80; c < 0x3000; ++c) {
    std::string word;
    text::append(word, c);
    const auto tokens = text::tokenize(word);
    CAPTURE(static_cast<unsigned>(c));
    if (text::space_length(word, 0) > 0) {
      CHECK(tokens.empty());
      continue;
    }
    REQUIRE(tokens.size() == 1);
    CHECK((tokens[0].kind == text::TokenKind::word) == text::is_letter(c));
    if (!text::is_letter(c)) continue;
    CHECK(tokens[0].hash == text::hash_of(text::fold(word)));
    CHECK(tokens[0].hash == text::hash_of_folded(text::fold(word)));
    CHECK(tokens[0].capital == text::is_upper(c));
  }
}

TEST_CASE("what stood together and where lines end is told") {
  const auto tokens = text::tokenize("JuneThe ÉtéLong\n\nNEXT’S");
  REQUIRE(tokens.size() == 5);
  CHECK(tokens[0].inner_capital);
  CHECK(tokens[1].inner_capital);
  CHECK(tokens[1].capital);
  CHECK(tokens[2].blank_before);
  CHECK(tokens[2].all_capitals);
  CHECK_FALSE(tokens[3].space_before);
}
