#include "check/check.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
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

Sentences violations(const Document& document, const std::vector<Claim>& mentions = {}) {
  return check::violations(document, mentions);
}

Sentences of_blocks(std::vector<Block> blocks, std::string_view text = two) {
  return violations(document_of(text, std::move(blocks)));
}

Block block(std::size_t start, std::size_t end, Span source = {0, 9}) {
  return {{start, end}, Kind::paragraph, source};
}

Sentences of_mention(const Claim& mention, std::string_view text, std::string_view title = "") {
  Document document;
  document.text = text;
  document.title = title;
  return violations(document, {mention});
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
  CHECK(of_mention({"numbers", "", true, 0, 8, "Über 600", {}, {}}, "Über 600 Tote.").empty());
  CHECK(of_mention({"numbers", "", true, 9, 14, "Tote.", {}, {}}, "Über 600 Tote.").empty());
  CHECK(of_mention({"numbers", "", true, 0, 9, "Über 600", {}, {}}, "Über 600 Tote.") ==
        Sentences{"\"numbers\" [0, 9) quotes \"Über 600\", the text there is \"Über 600 \""});
}

TEST_CASE("a span lies in the text and runs forward") {
  CHECK(of_mention({"dates", "", true, 9, 15, "Tote.", {}, {}}, "Über 600 Tote.") ==
        Sentences{"\"dates\" [9, 15) is no span of the text; it quotes \"Tote.\""});
  CHECK(of_mention({"dates", "", true, 3, 1, "", {}, {}}, "Über") ==
        Sentences{"\"dates\" [3, 1) is no span of the text; it quotes \"\""});
  CHECK(of_mention({"dates", "", true, 4, 4, "", {}, {}}, "Über").empty());
  CHECK(of_mention({"dates", "", false, 0, 0, "Über", {}, {}}, "Über") ==
        Sentences{"a mention in \"dates\" has no span"});
}

TEST_CASE("a mention in the title counts there") {
  CHECK(of_mention({"dates", "title", true, 4, 8, "März", {}, {}}, "x", "Bis März").empty());
  CHECK(of_mention({"dates", "title", true, 4, 8, "März", {}, {}}, "Bis März") ==
        Sentences{"\"dates\" [4, 8) is no span of the title; it quotes \"März\""});
}

TEST_CASE("long quotes are shortened between characters") {
  std::string eighty;
  for (int i = 0; i < 80; ++i) eighty += "é";
  CHECK(of_mention({"dates", "", true, 0, 82, eighty + "éa", {}, {}}, eighty + "éb") ==
        Sentences{"\"dates\" [0, 82) quotes \"" + eighty + "\", the text there is \"" + eighty + "\""});
}
