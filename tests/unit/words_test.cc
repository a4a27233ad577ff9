#include "words/words.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "tables/tables.h"
#include "words/tables.h"

using namespace presscut;
using words::Form;

namespace {

// The words of `text` with bars between them.
std::string split(std::string_view text) {
  std::string all;
  for (const Span word : words::split(text)) all += (all.empty() ? "" : "|") + std::string(slice(text, word));
  return all;
}

struct Case {
  const char *text, *words;
};

void check(std::initializer_list<Case> cases) {
  for (const auto& [text, words] : cases) {
    CAPTURE(text);
    CHECK(split(text) == words);
  }
}

}  // namespace

TEST_CASE("words are runs of letters and digits") {
  check({{"", ""},
         {" ...\n—\t!", ""},
         {"The keepers signed.", "The|keepers|signed"},
         {"7th B2B x_1 _ __a", "7th|B2B|x_1|__a"},
         {"well-known and/or e-mail", "well|known|and|or|e|mail"},
         {"Änne, Søren; naïve", "Änne|Søren|naïve"},
         {"e\xCC\x81t\xCC\xA3", "e\xCC\x81t\xCC\xA3"},
         {"\xCC\x81 a", "a"}});
}

TEST_CASE("marks within words and numbers hold them together") {
  check({{"don't don’t 'tis girls' o’clock", "don't|don’t|tis|girls|o’clock"},
         {"1,000.5 3.5% $4,50, 19:30", "1,000.5|3.5|4,50|19|30"},
         {"U.S. e.g. example.org 1.2.3.", "U.S|e.g|example.org|1.2.3"},
         {"so,yes a;b a:b", "so|yes|a|b|a|b"},
         {"5,a a,5 5'a", "5|a|a|5|5|a"}});
}

TEST_CASE("a full stop that a scrape glued to the next sentence parts words") {
  check({{"they signed.The rest left", "they|signed|The|rest|left"},
         {"Ph.D. N.Y.Times example.Org1 U.S.Army", "Ph.D|N.Y.Times|example|Org1|U.S.Army"}});
}

TEST_CASE("Hebrew keeps gershayim and geresh, parts at maqaf") {
  check({{"צה״ל בית־ספר צה\"ל צה”ל", "צה״ל|בית|ספר|צה\"ל|צה”ל"},
         {"ג'ורג' אמר \"שלום\"", "ג'ורג'|אמר|שלום"},
         {"שָׁלוֹם", "שָׁלוֹם"}});
}

TEST_CASE("Arabic keeps its marks, parts at its comma") {
  check({{"كَتَبَ، نعم؟", "كَتَبَ|نعم"}, {"١٬٠٠٠٫٥ كتاب", "١٬٠٠٠٫٥|كتاب"}});
}

TEST_CASE("ideographs stand alone, katakana and Thai in runs") {
  check({{"東京カメラ", "東|京|カメラ"}, {"สวัสดีครับ ไทย", "สวัสดีครับ|ไทย"}, {"カメラa", "カメラ|a"}});
}

TEST_CASE("each row of the table of breaks does what its example says") {
  const tables::Table table("breaks.tsv", words::embedded::breaks_tsv);
  for (const auto& row : table.rows()) {
    CAPTURE(table.reference(row));
    const std::string_view example = row.cells[table.column("example")];
    const std::size_t is = example.find(" = ");
    REQUIRE(is != example.npos);
    CHECK(split(example.substr(0, is)) == example.substr(is + 3));
  }
}

TEST_CASE("normal words compare equal") {
  CHECK(words::normal("Don’t", Form::folded) == "don't");
  CHECK(words::normal("Don’t", Form::exact) == "Don't");
  CHECK(words::normal("STRASSE", Form::folded) == words::normal("Straße", Form::folded));
  CHECK(words::normal("Straße", Form::exact) == "Straße");
  CHECK(words::normal("ΟΔΟΣ", Form::folded) == words::normal("οδός", Form::folded).replace(4, 2, "ο"));
  CHECK(words::normal("E\xCC\x81t\xC3\xA9", Form::exact) == "Été");
  CHECK(words::normal("צה\"ל", Form::folded) == "צה״ל");
  CHECK(words::normal("צה”ל", Form::folded) == "צה״ל");
}

TEST_CASE("an empty line ends a passage") {
  CHECK(words::is_within_paragraph(" "));
  CHECK(words::is_within_paragraph(",\n"));
  CHECK_FALSE(words::is_within_paragraph("\n\n"));
  CHECK_FALSE(words::is_within_paragraph(".\n \n"));
}
