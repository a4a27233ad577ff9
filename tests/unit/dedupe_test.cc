#include "dedupe/dedupe.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "effort.h"
#include "io/io.h"
#include "stages/stages.h"

using namespace presscut;
using dedupe::Level;
using dedupe::Unit;

namespace {

// Stories of made-up words, and copies of them that keep a part of their sentences.
class Stories {
 public:
  explicit Stories(unsigned seed) : random_(seed) {}

  std::vector<std::string> story() {
    std::vector<std::string> sentences(12 + random_() % 20);
    for (std::string& sentence : sentences) sentence = this->sentence();
    return sentences;
  }

  // Each sentence stays with the probability `share`, the others are replaced or go.
  std::vector<std::string> copy(const std::vector<std::string>& story, double share) {
    std::vector<std::string> copied;
    auto changes = static_cast<std::size_t>(static_cast<double>(story.size()) * (1 - share));
    std::vector<bool> changed(story.size());
    while (changes > 0)
      if (const std::size_t i = random_() % story.size(); !changed[i]) changed[i] = true, --changes;
    for (std::size_t i = 0; i < story.size(); ++i)
      if (!changed[i]) copied.push_back(story[i]);
      else if (random_() % 2) copied.push_back(sentence());
    return copied;
  }

  double share() { return 0.6 + 0.4 * static_cast<double>(random_() % 1000) / 1000; }
  std::size_t members() { return 1 + random_() % 7; }

 private:
  // Few words are common and many are rare, as in any language.
  std::string word() {
    const double place = std::pow(4000.0, static_cast<double>(random_() % 100'000) / 100'000);
    return fmt::format("w{}", static_cast<int>(place));
  }

  std::string sentence() {
    std::string text = word();
    for (std::size_t words = 8 + random_() % 16; words > 0; --words) text += ' ' + word();
    return text + ". ";
  }

  std::mt19937 random_;
};

Document document(std::string id, std::string text, std::string date = "") {
  Document made;
  made.id = std::move(id), made.text = std::move(text), made.date = std::move(date);
  return made;
}

std::vector<Unit> units(const std::vector<Document>& documents, Level level = Level::document) {
  std::vector<Unit> all;
  for (const Document& one : documents)
    for (Unit& unit : dedupe::units(one, level)) all.push_back(std::move(unit));
  dedupe::sort(all);
  return all;
}

std::string joined(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& sentence : sentences) text += sentence;
  return text;
}

// The ids of each family, the best first.
std::vector<std::string> ids_of(const std::vector<Unit>& all, double least = 0.3) {
  std::vector<std::string> ids;
  for (const dedupe::Family& family : dedupe::families(all, least)) {
    ids.emplace_back();
    for (const std::size_t n : family) ids.back() += (ids.back().empty() ? "" : " ") + all[n].id;
  }
  return ids;
}

const std::string walk =
    "Some forty keepers of the harbour light walked to the town hall on Monday and gave the mayor a letter. ";
const std::string rain =
    "It rained for most of the way, and the band that had been promised did not come at all. ";
const std::string bread =
    "Bakers in the upper town will close their shops on Friday to mourn for the old mill. ";

}  // namespace

