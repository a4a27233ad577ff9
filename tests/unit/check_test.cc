#include "check/check.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace presscut;
using json::Claim;
using Sentences = std::vector<std::string>;

namespace {

Document document_of(std::string_view text, std::vector<Block> blocks) {
  Document document;
  document.text = text;
  document.blocks = std::move(blocks);
  return document;
}

// Bytes: "Äon." [0, 5), "Zwei." [7, 12).
constexpr std::string_view two = "Äon.\n\nZwei.";

Sentences violations(const Document& document, const std::vector<Claim>& claims = {}) {
  return check::violations(document, claims);
}

Sentences of_blocks(std::vector<Block> blocks, std::string_view text = two) {
  return violations(document_of(text, std::move(blocks)));
}

Block block(std::size_t start, std::size_t end, Span source = {0, 9}) {
  return {{start, end}, Kind::paragraph, source};
}

Claim claim(std::string list, std::size_t start, std::size_t end, std::string quote, std::string field = "") {
  return {std::move(list), std::move(field), true, start, end, std::move(quote), std::nullopt, ""};
}

Sentences of_claim(const Claim& claim, std::string_view text, std::string_view title = "") {
  Document document;
  document.text = text;
  document.title = title;
  return violations(document, {claim});
}

}  // namespace

TEST_CASE("a sound document has nothing to be said of") {
  CHECK(of_blocks({block(0, 5), block(7, 12)}).empty());
  CHECK(of_blocks({block(0, 5, {3, 3}), block(6, 11, {2, 9})}, "Äon.\nZwei.").empty());
  CHECK(of_blocks({}, "").empty());
  Document document;  // of another cleaner: no blocks
  document.text = "One.\n\tTwo: \u00A0שלום\u202C.";
  document.title = "Größe";
  CHECK(violations(document).empty());
}

TEST_CASE("text and title have no control characters") {
  Document document;
  document.text = "é\n\tone\a";
  document.title = "x\u009B";
  CHECK(violations(document) == Sentences{"text has the control character U+0007 at 6",
                                          "title has the control character U+009B at 1"});
  document.text = "é\r\n";
  document.title = "\x7F";
  CHECK(violations(document) == Sentences{"text has the control character U+000D at 1",
                                          "title has the control character U+007F at 0"});
}

TEST_CASE("text and title are in normal form") {
  Document document;
  document.text = "cafe\u0301";
  document.title = "\u212B";
  CHECK(violations(document) ==
        Sentences{"text is not in Normalization Form C", "title is not in Normalization Form C"});
  document.text = "\u0995\u09C7\u09BE";  // a Bengali vowel in two parts
  document.title = "q\u0323\u0307";      // nothing that this composes to
  CHECK(violations(document) == Sentences{"text is not in Normalization Form C"});
}

TEST_CASE("a block lies in the text, and offsets are told in code points") {
  CHECK(of_blocks({block(0, 5), block(7, 13)}) == Sentences{"block 2 [6, 12) ends behind the text"});
  CHECK(of_blocks({block(0, 5), block(7, 12), block(20, 30)}) ==
        Sentences{"block 3 [19, 29) ends behind the text"});
  CHECK(of_blocks({block(0, 5), block(7, 7), block(7, 12)}) == Sentences{"block 2 [6, 6) is empty"});
}

TEST_CASE("blocks stand in order and apart") {
  CHECK(of_blocks({block(0, 8), block(7, 12)}) ==
        Sentences{"block 2 [6, 11) begins before the last one ends"});
  CHECK(of_blocks({block(7, 12), block(0, 5)}) ==
        Sentences{"block 1 [6, 11) has text before it that is in no block",
                  "block 2 [0, 4) begins before the last one ends"});
}

TEST_CASE("only line ends stand between blocks") {
  CHECK(of_blocks({block(0, 5), block(9, 12)}) ==
        Sentences{"block 2 [8, 11) has text before it that is in no block"});
  CHECK(of_blocks({block(0, 5)}) == Sentences{"text goes on behind the last block"});
  CHECK(of_blocks({}) == Sentences{"text goes on behind the last block"});
  CHECK(of_blocks({block(0, 4), block(5, 9)}, "One. Two.") ==
        Sentences{"block 2 [5, 9) has text before it that is in no block"});
}

TEST_CASE("the source of a block runs forward") {
  CHECK(of_blocks({block(0, 5, {9, 2}), block(7, 12)}) ==
        Sentences{"block 1 [0, 4) has a source span that runs backwards"});
}

