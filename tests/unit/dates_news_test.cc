// Habits of news: nights that end in the next day, weekends of feasts, edges of years in one word, what runs
// on from a day.
#include "dates_cases.h"

using namespace presscut;

TEST_CASE("a night is that of the day on which it begins") {
  check_dates("fr",
              {
                  {"Dans la nuit de samedi à dimanche, le pont a cédé.",
                   "la nuit de samedi à dimanche=2024-10-19TNI"},
                  {"De samedi à dimanche, le pont était fermé.", "samedi=2024-10-19 | dimanche=2024-10-20"},
                  {"La nuit dernière, le pont a cédé.", "La nuit dernière=2024-10-24TNI"},
              });
  check_dates("de", {
                        {"In der Nacht zum Sonntag brach die Brücke.", "der Nacht zum Sonntag=2024-10-19TNI"},
                        {"In der Nacht von Samstag auf Sonntag brach die Brücke.",
                         "der Nacht von Samstag auf Sonntag=2024-10-19TNI"},
                        {"Bis zum Sonntag stand die Brücke.", "Sonntag=2024-10-20"},
                        {"Die Zahl stieg auf 1872.", ""},
                        {"Um 9 Uhr in der Nacht brach die Brücke.", "9 Uhr in der Nacht=T21"},
                    });
  check_dates("es", {
                        {"En la noche del sábado al domingo cayó el puente.",
                         "la noche del sábado al domingo=2024-10-19TNI"},
                        {"A la mañana siguiente cayó el puente.", "mañana siguiente=2024-10-26TMO"},
                    });
}

TEST_CASE("weekends and quarters by a day, seasons of two years") {
  check_dates("en",
              {
                  {"They camped on Labor Day weekend 2021.", "Labor Day weekend 2021=2021-W35-WE"},
                  {"They camped on Thanksgiving weekend.", "Thanksgiving weekend=2024-W48-WE"},
                  {"They camped on the weekend of May 3.", "the weekend of May 3=2024-W18-WE"},
                  {"In the quarter ended Sept. 30 it earned more.", "the quarter ended Sept. 30=2024-Q3"},
                  {"In the quarter of the old town it rained.", ""},
                  {"It snowed in the winter of 1995-96.", "the winter of 1995-96=1995-WI"},
                  {"First-quarter sales: a tale of two towns.", "First-quarter=2024-Q1"},
              });
  check_dates("de", {{"Im Winter 2019/20 schneite es.", "Winter 2019/20=2019-WI"}});
  check_dates("de",
              {{"Im Jahr 1990 fiel sie, im Jahr 1832 wurde sie gebaut.", "Jahr 1990=1990 | Jahr 1832=1832"},
               {"Sie singen einmal im Jahr.", "einmal im Jahr=P1Y"}});
  check_dates("fr", {{"Le week-end du 12 octobre fut sec.", "Le week-end du 12 octobre=2024-W41-WE"}});
}

TEST_CASE("edges and halves of a year where one word or a contraction names them") {
  check_dates("de",
              {
                  {"Zum Jahresende 2025 schließt das Werk.", "Jahresende 2025=2025"},
                  {"In der zweiten Jahreshälfte regnete es.", "der zweiten Jahreshälfte=2024-H2"},
                  {"In der ersten Hälfte des Jahres regnete es.", "der ersten Hälfte des Jahres=2024-H1"},
                  {"Am Tag vor Weihnachten schneite es.", "Tag vor Weihnachten=2024-12-24"},
                  {"Am Tag vor der Wahl schneite es.", ""},
                  {"Sie singen zweimal in der Woche.", "zweimal in der Woche=P1W"},
              });
  check_dates("es", {{"En la segunda mitad del año llovió.", "la segunda mitad del año=2024-H2"},
                     {"La segunda mitad del partido fue peor.", ""}});
  check_dates("fr", {
                        {"Il y a une dizaine d'années, il neigeait.", "Il y a une dizaine d'années=2014"},
                        {"Une dizaine d'hommes sont venus.", ""},
                        {"Les 12 et 13 octobre, du 12 au 14 octobre.",
                         "12=2024-10-12 | 13 octobre=2024-10-13 | 12 au 14 octobre=2024-10-12/2024-10-14"},
                        {"Il a marché deux heures et demie.", "deux heures et demie=PT2.5H"},
                    });
}

