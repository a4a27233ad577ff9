#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

#include "output/output.h"

using namespace presscut;
using output::Aligner;
using output::Rows;

namespace {

Document ternik() {
  Document document;
  document.id = "a";
  document.title = "Über 600 sign";
  document.date = "2024-10-22";
  document.text = "They met. Über 600 men\tsigned on Tuesday. Nobody left.";
  document.numbers = {
      {{.span = {0, 9}, .in_title = true, .rule = "over"}, 600, {}, 600, "over", "cardinal", ""},
      {{.span = {10, 23}, .rule = "over"}, 600, {}, 600.5, "over", "cardinal", "men"}};
  return document;
}

std::string rows(const Document& document, const output::TableOptions& options,
                 std::string_view list = "numbers", std::vector<std::string> groups = {}) {
  const Rows table(list, std::move(groups), options);
  std::string out = table.header();
  table.write(document, out);
  return out;
}

// One cell as a table has it: the id of a document with one mention.
std::string cell(const std::string& text, bool csv) {
  Document document;
  document.id = text;
  document.groups.emplace(1);
  std::string out = rows(document, {.csv = csv, .header = false, .columns = {"id"}}, "groups");
  out.resize(out.size() - (csv ? 2 : 1));
  return out;
}

std::string tsv(const std::string& text) { return cell(text, false); }
std::string csv(const std::string& text) { return cell(text, true); }

}  // namespace

TEST_CASE("a row has id, span and quote, then the members of its list") {
  CHECK(rows(ternik(), {}) ==
        "id\tstart\tend\tquote\tlow\thigh\tpoint\tqualifier\tkind\tunit\trule\n"
        "a\t0\t8\tÜber 600\t600\t\t600\tover\tcardinal\t\tover\n"
        "a\t10\t22\tÜber 600 men\t600\t\t600.5\tover\tcardinal\tmen\tover\n");
}

TEST_CASE("columns are picked and ordered, also those of the document") {
  CHECK(rows(ternik(), {.columns = {"quote", "field", "low", "date", "title", "sentence"}}) ==
        "quote\tfield\tlow\tdate\ttitle\tsentence\n"
        "Über 600\ttitle\t600\t2024-10-22\tÜber 600 sign\tÜber 600 sign\n"
        "Über 600 men\ttext\t600\t2024-10-22\tÜber 600 sign\tÜber 600 men\\tsigned on Tuesday.\n");
  CHECK(rows(ternik(), {.header = false, .columns = {"id"}}) == "a\na\n");
}

TEST_CASE("a column that there is not is told with those that there are") {
  CHECK_THROWS_WITH_AS(
      Rows("groups", {}, {.columns = {"nmae"}}),
      "--columns nmae: no such column; there are name, kind, alias, rule, id, start, end, quote, "
      "field, title, url, date, hostname, sentence",
      std::runtime_error);
}

TEST_CASE("a stage that has not run has no rows") {
  std::string out;
  CHECK(Rows("dates", {}, {}).write(ternik(), out) == 0);
  CHECK(out.empty());
  CHECK(Rows("numbers", {}, {}).write(ternik(), out) == 2);
}

TEST_CASE("named groups are columns, and come before those of the document") {
  Document document;
  document.id = "a";
  document.date = "2024-10-22";
  document.text = "7 May";
  document.matches = {{{.span = {0, 5}, .rule = "1"}, {{"date", "May"}}}};
  CHECK(rows(document, {}, "matches", {"day", "date"}) ==
        "id\tstart\tend\tquote\tday\tdate\trule\na\t0\t5\t7 May\t\tMay\t1\n");
  CHECK(rows(document, {.header = false, .columns = {"date"}}, "matches", {"day", "date"}) == "May\n");
  CHECK(rows(document, {.header = false, .columns = {"date"}}, "matches", {"day"}) == "2024-10-22\n");
}

TEST_CASE("dates, groups and figures have their columns") {
  Document document;
  document.id = "a";
  document.text = "May 43 men";
  document.dates = {{{.span = {0, 3}}, DateType::date, "2024-05", "2024-05-01", "2024-05-31", "published"}};
  document.figures.emplace(1);
  document.figures->at(0).span = {4, 10};
  document.figures->at(0).low = 43;
  document.figures->at(0).of = 0;
  CHECK(rows(document, {}, "dates") ==
        "id\tstart\tend\tquote\ttype\tvalue\tearliest\tlatest\tanchor\trule\n"
        "a\t0\t3\tMay\tdate\t2024-05\t2024-05-01\t2024-05-31\tpublished\t\n");
  CHECK(rows(document, {}, "figures") ==
        "id\tstart\tend\tquote\tlow\thigh\tqualifier\twho\trole\trelation\tof\tevent\tattributed_to\tas_"
        "of\trule\n"
        "a\t4\t10\t43 men\t43\t\t\t\t\t\t0\t\t\t\t\n");
}

