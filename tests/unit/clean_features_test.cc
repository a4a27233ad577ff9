#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "clean/body.h"
#include "clean/features.h"
#include "clean/outline.h"
#include "clean/page_type.h"
#include "html/html.h"
#include "plain/plain.h"

using namespace presscut;

namespace {

const std::string prose =
    "The millers of Varn told the council that the new weir would leave them without water in the summer, "
    "and "
    "that they would not pay for a lock which nobody on the river had asked for. ";

// Words of running text of each block: here those of the long ones.
std::vector<std::uint32_t> prose_of(const page::Page& page) {
  std::vector<std::uint32_t> words;
  for (const page::Block& block : page.blocks)
    words.push_back(block.text.size() > 100 ? static_cast<std::uint32_t>(block.text.size() / 5) : 0);
  return words;
}

clean::Position position_of(const page::Page& page, std::string_view text) {
  const clean::Body body(page, prose_of(page));
  for (const page::Block& block : page.blocks)
    if (page.text_of(block) == text) return body.of(block.container);
  return {};
}

std::uint8_t votes(const clean::Declared& declared, clean::PageType type) {
  return declared.votes[static_cast<std::size_t>(type)];
}

clean::Declared declared_of(const std::string& html, std::string_view url = {}) {
  return clean::declared(html::parse(html), url);
}

// A column of all blocks of a short page.
std::vector<float> column_of(const page::Page& page, std::string_view name) {
  const clean::Features features(page, {}, {}, clean::Words::built_in(), {});
  const std::vector<std::string_view> names = clean::Features::column_names();
  const auto column = static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  REQUIRE(column < names.size());
  REQUIRE(features.size() <= clean::Features::batch);
  std::vector<bool> asked(names.size());
  asked[column] = true;
  std::vector<float> values(names.size() * clean::Features::batch);
  features.columns(0, features.size(), asked, values.data());
  const float* const first = values.data() + column * clean::Features::batch;
  return {first, first + features.size()};
}

}  // namespace

TEST_CASE("the columns of a block are the same wherever its batch begins") {
  std::string html;
  for (int i = 0; i < 70; ++i)
    html += i % 7 == 0   ? "<h2>Part " + std::to_string(i) + ":</h2>"
            : i % 3 == 0 ? "<p>" + prose + "</p>"
                         : "<ul><li>Read more; {x} | 3 May</li></ul>";
  const page::Page page = html::parse(html);
  const clean::Features features(page, {}, {}, clean::Words::built_in(), {});
  REQUIRE(features.size() == 70);
  constexpr std::size_t batch = clean::Features::batch;
  const std::vector<bool> asked(clean::Features::column_names().size(), true);
  std::vector<float> together(asked.size() * batch), alone(asked.size() * batch);
  for (std::size_t begin = 0; begin < features.size(); begin += batch) {
    const std::size_t count = std::min(batch, features.size() - begin);
    features.columns(begin, count, asked, together.data());
    for (std::size_t i = 0; i < count; ++i) {
      features.columns(begin + i, 1, asked, alone.data());
      for (std::size_t c = 0; c < asked.size(); ++c) {
        CAPTURE(clean::Features::column_names()[c]);
        CHECK(alone[c * batch] == together[c * batch + i]);
      }
    }
  }
}

TEST_CASE("of nothing there is no share, and what is far away is all alike") {
  const page::Page page = html::parse("<h2>…</h2>" + std::string("<p>One two.</p><p>One two.</p>"));
  CHECK(column_of(page, "word_length") == std::vector<float>{0, 4, 4});
  CHECK(column_of(page, "since_prose") == std::vector<float>{60, 60, 60});
  CHECK(column_of(page, "since_heading") == std::vector<float>{0, 1, 2});
  CHECK(column_of(page, "repeated") == std::vector<float>{0, 0, 1});
}

TEST_CASE("the body is the container around the parts of the text, not a part nor the page") {
  const std::string part = "<section><p>" + prose + "</p></section>";
  const page::Page page =
      html::parse("<body><nav><p>Home</p></nav><main>" + part + part + "<section><p>" + prose +
                  "</p><p>Inside</p></section></main>" + "<footer><div><p>Imprint</p></div></footer></body>");
  const clean::Body body(page, prose_of(page));
  CHECK(body.blocks() == Span{1, 5});
  CHECK(position_of(page, "Inside").up == 0);
  CHECK(position_of(page, "Home").up == 1);
  CHECK(position_of(page, "Imprint").up == 1);
  CHECK(position_of(page, "Imprint").down > position_of(page, "Home").down);
  CHECK(position_of(page, "Imprint").branch != position_of(page, "Home").branch);
}