TEST_CASE("what runs on from a day may lie ahead") {
  check_date_bounds("en", {
                              {"Starting Monday, tolls will rise.", "Monday=[2024-10-28, ]"},
                              {"As of 3 May 2019 it is law.", "3 May 2019=[2019-05-03, ]"},
                              {"They will meet for 30 minutes later this week.",
                               "30 minutes=[, ] | later this week=[2024-10-24, 2024-10-27]"},
                              {"Let's meet on Tuesday.", "Tuesday=[2024-10-29, 2024-10-29]"},
                          });
  check_date_bounds("fr", {{"À partir du 3 mai 2019, c'est fermé.", "3 mai 2019=[2019-05-03, ]"}});
  check_date_bounds("es", {{"Está cerrado desde el lunes.", "lunes=[2024-10-21, ]"}});
}

TEST_CASE("feasts of nations, churches and of the United Nations") {
  check_dates("en",
              {
                  {"They met on World Water Day 2021.", "World Water Day 2021=2021-03-22"},
                  {"Banks shut on Maha Navami 2021.", "Maha Navami 2021=2021-10-14"},
                  {"They fasted until Eid al Fitr 2021.", "Eid al Fitr 2021=2021-05-13"},
                  {"It fell on Grandparents' Day 2021.", "Grandparents' Day 2021=2021-09-12"},
                  {"On Orthodox Shrove Monday 2021 they sang.", "Orthodox Shrove Monday 2021=2021-03-15"},
                  {"The water of the world is deep.", ""},
              });
  check_dates("de", {{"Am Stefanitag 2021 war Ruhe.", "Stefanitag 2021=2021-12-26"}});
  check_dates("fr", {{"La fête de la musique 2021 fut calme.", "fête de la musique 2021=2021-06-21"}});
}

TEST_CASE(
    "what lacks a year where the text is not dated is one of the year that was spoken of a little before") {
  std::string text = "The bell was cast in 1832. It rang on 2 June.";
  for (const char* far : {"", "\n\nThe tower is of stone.\n\nSo is the well.\n\nIt rang on 3 June."}) {
    const auto dates = dates::find(text + far, {}, {"", "en", ""});
    REQUIRE(dates.size() >= 2);
    CHECK(dates.back().value.starts_with("1832-06"));
  }
  const auto dates = dates::find("It rang on 2 June.", {}, {"", "en", ""});
  REQUIRE(dates.size() == 1);
  CHECK(dates[0].value == "XXXX-06-02");
}

TEST_CASE("what only looks like a part, a range or a stretch") {
  check_dates("en", {
                        {"It may last hours.", ""},
                        {"In the last hours of the siege it rained.", "the last hours=PTXH"},
                        {"The academic year 2024-25 is over.", "2024-25=2024/2025"},
                        {"He lived June 18, 1924-July 9, 2014 in Lorne.",
                         "June 18, 1924=1924-06-18 | July 9, 2014=2014-07-09"},
                    });
}

TEST_CASE("what is scheduled is told in the present") {
  check_dates("en", {
                        {"The trial resumes Monday.", "Monday=2024-10-28"},
                        {"The tax takes effect on Tuesday.", "Tuesday=2024-10-29"},
                        {"The minister sat on Tuesday.", "Tuesday=2024-10-22"},
                    });
  check_dates("de", {{"Der Prozess beginnt am Montag.", "Montag=2024-10-28"}});
  check_dates("fr", {{"Le procès débute lundi.", "lundi=2024-10-28"}});
  check_dates("es", {{"El juicio comienza el lunes.", "lunes=2024-10-28"}});
}

TEST_CASE("days in one number, days of a week or month that is told") {
  check_dates("en",
              {
                  {"Saved as report-20170302.html by Ann.", "20170302=2017-03-02"},
                  {"Call 20171302 or 12345678, room 20170302.", ""},
                  {"Last week's Sunday was dry.", "Last week's Sunday=2024-10-20"},
                  {"Last week's sunny days were dry.", "Last week=2024-W42"},
                  {"It is due by the 20th of the current month.", "the 20th of the current month=2024-10-20"},
                  {"They sing every two Fridays.", "every two Fridays=XXXX-WXX-5"},
                  {"Every two friends sing.", ""},
              });
  check_dates("es", {{"Llegó a casa; eran ocho y veinte de la noche.", "ocho y veinte de la noche=T20:20"}});
}

