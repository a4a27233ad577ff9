#include "sentences/sentences.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "effort.h"
#include "sentences/tables.h"
#include "tables/tables.h"

using namespace presscut;
using Strings = std::vector<std::string>;

namespace {

Strings split(std::string_view text) {
  Strings sentences;
  for (const Span span : sentences::split(text)) sentences.emplace_back(slice(text, span));
  return sentences;
}

struct Case {
  const char* text;
  Strings sentences;
};

void check(const std::vector<Case>& cases) {
  for (const auto& [text, sentences] : cases) {
    CAPTURE(text);
    CHECK(split(text) == sentences);
  }
}

// Each example of a table must come apart in `count` sentences.
void check_table(std::string_view name, std::string_view text, std::size_t count) {
  const tables::Table table(name, text);
  const std::size_t example = table.column("example");
  for (const auto& row : table.rows()) {
    CAPTURE(table.reference(row));
    CHECK(split(row.cells[example]).size() == count);
  }
}

}  // namespace

TEST_CASE("marks end sentences") {
  check({
      {"", {}},
      {"  \n\n ", {}},
      {"No mark at all", {"No mark at all"}},
      {"They left. Why? Nobody knew! He said so.", {"They left.", "Why?", "Nobody knew!", "He said so."}},
      {" They left.  Why? ", {"They left.", "Why?"}},
      {"What?! Really!!! Yes.", {"What?!", "Really!!!", "Yes."}},
      {"They waited … Nobody came.", {"They waited …", "Nobody came."}},
      {"They waited... Nobody came.", {"They waited...", "Nobody came."}},
      {"It was over. 40 men left.", {"It was over.", "40 men left."}},
      {"It held in 1999. Then it broke.", {"It held in 1999.", "Then it broke."}},
  });
}

TEST_CASE("quotes, brackets and footnotes close with their sentence") {
  check({
      {"“We refuse.” He left.", {"“We refuse.”", "He left."}},
      {"\"We refuse.\" He left.", {"\"We refuse.\"", "He left."}},
      {"„Wir gehen.“ Er ging.", {"„Wir gehen.“", "Er ging."}},
      {"« Nous partons. » Il partit.", {"« Nous partons. »", "Il partit."}},
      {"(They left.) He stayed.", {"(They left.)", "He stayed."}},
      {"He left.[3] She stayed.[12]", {"He left.[3]", "She stayed.[12]"}},
      {"He left. “We stay,” she said. (So did I.)", {"He left.", "“We stay,” she said.", "(So did I.)"}},
  });
}

TEST_CASE("what goes on in small letters is one sentence") {
  check({
      {"“Why?” he asked. “Because.”", {"“Why?” he asked.", "“Because.”"}},
      {"He said … nothing.", {"He said … nothing."}},
      {"The firm (est. 1950) and approx. half of it.", {"The firm (est. 1950) and approx. half of it."}},
      {"He said: “No!” and left.", {"He said: “No!” and left."}},
  });
}

TEST_CASE("abbreviations, initials and numbers do not end sentences") {
  check({
      {"Brig. Gen. Petra J. Lomax left. He did.", {"Brig. Gen. Petra J. Lomax left.", "He did."}},
      {"The U.S. President and J. A. Smith met.", {"The U.S. President and J. A. Smith met."}},
      {"Dr. Lomax, Ph.D. Candidate, came at 5 p.m. Tuesday.",
       {"Dr. Lomax, Ph.D. Candidate, came at 5 p.m. Tuesday."}},
      {"It grew by 3.5 to 1.200 and .5 more.", {"It grew by 3.5 to 1.200 and .5 more."}},
      {"See No. 5 and pp. 12 of it.", {"See No. 5 and pp. 12 of it."}},
      {"On Oct. 7 they left Gen. \n Lomax.", {"On Oct. 7 they left Gen. \n Lomax."}},
      {"Am 3. März kam die 4. Brigade.", {"Am 3. März kam die 4. Brigade."}},
      {"1. The letter\n2. The names", {"1. The letter", "2. The names"}},
      {"“[…] The rest” and [...] More.", {"“[…] The rest” and [...] More."}},
  });
}

TEST_CASE("an abbreviation ends a sentence where the next word begins one") {
  check({
      {"He lives in the U.S. The others left.", {"He lives in the U.S.", "The others left."}},
      {"They left at 5 p.m. In Corran it rained.", {"They left at 5 p.m.", "In Corran it rained."}},
      {"He asked Vellum Inc. But they said no. He left.",
       {"He asked Vellum Inc.", "But they said no.", "He left."}},
      {"It is Plan B. They know it.", {"It is Plan B.", "They know it."}},
      {"J. A. Smith came", {"J. A. Smith came"}},
      {"The U.S. All-Stars won.", {"The U.S. All-Stars won."}},
  });
}