TEST_CASE("cells of TSV have no tab, no line end and nothing that a terminal obeys") {
  CHECK(tsv("a\tb\nc\rd\\e") == "a\\tb\\nc\\rd\\\\e");
  CHECK(tsv("\x1B[2J\x07\x7F\u009B") == "\\u{1b}[2J\\u{7}\\u{7f}\\u{9b}");
  CHECK(tsv("a\u202Eb\u2066c\u2069") == "a\\u{202e}b\\u{2066}c\\u{2069}");
  CHECK(tsv("– “é” ש\u200F =1") == "– “é” ש\u200F =1");
}

TEST_CASE("cells of CSV are quoted where they must") {
  CHECK(csv("plain é") == "plain é");
  CHECK(csv("a,b") == "\"a,b\"");
  CHECK(csv("a \"b\"") == "\"a \"\"b\"\"\"");
  CHECK(csv("a\nb\r\nc") == "\"a\nb\nc\"");
  CHECK(csv(" a") == "\" a\"");
  CHECK(csv("a\\b") == "a\\b");
  CHECK(csv("\x1B[2Ja\rb") == "\\u{1b}[2Ja\\u{d}b");
}

TEST_CASE("cells that a spreadsheet would run are guarded, numbers are not") {
  for (const char* formula : {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF20A",
                              "-a", "+", "-1.", "--1", "-1e", "+49 2024", "=", "-0x1"}) {
    CAPTURE(formula);
    CHECK(csv(formula) == std::string("'") + formula);
  }
  CHECK(csv("=HYPERLINK(\"x\")") == "\"'=HYPERLINK(\"\"x\"\")\"");
  CHECK(csv(" =1") ==
        "'"
        " =1");
  CHECK(csv("\t=1") == "\"'\t=1\"");
  CHECK(csv("\r=1") == "'\\u{d}=1");
  CHECK(csv("\n=1") == "\"'\n=1\"");
  CHECK(csv("\u00A0=1") == "'\u00A0=1");
  for (const char* safe :
       {"-5", "+5", "-0.25", "1e-7", "-1.5E+21", "-", "a=1", "2024-10-22", "–1", "", " "}) {
    CAPTURE(safe);
    CHECK(csv(safe).find('\'') == std::string::npos);
  }
  CHECK(tsv("=1+1") == "=1+1");
}

TEST_CASE("rows of CSV end as RFC 4180 has it") {
  CHECK(rows(ternik(), {.csv = true, .columns = {"id", "quote"}}) ==
        "id,quote\r\na,Über 600\r\na,Über 600 men\r\n");
}

TEST_CASE("a very long sentence is cut around its mention") {
  Document document;
  for (int i = 0; i < 1000; ++i) document.text += "wörd ";
  document.groups.emplace(1);
  document.groups->at(0).span = {3000, 3004};
  const std::string sentence = rows(document, {.header = false, .columns = {"sentence"}}, "groups");
  CHECK(sentence.starts_with("…wörd "));
  CHECK(sentence.ends_with(" wörd…\n"));
  CHECK(sentence.size() < 1300);
  document.text.clear();
  for (int i = 0; i < 2000; ++i) document.text += "字";
  document.groups->at(0).span = {3000, 3003};
  const std::string unbroken = rows(document, {.header = false, .columns = {"sentence"}}, "groups");
  CHECK(text::is_valid(unbroken));
  CHECK(unbroken.size() > 1000);
}

TEST_CASE("rows stand under each other by what a terminal shows") {
  CHECK(Aligner().align("id\tquote\tn\na\té字x\t1\nlonger\tz\t\n") ==
        "id      quote  n\n"
        "a       é字x   1\n"
        "longer  z\n");
  CHECK(text::display_width("e\u0301字👩‍🚀☎️") == 1 + 2 + 2 + 2);
}

TEST_CASE("right-to-left cells leave those beside them in their place") {
  CHECK(Aligner().align("שלום\t12\nab\t3\n") == "\u2068שלום\u2069  12\nab    3\n");
}

TEST_CASE("a long cell moves what is behind it and no other row") {
  const std::string sentence(90, 'x');
  CHECK(Aligner().align(sentence + "\t1\na\t2\n") == sentence + "  1\na" + std::string(41, ' ') + "2\n");
}

TEST_CASE("later rows keep the widths of earlier ones") {
  Aligner aligner;
  CHECK(aligner.align("id\tn\n") == "id  n\n");
  CHECK(aligner.align("longer\t1\n") == "longer  1\n");
  CHECK(aligner.align("a\t2\n") == "a       2\n");
  CHECK(aligner.align("") == "");
}