TEST_CASE("what holds in any year is of none") {
  const auto found = [](std::string_view language, std::string_view text) {
    std::string result;
    for (const DateMention& date : dates::find(text, {}, {"", language, ""}))
      result += (result.empty() ? "" : " | ") + std::string(slice(text, date.span)) + "=" + date.value;
    return result;
  };
  CHECK(found("en", "The tower was built in 1832. Snow usually falls in January; frost comes in March.") ==
        "1832=1832 | January=XXXX-01 | March=XXXX-03");
  CHECK(found("en", "The tower was built in 1832. Snow fell in January.") == "1832=1832 | January=1832-01");
  CHECK(found("en", "The tower was built in 1832. Walkers should come in May.") == "1832=1832 | May=XXXX-05");
  CHECK(found("en", "Spring and late autumn are the best time.") == "Spring=XXXX-SP | late autumn=XXXX-FA");
  CHECK(found("en", "The spring and the lever are of steel.") == "");
  CHECK(found("fr", "La tour fut bâtie en 1832. Il neige souvent en janvier.") ==
        "1832=1832 | janvier=XXXX-01");
  CHECK(found("de", "Der Turm wurde im Jahr 1832 gebaut. Im Januar schneit es oft.") ==
        "Jahr 1832=1832 | Januar=XXXX-01");
  check_dates("en", {{"Winters are cold; the winter was mild.", "Winters=XXXX-WI | the winter=2023-WI"},
                     {"He won at the Winter Games.", "the Winter=XXXX-WI"}});
}

TEST_CASE("what runs from today, and what is told by an hour and tonight") {
  check_dates("en", {
                        {"Fares rise from today.", "today=2024-10-25"},
                        {"Two weeks from today it opens.", "Two weeks from today=2024-W45"},
                        {"Three days from now it opens.", "Three days from now=2024-10-28"},
                        {"Kick-off: 8 tonight.", "8 tonight=2024-10-25T20"},
                        {"He scored 8 tonight.", "tonight=2024-10-25TNI"},
                    });
  check_dates("es", {{"A partir de hoy sube el precio.", "hoy=2024-10-25"},
                     {"Tres días a partir de hoy.", "Tres días a partir de hoy=2024-10-28"}});
  check_dates("fr",
              {{"Le 18 et le 19 juin 2023 il pleuvait.", "18=2023-06-18 | le 19 juin 2023=2023-06-19"}});
  check_date_bounds("en",
                    {{"It will be done before the end of May 2025.", "the end of May 2025=[, 2025-05-31]"},
                     {"It will be done before early May 2025.", "early May 2025=[, 2025-04-30]"},
                     {"It will rain within two hours.", "two hours=[2024-10-25T10:00, 2024-10-25T12:00]"}});
}

TEST_CASE("years before their months in digits, and ranges that no calendar has") {
  check_dates("en", {
                        {"The talks began on 2016 10 16.", "2016 10 16=2016-10-16"},
                        {"The numbers 2016 10 16 18 were drawn.", "2016=2016"},
                        {"The model came out in 2015-3.", "2015-3=2015-03"},
                        {"They lost 2015-3.", ""},
                        {"It ran on June 20 - 31, 2022.", ""},
                        {"It ran on June 20 - 30, 2022.", "June 20 - 30, 2022=2022-06-20/2022-06-30"},
                        {"It ran on 31 June 2022.", ""},
                    });
}

TEST_CASE("a comparison with the year before is not what days without a year belong to") {
  check_dates(
      "en",
      {
          {"Sales rose in the third quarter from a year earlier. In the nine months ended Sept. 30 they "
           "fell.",
           "the third quarter=2024-Q3 | a year earlier=2023-Q3 | the nine months=P9M | Sept. 30=2024-09-30"},
          {"It opened in 2015. In May it burned.", "2015=2015 | May=2015-05"},
          {"In the latest quarter sales fell.", "the latest quarter=2024-Q3"},
          {"He ruled for a quarter of a century.", "a quarter of a century=P25Y"},
      });
}

