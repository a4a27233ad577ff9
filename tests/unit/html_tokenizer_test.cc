#include "html/tokenizer.h"

#include <doctest/doctest.h>

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "html/references.h"
#include "html/tables.h"
#include "tables/tables.h"
#include "text/text.h"

namespace html = presscut::html;
namespace tables = presscut::tables;
namespace text = presscut::text;
using html::Content;
using html::TokenKind;
using namespace std::string_literals;

namespace {

/// How a page is to be read, for the cases that do not begin as data.
struct Start {
  Content content = Content::data;
  std::string_view end_tag = "";
  bool cdata = false;
};

std::string decoded(const html::Token& token) {
  std::string out;
  html::decode_text(token, out);
  return out;
}

/// A token in one line: text and comments decoded, names in lower case, attributes with their values.
std::string show(const html::Token& token) {
  switch (token.kind) {
    case TokenKind::text: return decoded(token);
    case TokenKind::comment: return "{" + decoded(token) + "}";
    case TokenKind::doctype: return "<!" + html::lower(token.name) + ">";
    case TokenKind::end_tag: return "</" + html::lower(token.name) + ">";
    case TokenKind::end: return "end";
    default: break;
  }
  std::string shown = "<" + html::lower(token.name);
  for (const html::Attribute& attribute : token.attributes) {
    shown += " " + html::lower(attribute.name) + "=[" + html::value(attribute) + "]";
  }
  return shown + (token.self_closing ? "/>" : ">");
}

std::vector<std::string> tokens(std::string_view page, Start start = {}) {
  html::Tokenizer tokenizer(page);
  tokenizer.allow_cdata(start.cdata);
  if (start.content != Content::data) tokenizer.read_as(start.content, start.end_tag);
  std::vector<std::string> shown;
  html::Token token;
  while (tokenizer.next(token)) shown.push_back(show(token));
  return shown;
}

struct Case {
  std::string page;
  std::vector<std::string> expected;
};

void check(const std::vector<Case>& cases, Start start = {}) {
  for (const Case& example : cases) {
    CAPTURE(example.page);
    CHECK(tokens(example.page, start) == example.expected);
  }
}

std::string repeat(std::string_view piece, std::size_t times) {
  std::string repeated;
  for (std::size_t i = 0; i < times; ++i) repeated += piece;
  return repeated;
}

std::string in_text(std::string_view raw) {
  std::string out;
  for (const std::string& token : tokens(raw)) out += token;
  return out;
}

std::string in_attribute(std::string_view raw) { return html::value({"a", raw}); }

}  // namespace

TEST_CASE("html tokenizer: an empty page has no tokens") { check({{"", {}}}); }

TEST_CASE("html tokenizer: tags and the text between them") {
  check({
      {"<p>One</p>", {"<p>", "One", "</p>"}},
      {"<P CLASS=Lead>One", {"<p class=[Lead]>", "One"}},
      {"<br/><br /><img src=a/>", {"<br/>", "<br/>", "<img src=[a/]>"}},
      {"<br / >", {"<br>"}},
      {"<a<b>", {"<a<b>"}},
      {"</p class=x>", {"</p>"}},
      {"</br/>", {"</br>"}},
      {"<h1\n\tid=a\f>", {"<h1 id=[a]>"}},
      {"<p\r\nid=a>", {"<p id=[a]>"}},
  });
}

TEST_CASE("html tokenizer: what opens no markup is text") {
  check({
      {"1 < 2 and <3", {"1 < 2 and <3"}},
      {"a <", {"a <"}},
      {"a </", {"a </"}},
      {"<<p>", {"<", "<p>"}},
      {"< p>", {"< p>"}},
      {"eight  <8 bytes <- here <p>", {"eight  <8 bytes <- here ", "<p>"}},
      {"<é>", {"<é>"}},
  });
}

