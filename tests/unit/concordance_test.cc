#include "concordance/concordance.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

#include "concordance/lines.h"

using namespace presscut;
using concordance::Finder;
using concordance::Hit;
using concordance::Node;
using concordance::Width;

namespace {

Document document(std::string text, std::string title = "") {
  Document result;
  result.text = std::move(text);
  result.title = std::move(title);
  return result;
}

// "start quote" of each hit, with bars between them.
std::string find(const Node& node, const Document& document) {
  std::string all;
  for (const Hit& hit : Finder(node).find(document)) {
    const std::string_view text = hit.in_title ? document.title : document.text;
    all +=
        (all.empty() ? "" : "|") + std::to_string(hit.span.start) + ' ' + std::string(slice(text, hit.span));
  }
  return all;
}

Node word(std::string phrase, words::Form form = words::Form::folded) {
  Node node;
  node.phrases = {std::move(phrase)};
  node.form = form;
  return node;
}

std::string context(std::string_view text, std::string_view node, Width width) {
  const std::size_t at = text.find(node);
  return std::string(slice(text, concordance::context(text, {at, at + node.size()}, width)));
}

// "left [node] right"
std::string show(const concordance::Line& line) { return line.left + " [" + line.node + "] " + line.right; }

}  // namespace

TEST_CASE("a word is found as a word, folded or not") {
  CHECK(find(word("guard"), document("Guard, guardian; guards the GUARD. bodyguard", "The guard")) ==
        "4 guard|0 Guard|28 GUARD");
  CHECK(find(word("guard", words::Form::exact), document("Guard, a guard")) == "9 guard");
  CHECK(find(word("don't"), document("I don’t, dont")) == "2 don’t");
  CHECK(find(word("u.s"), document("in the U.S.")) == "7 U.S");
  CHECK(find(word("5"), document("5 of 15, 5.5 and 5.")) == "0 5|17 5");
  CHECK(find(word("none"), document("nothing")) == "");
}

TEST_CASE("a phrase goes across white space and dashes, not across marks and empty lines") {
  const Node node = word("land guard");
  CHECK(find(node, document("The Land\nGuard, a land-guard. Land, guard")) == "4 Land\nGuard|18 land-guard");
  CHECK(find(node, document("Land\n\nGuard")) == "");
  CHECK(find(word("a a"), document("a a a a")) == "0 a a|4 a a");
}

TEST_CASE("words without ASCII letters, and letters that fold to ASCII ones") {
  CHECK(find(word("צה״ל"), document("את צה\"ל, צה”ל")) == "5 צה\"ל|14 צה”ל");
  CHECK(find(word("ÄRA"), document("Die Ära, ära")) == "4 Ära|10 ära");
  CHECK(find(word("sister"), document("ſiſter and sister")) == "0 ſiſter|13 sister");
  CHECK(find(word("strasse"), document("Straße")) == "0 Straße");
  CHECK(find(word("office"), document("oﬃce")) == "0 oﬃce");
  CHECK(find(word("i\u0307zmir"), document("Ä İzmir")) == "3 İzmir");
  CHECK(find(word("izmir"), document("İzmir")) == "");
  Node kelvin = word("K");
  kelvin.form = words::Form::exact;
  CHECK(find(kelvin, document("40 \u212A and K")) == "3 \u212A|11 K");
}

TEST_CASE("a node without a word is refused") {
  CHECK_THROWS_AS(Finder(word("...")), std::runtime_error);
  Node node;
  node.patterns = {{"p", "(", "-e"}};
  CHECK_THROWS_AS(Finder{node}, match::BadPattern);
}

TEST_CASE("patterns and mentions are nodes") {
  Node node;
  node.patterns = {{"p", "[0-9]+ men", "-e"}};
  node.groups = true;
  Document made = document("Ä 43 men of the Guard");
  GroupMention guard;
  guard.span = {17, 22};
  guard.name = "Land Guard";
  made.groups = {guard};
  CHECK(find(node, made) == "3 43 men|17 Guard");
  CHECK(Finder(node).find(made)[0].term == "p");
  CHECK(Finder(node).find(made)[1].term == "Land Guard");
}

TEST_CASE("positions count the words of a passage") {
  const Document made = document("One, two guard. Guard", "The guard");
  const auto positions = concordance::positions(made, Finder(word("guard")).find(made));
  REQUIRE(positions.size() == 3);
  CHECK(positions[0].word == 2);
  CHECK(positions[0].words == 2);
  CHECK(positions[1].word == 3);
  CHECK(positions[1].words == 4);
  CHECK(positions[2].word == 4);
}