TEST_CASE("what lasts, what is to come, ages in decades, short years") {
  check_dates("en", {
                        {"The talks will last three days.", "three days=P3D"},
                        {"They may last up to eight weeks.", "up to eight weeks=P8W"},
                        {"It rained for the last three days.", "the last three days=P3D"},
                        {"Rain is forecast for Tuesday.", "Tuesday=2024-10-29"},
                        {"They go to the polls on Sunday.", "Sunday=2024-10-27"},
                        {"Rain was forecast for Tuesday.", "Tuesday=2024-10-22"},
                        {"A man in his early twenties was hurt.", ""},
                        {"A woman in her mid-30s was hurt.", ""},
                        {"It was built in the early 1920s.", "the early 1920s=192"},
                        {"She won in '96 and the '98 race.", "'96=1996 | '98=1998"},
                        {"She said '96 voters' came.", ""},
                        {"It lasts until around mid-May.", "mid-May=2025-05"},
                        {"It lost money in fiscal year 2003.", "fiscal year 2003=2003"},
                        {"Years from now they will know.", "Years from now=FUTURE_REF"},
                    });
}

TEST_CASE("midnights behind, codes with years") {
  check_date_bounds("en",
                    {{"The shop closed at midnight.", "midnight=[2024-10-25T00:00, 2024-10-25T00:00]"},
                     {"The shop will close at midnight.", "midnight=[2024-10-26T00:00, 2024-10-26T00:00]"}});
  check_dates("en", {
                        {"The case is 2012-0034.", ""},
                        {"He sat there in 2012-2014.", "2012-2014=2012/2014"},
                    });
}

TEST_CASE("nights of two days, parts of the day with their own words, what of a day is told late") {
  check_dates("en",
              {
                  {"On the night of Oct. 2-3 it burned.", "the night of Oct. 2-3=2024-10-02TNI"},
                  {"On the night of Oct. 2-9 it burned.", "the night=TNI | Oct. 2-9=2024-10-02/2024-10-09"},
                  {"In the early hours of Saturday morning it burned.",
                   "the early hours of Saturday morning=2024-10-19TMO"},
                  {"They came on Sunday at about 8 a.m.", "Sunday at about 8 a.m.=2024-10-20T08"},
                  {"They leave tomorrow at first light.", "tomorrow at first light=2024-10-26TMO"},
                  {"Over the weekend 300 people marched.", "the weekend=2024-W42-WE"},
                  {"The weekend paper has 300 pages.", ""},
                  {"It will close by year-end.", "year-end=2024"},
                  {"The year-end report is late.", ""},
                  {"In 3Q24 profit fell.", "3Q24=2024-Q3"},
                  {"This winter the snow failed.", "This winter=2023-WI"},
                  {"This winter the snow will fail.", "This winter=2024-WI"},
                  {"On the first Sunday of each month it is free.", "the first Sunday of each month=P1M"},
              });
  check_dates("fr", {
                        {"Dans la nuit du samedi 2 au dimanche 3 novembre, il neigera.",
                         "la nuit du samedi 2 au dimanche 3 novembre=2024-11-02TNI"},
                        {"Le surlendemain, il partit.", "Le surlendemain=2024-10-27"},
                        {"Ces derniers mois, il a neigé.", "Ces derniers mois=PXM"},
                        {"Le mois dernier, il a neigé.", "Le mois dernier=2024-09"},
                        {"Il y a de cela dix ans, il neigeait.", "Il y a de cela dix ans=2014"},
                        {"Vendredi à midi, il neigera.", "Vendredi à midi=2024-10-25T12:00"},
                        {"Il a fallu deux heures et quart.", "deux heures et quart=PT2.25H"},
                        {"Elle est née le quatre mai 1972.", "le quatre mai 1972=1972-05-04"},
                        {"L'armistice fut signé.", ""},
                    });
  check_dates("de", {
                        {"In der Nacht vom 2. auf den 3. November wird es schneien.",
                         "der Nacht vom 2. auf den 3. November=2024-11-02TNI"},
                        {"Gestern am späten Abend schneite es.", "Gestern am späten Abend=2024-10-24TEV"},
                        {"Ab kommender Woche schneit es.", "kommender Woche=2024-W44"},
                        {"Ab Montag steigen die Preise.", "Montag=2024-10-28"},
                        {"Er wartete fünfeinhalb Jahre.", "fünfeinhalb Jahre=P5.5Y"},
                    });
  check_dates("es",
              {
                  {"En la noche del 2 al 3 de mayo nevó.", "la noche del 2 al 3 de mayo=2024-05-02TNI"},
                  {"Ayer a última hora de la tarde nevó.", "Ayer a última hora de la tarde=2024-10-24TAF"},
                  {"Los martes y jueves nieva.", "Los martes=XXXX-WXX-2 | jueves=XXXX-WXX-4"},
                  {"Nieva el martes y el jueves.", "martes=2024-10-22 | jueves=2024-10-24"},
              });
}