TEST_CASE("html tokenizer: attributes in all their spellings") {
  check({
      {"<a b>", {"<a b=[]>"}},
      {"<a b=>", {"<a b=[]>"}},
      {"<a b = c d>", {"<a b=[c] d=[]>"}},
      {"<a b=\"c > d\" e='\"'>", {"<a b=[c > d] e=[\"]>"}},
      {"<a b='c'd=\"e\"f>", {"<a b=[c] d=[e] f=[]>"}},
      {"<a/b/c=d>", {"<a b=[] c=[d]>"}},
      {"<a =b=c>", {"<a =b=[c]>"}},
      {"<a b==c>", {"<a b=[=c]>"}},
      {"<a b=c\"d'e`f>", {"<a b=[c\"d'e`f]>"}},
      {"<a \"b'<c>", {"<a \"b'<c=[]>"}},
      {"<a b=\"1\r\n2\r3\">", {"<a b=[1\n2\n3]>"}},
      {"<a שם=ערך>", {"<a שם=[ערך]>"}},
  });
}

TEST_CASE("html tokenizer: of an attribute that comes twice, find gives the first") {
  html::Tokenizer tokenizer("<a HREF=\"x&amp;y\" class=b href=z>");
  html::Token token;
  REQUIRE(tokenizer.next(token));
  CHECK(token.attributes.size() == 3);
  CHECK(html::find(token, "href").found);
  CHECK(html::find(token, "href").raw == "x&amp;y");
  CHECK(html::find(token, "class").raw == "b");
  CHECK_FALSE(html::find(token, "id").found);
}

TEST_CASE("html tokenizer: what is unfinished at the end of the page") {
  check({
      {"One<p", {"One"}},
      {"One<p class", {"One"}},
      {"One<p class=", {"One"}},
      {"One<p class=\"two>", {"One"}},
      {"One<p class='two'", {"One"}},
      {"One<p/", {"One"}},
      {"One</p", {"One"}},
      {"One<!", {"One", "{}"}},
      {"One<!-", {"One", "{-}"}},
      {"One<!--two", {"One", "{two}"}},
      {"One<!doctype", {"One", "<!>"}},
      {"One<?", {"One", "{?}"}},
  });
}

TEST_CASE("html tokenizer: comments and how they end") {
  check({
      {"<!--a-->b", {"{a}", "b"}},
      {"<!-->b", {"{}", "b"}},
      {"<!--->b", {"{}", "b"}},
      {"<!---->b", {"{}", "b"}},
      {"<!----->b", {"{-}", "b"}},
      {"<!--a--!>b", {"{a}", "b"}},
      {"<!--a--!-->b", {"{a--!}", "b"}},
      {"<!--a--!->b-->", {"{a--!->b}"}},
      {"<!--!>b-->", {"{!>b}"}},
      {"<!--a->b--c-->", {"{a->b--c}"}},
      {"<!--<!-->b", {"{<!}", "b"}},
      {"<!--<p>-->b", {"{<p>}", "b"}},
      {"<!--a-", {"{a}"}},
      {"<!--a--", {"{a}"}},
      {"<!--a---", {"{a-}"}},
      {"<!--a--!", {"{a}"}},
      {"<!---", {"{}"}},
      {"<!---!", {"{-!}"}},
      {"<!--a\r\nb&amp;\0-->"s, {"{a\nb&amp;\uFFFD}"}},
  });
}

TEST_CASE("html tokenizer: bogus comments end at the next '>'") {
  check({
      {"<!a>b", {"{a}", "b"}},
      {"<!>b", {"{}", "b"}},
      {"<!-a-->b", {"{-a--}", "b"}},
      {"<?xml version=\"1.0\"?>b", {"{?xml version=\"1.0\"?}", "b"}},
      {"</ a>b", {"{ a}", "b"}},
      {"</3>b", {"{3}", "b"}},
      {"a</>b", {"a", "b"}},
  });
}

TEST_CASE("html tokenizer: a DOCTYPE ends at the next '>', even between quotes") {
  check({
      {"<!DOCTYPE html>a", {"<!html>", "a"}},
      {"<!doctypeHTML>a", {"<!html>", "a"}},
      {"<!DocType\nhtml\nPUBLIC \"-//W3C//DTD\" 'x'>a", {"<!html>", "a"}},
      {"<!DOCTYPE>a", {"<!>", "a"}},
      {"<!DOCTYPE html SYSTEM \"a>b\">", {"<!html>", "b\">"}},
      {"<!DOCTYP>a", {"{DOCTYP}", "a"}},
  });
}

TEST_CASE("html tokenizer: what follows a DOCTYPE's name is its text") {
  html::Tokenizer tokenizer("<!DOCTYPE html PUBLIC \"x\">");
  html::Token token;
  REQUIRE(tokenizer.next(token));
  CHECK(token.name == "html");
  CHECK(token.text == " PUBLIC \"x\"");
}

