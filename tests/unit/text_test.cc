#include "text/text.h"
#include "text/sure_run.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/paragraphs.h"

namespace text = presscut::text;
using namespace std::string_literals;

namespace {

using Offsets = std::vector<std::size_t>;

constexpr char32_t last_code_point = 0x10FFFF;

bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

std::string utf8(std::u32string_view code_points) {
  std::string out;
  for (const char32_t c : code_points) text::append(out, c);
  return out;
}

std::string marks(std::size_t count) {
  std::string out = "a";
  for (std::size_t i = 0; i < count; ++i) out += "\u0301\u0323";
  return out;
}

/// What a page may hold, and what is hard about it.
std::string random_text(std::mt19937& random, std::size_t most) {
  static const std::u32string letters =
      U"aZ9 "
      U"\t\n\u007F\u0085\u00A0é\u0301\u0323\u0338=ßאבּ\u05BC\u0995\u09C7\u09BE\u0DD9\u0DCF\u1025\u102E\u1100"
      U"\u1161\u11A8가\u1680\u1E69\u2000\u200B\u2013\u2028\u212B\u3000カ\u3099\uF900\uFEFF\U0001D15E"
      U"\U00011131\U00011127";
  std::u32string code_points;
  for (auto i = random() % most; i > 0; --i) code_points += letters[random() % letters.size()];
  return utf8(code_points);
}

/// Mostly words, as prose is, with what is hard between them.
std::string random_prose(std::mt19937& random) {
  std::string prose;
  for (auto i = random() % 12; i > 0; --i) {
    for (auto j = random() % 8; j > 0; --j) prose += random() % 3 ? "Boote wie’s heißt" : " — «ja» ";
    prose += random_text(random, 4);
  }
  return prose;
}

std::string squeezed_plainly(std::string_view input) {
  std::string out;
  for (std::size_t at = 0; at < input.size();) {
    if (const std::size_t length = text::space_length(input, at)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      at += length;
    } else {
      const std::size_t start = at;
      text::decode(input, at);
      out += input.substr(start, at - start);
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

TEST_CASE("a span is a slice of its text") {
  CHECK(presscut::slice("Zwölf Boote", {7, 12}) == "Boote");
  CHECK(presscut::slice("Zwölf", {3, 3}).empty());
  CHECK(presscut::Span{2, 7}.size() == 5);
}

TEST_CASE("UTF-8 is valid as the standard has it") {
  for (const auto& bytes : {""s, "Boote\0"s, "\x7F"s, "\u0080é\u07FF"s, "\u0800אל\uD7FF\uE000\uFFFF"s,
                            "\U00010000😀\U0010FFFF"s}) {
    CAPTURE(bytes);
    CHECK(text::is_valid(bytes));
  }
  for (const auto& bytes : {"\x80"s, "a\xBF"s, "\xC3"s, "\xC3("s, "\xC0\xAF"s, "\xC1\xBF"s, "\xE0\x9F\xBF"s,
                            "\xE2\x82"s, "\xED\xA0\x80"s, "\xF0\x8F\xBF\xBF"s, "\xF0\x9F\x98"s,
                            "\xF4\x90\x80\x80"s, "\xF5\x80\x80\x80"s, "\xFF"s}) {
    CAPTURE(bytes);
    CHECK_FALSE(text::is_valid(bytes));
  }
}

TEST_CASE("each maximal invalid subpart becomes one replacement character") {
  // Those of the Unicode standard, tables 3-8 to 3-11, with R for U+FFFD; then what is cut off.
  const std::pair<std::string, std::string> cases[] = {
      {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", "RRRRRRRRA"},
      {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", "RRRRRRRRA"},
      {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", "RRRRRARRB"},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "RRRRA"},
      {"é\xC3", "éR"},
      {"\xF0\x9F\x98", "R"},
      {"\xE2\x82(", "R("},
      {"", ""},
      {"שלום 😀", "שלום 😀"},
  };
  for (const auto& [bytes, shown] : cases) {
    CAPTURE(shown);
    std::string expected;
    for (const char c : shown) c == 'R' ? expected += text::replacement : expected += c;
    std::size_t replaced = 99;
    const std::string repaired = text::repair(bytes, replaced);
    CHECK(repaired == expected);
    CHECK(replaced == static_cast<std::size_t>(std::count(shown.begin(), shown.end(), 'R')));
    CHECK(text::is_valid(repaired));
  }
}

TEST_CASE("every code point comes back as it went") {
  std::string all;
  for (char32_t c = 0; c <= last_code_point; ++c)
    if (!is_surrogate(c)) text::append(all, c);
  REQUIRE(text::is_valid(all));
  std::size_t at = 0;
  char32_t expected = 0;
  bool same = true;
  for (; at < all.size(); ++expected) {
    if (is_surrogate(expected)) expected = 0xE000;
    same = same && text::decode(all, at) == expected;
  }
  CHECK(same);
  CHECK(expected == last_code_point + 1);
  CHECK(text::count_code_points(all) == last_code_point + 1 - 0x800);
}

TEST_CASE("what is no code point is written as the replacement character") {
  for (const char32_t c : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}, char32_t{0xFFFFFFFF}}) {
    std::string out = "a";
    text::append(out, c);
    CHECK(out == "a" + std::string(text::replacement));
  }
}

TEST_CASE("code points are counted in texts of every length") {
  std::string input;
  for (std::size_t count = 0; count < 40; ++count) {
    CHECK(text::count_code_points(input) == count);
    input += count % 3 == 0 ? "a" : count % 3 == 1 ? "ä" : "😀";
  }
}

TEST_CASE("offsets are turned into the other counting and back") {
  const std::string input = "aä€😀z";  // begin at 0 1 3 6 10, end at 11
  const Offsets bytes = {0, 0, 1, 3, 6, 10, 11}, points = {0, 0, 1, 2, 3, 4, 5};
  CHECK(text::bytes_to_code_points(input, bytes) == points);
  CHECK(text::code_points_to_bytes(input, points) == bytes);
  CHECK(text::bytes_to_code_points(input, {3, 12, 99}) == Offsets{2, 5, 5});
  CHECK(text::code_points_to_bytes(input, {2, 6, 99}) == Offsets{3, 11, 11});
  CHECK(text::bytes_to_code_points("", {0, 1}) == Offsets{0, 0});
  CHECK(text::code_points_to_bytes(input, {}).empty());
}

TEST_CASE("text is brought into normal form") {
  const std::pair<std::u32string, std::u32string> cases[] = {
      {U"cafe\u0301", U"café"},
      {U"café", U"café"},
      {U"s\u0323\u0307 s\u0307\u0323", U"ṩ ṩ"},        // marks in either order
      {U"q\u0307\u0323", U"q\u0323\u0307"},            // ordered, nothing to compose
      {U"\u212B \u2126", U"Å Ω"},                      // signs that are letters
      {U"\u1112\u1161\u11AB", U"한"},                  // Hangul
      {U"\u0995\u09C7\u09BE", U"\u0995\u09CB"},        // Bengali: two parts of one vowel
      {U"\u05E9\u05C1\u05BC", U"\u05E9\u05BC\u05C1"},  // Hebrew points have their order
      {U"\uFB2A", U"\u05E9\u05C1"},                    // a letter that is excluded from composition
      {U"ﬁ ½ ™", U"ﬁ ½ ™"},                            // compatibility is another matter
      {U"\uF900", U"\u8C48"},                          // a compatibility ideograph and the unified one
      {U"\u0301a", U"\u0301a"},
      {U"", U""},
  };
  for (const auto& [from, to] : cases) {
    CAPTURE(utf8(from));
    CHECK(text::nfc(utf8(from)) == utf8(to));
    CHECK(text::nfc(utf8(to)) == utf8(to));
    if (from != to) CHECK_FALSE(text::is_surely_nfc(utf8(from)));
  }
}

TEST_CASE("only what is in normal form is said to be") {
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    const std::string input = random_text(random, 12);
    const std::string normal = text::nfc(input);
    CAPTURE(input);
    if (text::is_surely_nfc(input)) CHECK(normal == input);
    CHECK(text::nfc(normal) == normal);
  }
}

TEST_CASE("no code point alone is said to be in normal form when it is not") {
  bool honest = true;
  for (char32_t c = 0; c <= last_code_point; ++c) {
    const std::string input = utf8({&c, 1});
    honest = honest && (!text::is_surely_nfc(input) || text::nfc(input) == input);
  }
  CHECK(honest);
}

TEST_CASE("the scripts of most pages are known to be in normal form at a glance") {
  for (const char* input : {"Überfälle – später", "Приём заявлений", "המכתב של המילואימניקים", "رسالة الجنود",
                            "平和の手紙", "한국어 기사", "Thư ngỏ của các bác sĩ"}) {
    CAPTURE(input);
    CHECK(text::is_surely_nfc(input));
  }
}

TEST_CASE("piled-up marks are put in order in time") {
  const auto begin = std::chrono::steady_clock::now();
  const std::string normal = text::nfc(marks(200'000));
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
  CHECK(normal.starts_with("ạ"));
  CHECK(text::nfc(marks(3)) == "ạ\u0323\u0323\u0301\u0301\u0301");
}

TEST_CASE("white space is what a page may put between words, and nothing else") {
  std::set<char32_t> spaces = {0x7F, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF};
  for (char32_t c = 0; c <= 0x20; ++c) spaces.insert(c);
  for (char32_t c = 0x80; c <= 0xA0; ++c) spaces.insert(c);
  for (char32_t c = 0x2000; c <= 0x200B; ++c) spaces.insert(c);
  for (char32_t c = 0; c <= last_code_point; ++c) {
    if (is_surrogate(c)) continue;
    const std::string input = utf8({&c, 1});
    const std::size_t expected = spaces.contains(c) ? input.size() : 0;
    if (text::space_length(input + "a", 0) != expected || text::space_length(input, 0) != expected)
      FAIL("U+", std::hex, static_cast<std::uint32_t>(c));
  }
}

TEST_CASE("what is cut off is no white space") {
  for (const std::string_view input :
       {"\xC2", "\xE2", "\xE2\x80", "\xE2\x81", "\xE1\x9A", "\xE3\x80", "\xEF\xBB"}) {
    CHECK(text::space_length(input, 0) == 0);
    CHECK(text::trim(input) == input);
  }
}

TEST_CASE("white space is squeezed to one blank between words") {
  const std::pair<std::u32string, std::u32string> cases[] = {
      {U"", U""},
      {U" \t\r\n\u00A0\u2003\uFEFF ", U""},
      {U"one two", U"one two"},
      {U"  one \n\t two\u00A0", U"one two"},
      {U"אחת\u00A0\u3000שתיים", U"אחת שתיים"},
      {U"one\u200Btwo\u2028three", U"one two three"},
      {U"bell\a and\0escape\u001B[31m\u009Bm", U"bell and"},
      {U"zero\u200Dwidth\u00ADjoiner – stays…", U"zero\u200Dwidth\u00ADjoiner – stays…"},
  };
  for (const auto& [from, to] : cases) {
    CAPTURE(utf8(from));
    CHECK(text::squeeze(utf8(from)) == utf8(to));
  }
}

TEST_CASE("squeezing is the same in runs and character by character") {
  std::mt19937 random(11);
  for (int round = 0; round < 20000; ++round) {
    const std::string input = round % 2 ? random_text(random, 20) : random_prose(random);
    CAPTURE(input);
    const std::string expected = squeezed_plainly(input);
    CHECK(text::squeeze(input) == expected);
    std::string out = "before";
    const bool maybe_not_nfc = text::append_squeezed(input, out);
    CHECK(out == "before" + expected);
    if (!maybe_not_nfc) CHECK(text::nfc(expected) == expected);
  }
}

TEST_CASE("a squeezed run ends where white space has to change") {
  const auto run = [](std::string_view input, std::size_t at) { return text::squeezed_run(input, at).end; };
  CHECK(run("one two", 0) == 7);
  CHECK(run("one  two", 0) == 3);
  CHECK(run("one \ntwo", 0) == 3);
  CHECK(run("one\u00A0two", 0) == 3);
  CHECK(run("one \u00A0two", 0) == 3);
  CHECK(run("one two ", 4) == 7);
  CHECK_FALSE(text::squeezed_run("Überfälle – später", 0).maybe_not_nfc);
  CHECK(text::squeezed_run("e\u0301", 0).maybe_not_nfc);
}

TEST_CASE("what surely needs no squeezing ends where a look is needed") {
  const auto end = [](std::string_view input) { return text::sure_run(input, 0).end; };
  for (const std::size_t before : {0u, 3u, 13u, 14u, 15u, 16u, 40u}) {
    CAPTURE(before);
    const std::string start(before, 'x');
    for (const std::string fine : {"plain words", "Überfälle", "said “so” – twice", "Łódź"})
      CHECK(end(start + fine) == before + fine.size());
    for (const std::string stop : {"\n", "\t", "\x7F", "\u00A0", "\u2009", "\u0301", "слово", "日"}) {
      CHECK(end(start + stop + " and much more behind it") == before);
      CHECK(end(start + "é" + stop) == before + 2);
      CHECK(end(start + "’" + stop) == before + 3);
    }
    CHECK(end(start + "a  b and much more behind it") == before + 2);
    CHECK(end(start + "a ") == before + 2);
  }
  CHECK(text::sure_run("“Überfälle” – später als gedacht", 0).continuations == 9);
  CHECK(text::sure_run("drei Überfälle\nund mehr", 0).continuations == 2);
  CHECK(text::sure_run("“a\u2009b” and much more", 0).continuations == 2);
}

TEST_CASE("white space is trimmed from the ends only") {
  CHECK(text::trim(" \t\u00A0é  ü\u3000\n") == "é  ü");
  CHECK(text::trim("ü") == "ü");
  CHECK(text::trim(" \u2003\n").empty());
  CHECK(text::trim("").empty());
  CHECK(text::trim("א\u200D") == "א\u200D");
}

TEST_CASE("blank lines part paragraphs, none of which is empty") {
  const auto paragraphs = [](std::string_view text) {
    std::string all;
    for (const presscut::Span span : text::paragraphs(text))
      all += '[' + std::string(slice(text, span)) + ']';
    return all;
  };
  CHECK(paragraphs("Änne\ntwo\n\nthree") == "[Änne\ntwo][three]");
  CHECK(paragraphs("\n\none\n\n\n\ntwo\n\n") == "[one][two]");
  CHECK(paragraphs("one\ntwo") == "[one\ntwo]");
  CHECK(paragraphs("\n\n") == "");
  CHECK(paragraphs("") == "");
}

TEST_CASE("words are folded letter by letter") {
  CHECK(text::fold("Über ÉTÉ ПРИЁМ ΑΘΗΝΑ 43 שלום") == "über été приём αθηνα 43 שלום");
  CHECK(text::fold(U'Ä') == U'ä');
  CHECK(text::fold(U'@') == U'@');
  CHECK(text::fold(U'[') == U'[');
  CHECK(text::fold("ß") == "ß");
  for (char32_t c = 0; c <= last_code_point; ++c)
    if (text::fold(text::fold(c)) != text::fold(c)) FAIL("U+", std::hex, static_cast<std::uint32_t>(c));
}

TEST_CASE("letters, digits and capitals are known in every script") {
  for (const char32_t c : U"aZéßЖאقあ漢\u0301"s) CHECK(text::is_letter(c));
  for (const char32_t c : U"5٤ -’_€@[`{"s) CHECK_FALSE(text::is_letter(c));
  for (const char32_t c : U"059٤५"s) CHECK(text::is_digit(c));
  for (const char32_t c : U"aO½²Ⅳ/:"s) CHECK_FALSE(text::is_digit(c));
  for (const char32_t c : U"AZÉЖΩǅ"s) CHECK(text::is_upper(c));
  for (const char32_t c : U"azéжωאあ5@[`"s) CHECK_FALSE(text::is_upper(c));
}

TEST_CASE("names in ASCII are compared without their case") {
  CHECK(text::equal_ascii_fold("Content-TYPE", "content-type"));
  CHECK(text::equal_ascii_fold("", ""));
  CHECK_FALSE(text::equal_ascii_fold("a", "ab"));
  CHECK_FALSE(text::equal_ascii_fold("É", "é"));
  CHECK_FALSE(text::equal_ascii_fold("[", "{"));
  CHECK_FALSE(text::equal_ascii_fold("@", "`"));
}
