#include "json/json.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/validate.h"

namespace json = presscut::json;
using namespace presscut;
using namespace std::string_literals;

namespace {

json::Record read(std::string line) {
  line.reserve(line.size() + io::spare_bytes);
  json::Reader reader;
  return reader.read(line);
}

std::string written(const Document& document) {
  std::string out;
  json::write(document, out);
  return out;
}

std::string string(std::string_view text) {
  std::string out;
  json::write_string(text, out);
  return out;
}

/// The message of the BadRecord that `line` gives, empty where it is a record.
std::string fault(const std::string& line) {
  try {
    read(line);
  } catch (const io::BadRecord& bad) {
    return bad.what();
  }
  return "";
}

std::string nested(int depth) { return std::string(depth, '[') + std::string(depth, ']'); }

Document example() {
  Document document;
  document.id = "a#2";
  document.url = "https://news.example/2024/quay";
  document.title = "Über den \"Kai\"";
  document.author = "Änne Maar; B. Two";
  document.date = "2024-10-25T19:46";
  document.language = "de";
  document.text = "Äon.\n\nZwölf – Boote.";
  document.blocks = {{{0, 5}, Kind::heading, {3, 9}}, {{7, document.text.size()}, Kind::paragraph, {12, 40}}};
  document.dropped = {{{40, 44}, Reason::comment_form, "phrases.en.tsv:14", "Leave a Reply \t"}};
  document.origin = {"pages/kai.html", "html", 7, 4'000'000'000};
  document.others = {{"score", "0.250"}, {"méta", "{\"k\": [1, null, \"\\u00e9\"]}"}};
  return document;
}

}  // namespace

TEST_CASE("a document is written with its keys in their order, spans in code points") {
  CHECK(written(example()) ==
        R"({"id": "a#2", "url": "https://news.example/2024/quay", "title": "Über den \"Kai\"", )"
        R"("author": "Änne Maar; B. Two", "date": "2024-10-25T19:46", "language": "de", "format": 1, )"
        R"("text": "Äon.\n\nZwölf – Boote.", "blocks": [)"
        R"({"start": 0, "end": 4, "kind": "heading", "source": [3, 9]}, )"
        R"({"start": 6, "end": 20, "kind": "paragraph", "source": [12, 40]}], )"
        R"("dropped": [{"source": [40, 44], "reason": "comment_form", "rule": "phrases.en.tsv:14", )"
        R"("text": "Leave a Reply \t"}], "score": 0.250, "méta": {"k": [1, null, "\u00e9"]}, )"
        R"("origin": {"path": "pages/kai.html", "form": "html", "offset": 7, "length": 4000000000}})");
}

TEST_CASE("a document comes back as it was written") {
  const std::string line = written(example());
  const json::Record record = read(line);
  CHECK(written(record.document) == line);
  REQUIRE(record.document.blocks);
  CHECK((*record.document.blocks)[1].span == (*example().blocks)[1].span);
  CHECK((*record.document.blocks)[0].kind == Kind::heading);
  CHECK((*record.document.dropped)[0].reason == Reason::comment_form);
  CHECK(record.has_text);
  CHECK_FALSE(record.has_html);
}

TEST_CASE("a document of which nothing is known has an id, a version and a text") {
  CHECK(written(Document{}) == R"({"id": "", "format": 1, "text": ""})");
  Document document;
  document.blocks.emplace();
  document.dropped.emplace();
  CHECK(written(document) == R"({"id": "", "format": 1, "text": "", "blocks": [], "dropped": []})");
}

TEST_CASE("the names of other tools are read, the first of several is kept") {
  const Document document =
      read(
          R"({"u": "https://a.example/1", "source_url": "https://a.example/2", "l": "he", "ts": "2024-01-02", )"
          R"("publish_date": "2024-01-03", "maintext": "One.", "raw_text": "Two."})")
          .document;
  CHECK(document.url == "https://a.example/1");
  CHECK(document.language == "he");
  CHECK(document.date == "2024-01-02");
  CHECK(document.text == "One.");
  CHECK(document.others.empty());
  for (const char* key : {"text", "raw_text", "raw_content", "maintext", "content", "text_content", "p"})
    CHECK(read("{\""s + key + "\": \"é\"}").document.text == "é");
  for (const char* key : {"html", "raw_html"}) CHECK(read("{\""s + key + "\": \"<p>\"}").html == "<p>");
}

TEST_CASE("a source is a url where it is one, else a key like others") {
  CHECK(read(R"({"source": "https://a.example"})").document.url == "https://a.example");
  CHECK(read(R"({"source": "http://a.example", "url": "https://b.example"})").document.url ==
        "http://a.example");
  for (const char* value : {"\"by hand\"", "\"httpd\"", "[1, 2]", "null"}) {
    const Document document = read("{\"source\": "s + value + "}").document;
    CHECK(document.url.empty());
    REQUIRE(document.others.size() == 1);
    CHECK(document.others[0] == std::pair("source"s, std::string(value)));
  }
}

TEST_CASE("a source may be nearly all of its record") {
  const std::string url = "https://" + std::string(100'000, 'x');
  CHECK(read("{\"source\": \"" + url + "\"}").document.url == url);
}

TEST_CASE("authors are one name or a list, an id may be a number") {
  CHECK(read(R"({"author": ["Änne Maar", "B. Two"]})").document.author == "Änne Maar; B. Two");
  CHECK(read(R"({"author": []})").document.author.empty());
  CHECK(read(R"({"id": 12345678901234567890})").document.id == "12345678901234567890");
  CHECK(read(R"({"id": -0.50 })").document.id == "-0.50");
}

TEST_CASE("null is a value that is not known") {
  const json::Record record = read(
      R"({"id": null, "title": null, "author": null, "date": null, "text": null, "html": null, "blocks": null, )"
      R"("dropped": null, "origin": null, "format": null})");
  CHECK_FALSE(record.has_text);
  CHECK_FALSE(record.has_html);
  CHECK_FALSE(record.document.blocks);
  CHECK_FALSE(record.document.dropped);
  CHECK(written(record.document) == written(Document{}));
}

TEST_CASE("a record tells what is still to do") {
  CHECK(read(R"({"text": ""})").has_text);
  CHECK(read(R"({"html": ""})").has_html);
  CHECK(read(R"({"text": "", "blocks": []})").document.blocks.has_value());
  const json::Record record = read(R"({"title": "On foot"})");
  CHECK_FALSE(record.has_text);
  CHECK_FALSE(record.has_html);
  CHECK_FALSE(record.document.blocks);
}

TEST_CASE("keys that nobody owns pass with their values as they were written") {
  const Document document =
      read(R"({"b": 1.50, "a": {"x": [1,2 , 3]}, "b": "\u00e9", "t\u0065xt": "One.", "content": ["x"]})")
          .document;
  REQUIRE(document.others.size() == 4);
  CHECK(document.others[0] == std::pair("b"s, "1.50"s));
  CHECK(document.others[1] == std::pair("a"s, "{\"x\": [1,2 , 3]}"s));
  CHECK(document.others[2] == std::pair("b"s, "\"\\u00e9\""s));
  CHECK(document.others[3] == std::pair("content"s, "[\"x\"]"s));
  CHECK(document.text == "One.");
}

TEST_CASE("spans of blocks come as bytes, sound or not") {
  const auto spans = [](const std::string& blocks) {
    const auto read_blocks = read("{\"text\": \"Äon – ja\", \"blocks\": [" + blocks + "]}").document.blocks;
    REQUIRE(read_blocks);
    return *read_blocks;
  };
  CHECK(spans(R"({"start": 1, "end": 5})")[0].span == Span{2, 8});
  CHECK(spans(R"({"end": 8, "start": 6, "kind": "quote"})")[0].span == Span{9, 11});
  const auto crossed = spans(R"({"start": 6, "end": 8}, {"start": 5, "end": 1})");
  CHECK(crossed[0].span == Span{9, 11});
  CHECK(crossed[1].span == Span{8, 2});
  CHECK(spans(R"({"start": 8, "end": 10})")[0].span == Span{11, 13});  // as far behind the end as it was
}

TEST_CASE("a span beyond all numbers still ends behind the text") {
  const auto blocks =
      read(R"({"text": "Äon", "blocks": [{"start": 0, "end": 18446744073709551615}]})").document.blocks;
  CHECK((*blocks)[0].span.end > 4);
}

TEST_CASE("broken characters are replaced, in text and in escapes") {
  CHECK(read("{\"text\": \"caf\xC3 au lait\"}").document.text == "caf\uFFFD au lait");
  CHECK(read(R"({"text": "half \ud83d, whole \ud83d\ude00, lone \ude00, \\ud83d"})").document.text ==
        "half \uFFFD, whole 😀, lone \uFFFD, \\ud83d");
  CHECK(read(R"({"text": "\ud83d\ud83d\ude00"})").document.text == "\uFFFD😀");
  CHECK(read("{\"id\": \"a\", \"k\xFF\": 1}").document.others[0].first == "k\uFFFD");
}

TEST_CASE("what is no record is refused with the cause") {
  const std::pair<const char*, const char*> cases[] = {
      {"[1]", "no JSON object"},
      {"\"text\"", "no JSON object"},
      {R"({"id": "a"} {"id": "b"})", "more text behind the object"},
      {R"({"id": "a")", "broken JSON"},
      {R"({"id" "a"})", "broken JSON"},
      {R"({"k": tru})", "broken JSON in \"k\": tru"},
      {R"({"k": [1 2]})", "broken JSON in \"k\""},
      {R"({"k": "\q"})", "broken JSON in \"k\""},
      {R"({"text": ["One."]})", "\"text\" is no string: [\"One.\"]"},
      {R"({"title": true})", "\"title\" is no string: true"},
      {R"({"author": [["x"]]})", "\"author\" is no string"},
      {R"({"blocks": 5})", "\"blocks\""},
      {R"({"blocks": [{"start": -1, "end": 2}]})", "\"blocks\""},
      {R"({"blocks": [{"start": 1.5, "end": 2}]})", "\"blocks\""},
      {R"({"blocks": [{"kind": "para"}]})", "unknown kind of block: \"para\""},
      {R"({"blocks": [{"source": [1, 2, 3]}]})", "a \"source\" span has 3 numbers instead of 2"},
      {R"({"dropped": [{"reason": "adverts"}]})", "unknown reason: \"adverts\""},
  };
  for (const auto& [line, message] : cases) {
    CAPTURE(line);
    CAPTURE(message);
    CHECK(fault(line).find(message) != std::string::npos);
  }
  CHECK(fault(R"({"k": {"title": true, "blocks": 5}})").empty());
}

TEST_CASE("a message shows the start of a long value, cut between characters") {
  std::string title = "[\"";
  for (int i = 0; i < 100; ++i) title += "é";
  const std::string message = fault("{\"title\": " + title + "\"]}");
  CHECK(message.size() < 200);
  CHECK(text::is_valid(message));
}

TEST_CASE("a reader goes on behind a bad record") {
  json::Reader reader;
  for (const auto& [line, good] :
       {std::pair{"{\"text\": \"One\"}"s, true}, {"{\"text\""s, false}, {"{\"text\": \"Two\"}"s, true}}) {
    std::string padded = line;
    padded.reserve(padded.size() + io::spare_bytes);
    if (good) CHECK(reader.read(padded).has_text);
    else CHECK_THROWS_AS(reader.read(padded), io::BadRecord);
  }
}

TEST_CASE("a reader goes on behind a record of megabytes") {
  json::Reader reader;
  for (const std::size_t length : {3u, 3'000'000u, 5u, 2'000'000u}) {
    std::string line = "{\"text\": \"" + std::string(length, 'x') + "\"}";
    line.reserve(line.size() + io::spare_bytes);
    CHECK(reader.read(line).document.text.size() == length);
  }
}

TEST_CASE("a string is escaped where JSON or a terminal asks for it, and nowhere else") {
  const std::pair<std::string, std::string> cases[] = {
      {"", R"("")"},
      {"Zwölf – שלום 😀", "\"Zwölf – שלום 😀\""},
      {"a\"b\\c/d", R"("a\"b\\c/d")"},
      {"\n\r\t", R"("\n\r\t")"},
      {"\b\f\0\x1B[31m"s, R"("\u0008\u000c\u0000\u001b[31m")"},
      {"\x7F", R"("\u007f")"},
      {"\u0080\u009B\u009F", R"("\u0080\u009b\u009f")"},
      {"\u00A0é\u00BF", "\"\u00A0é\u00BF\""},
  };
  for (const auto& [text, escaped] : cases) {
    CAPTURE(escaped);
    CHECK(string(text) == escaped);
    CHECK(read("{\"text\": " + escaped + "}").document.text == text);
  }
}

TEST_CASE("every string comes back as it was written") {
  std::mt19937 random(5);
  const std::u32string letters = U"a\"\\\n\t\0\u001F\u007F\u0085\u00A0é\u2028ש😀u0/"s;
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (auto i = random() % 30; i > 0; --i) text::append(text, letters[random() % letters.size()]);
    const std::string escaped = string(text);
    CHECK(json::is_json(escaped));
    CHECK(escaped.find_first_of("\x7F\n\r") == std::string::npos);
    CHECK(read("{\"text\": " + escaped + "}").document.text == text);
  }
}

TEST_CASE("a value that passes through cannot steer a terminal") {
  Document document;
  document.others = {{"k", "[\"\x7F \u009B é\",\r1]"}};
  const std::string line = written(document);
  CHECK(line.find("\"k\": [\"\\u007f \\u009b é\"") != std::string::npos);
  CHECK(line.find('\r') == std::string::npos);
}

TEST_CASE("claims are found in the lists of the stages, sound or not") {
  Document document;
  document.others = {
      {"meta", R"([{"start": 0, "end": 1, "quote": "x"}])"},
      {"dates", R"([{"start": 4, "end": 6, "quote": "März", "k": {"start": 9}, "field": "title"}])"},
      {"figures",
       R"([{"end": 2, "start": 0, "quote": "43", "of": 7}, {"start": 0, "quote": "x"}, {"start": -1, "end": 3}])"},
      {"groups", "[]"},
      {"numbers", "null"},
  };
  const auto found = json::claims(document);
  REQUIRE(found.size() == 4);
  CHECK(found[0].list == "dates");
  CHECK(found[0].field == "title");
  CHECK(found[0].quote == "März");
  CHECK(found[0].has_span);
  CHECK(found[0].start == 4);
  CHECK(found[0].end == 6);
  CHECK_FALSE(found[0].of);
  CHECK(found[1].list == "figures");
  CHECK(found[1].field.empty());
  CHECK(found[1].has_span);
  CHECK(found[1].of == 7);
  CHECK_FALSE(found[2].has_span);
  CHECK_FALSE(found[3].has_span);
}

TEST_CASE("a claim tells what is wrong with its members") {
  Document document;
  document.others = {{"numbers", R"([{"start": 0, "end": 2, "quote": "43", "low": "many"}])"}};
  CHECK(json::claims(document)[0].fault.find("\"low\"") != std::string::npos);
  document.others = {{"numbers", R"([{"start": 0, "end": 2, "quote": "43", "low": 43}])"}};
  CHECK(json::claims(document)[0].fault.empty());
}

TEST_CASE("lists of mentions are read, or left for their claims") {
  const std::string line =
      R"({"text": "Äon 43", "numbers": [{"start": 4, "end": 6, "quote": "43", "low": 43}]})";
  const json::Record parsed = read(line);
  REQUIRE(parsed.document.numbers);
  CHECK((*parsed.document.numbers)[0].span == Span{5, 7});
  CHECK(parsed.unsound.empty());
  std::string padded = line;
  padded.reserve(padded.size() + io::spare_bytes);
  const json::Record left = json::Reader(json::Lists::left).read(padded);
  CHECK_FALSE(left.document.numbers);
  CHECK(left.document.others.size() == 1);
  CHECK(json::claims(left.document).size() == 1);
}

TEST_CASE("what should be mentions and is not is a bad record") {
  for (const char* value : {"\"yesterday\"", "{}", "5", "[1]", "[[]]"}) {
    CAPTURE(value);
    Document document;
    document.others = {{"dates", value}};
    CHECK_THROWS_AS(json::claims(document), io::BadRecord);
  }
}

TEST_CASE("JSON is told from what only looks like it") {
  for (const auto& value : {"0"s, "-0"s, "12.50e+3"s, "0.5E-3"s, "true"s, "false"s, "null"s, " [ ] "s, "{}"s,
                            "[1, \"é\", {\"a\": []}]"s, R"("\"\\\/\b\f\n\r\t\u00e9")"s,
                            "\t{\"a\"\r\n: 1 ,\"b\":2}"s, nested(1000)}) {
    CAPTURE(value);
    CHECK(json::is_json(value));
  }
  for (const auto& value : {""s,        " "s,           "01"s,       "-"s,           "1."s,        ".5"s,
                            "1e"s,      "+1"s,          "0x1"s,      "tru"s,         "True"s,      "truee"s,
                            "nan"s,     "[1,]"s,        "[,1]"s,     "[1 2]"s,       "[1"s,        "1]"s,
                            "{\"a\"}"s, "{\"a\":}"s,    "{a: 1}"s,   "{\"a\": 1,}"s, "{\"a\" 1}"s, "\"a"s,
                            R"("\q")"s, R"("\u12g4")"s, R"("\u12)"s, R"("\)"s,       "'a'"s,       "1 2"s,
                            "[}"s,      nested(1002)}) {
    CAPTURE(value);
    CHECK_FALSE(json::is_json(value));
  }
}