TEST_CASE("html tokenizer: CDATA sections where they are allowed") {
  check({{"a<![CDATA[b&amp;<c>]]>d", {"a", "b&amp;<c>", "d"}},
         {"<![CDATA[]]]>", {"]"}},
         {"<![CDATA[a]>b]]", {"a]>b]]"}},
         {"a<![CDATA[]]>b", {"a", "b"}},
         {"<![CDATA[a\r\nb\0c]]>"s, {"a\nb\0c"s}},
         {"<![cdata[a]]>", {"{[cdata[a]]}"}}},
        {.cdata = true});
}

TEST_CASE("html tokenizer: CDATA sections are comments elsewhere") {
  check({{"a<![CDATA[b<c>]]>d", {"a", "{[CDATA[b<c}", "]]>d"}}});
}

TEST_CASE("html tokenizer: RCDATA ends at its own end tag only, and has references") {
  check({{"a<b>&amp;</p></TITLE >c<d>", {"a<b>&</p>", "</title>", "c", "<d>"}},
         {"a</titles></title>", {"a</titles>", "</title>"}},
         {"a</title", {"a</title"}},
         {"a</title x", {"a"}},
         {"</title/>", {"</title>"}},
         {"<!--</title>-->", {"<!--", "</title>", "-->"}}},
        {Content::rcdata, "title"});
}

TEST_CASE("html tokenizer: RAWTEXT has no references") {
  check({{"a > b { content: '&amp;' }</style>c", {"a > b { content: '&amp;' }", "</style>", "c"}},
         {"a\r\nb\0</Style>"s, {"a\nb\uFFFD", "</style>"}}},
        {Content::rawtext, "style"});
}

TEST_CASE("html tokenizer: raw text without an end tag's name goes on to the end") {
  check({{"a</script></>b", {"a</script></>b"}}}, {Content::script});
  check({{"a</title></>b", {"a</title></>b"}}}, {Content::rcdata});
}

TEST_CASE("html tokenizer: PLAINTEXT never ends") {
  check({{"a</plaintext>&amp;<b>", {"a</plaintext>&amp;<b>"}}}, {Content::plaintext, "plaintext"});
}

TEST_CASE("html tokenizer: a script's end tag is found behind comment marks") {
  check({{"if (a<b) {}</script>c", {"if (a<b) {}", "</script>", "c"}},
         {"'</scrip'+'t>'</script>", {"'</scrip'+'t>'", "</script>"}},
         {"<!-- a </script>b", {"<!-- a ", "</script>", "b"}},
         {"<!-- a //--></script>b", {"<!-- a //-->", "</script>", "b"}},
         {"<script></script>b", {"<script>", "</script>", "b"}}},
        {Content::script, "script"});
}

TEST_CASE("html tokenizer: a script start tag inside a script's comment hides one end tag") {
  check({{"<!--<script>a</script>b</script>c", {"<!--<script>a</script>b", "</script>", "c"}},
         {"<!--<script>a--></script>b", {"<!--<script>a-->", "</script>", "b"}},
         {"<!--<scripts>a</script>b", {"<!--<scripts>a", "</script>", "b"}},
         {"<!--><script>a</script>b", {"<!--><script>a", "</script>", "b"}},
         {"<!---><script>a</script>b", {"<!---><script>a", "</script>", "b"}},
         {"<!-- -<><script>a</script>b", {"<!-- -<><script>a</script>b"}},
         {"<!--<script a</script", {"<!--<script a</script"}}},
        {Content::script, "script"});
}

TEST_CASE("html tokenizer: read_as holds until the end tag, then data again") {
  html::Tokenizer tokenizer("<title>ä<b></title><i>");
  html::Token token;
  REQUIRE(tokenizer.next(token));
  tokenizer.read_as(Content::rcdata, html::lower(token.name));
  REQUIRE(tokenizer.next(token));
  CHECK(token.content == Content::rcdata);
  CHECK(token.text == "ä<b>");
  REQUIRE(tokenizer.next(token));
  CHECK(show(token) == "</title>");
  REQUIRE(tokenizer.next(token));
  CHECK(show(token) == "<i>");
  CHECK_FALSE(tokenizer.next(token));
  CHECK_FALSE(tokenizer.next(token));
  CHECK(token.kind == TokenKind::end);
}

