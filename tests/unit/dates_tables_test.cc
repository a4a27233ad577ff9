#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "dates/dates.h"
#include "dates/tables.h"
#include "tables/tables.h"

using namespace presscut;

namespace {

namespace rows = dates::embedded;

// Words of these classes say that the number beside them is no date.
bool rules_out(std::string_view kind) {
  return kind == "counted" || kind == "label" || kind == "old" || kind == "age_before" || kind == "owner";
}

struct Named {
  std::string_view language, name, text;
};

const Named tables_of_words[] = {
    {"en", "calendar.en.tsv", rows::calendar_en_tsv}, {"en", "feasts.en.tsv", rows::feasts_en_tsv},
    {"en", "words.en.tsv", rows::words_en_tsv},       {"en", "tense.en.tsv", rows::tense_en_tsv},
    {"en", "feasts.tsv", rows::feasts_tsv},           {"es", "calendar.es.tsv", rows::calendar_es_tsv},
    {"es", "feasts.es.tsv", rows::feasts_es_tsv},     {"es", "words.es.tsv", rows::words_es_tsv},
    {"es", "tense.es.tsv", rows::tense_es_tsv},       {"de", "calendar.de.tsv", rows::calendar_de_tsv},
    {"de", "feasts.de.tsv", rows::feasts_de_tsv},     {"de", "words.de.tsv", rows::words_de_tsv},
    {"de", "tense.de.tsv", rows::tense_de_tsv},       {"fr", "calendar.fr.tsv", rows::calendar_fr_tsv},
    {"fr", "feasts.fr.tsv", rows::feasts_fr_tsv},     {"fr", "words.fr.tsv", rows::words_fr_tsv},
    {"fr", "tense.fr.tsv", rows::tense_fr_tsv},
};

}  // namespace

TEST_CASE("every row of every table of dates fires on its own example, or rules it out") {
  for (const Named& named : tables_of_words) {
    const tables::Table table(named.name, named.text);
    const std::size_t word = table.column("word"), kind = table.column("class"),
                      example = table.column("example");
    for (const auto& row : table.rows()) {
      CAPTURE(table.reference(row));
      CAPTURE(row.cells[example]);
      const std::string folded = text::fold(row.cells[example]);
      CHECK(folded.find(row.cells[word]) != std::string::npos);
      const dates::Source source{"2024-10-25", named.language, ""};
      CHECK(dates::find(row.cells[example], {}, source).empty() == rules_out(row.cells[kind]));
    }
  }
}

TEST_CASE("a text is read in the language that most of its words belong to") {
  const auto value = [](std::string_view text) {
    const auto found = dates::find(text, {}, {"2024-10-25", "", ""});
    return found.empty() ? std::string() : found[0].value;
  };
  CHECK(value("The letter was sent to them on Tuesday.") == "2024-10-22");
  CHECK(value("La carta se envió el martes a los ministros.") == "2024-10-22");
  CHECK(value("Der Brief wurde am Dienstag an die Minister geschickt.") == "2024-10-22");
  CHECK(value("La lettre a été envoyée mardi aux ministres.") == "2024-10-22");
  CHECK(value("J'y serai mercredi 4:00.") == "2024-10-30T04:00");  // "y" is Spanish, too
  CHECK(value("8 am - 1 pm, Jul 9") == "2024-07-09T08/2024-07-09T13");
}
