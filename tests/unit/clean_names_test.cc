#include "clean/names.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "clean/classify.h"
#include "html/html.h"

using namespace presscut;

namespace {

std::vector<std::string> words(std::string_view names) {
  std::vector<std::string> found = clean::words_of_names(names);
  std::sort(found.begin(), found.end());
  return found;
}

using List = std::vector<std::string>;

// What is said of the container of the block whose text is `text`.
clean::NameScore score_of(const clean::NameWeights& weights, const page::Page& page, std::string_view text) {
  const std::vector<clean::NameScore> scores = weights.score(page);
  for (const page::Block& block : page.blocks)
    if (page.text_of(block) == text) return scores[block.container];
  FAIL("no such block");
  return {};
}

std::string refusal(const std::string& rows) {
  try {
    clean::read_model("t.tsv", "splits\tvalues\n" + rows);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "none";
}

}  // namespace

TEST_CASE("names are words, and so are their parts") {
  CHECK(words("div article-body") == List{"article", "article-body", "body", "div"});
  CHECK(words("P bodyText") == List{"body", "bodytext", "p", "text"});
  CHECK(words("col-md-8 post-12345") == List{"col", "col-md-0", "md", "post", "post-0"});
  CHECK(words("HTMLTable") == List{"htmltable"});
  CHECK(words("a b-c  b-c") == List{"a", "b-c", "b-c"});
}

TEST_CASE("what is no word: long names, names beyond ASCII, no name at all") {
  CHECK(words("") == List{});
  CHECK(words("  \t\n ") == List{});
  CHECK(words(std::string(31, 'x')) == List{std::string(31, 'x')});
  CHECK(words(std::string(32, 'x')) == List{});
  CHECK(words("größe-text \xFF") == List{"gr", "text"});
}

TEST_CASE("a container has the weights of its own names and of those around it") {
  clean::NameWeights weights;
  weights.add("story", 40);
  weights.add("related-story", -70);
  weights.add("aside", -20);
  const page::Page page = html::parse(
      "<body class=story><div class='story main'><p id=story>one<aside "
      "class=related-story><p>two</aside></div>"
      "<p>three");
  const clean::NameScore one = score_of(weights, page, "one");
  CHECK(one.own == 40);
  CHECK(one.parent == 40);
  CHECK(one.sum == 80);
  CHECK(one.least == 0);
  CHECK(one.most == 40);
  const clean::NameScore two = score_of(weights, page, "two");
  CHECK(two.own == 0);
  CHECK(two.parent == -50);  // aside, related-story and the story in it
  CHECK(two.sum == -10);
  CHECK(two.least == -50);
  CHECK(two.most == 40);
  const clean::NameScore three = score_of(weights, page, "three");
  CHECK(three.sum == 0);  // the page's own names say nothing of its parts
}

TEST_CASE("a word counts once a name") {
  clean::NameWeights weights;
  weights.add("menu", -10);
  CHECK(weights.of("menu-item-menu") == -10);
  CHECK(weights.of("menu-item menu menu-link") == -30);
  CHECK(weights.of("MENU") == -10);
  CHECK(weights.of("submenu") == 0);
}

TEST_CASE("a model is names and trees; what is wrong with it is said") {
  const clean::Model model = clean::read_model("t.tsv", "splits\tvalues\nnames:12\tstory main\n\t-7\n");
  CHECK(model.names.of("story main") == 24);
  CHECK(refusal("names:twelve\tstory\n\t1\n") == "t.tsv:2: no number: \"twelve\"");
  CHECK(refusal("\t1\nnames:12\tstory\n").starts_with("t.tsv:3: unknown feature"));
}