TEST_CASE("html tokenizer: spans count bytes and leave out only what makes no token") {
  const std::string page = "é<p id='a>'>שלום</>&amp;<!--x--><![CDATA[]]><![CDATA[y]]></p>";
  html::Tokenizer tokenizer(page);
  tokenizer.allow_cdata(true);
  std::vector<std::string> slices;
  html::Token token;
  while (tokenizer.next(token)) slices.emplace_back(slice(page, token.span));
  CHECK(slices ==
        std::vector<std::string>{"é", "<p id='a>'>", "שלום", "&amp;", "<!--x-->", "<![CDATA[y]]>", "</p>"});
  CHECK(token.span == presscut::Span{page.size(), page.size()});
}

TEST_CASE("html tokenizer: a token's memory keeps nothing of the token before") {
  html::Tokenizer tokenizer("<a b=c/ />&amp;<!--d--><e>f");
  html::Token token;
  for (int i = 0; i < 4; ++i) REQUIRE(tokenizer.next(token));
  CHECK(show(token) == "<e>");
  CHECK(token.text.empty());
  CHECK_FALSE(token.has_references);
  REQUIRE(tokenizer.next(token));
  CHECK(token.name.empty());
  CHECK_FALSE(token.has_references);
}

TEST_CASE("html tokenizer: has_references is exact for data") {
  struct Example {
    std::string text;
    bool expected;
  };
  const std::vector<Example> examples = {
      {"plain", false},
      {"longer than one word of eight", false},
      {"a & b", true},
      {"a\rb", true},
      {"a\0b"s, true},
      {"behind the first eight &", true},
      {"\u2026 — \u00A6", false},
  };
  for (const Example& example : examples) {
    CAPTURE(example.text);
    const std::string page = example.text + "<p>&\r";
    html::Tokenizer tokenizer(page);
    html::Token token;
    REQUIRE(tokenizer.next(token));
    CHECK(token.text == example.text);
    CHECK(token.has_references == example.expected);
  }
}

TEST_CASE("html tokenizer: line ends become LF, and NUL what its state wants") {
  CHECK(in_text("a\r\nb\rc\n\r\r\nd") == "a\nb\nc\n\n\nd");
  CHECK(in_text("a\0b"s) == "a\0b"s);
  CHECK(in_attribute("a\0b"s) == "a\uFFFDb");
  CHECK(html::lower("A\0É"s) == "a\uFFFDÉ");
  CHECK(tokens("a\0b"s, {Content::rcdata, "title"}) == std::vector{"a\uFFFDb"s});
}

TEST_CASE("html references: named, by the longest name that fits") {
  struct Example {
    std::string raw, in_text, in_attribute;
  };
  const std::vector<Example> examples = {
      {"&amp;", "&", "&"},
      {"é&eacute;é", "ééé", "ééé"},
      {"&eacute", "é", "é"},
      {"&eacute s", "é s", "é s"},
      {"&notit;", "¬it;", "&notit;"},
      {"&notin;", "∉", "∉"},
      {"&notin", "¬in", "&notin"},
      {"&copy=1", "©=1", "&copy=1"},
      {"&copy;=1", "©=1", "©=1"},
      {"&copy1", "©1", "&copy1"},
      {"&copy/1", "©/1", "©/1"},
      {"&AMP;&AMP&Amp;", "&&&Amp;", "&&&Amp;"},
      {"&NotEqualTilde;", "\u2242\u0338", "\u2242\u0338"},
      {"&CounterClockwiseContourIntegral;", "∳", "∳"},
      {"&amp;lt;", "&lt;", "&lt;"},
  };
  for (const Example& example : examples) {
    CAPTURE(example.raw);
    CHECK(in_text(example.raw) == example.in_text);
    CHECK(in_attribute(example.raw) == example.in_attribute);
  }
}

TEST_CASE("html references: leaves alone what is none") {
  for (const std::string raw : {"&", "& ", "a & b", "&&", "&;", "&unknown;", "&am;", "&é;", "&=", "&#", "&#;",
                                "&#x", "&#x;", "&#xg", "&#-1;", "&CounterClockwiseContourIntegra;"}) {
    CAPTURE(raw);
    CHECK(in_text(raw) == raw);
    CHECK(in_attribute(raw) == raw);
  }
}

