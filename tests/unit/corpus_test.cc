#include "corpus/corpus.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

#include "io/io.h"
#include "work/work.h"

using namespace presscut;
using corpus::Request;

namespace {

Document document(std::string text, std::string date = "", std::string title = "") {
  Document result;
  result.text = std::move(text);
  result.date = std::move(date);
  result.title = std::move(title);
  return result;
}

Request request(const std::string& tool) {
  Request result;
  result.tool = tool;
  return result;
}

std::string print(const corpus::Counts& counts, const Request& asked, std::vector<std::string> columns = {}) {
  std::size_t rows = 0;
  return corpus::print(counts, asked, {.header = false, .columns = std::move(columns)}, rows);
}

std::string count(const Request& asked, const std::vector<Document>& documents,
                  std::vector<std::string> columns = {}) {
  corpus::Counter counter(asked);
  for (const Document& each : documents) counter.add(each);
  return print(counter.counts(), asked, std::move(columns));
}

// Puts partials together.
corpus::Counts merged(const std::vector<std::string>& partials) {
  corpus::Parts parts;
  for (const std::string& partial : partials)
    for (const std::string& line : io::split_paths(partial, false)) parts.add(line);
  REQUIRE(parts.request());
  return parts.counts();
}

const std::vector<Document> two = {document("The keepers signed. The rest left.", "2024-03-11"),
                                   document("Keepers left!", "2024-04-02", "The letter")};

}  // namespace

TEST_CASE("words are counted folded, with the documents that have them") {
  CHECK(count(request("freq"), two) ==
        "the\t3\t300000\t2\t2\n"
        "keepers\t2\t200000\t2\t2\n"
        "left\t2\t200000\t2\t2\n"
        "letter\t1\t100000\t1\t1\n"
        "rest\t1\t100000\t1\t1\n"
        "signed\t1\t100000\t1\t1\n");
  CHECK(count(request("freq"), {}) == "");
}

TEST_CASE("case is told apart where it is asked for, and titles are left out") {
  Request asked = request("freq");
  asked.exact = asked.text_only = true;
  CHECK(count(asked, two, {"term", "frequency"}) ==
        "The\t2\nleft\t2\nKeepers\t1\nkeepers\t1\nrest\t1\nsigned\t1\n");
}

TEST_CASE("runs of words do not go across an empty line, nor from title to text") {
  Request asked = request("freq");
  asked.shortest = 2, asked.longest = 3;
  CHECK(count(asked, {document("a b c\n\nd e", "", "x y")}, {"term", "frequency", "per_million"}) ==
        "a b\t1\t142857.1\na b c\t1\t142857.1\nb c\t1\t142857.1\nd e\t1\t142857.1\nx y\t1\t142857.1\n");
}

TEST_CASE("slices are counted each for itself; range says how many have the word") {
  Request asked = request("freq");
  asked.by = "month", asked.top = 2;
  CHECK(count(asked, two) ==
        "2024-03\tthe\t2\t333333.3\t1\t2\n"
        "2024-03\tkeepers\t1\t166666.7\t1\t2\n"
        "2024-04\tkeepers\t1\t250000\t1\t2\n"
        "2024-04\tleft\t1\t250000\t1\t2\n");
}

TEST_CASE("rows come slice by slice, whatever column they are sorted by") {
  Request asked = request("freq");
  asked.by = "month", asked.min_count = 1, asked.stop = {"the", "signed", "rest"};
  for (const char* column : {"term", "month"}) {
    asked.sort = column;
    CHECK(count(asked, two, {"month", "term"}) ==
          "2024-03\tkeepers\n2024-03\tleft\n2024-04\tkeepers\n2024-04\tleft\n2024-04\tletter\n");
  }
}

TEST_CASE("stop words and what is rare are left out") {
  Request asked = request("freq");
  asked.stop = {"The"}, asked.min_count = 2;
  CHECK(count(asked, two, {"term"}) == "keepers\nleft\n");
  asked = request("freq");
  asked.stop = {"the"}, asked.shortest = asked.longest = 2;
  CHECK(count(asked, two, {"term"}) == "keepers left\nkeepers signed\nrest left\n");
}

