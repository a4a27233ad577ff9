#include "html/html.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace presscut;

namespace {

std::vector<std::string> texts(std::string_view html) {
  const page::Page page = html::parse(html);
  std::vector<std::string> result;
  for (const page::Block& block : page.blocks) result.emplace_back(page.text_of(block));
  return result;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("block elements part text, inline elements do not") {
  CHECK(texts("<h1>News</h1><p>One <b>two</b>.") == Texts{"News", "One two."});
  CHECK(texts("<p>é<p>b") == Texts{"é", "b"});
  CHECK(texts("<div>a<span>b</span></div>c") == Texts{"ab", "c"});
  CHECK(texts("<p>a<br>b<br><br>c</p>") == Texts{"a\nb", "c"});
}

TEST_CASE("implied end tags end what they end in a browser") {
  CHECK(texts("<ul><li>a<li>b</ul>") == Texts{"a", "b"});
  CHECK(texts("<dl><dt>a<dd>b<dt>c</dl>") == Texts{"a", "b", "c"});
  CHECK(texts("<p>a<div>b</div>") == Texts{"a", "b"});
  CHECK(texts("<select><option>a<option>b</select>") == Texts{"a", "b"});
}

TEST_CASE("cells of a row share a block, a layout's cells do not") {
  CHECK(texts("<table><tr><td>a<td>b<tr><td>c<td>d</table>") == Texts{"a\tb", "c\td"});
  CHECK(texts("<table><tr><td><p>a</p><td><p>b</p></table>") == Texts{"a", "b"});
}

TEST_CASE("style, script and title are no text") {
  CHECK(texts("<title>t</title><style>p{}</style><script>x<p>y</script><p>a") == Texts{"a"});
  CHECK(html::parse("<title> A &amp; B </title>").title == "A & B");
}

TEST_CASE("white space is squeezed, normal form is composed") {
  CHECK(texts("<p> a \n&nbsp; b </p>") == Texts{"a b"});
  CHECK(texts("<p>cafe\u0301</p>") == Texts{"café"});
}

TEST_CASE("preformatted text keeps its indent as code, but not as a heading") {
  CHECK(texts("<pre>\n  two\n    four</pre>") == Texts{"  two\n    four"});
  CHECK(texts("<pre>\n  <b>two</b>\n    four</pre>") == Texts{"  two\n    four"});
  CHECK(texts("<pre> \n\t<b> two</b></pre>") == Texts{"\t two"});
  CHECK(texts("<pre>  <b>\n two</b></pre>") == Texts{" two"});
  CHECK(texts("<pre>  <p>two</p></pre>") == Texts{"two"});
  CHECK(texts("<pre><h2>  two\n</pre>") == Texts{"two"});
}

TEST_CASE("a block knows kind, level, hidden, links and where it stood") {
  const std::string html =
      "<nav>é</nav><h2>x</h2><p hidden>y</p><li><a href=/u>link</a> z</li><blockquote>q</blockquote>";
  const page::Page page = html::parse(html);
  REQUIRE(page.blocks.size() == 5);
  CHECK(has(page.blocks[0].hints, page::Hint::navigation));
  CHECK(page.blocks[1].kind == Kind::heading);
  CHECK(page.blocks[1].level == 2);
  CHECK(slice(html, page.blocks[1].source) == "x");
  CHECK_FALSE(page.blocks[1].hidden);
  CHECK(page.blocks[2].hidden);
  CHECK(page.blocks[3].kind == Kind::list_item);
  CHECK(page.blocks[3].link_bytes == 4);
  CHECK(page.blocks[4].kind == Kind::quote);
}

TEST_CASE("a hundred thousand open elements keep their text") {
  std::string html;
  for (int i = 0; i < 100000; ++i) html += "<div>";
  CHECK(texts(html + "deep").back() == "deep");
}

TEST_CASE("whatever the bytes, blocks are in order, squeezed and inside the page") {
  const std::vector<std::string> pieces = {
      "<p>",        "</p>", "<div class=x>", "</div>", "<table>", "<tr>",       "<td>",     "</table>",
      "text ",      "é",    "<svg>",         "</svg>", "<",       "&amp",       "<!--",     "-->",
      "<a href=u>", "</a>", "<li>",          "<pre>",  "</pre>",  "<template>", "<select>", "\n"};
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string html;
    for (auto i = random() % 40; i > 0; --i) html += pieces[random() % pieces.size()];
    const page::Page page = html::parse(html);
    std::size_t last = 0;
    for (const page::Block& block : page.blocks) {
      CHECK(block.source.start <= block.source.end);
      CHECK(block.source.end <= html.size());
      CHECK(block.source.start >= last);
      CHECK(block.text.size() > 0);
      CHECK(block.container < page.containers.size());
      last = block.source.start;
    }
  }
}

TEST_CASE("JSON-LD is what a script says, with its characters as the standard reads them") {
  const auto in = [](std::string_view page) { return html::parse(page).json_ld; };
  const std::string plain = R"({"@type": "Article"})";
  CHECK(in("<script>" + plain + "</script>") == std::vector{plain});
  CHECK(in("<script type=application/ld+json>{}</script>") == std::vector<std::string>{"{}"});
  CHECK(in("<script>{\"@id\":\r\n\"x\"}</script>") == std::vector<std::string>{"{\"@id\":\n\"x\"}"});
  CHECK(in(std::string("<script>{\"@\0\"}</script>", 24)) == std::vector<std::string>{"{\"@\uFFFD\"}"});
  CHECK(in("<xmp>" + plain + "</xmp><style>" + plain + "</style>").empty());
  CHECK(in("<script>let a = 1</script>").empty());
}

TEST_CASE("a page of far too many blocks has fewer, and loses no text") {
  constexpr std::size_t many = 60'000;
  std::string html;
  for (std::size_t i = 0; i < many; ++i) html += "<p>x";
  const page::Page page = html::parse(html + "<h2>End");
  CHECK(page.blocks.size() > 20'000);
  CHECK(page.blocks.size() < 20'000 + html.size() / 64 + 10);
  CHECK(std::count(page.text.begin(), page.text.end(), 'x') == many);
  CHECK(page.text.ends_with("End\n"));
}