TEST_CASE("html references: numbers, and what stands for those that are no characters") {
  struct Example {
    std::string raw, expected;
  };
  const std::vector<Example> examples = {
      {"&#8217;", "’"},
      {"&#x2019;", "’"},
      {"&#X1f600;", "😀"},
      {"&#65", "A"},
      {"&#65B", "AB"},
      {"&#x41G", "AG"},
      {"&#0;", "\uFFFD"},
      {"&#xD800;", "\uFFFD"},
      {"&#x110000;", "\uFFFD"},
      {"&#x80;", "€"},
      {"&#150;", "–"},
      {"&#x9F;", "Ÿ"},
      {"&#x81;", "\u0081"},
      {"&#xA0;", "\u00A0"},
      {"&#13;", "\r"},
      {"&#xFFFE;", "\uFFFE"},
      {"&#x10FFFF;", "\U0010FFFF"},
      {"&#99999999999999999999;", "\uFFFD"},
      {"&#xFFFFFFFFFFFFFFFF0041;", "\uFFFD"},
      {"&#0000000000000000000065;", "A"},
  };
  for (const Example& example : examples) {
    CAPTURE(example.raw);
    CHECK(in_text(example.raw) == example.expected);
    CHECK(in_attribute(example.raw) == example.expected);
  }
}

TEST_CASE("html references: every row of the table, in text") {
  const tables::Table table("references.tsv", html::embedded::references_tsv);
  const std::size_t name = table.column("name"), meaning = table.column("code_points");
  CHECK(table.rows().size() == 2231);
  for (const tables::Table::Row& row : table.rows()) {
    std::string expected;
    std::string_view hexadecimal = row.cells[meaning];
    for (std::size_t space = 0; space != std::string_view::npos;) {
      std::uint32_t code_point = 0;
      std::from_chars(hexadecimal.data(), hexadecimal.data() + hexadecimal.size(), code_point, 16);
      text::append(expected, code_point);
      space = hexadecimal.find(' ');
      hexadecimal.remove_prefix(space == std::string_view::npos ? hexadecimal.size() : space + 1);
    }
    CAPTURE(row.cells[name]);
    std::string out;
    const std::string raw = "&" + std::string(row.cells[name]);
    CHECK(html::decode_reference(raw, false, out) == raw.size());
    CHECK(out == expected);
  }
}

TEST_CASE("html tokenizer: hostile repetitions are read once") {
  constexpr std::size_t times = 100'000;
  struct Example {
    std::string page;
    Start start;
    std::size_t tokens;
  };
  const std::vector<Example> examples = {
      {repeat("<!--", times), {}, 1},
      {repeat("<![CDATA[", times), {.cdata = true}, 1},
      {repeat("<![CDATA[>", times), {.cdata = true}, 1},
      {repeat("&", times), {}, 1},
      {repeat("&amp", times), {}, 1},
      {"&#" + repeat("9", times), {}, 1},
      {repeat("<", times), {}, 1},
      {repeat("</", times), {}, 1},
      {repeat("<p", times), {}, 0},
      {repeat("</>", times), {}, 0},
      {repeat("<p>", times), {}, times},
      {repeat("</scrip", times), {Content::script, "script"}, 1},
      {repeat("<!--<script>", times), {Content::script, "script"}, 1},
      {repeat("<!--<script", times), {Content::script, "script"}, 1},
      {repeat("</titl", times), {Content::rcdata, "title"}, 1},
      {repeat("<!DOCTYPE \"", times), {}, 1},
      {"<p " + repeat("a='b' ", times), {}, 0},
      {"<p " + repeat("/", times) + ">", {}, 1},
      {"<!--" + repeat("->", times), {}, 2},
  };
  for (const Example& example : examples) {
    const std::string shown = example.page.substr(0, 20);
    CAPTURE(shown);
    CHECK(tokens(example.page, example.start).size() == example.tokens);
  }
}

TEST_CASE("html tokenizer: a tag may have any number of attributes") {
  const std::string page = "<p " + repeat("a=b ", 100'000) + ">";
  html::Tokenizer tokenizer(page);
  html::Token token;
  REQUIRE(tokenizer.next(token));
  CHECK(token.attributes.size() == 100'000);
  CHECK(token.span == presscut::Span{0, page.size()});
}