TEST_CASE("metadata of any key") {
  Document made = document("", "2024-03-11T10:00");
  made.url = "https://news.example:80/a";
  made.others = {{"section", "\"Wörld\""}, {"page", "3"}, {"gone", "null"}};
  CHECK(corpus::metadata(made, "year") == "2024");
  CHECK(corpus::metadata(made, "month") == "2024-03");
  CHECK(corpus::metadata(made, "day") == "2024-03-11");
  CHECK(corpus::metadata(made, "host") == "news.example");
  CHECK(corpus::metadata(made, "section") == "Wörld");
  CHECK(corpus::metadata(made, "page") == "3");
  CHECK(corpus::metadata(made, "gone") == "");
  CHECK(corpus::metadata(made, "none") == "");
  CHECK(corpus::metadata(document("", "2024"), "month") == "");
}

TEST_CASE("parts merged are the whole, in any order") {
  for (const std::string tool : {"freq", "collocates", "keyness", "dispersion"}) {
    CAPTURE(tool);
    Request asked = request(tool);
    if (tool == "freq") asked.by = "month", asked.shortest = 1, asked.longest = 2;
    if (tool == "dispersion") asked.by = "day";
    if (tool == "collocates") asked.phrases = {"keepers"};
    if (tool == "keyness") asked.target = "month=2024-03", asked.alpha = 1;
    std::vector<std::string> partials;
    corpus::Counter whole(asked);
    for (const Document& each : two) {
      corpus::Counter part(asked);
      part.add(each), whole.add(each);
      partials.push_back(corpus::write(part.counts(), asked));
    }
    const std::string all = corpus::write(whole.counts(), asked);
    CHECK(corpus::write(merged({partials[0], partials[1]}), asked) == all);
    CHECK(corpus::write(merged({partials[1], partials[0]}), asked) == all);
    CHECK(print(merged({partials[1], partials[0]}), asked) == print(whole.counts(), asked));
  }
}

TEST_CASE("collocates in a window, worked by hand") {
  // Nine words, two of them nodes: n = 7. Four stand next to one: r1 = 4, E11 = 4 * 2/7.
  Request asked = request("collocates");
  asked.phrases = {"node"}, asked.left = asked.right = 1;
  CHECK(count(asked, {document("x a node b y a node b z")}) ==
        "a\t14\t1\t0.8073549\t0.6060915\t2.830597\t2\t2\t1.142857\t1\n"
        "b\t14\t1\t0.8073549\t0.6060915\t2.830597\t2\t2\t1.142857\t1\n");
  asked.right = 0;
  CHECK(count(asked, {document("x a node b y a node b z", "", "c")},
              {"collocate", "together", "frequency"}) == "a\t2\t2\n");
}

TEST_CASE("windows that overlap count a word once, however wide they are") {
  Request asked = request("collocates");
  asked.phrases = {"node", "b node"}, asked.left = asked.right = 1'000'000'000'000;
  CHECK(count(asked, {document("a node b node c"), document("d")}, {"collocate", "together", "frequency"}) ==
        "a\t1\t1\nc\t1\t1\n");
  asked.left = asked.right = std::numeric_limits<decltype(asked.left)>::max();
  CHECK(count(asked, {document("a node b node c"), document("d")}, {"collocate", "together"}) ==
        "a\t1\nc\t1\n");
  asked.left = 0, asked.right = 2;
  CHECK(count(asked, {document("a node b node c d e")}, {"collocate", "together"}) == "c\t1\nd\t1\n");
}