TEST_CASE("of 2,000 documents in families of 60 to 100 % similarity pairs are found, and no others") {
  Stories stories(7);
  std::vector<Unit> all;
  std::map<std::string, std::size_t> family_of;
  for (std::size_t family = 0; all.size() < 2000; ++family) {
    const auto story = stories.story();
    for (std::size_t member = 0, last = stories.members(); member < last && all.size() < 2000; ++member) {
      const std::string id = fmt::format("{:04}", (all.size() * 7919) % 10'000);
      family_of[id] = family;
      const auto text = member == 0 ? story : stories.copy(story, stories.share());
      for (Unit& unit : dedupe::units(document(id, joined(text)), Level::document))
        all.push_back(std::move(unit));
    }
  }
  dedupe::sort(all);
  std::map<std::size_t, double> sizes;
  for (const auto& [id, family] : family_of) ++sizes[family];
  double wanted = 0, found = 0, right = 0;
  for (const auto& [family, size] : sizes) wanted += size * (size - 1) / 2;
  for (const dedupe::Family& family : dedupe::families(all, 0.3))
    for (std::size_t i = 0; i < family.size(); ++i)
      for (std::size_t k = 0; k < i; ++k)
        ++found, right += family_of[all[family[i]].id] == family_of[all[family[k]].id];
  MESSAGE("pair recall " << right / wanted << ", precision " << right / found << " of " << wanted
                         << " pairs");
  CHECK(family_of.size() == 2000);
  CHECK(right / wanted >= 0.95);
  CHECK(right / found >= 0.99);
}

TEST_CASE("the longest of a family is kept, of these the earliest, of these the first") {
  CHECK(ids_of(units({document("a", walk + rain), document("b", walk + rain + bread),
                      document("c", bread)})) == std::vector<std::string>{"b a"});
  CHECK(ids_of(units({document("a", walk + rain), document("b", walk + rain, "2031-05-02"),
                      document("c", walk + rain, "2031-05-01")})) == std::vector<std::string>{"c a b"});
  CHECK(ids_of(units({document("b", walk), document("a", walk)})) == std::vector<std::string>{"a b"});
}

TEST_CASE("families do not depend on the order of documents") {
  Stories stories(11);
  std::vector<Document> documents;
  for (int i = 0; i < 40; ++i) {
    const auto story = stories.story();
    for (int k = 0; k < 4; ++k)
      documents.push_back(
          document(fmt::format("{}", i * 31 % 40 + k * 100), joined(stories.copy(story, 0.7))));
  }
  const auto once = ids_of(units(documents));
  std::shuffle(documents.begin(), documents.end(), std::mt19937(3));
  CHECK(ids_of(units(documents)) == once);
  CHECK(once.size() == 40);
}

TEST_CASE("texts of other words, and texts of a few words, are no family") {
  CHECK(ids_of(units({document("a", walk), document("b", bread)})).empty());
  CHECK(ids_of(units({document("a", "Read more here"), document("b", "Read more here")})).empty());
  CHECK(ids_of(units({document("a", ""), document("b", "")})).empty());
}

TEST_CASE("paragraphs are families where their documents are none") {
  const std::vector<Document> documents = {document("a", walk + "\n\n" + rain),
                                           document("b", bread + "\n\n" + rain)};
  CHECK(ids_of(units(documents), 0.9).empty());
  const auto all = units(documents, Level::paragraph);
  CHECK(all.size() == 4);
  CHECK(ids_of(all, 0.9) == std::vector<std::string>{"a b"});
  CHECK(all[1].start == walk.size() + 2);
  CHECK(all[1].opening.starts_with("It rained"));
}

TEST_CASE("a hundred thousand copies of one text are one family, in no time") {
  std::vector<Unit> all(scaled(100'000), dedupe::units(document("x", walk + rain), Level::document)[0]);
  for (std::size_t i = 0; i < all.size(); ++i) all[i].id = fmt::format("{:06}", i);
  CHECK(dedupe::families(all, 0.3).size() == 1);
}

TEST_CASE("each of many paragraphs has its own figures, the document has all and those of its title") {
  const int last = scaled(20'000);
  Document document;
  document.id = "long", document.title = "12 bakers strike";
  for (int i = 0; i < last; ++i)
    document.text += fmt::format("On Monday {} dockers of the harbour signed the long letter.\n\n", i);
  stages::run(stages::Stage::figures, {}, document);
  const std::vector<Unit> paragraphs = dedupe::units(document, Level::paragraph);
  REQUIRE(paragraphs.size() == last);
  for (std::size_t i = 0; i < paragraphs.size(); i += 777)
    CHECK(paragraphs[i].figures == std::vector<std::string>{fmt::format("{} dockers", i)});
  const Unit whole = dedupe::units(document, Level::document).at(0);
  for (const std::string& figure : {std::string("12 bakers"), std::string("0 dockers"),
                                    std::string("777 dockers"), fmt::format("{} dockers", last - 1)})
    CHECK(std::count(whole.figures.begin(), whole.figures.end(), figure) == 1);
}

TEST_CASE("units are read as they were written") {
  Document written = document("a \"b\"\n", walk + rain, "2031-05-01");
  written.title = "T", written.hostname = "a.example";
  written.figures.emplace();
  Unit unit = dedupe::units(written, Level::paragraph)[0];
  unit.figures = {"40 keepers"};
  const Unit read = dedupe::read(dedupe::write(unit));
  CHECK(read.id == unit.id);
  CHECK(read.sketch == unit.sketch);
  CHECK(read.figures == unit.figures);
  CHECK(read.opening == unit.opening);
  CHECK(read.words == unit.words);
  CHECK(dedupe::write(read) == dedupe::write(unit));
  CHECK_THROWS_AS(dedupe::read("{\"id\": 3}\n"), io::BadRecord);
}

TEST_CASE("families tell what their figures say differently") {
  std::vector<Document> documents = {document("a",
                                              "More than 150 former officers signed the letter to the "
                                              "minister of the harbour on Monday morning."),
                                     document("b",
                                              "More than 115 former officers signed the letter to the "
                                              "minister of the harbour on Monday morning.")};
  for (Document& one : documents) stages::run(stages::Stage::figures, {}, one);
  const auto all = units(documents);
  const std::string rows =
      dedupe::print(all, dedupe::families(all, 0.3), Level::document, dedupe::Form::tsv, false);
  CHECK(rows.find("+115 or more former officers; -150 or more former officers") != rows.npos);
  CHECK(std::count(rows.begin(), rows.end(), '\n') == 2);
}