TEST_CASE("a page without running text has its body all the same") {
  const page::Page page = html::parse("<ul><li>One</li><li>Two</li></ul>");
  CHECK(clean::Body(page, {0, 0}).blocks() == Span{0, 2});
  CHECK(clean::Body(page::Page(), {}).blocks() == Span{0, 0});
}

TEST_CASE("nesting without end stops counting and goes on") {
  std::string html;
  for (int i = 0; i < 3000; ++i) html += "<div>x";
  const page::Page page = html::parse(html + "<p>" + prose + "</p>");
  const clean::Body body(page, prose_of(page));
  CHECK(body.of(0).up > 0);
}

TEST_CASE(
    "a label of page furniture holds until a heading of its level, other headings open plain sections") {
  const page::Page page = html::parse("<h2>The weir</h2><p>" + prose +
                                      "</p><h3>Related stories</h3><p>One</p><h4>Two</h4><p>Three</p>" +
                                      "<h2>The lock</h2><p>" + prose + "</p>");
  const clean::Features features(page, {}, {}, clean::Words::built_in(), {});
  std::vector<clean::Stats> stats;
  for (std::size_t i = 0; i < features.size(); ++i) stats.push_back(features.stats(i));
  const clean::Outline outline(page, stats, clean::Words::built_in());
  CHECK(outline.furniture(1) == 0);
  CHECK(outline.furniture(2) == 3);
  CHECK(outline.furniture(5) == 3);
  CHECK(outline.furniture(7) == 0);
  CHECK(outline.of(3).begin == 2);
  CHECK(outline.of(3).end == 4);
}

TEST_CASE("og:type, JSON-LD and the address each have one vote on what a page is") {
  const clean::Declared article = declared_of(
      "<meta property=\"og:type\" content=\"Article\"><script type=\"application/ld+json\">"
      "{\"@type\": \"NewsArticle\", \"author\": {\"@type\": \"Person\"}}</script><p>x</p>",
      "https://paper.example/news/millers-of-varn-42");
  CHECK(votes(article, clean::PageType::article) == 3);
  CHECK(article.folders == 2);
  CHECK(article.dashes == 3);
  CHECK(article.digits == 2);
  CHECK(article.says_something());
  CHECK_FALSE(declared_of("<p>x</p>").says_something());
  CHECK(clean::is_article(article));
  const clean::Declared thread =
      declared_of("<p>x</p>", "https://board.example/forum/threads/weir.12/?page=2#news");
  CHECK(votes(thread, clean::PageType::forum) == 1);
  CHECK(votes(thread, clean::PageType::article) == 0);
  CHECK_FALSE(clean::is_article(thread));
}

TEST_CASE("an address that reads like a headline says article where nothing says something else") {
  CHECK(clean::is_article(declared_of("<p>x</p>", "https://paper.example/millers-want-their-water")));
  CHECK_FALSE(clean::is_article(declared_of("<p>x</p>", "https://paper.example/")));
  CHECK_FALSE(
      clean::is_article(declared_of("<p>x</p>", "https://shop.example/products/blue-enamel-mill-lamp")));
  CHECK_FALSE(clean::is_article(
      declared_of("<script type=\"application/ld+json\">{\"@type\": 5, \"@type\"</script>")));
}

TEST_CASE("a selector among leaked style stands among code, running text does not") {
  std::string text = ".lock-menu a { color: #333; margin: 0; }\n\n.weir li,\n\n.weir .mill a:hover,\n\n" +
                     std::string(".quay { padding: 4px; border: none; }\n\n");
  for (int i = 0; i < 6; ++i) text += prose + "\n\n";
  const std::vector<float> near = column_of(plain::parse(text), "near_code");
  const std::vector<float> wide = column_of(plain::parse(text), "wide_code");
  REQUIRE(near.size() == 10);
  CHECK(near[1] > 0.05f);
  CHECK(near[9] == 0);
  CHECK(wide[9] > 0);
  CHECK(wide[9] < near[1]);
}