TEST_CASE("a place behind the last word has the position of that word") {
  Node node;
  node.patterns = {{"p", "[?!]", "-e"}};
  const Document made = document("One, two!", "?");
  const auto positions = concordance::positions(made, Finder(node).find(made));
  REQUIRE(positions.size() == 2);
  CHECK(positions[0].word == 0);
  CHECK(positions[0].words == 0);
  CHECK(positions[1].word == 2);
  CHECK(positions[1].words == 2);
}

TEST_CASE("titles are left out where the text alone is asked for") {
  Node node = word("guard");
  node.groups = true;
  Document made = document("The guard", "Guard of Osmer");
  GroupMention group;
  group.span = {9, 14}, group.in_title = true, group.name = "Osmer";
  made.groups = {group};
  CHECK(Finder(node).find(made).size() == 3);
  node.text_only = true;
  CHECK(find(node, made) == "4 guard");
}

TEST_CASE("context in words takes the marks that touch them") {
  const std::string_view text = "one (two) three, node; four \"five\" six";
  CHECK(context(text, "node", {2}) == "(two) three, node; four \"five\"");
  CHECK(context(text, "node", {9}) == text);
  CHECK(context(text, "node", {std::numeric_limits<std::size_t>::max()}) == text);
  CHECK(context(text, "node", {std::numeric_limits<std::size_t>::max(), Width::Unit::characters}) == text);
  CHECK(context(text, "node", {0}) == "node");
  CHECK(context("node", "node", {3}) == "node");
}

TEST_CASE("context in characters counts code points") {
  CHECK(context("äöü node äöü", "node", {3, Width::Unit::characters}) == "öü node äö");
  CHECK(context("ä node", "node", {9, Width::Unit::characters}) == "ä node");
}

TEST_CASE("context in text without blanks is cut far out, on whole characters") {
  const std::string text = std::string(5'000, 'a') + "-node-" + std::string(5'000, 'a');
  const std::string near = context(text, "node", {1});
  CHECK(near.size() < 600);
  CHECK(near.find("node") != near.npos);
  std::string wide;
  for (int i = 0; i < 3'000; ++i) wide += "ä";
  CHECK(text::is_valid(context(wide + "-node-" + wide, "node", {1})));
}

TEST_CASE("lines hold what stands around a node, and sort by it") {
  const Document made = document("Ä big guard left.\n\nA small guard  stayed on. Far away.", "Guard duty");
  concordance::View view;
  view.width.count = 2;
  const auto hits = Finder(word("guard")).find(made);
  const auto lines = concordance::lines(made, hits, view);
  REQUIRE(lines.size() == 3);
  CHECK(show(lines[0]) == " [Guard] duty");
  CHECK(show(lines[1]) == "Ä big [guard] left. A");
  CHECK(lines[1].code_points == Span{6, 11});
  view.order = concordance::Order::left;
  CHECK(concordance::lines(made, hits, view)[2].key == "small a ");
  view.order = concordance::Order::right;
  CHECK(concordance::lines(made, hits, view)[2].key == "stayed on ");
  view.sentence = true;
  CHECK(show(concordance::lines(made, hits, view)[2]) == "A small [guard] stayed on.");
}

TEST_CASE("a sentence survives abbreviations and quotes") {
  concordance::View view;
  view.sentence = true;
  const auto sentence = [&](std::string text, std::string node) {
    const Document made = document(std::move(text));
    return show(concordance::lines(made, Finder(word(std::move(node))).find(made), view).at(0));
  };
  CHECK(sentence("He came. Brig. Gen. Petra Lomax of the U.S. Army spoke. \"No.\" She left.", "lomax") ==
        "Brig. Gen. Petra [Lomax] of the U.S. Army spoke.");
  CHECK(sentence("\"Will you sign?\" she asked the guard. Nobody did.", "guard") ==
        "\"Will you sign?\" she asked the [guard] .");
}

TEST_CASE("aligned lines have their nodes in one column and cannot be reordered from outside") {
  const concordance::Layout layout(80);
  concordance::View view;
  Document made = document("The small guard stayed. Guard duty.");
  made.id = "a";
  for (const auto& line : concordance::lines(made, Finder(word("guard")).find(made), view)) {
    const std::string shown = concordance::aligned(made, line, layout, false);
    CHECK(text::display_width(shown.substr(0, shown.find("  " + line.node) + 2)) ==
          layout.id + layout.left + 10 + 6);
  }
  made = document("אחד צבא שתיים");
  const auto line = concordance::lines(made, Finder(word("צבא")).find(made), view).at(0);
  const std::string shown = concordance::aligned(made, line, layout, false);
  CHECK(shown.find("אחד  צבא  שתיים") != shown.npos);
  CHECK(shown.find("\xE2\x81\xA7") != shown.npos);  // right-to-left isolate
  CHECK(shown.ends_with("\xE2\x81\xA9\n"));         // and its end
}