TEST_CASE("of a document that takes too much work nothing is counted, and what was counted stays") {
  for (const char* tool : {"collocates", "dispersion"}) {
    Request asked = request(tool);
    asked.regexps = {"node(?P<rest>.*[0-9])?"}, asked.by = "id";
    corpus::Counter counter(asked);
    counter.add(two[0]), counter.add(document("a node b"));
    {
      const work::Limit limit(100);
      std::string text;
      for (int i = 0; i < 10'000; ++i) text += "a node b\n";
      CHECK_THROWS_AS(counter.add(document(text)), work::TooMuch);
    }
    counter.add(document("a node b"));
    CHECK(print(counter.counts(), asked) ==
          count(asked, {two[0], document("a node b"), document("a node b")}));
  }
}

TEST_CASE("collocates by sentences count sentences") {
  Request asked = request("collocates");
  asked.phrases = {"node"}, asked.sentence = true;
  CHECK(count(asked, {document("Alpha alpha node. Beta node alpha. Gamma alpha delta. Node.")},
              {"collocate", "dice", "together", "frequency", "expected"}) ==
        "alpha\t0.6666667\t2\t3\t2.25\n"
        "beta\t0.5\t1\t1\t0.75\n");
}

TEST_CASE("keyness of two corpora, worked by hand") {
  Request asked = request("keyness");
  asked.alpha = 1, asked.correction = "none";
  corpus::Counter counter(asked);
  counter.add(document("a a b"));
  counter.add(document("a b b"), true);
  // E = 1.5: G2 = 2 (2 ln(4/3) + ln(2/3))
  CHECK(print(counter.counts(), asked) ==
        "a\t1\t100\t0.3397981\t0.5599458\t2\t1\t666666.7\t333333.3\t1\t1\n"
        "b\t-1\t-50\t-0.3397981\t0.5599458\t1\t2\t333333.3\t666666.7\t1\t1\n");
  asked.alpha = 0.05;
  CHECK(print(counter.counts(), asked) == "");
}

TEST_CASE("dispersion of the example of Gries (2008)") {
  std::vector<Document> parts;
  for (int i = 1; i <= 5; ++i) {
    std::string text;
    for (int word = 0; word < (i == 1 ? 9 : i == 5 ? 11 : 10); ++word) text += word < i ? "a " : "b ";
    parts.push_back(document(text));
    parts.back().id = std::to_string(i);
  }
  Request asked = request("dispersion");
  asked.by = "id";
  const std::string row = "a\t15\t300000\t5\t5\t0.18\t0.2195122\t0.7851505\n";
  CHECK(count(asked, parts).ends_with(row));
  asked.phrases = {"A"};
  CHECK(count(asked, parts) == row);
}

TEST_CASE("partials that do not belong together are refused") {
  corpus::Parts parts;
  Request asked = request("freq");
  const std::string one = corpus::write(corpus::Counter(asked).counts(), asked);
  parts.add(one);
  asked.min_count = 2;
  CHECK_THROWS_AS(parts.add(corpus::write(corpus::Counter(asked).counts(), asked)), io::BadRecord);
  CHECK_THROWS_AS(parts.add("{\"counts\": 99}"), io::BadRecord);
  CHECK_THROWS_AS(parts.add("{\"counts\": 1}"), io::BadRecord);
  CHECK_THROWS_AS(parts.add("{\"term\": \"a\", \"counts\": [[7, 1, 1]]}"), io::BadRecord);
  CHECK_THROWS_AS(corpus::Parts().add("{\"term\": \"a\", \"counts\": [[0, 1, 1]]}"), io::BadRecord);
}

TEST_CASE("a partial that has been cut short is no part") {
  corpus::Counter counter(request("freq"));
  counter.add(two[0]);
  corpus::Parts parts;
  parts.add(io::split_paths(corpus::write(counter.counts(), request("freq")), false)[0]);
  CHECK_THROWS_AS(parts.request(), std::runtime_error);
}

TEST_CASE("a vocabulary tells all strings apart") {
  corpus::Vocabulary vocabulary;
  std::vector<std::string> entries = {""};
  for (int i = 0; i < 3'000; ++i)
    entries.push_back(std::string(static_cast<std::size_t>(i % 40), 'a') + std::to_string(i));
  for (std::size_t zeros = 1; zeros < 30; ++zeros) entries.emplace_back(zeros, '\0');
  for (std::size_t i = 0; i < entries.size(); ++i) CHECK(vocabulary.id(entries[i]) == i);
  for (std::size_t i = 0; i < entries.size(); ++i) CHECK(vocabulary[vocabulary.id(entries[i])] == entries[i]);
  CHECK(vocabulary.size() == entries.size());
}

TEST_CASE("pairs of terms and slices add up, however many they are") {
  corpus::Pairs pairs;
  constexpr std::uint32_t terms = 300, slices = 70, most = 0xFFFF'FFFE;
  for (int round = 0; round < 2; ++round)
    for (std::uint32_t i = 0; i < terms * slices; ++i) pairs.add(i % terms, i / terms, {i + 1, 1});
  pairs.add(most, most, {7, 3});
  std::size_t seen = 0;
  pairs.each([&](std::uint32_t term, std::uint32_t slice, corpus::Count count) {
    ++seen;
    const std::uint64_t times = term == most ? 7 : 2 * (std::uint64_t{slice} * terms + term + 1);
    CHECK(count.times == times);
    CHECK(count.documents == (term == most ? 3 : 2));
  });
  CHECK(seen == terms * slices + 1);
}
