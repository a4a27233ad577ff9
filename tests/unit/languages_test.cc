#include "languages/languages.h"

#include <doctest/doctest.h>

#include <string>

#include "languages/tables.h"
#include "tables/tables.h"

using namespace presscut;

namespace {

struct Case {
  const char* text;
  std::string_view language;  // empty where none is clear
};

std::string_view clear(std::string_view text) {
  const auto evidence = languages::evidence(text);
  return evidence.clear ? languages::all[evidence.leading()] : std::string_view();
}

}  // namespace

TEST_CASE("the commonest words tell the language of a text") {
  const Case cases[] = {
      {"The dock workers are on strike and it will not be the last one, they have said", "en"},
      {"Die Hafenarbeiter sind nicht zur Arbeit gegangen, und das wird auch so bleiben, sagt der Rat", "de"},
      {"Los estibadores de la ciudad no han ido al trabajo, y así será por más tiempo, pero es como el año "
       "pasado",
       "es"},
      {"Les dockers de la ville ne sont pas allés au travail, et cette grève va durer plus que dans le "
       "passé, pour eux",
       "fr"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(clear(c.text) == c.language);
  }
}

TEST_CASE("a word that comes again and again is one word of evidence, and nothing speaks for no language") {
  CHECK(clear("Al Al Al Al Al Al Al Al Al Al Al Al Al Al Al Al Al Al Al Al Al Al Al Al Al").empty());
  CHECK(clear("").empty());
  CHECK(clear("Αθήνα 2024").empty());
  CHECK(languages::evidence("").leading() == 0);
}

TEST_CASE("every common word speaks for its language") {
  const tables::Table table("common.tsv", languages::embedded::common_tsv);
  for (const auto& row : table.rows()) {
    CAPTURE(row.cells[0]);
    const auto evidence = languages::evidence(row.cells[2]);
    for (std::size_t i = 0; i < languages::all.size(); ++i)
      if (languages::all[i] == row.cells[1]) CHECK(evidence.words[i] > 0);
  }
}

TEST_CASE("the beginning of a text ends behind a whole character") {
  const std::string text(languages::sample - 1, 'a');
  CHECK(languages::beginning(text) == text);
  CHECK(languages::beginning(text + "éa") == text + "é");
}
