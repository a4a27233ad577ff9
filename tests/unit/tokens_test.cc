#include "text/tokens.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/token_window.h"

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

TEST_CASE("a window has the tokens of the whole text, from wherever they are asked for") {
  std::string text = "\n ";
  for (int i = 0; i < 40'000; ++i) text += i % 9 == 0 ? "Über\n\n" : i % 5 == 0 ? "half-hour (" : "day 12 ";
  const std::vector<text::Token> whole = text::tokenize(text);
  const text::TokenWindow window(text);
  REQUIRE(window.size() == whole.size());
  std::size_t alike = 0, asked = 0;
  const auto ask = [&](std::size_t at) {
    const text::Token token = window[at];
    alike += token.start == whole[at].start && token.end == whole[at].end && token.hash == whole[at].hash &&
             token.line_before == whole[at].line_before && token.blank_before == whole[at].blank_before;
    ++asked;
  };
  for (std::size_t at = 0; at < whole.size(); ++at) ask(at);
  for (std::size_t at = 0; at < whole.size(); at += 1009) ask(whole.size() - 1 - at), ask(at);
  CHECK(alike == asked);
  CHECK(window.between(5000, 5003).at(2).start == whole[5002].start);
  for (const std::size_t at : {0ul, 1ul, 2ul, 70'000ul, text.size() - 3, text.size()}) {
    CAPTURE(at);
    std::size_t first = 0;
    while (first < whole.size() && whole[first].end <= at) ++first;
    CHECK(window.first_ending_behind(at) == first);
  }
}

TEST_CASE("a window on nothing has nothing") {
  CHECK(text::TokenWindow("").size() == 0);
  CHECK(text::TokenWindow(" \n\n").size() == 0);
  CHECK(text::TokenWindow("").first_ending_behind(3) == 0);
}
