// The ends of a range that the grammar reads apart, as one mention for who asks for it.
#include <doctest/doctest.h>

#include <initializer_list>

#include "dates_cases.h"

using namespace presscut;

namespace {

// Published on a Friday; each as "quote=value [earliest, latest]".
void check_whole(std::string_view language, std::string_view published,
                 std::initializer_list<DateCase> cases) {
  dates::Rules rules;
  rules.ranges = dates::Ranges::whole;
  for (const DateCase& c : cases) {
    CAPTURE(c.text);
    std::string found;
    for (const DateMention& date : dates::find(c.text, rules, {published, language, ""}))
      found += (found.empty() ? "" : " | ") + std::string(slice(c.text, date.span)) + "=" + date.value +
               " [" + date.earliest + ", " + date.latest + "]";
    CHECK(found == c.found);
  }
}

}  // namespace

TEST_CASE("the ends of a stretch are one mention where that is asked for") {
  check_whole(
      "en", "2024-10-25T10:00",
      {
          {"It rained from 3 May to 7 June.",
           "3 May to 7 June=2024-05-03/2024-06-07 [2024-05-03, 2024-06-07]"},
          {"He worked there between 2019 and 2021.", "2019 and 2021=2019/2021 [2019-01-01, 2021-12-31]"},
          {"It stood from early 1950 through the end of 1952.",
           "early 1950 through the end of 1952=1950/1952 [1950-01-01, 1952-12-31]"},
          {"The fair ran Tuesday – Thursday.",
           "Tuesday – Thursday=2024-10-22/2024-10-24 [2024-10-22, 2024-10-24]"},
          {"He has worked there from 2019 until now.",
           "2019 until now=2019/2024-10-25 [2019-01-01, 2024-10-25]"},
          {"It lasted from 12 May 2021 at 9 a.m. to 13 May 2021 at 5 p.m.",
           "12 May 2021 at 9 a.m. to 13 May 2021 at 5 p.m.=2021-05-12T09/2021-05-13T17 "
           "[2021-05-12T09:00, 2021-05-13T16:59]"},
          {"It snowed from November to March.", "November to March=2023-11/2024-03 [2023-11-01, 2024-03-31]"},
          {"It snowed from 3 June to 2 May.",
           "3 June to 2 May=2023-06-03/2024-05-02 [2023-06-03, 2024-05-02]"},
          {"It is open from Oct. 7 to 9.", "Oct. 7 to 9=2024-10-07/2024-10-09 [2024-10-07, 2024-10-09]"},
      });
  check_whole("en", "",
              {{"It is open from Monday to Friday.", "Monday to Friday=XXXX-WXX-1/XXXX-WXX-5 [, ]"},
               {"He lived there from 1952 to 1968.", "1952 to 1968=1952/1968 [1952-01-01, 1968-12-31]"}});
  check_whole("de", "2024-10-25",
              {{"Von März 2019 bis Mai 2020 war sie dort.",
                "März 2019 bis Mai 2020=2019-03/2020-05 [2019-03-01, 2020-05-31]"},
               {"Geöffnet ist montags bis freitags.", "montags bis freitags=XXXX-WXX-1/XXXX-WXX-5 [, ]"},
               {"Geöffnet ist montags und freitags.", "montags=XXXX-WXX-1 [, ] | freitags=XXXX-WXX-5 [, ]"}});
  check_whole("fr", "2024-10-25",
              {{"Il y a vécu entre 2012 et 2015.", "2012 et 2015=2012/2015 [2012-01-01, 2015-12-31]"}});
  check_whole("es", "2024-10-25",
              {{"Vivió allí desde 2012 hasta 2015.", "2012 hasta 2015=2012/2015 [2012-01-01, 2015-12-31]"}});
}