TEST_CASE("glued sentences come apart, addresses and names do not") {
  check({
      {"They signed.The others left.", {"They signed.", "The others left."}},
      {"They signed.“The others left.”", {"They signed.", "“The others left.”"}},
      {"“They signed.”The others left.", {"“They signed.”", "The others left."}},
      {"It fell in 2019.The rest stayed.", {"It fell in 2019.", "The rest stayed."}},
      {"Why?Nobody knew.", {"Why?", "Nobody knew."}},
      {"It is over.A new one came.", {"It is over.", "A new one came."}},
      {"See www.example.com/A.Html or a@b.De for ASP.NET.",
       {"See www.example.com/A.Html or a@b.De for ASP.NET."}},
      {"Gen.Lomax and J.Smith of the U.S.Army, v2.Beta.",
       {"Gen.Lomax and J.Smith of the U.S.Army, v2.Beta."}},
  });
}

TEST_CASE("empty lines end sentences, line ends where nothing goes on") {
  check({
      {"The heading\n\nThe text", {"The heading", "The text"}},
      {"The heading\nThe text", {"The heading", "The text"}},
      {"a wrapped\nline, and\nmore", {"a wrapped\nline, and\nmore"}},
      {"They named Lomax,\nPetra, and left", {"They named Lomax,\nPetra, and left"}},
      {"one\n\ntwo", {"one", "two"}},
      {"Signed by Gen.\n\nLomax", {"Signed by Gen.", "Lomax"}},
      {"one \n \n two", {"one", "two"}},
  });
}

TEST_CASE("sentences of other scripts") {
  check({
      {"הם חתמו. איש לא בא.", {"הם חתמו.", "איש לא בא."}},
      {"وقعوا على الرسالة. لماذا؟ لا أحد يعرف.", {"وقعوا على الرسالة.", "لماذا؟", "لا أحد يعرف."}},
      {"他们签名了。没有人来！", {"他们签名了。", "没有人来！"}},
      {"Они ушли. Никто не пришёл.", {"Они ушли.", "Никто не пришёл."}},
      {"Καλά. Ναι.", {"Καλά.", "Ναι."}},
  });
}

TEST_CASE("every row of the tables fires on its example") {
  check_table("abbreviations.tsv", sentences::embedded::abbreviations_tsv, 1);
  check_table("starters.tsv", sentences::embedded::starters_tsv, 2);
  check_table("ordinals.tsv", sentences::embedded::ordinals_tsv, 1);
}

TEST_CASE("sentences lie in order and leave out white space only") {
  const std::string pieces[] = {"Gen. ", "Ω",   ".",  "…", "\n", "”",  "“",      "[3]",
                                "The ",  "u.s", "12", " ", "?",  "。", "\u00a0", ")"};
  std::uint32_t seed = 7;
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) text += pieces[(seed = seed * 1664525 + 1013904223) >> 28];
    CAPTURE(text);
    std::size_t last = 0;
    for (const Span span : sentences::split(text)) {
      CHECK(span.start >= last);
      CHECK(span.end > span.start);
      CHECK(text::trim(slice(text, {last, span.start})).empty());
      CHECK(text::trim(slice(text, span)) == slice(text, span));
      last = span.end;
    }
    CHECK(text::trim(text.substr(last)).empty());
  }
}

TEST_CASE("the sentence around a span") {
  const std::string text = "Über uns. Forty men signed. They left.";
  const auto sentences = sentences::split(text);
  const auto around = [&](std::size_t start, std::size_t end) {
    return std::string(slice(text, sentences::around(sentences, {start, end})));
  };
  CHECK(around(11, 16) == "Forty men signed.");
  CHECK(around(0, 1) == "Über uns.");
  CHECK(around(11, 32) == "Forty men signed. They left.");
  CHECK(around(10, 11) == " ");
  CHECK(sentences::around({}, {3, 4}) == Span{3, 4});
}

TEST_CASE("a long text of marks takes no longer than one of words" * doctest::timeout(20)) {
  for (const char* piece : {". ", "a.", "A. ", "…", "?\"", "\n ", ".)", ". (", "[1", "U.S.", ".“"}) {
    std::string text;
    while (text.size() < scaled(2'000'000)) text += piece;
    CHECK(sentences::split(text).size() <= text.size());
  }
}