TEST_CASE("every fault is told") {
  CHECK(of_blocks({block(0, 5, {9, 2}), block(9, 9), block(8, 12)}).size() == 3);
}

TEST_CASE("a quote is the text at its span") {
  CHECK(of_claim(claim("numbers", 0, 8, "Über 600"), "Über 600 Tote.").empty());
  CHECK(of_claim(claim("numbers", 9, 14, "Tote."), "Über 600 Tote.").empty());
  CHECK(of_claim(claim("numbers", 0, 9, "Über 600"), "Über 600 Tote.") ==
        Sentences{"\"numbers\" [0, 9) quotes \"Über 600\", the text there is \"Über 600 \""});
}

TEST_CASE("a span lies in the text and runs forward") {
  CHECK(of_claim(claim("dates", 9, 15, "Tote."), "Über 600 Tote.") ==
        Sentences{"\"dates\" [9, 15) is no span of the text; it quotes \"Tote.\""});
  CHECK(of_claim(claim("dates", 3, 1, ""), "Über") ==
        Sentences{"\"dates\" [3, 1) is no span of the text; it quotes \"\""});
  CHECK(of_claim(claim("dates", 4, 4, ""), "Über").empty());
  Claim without = claim("dates", 0, 0, "Über");
  without.has_span = false;
  CHECK(of_claim(without, "Über") == Sentences{"a mention in \"dates\" has no span"});
}

TEST_CASE("a mention in the title counts there") {
  CHECK(of_claim(claim("dates", 4, 8, "März", "title"), "x", "Bis März").empty());
  CHECK(of_claim(claim("dates", 4, 8, "März", "title"), "Bis März") ==
        Sentences{"\"dates\" [4, 8) is no span of the title; it quotes \"März\""});
}

TEST_CASE("long quotes are shortened between characters") {
  std::string eighty;
  for (int i = 0; i < 80; ++i) eighty += "é";
  CHECK(of_claim(claim("dates", 0, 82, eighty + "éa"), eighty + "éb") ==
        Sentences{"\"dates\" [0, 82) quotes \"" + eighty + "\", the text there is \"" + eighty + "\""});
}

TEST_CASE("mentions of one list stand in the order of their spans, those of the title first") {
  Document document;
  document.text = document.title = "Über 600 Tote.";
  const Claim about = claim("numbers", 0, 8, "Über 600"), dead = claim("numbers", 9, 14, "Tote.");
  const Claim in_title = claim("numbers", 5, 8, "600", "title");
  CHECK(violations(document, {in_title, about, dead}).empty());
  CHECK(violations(document, {dead, about}) ==
        Sentences{"\"numbers\" [0, 8) stands behind \"numbers\" [9, 14)"});
  CHECK(violations(document, {about, in_title}) ==
        Sentences{"\"numbers\" [5, 8) of the title stands behind \"numbers\" [0, 8)"});
  CHECK(violations(document, {dead, claim("dates", 5, 8, "600")}).empty());
}

TEST_CASE("mentions do not overlap but for figures and matches") {
  Document document;
  document.text = "Über 600 Tote.";
  const auto overlapping = [&](const std::string& list) {
    return violations(document, {claim(list, 0, 8, "Über 600"), claim(list, 5, 14, "600 Tote.")});
  };
  CHECK(overlapping("numbers") == Sentences{"\"numbers\" [5, 14) overlaps \"numbers\" [0, 8)"});
  CHECK(overlapping("dates").size() == 1);
  CHECK(overlapping("figures").empty());
  CHECK(overlapping("matches").empty());
  CHECK(
      violations(document, {claim("numbers", 0, 8, "Über 600"), claim("numbers", 8, 14, " Tote.")}).empty());
}

TEST_CASE("a figure is of one that there is, and no member is of the wrong type") {
  Document document;
  document.text = "Über 600 Tote.";
  Claim part = claim("figures", 5, 8, "600");
  part.of = 0;
  CHECK(violations(document, {part}).empty());
  part.of = 1;
  CHECK(violations(document, {part}) ==
        Sentences{"\"figures\" [5, 8) is of 1, which is no place in the list"});
  Claim faulty = claim("figures", 5, 8, "600");
  faulty.fault = "\"low\" is no number: \"many\"";
  CHECK(violations(document, {faulty}) == Sentences{"\"figures\" [5, 8): \"low\" is no number: \"many\""});
}