TEST_CASE("now is an end, and what begins and lasts is one stretch") {
  check_whole(
      "en", "2024-10-25T10:00",
      {
          {"It grew from March 2019 to date.",
           "March 2019 to date=2019-03/2024-10-25 [2019-03-01, 2024-10-25]"},
          {"Call me between now and eight o'clock.",
           "now and eight o'clock=2024-10-25T10:00/2024-10-25T20 [2024-10-25T10:00, 2024-10-25T19:59]"},
          {"It will be shut between now and 3 May.",
           "now and 3 May=2024-10-25/2025-05-03 [2024-10-25, 2025-05-03]"},
          {"It ran on 3 May 2024 for ten days.",
           "3 May 2024 for ten days=2024-05-03/P10D [2024-05-03, 2024-05-12]"},
          {"It will be shut for three days starting from Monday.",
           "three days starting from Monday=2024-10-28/P3D [2024-10-28, 2024-10-30]"},
          {"The room is ours on 3 May 2025 at 9 a.m. for 90 minutes.",
           "3 May 2025 at 9 a.m. for 90 minutes=2025-05-03T09/PT90M [2025-05-03T09:00, 2025-05-03T10:29]"},
          {"He sat in 2015 for three years.", "2015 for three years=2015/P3Y [2015-01-01, 2017-12-31]"},
          {"They spoke on 3 May 2024 for two hours.",
           "3 May 2024=2024-05-03 [2024-05-03, 2024-05-03] | two hours=PT2H [, ]"},
          {"He sat in 2015 for some years.", "2015=2015 [2015-01-01, 2015-12-31] | some years=PXY [, ]"},
      });
  check_whole(
      "es", "2024-10-25",
      {{"Un verano de tres meses.", "verano=2024-SU [2024-06-01, 2024-08-31] | tres meses=P3M [, ]"}});
}

TEST_CASE("dates that stand side by side are no ends of one stretch") {
  check_whole(
      "en", "2024-10-25T10:00",
      {
          {"The vote was moved from Monday to Tuesday.",
           "Monday=2024-10-21 [2024-10-21, 2024-10-21] | Tuesday=2024-10-22 [2024-10-22, 2024-10-22]"},
          {"They met in 2019 and 2021.",
           "2019=2019 [2019-01-01, 2019-12-31] | 2021=2021 [2021-01-01, 2021-12-31]"},
          {"It fell from 2021 to 2019.",
           "2021=2021 [2021-01-01, 2021-12-31] | 2019=2019 [2019-01-01, 2019-12-31]"},
          {"They met in 2019 to plan 2021.",
           "2019=2019 [2019-01-01, 2019-12-31] | 2021=2021 [2021-01-01, 2021-12-31]"},
      });
  check_whole("de", "2024-10-25",
              {{"Die Wahl wurde verschoben von Mai 2020 bis Juni 2021.",
                "Mai 2020=2020-05 [2020-05-01, 2020-05-31] | Juni 2021=2021-06 [2021-06-01, 2021-06-30]"}});
}

TEST_CASE("without that the ends stay two dates, and types are those of the whole") {
  check_dates("en", {{"He worked there between 2019 and 2021.", "2019=2019 | 2021=2021"},
                     {"It snowed from November to March.", "November=2023-11 | March=2024-03"}});
  dates::Rules rules{.ranges = dates::Ranges::whole, .types = {DateType::time}};
  const std::string_view text = "From 2019 to 2021 it opened on 3 May 2020 at 9 a.m.";
  const auto found = dates::find(text, rules, {"", "en", ""});
  REQUIRE(found.size() == 1);
  CHECK(found[0].value == "2020-05-03T09");
}

TEST_CASE("a part of a period may hold the word that parts the ends") {
  check_whole("fr", "2024-10-25",
              {{"Elle dura du milieu de 2007 à la fin de 2008.",
                "milieu de 2007 à la fin de 2008=2007/2008 [2007-05-01, 2008-12-31]"},
               {"Elle finit en 2007, à la fin de mai.",
                "2007=2007 [2007-01-01, 2007-12-31] | à la fin de "
                "mai=2007-05 [2007-05-16, 2007-05-31]"}});
  check_whole("es", "2024-10-25",
              {{"Duró de principios de 2007 a finales de 2008.",
                "principios de 2007 a finales de 2008=2007/2008 [2007-01-01, 2008-12-31]"}});
  check_whole("fr", "",
              {{"Entre janvier 2019 et maintenant.",
                "janvier 2019 et maintenant=2019-01/XXXX-XX-XX [2019-01-01, ]"}});
}
