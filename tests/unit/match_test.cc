#include "match/match.h"

#include <doctest/doctest.h>

#include <string>

using namespace presscut;
using match::BadPattern;
using match::Patterns;

namespace {

// "quote{group=value,…}" for each match.
std::string find(const std::vector<match::Pattern>& patterns, std::string_view text) {
  std::string all;
  for (const MatchMention& mention : Patterns(patterns).find(text)) {
    all += std::string(slice(text, mention.span)) + '{';
    for (const auto& [group, value] : mention.values) all += group + '=' + value + ',';
    all += '}';
  }
  return all;
}

std::string find(const std::string& regexp, std::string_view text) {
  return find({{"1", regexp, "-e"}}, text);
}

// The pattern with ^ before the place where it fails, and what is said of it.
std::string fault(const std::string& regexp) {
  try {
    Patterns({{"1", regexp, "-e"}});
  } catch (const BadPattern& bad) {
    return bad.regexp.substr(0, bad.at) + '^' + bad.regexp.substr(bad.at) + " " + bad.what();
  }
  return "";
}

}  // namespace

TEST_CASE("matches carry what their named groups caught") {
  CHECK(find("(?P<many>[0-9]+) (?P<who>men|women)", "43 men, 7 women, 5 dogs") ==
        "43 men{many=43,who=men,}7 women{many=7,who=women,}");
  CHECK(find("([0-9])(?P<second>[0-9])", "Über 43") == "43{second=3,}");
  CHECK(find("[0-9]+", "43") == "43{}");
}

TEST_CASE("a group that took no part is not there, one that caught nothing is empty") {
  CHECK(find("a(?P<b>b)?(?P<c>c*)", "a ab acc") == "a{c=,}ab{b=b,c=,}acc{c=cc,}");
}

TEST_CASE("of groups with one name the first that caught something counts") {
  CHECK(find("(?P<n>[0-9]+) men|men: (?P<n>[0-9]+)", "43 men, men: 7") == "43 men{n=43,}men: 7{n=7,}");
}

TEST_CASE("matches of one pattern do not overlap, empty ones are left out") {
  CHECK(find("aa", "aaaaa") == "aa{}aa{}");
  CHECK(find("x*", "äxxä") == "xx{}");
  CHECK(find("", "abc") == "");
  CHECK(find("\\b", "a b") == "");
}

TEST_CASE("anchors and word boundaries see what stands before") {
  CHECK(find("^a", "aaa") == "a{}");
  CHECK(find("(?m)^.", "a\nb") == "a{}b{}");
  CHECK(find("\\ba", "aa a") == "a{}a{}");
}

TEST_CASE("several patterns give their matches in the order of the text") {
  const std::vector<match::Pattern> patterns = {{"who", "(?P<who>men)", "-e"},
                                                {"many", "(?P<n>43)( men)?", "-e"}};
  CHECK(find(patterns, "43 men") == "43 men{n=43,}men{who=men,}");
  const Patterns compiled(patterns);
  CHECK(compiled.groups() == std::vector<std::string>{"who", "n"});
  CHECK(compiled.find("43 men").at(0).rule == "many");
}

TEST_CASE("patterns are compared in Normalization Form C") { CHECK(find("cafe\u0301", "café") == "café{}"); }

TEST_CASE("a bad pattern is told with its place") {
  CHECK(fault("(a") == "^(a -e: missing )");
  CHECK(fault("(a(b)|[(]\\(\\Q((\\E") == "^(a(b)|[(]\\(\\Q((\\E -e: missing )");
  CHECK(fault("((a)(b") == "((a)^(b -e: missing )");
  CHECK(fault("a)b") == "a^)b -e: unexpected )");
  CHECK(fault("x[ab") == "x^[ab -e: missing ]");
  CHECK(fault("a**") == "a^** -e: bad repetition operator");
  CHECK(fault("é\\qx\\\\q") == "é^\\qx\\\\q -e: invalid escape sequence");
  CHECK(fault("\\\\q\\q") == "\\\\q^\\q -e: invalid escape sequence");
  CHECK(fault("a|*") == "a|^* -e: no argument for repetition operator");
  CHECK(fault("x{2}y{3000}") == "x{2}y^{3000} -e: invalid repetition size");
  CHECK(fault("[a-c][z-a]") == "[a-c][^z-a] -e: invalid character class range");
  CHECK(fault("a(?=b)") == "a^(?=b) -e: invalid perl operator");
  CHECK(fault("a\\") == "a^\\ -e: trailing \\");
  CHECK(fault("ab\xFF") == "ab^\xFF -e: invalid UTF-8");
  CHECK(fault("((a{1000}){1000}){1000}").ends_with("-e: invalid repetition size"));
}

TEST_CASE("groups cannot have the names of columns that every row has") {
  for (const char* name : {"id", "start", "end", "quote", "rule"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(Patterns({{"1", "x(?P<" + std::string(name) + ">y)", "-e"}}), BadPattern);
  }
  CHECK(find("(?P<date>y)", "y") == "y{date=y,}");
}

TEST_CASE("a file of patterns has a name and a pattern on each line") {
  const auto patterns = match::read("p.tsv", "# words\nmany\t[0-9]+\r\n\nwho\tmen\twomen");
  REQUIRE(patterns.size() == 2);
  CHECK(patterns[0].name == "many");
  CHECK(patterns[0].regexp == "[0-9]+");
  CHECK(patterns[0].where == "p.tsv:2");
  CHECK(patterns[1].regexp == "men\twomen");
  CHECK(match::read("p.tsv", "").empty());
  for (const char* line : {"many", "\tx", "many\t", "a b\n"}) {
    CAPTURE(line);
    CHECK_THROWS_AS(match::read("p.tsv", line), std::runtime_error);
  }
}

TEST_CASE("patterns that take other engines for ever take no time" * doctest::timeout(20)) {
  std::string text;
  while (text.size() < 300000) text += "aaaaaaaaa ";
  CHECK(find("(a+)+b", text).empty());
  CHECK(find("(?:a|a|a)*(?P<stop>c)", text).empty());
  CHECK(Patterns({{"1", "(?P<a>a)+ ?", "-e"}}).find(text).size() == 30000);
}
