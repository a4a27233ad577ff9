// Times of the clock: ranges of them, with their day before or behind, in words and in four digits, and what
// comes back at one.
#include "dates_cases.h"

using namespace presscut;

TEST_CASE("two times as one, each in its own half of the day") {
  check_dates(
      "en",
      {
          {"The bridge is shut from 3 in the morning until 5pm.", "from 3 in the morning until 5pm=T03/T17"},
          {"They sang from 10:30 to 3 on 1/5/2015.",
           "from 10:30 to 3 on 1/5/2015=2015-01-05T10:30/2015-01-05T15"},
          {"They sang from 9am-2 yesterday afternoon.",
           "from 9am-2 yesterday afternoon=2024-10-24T09/2024-10-24T14"},
          {"The gate is open between 0730 and 0915.", "between 0730 and 0915=T07:30/T09:15"},
          {"It rained between 1930 and 1945.", "1930=1930 | 1945=1945"},
          {"They play from three thirty to five fifteen.", "from three thirty to five fifteen=T03:30/T05:15"},
          {"They went from three to five goals.", ""},
          {"Call on Monday 21 between 9:30 and 3:00 pm.",
           "Monday 21 between 9:30 and 3:00 pm=2024-10-21T09:30/2024-10-21T15:00"},
      });
  check_dates("fr", {
                        {"Le 17 entre 14h et 16h, le pont est fermé.",
                         "Le 17 entre 14h et 16h=2024-10-17T14/2024-10-17T16"},
                        {"De 8h à 15h hier après-midi, il a plu.",
                         "De 8h à 15h hier après-midi=2024-10-24T08/2024-10-24T15"},
                        {"Ce soir à 2h du matin, il pleuvra.", "Ce soir à 2h du matin=2024-10-25T02"},
                        {"Ce soir à 9h, il pleuvra.", "Ce soir à 9h=2024-10-25T21"},
                    });
  check_dates("es", {{"Anoche a las 8 en punto cayó.", "Anoche a las 8 en punto=2024-10-24T20"},
                     {"Cayó a las 12 en punto.", "12 en punto=T12"}});
}

TEST_CASE("halves of a day behind it, times in words behind a day, years behind a time") {
  check_dates(
      "en",
      {
          {"It is due tomorrow am.", "tomorrow am=2024-10-26TMO"},
          {"It is due Tuesday p.m., she said.", "Tuesday p.m.=2024-10-29TAF"},
          {"Here today am I.", "today=2024-10-25"},
          {"They met on March eighteenth nine thirty.", "March eighteenth nine thirty=2024-03-18T09:30"},
          {"Saved Wed Oct 26 15:50:06 2016 by Ann.", "Wed Oct 26 15:50:06 2016=2016-10-26T15:50:06"},
          {"On Oct 26 15:50 2016 votes were in.", "Oct 26 15:50=2024-10-26T15:50"},
          {"8:23 AM · Jul 9, 2016", "8:23 AM · Jul 9, 2016=2016-07-09T08:23"},
          {"8:23 AM · 900 views", "8:23 AM=T08:23"},
          {"It rang at 9 o clock.", "9 o clock=T09"},
      });
}

TEST_CASE("what comes back at a time that stands before it") {
  check_dates("en", {
                        {"Mass is said 9 a.m. every Sunday.", "9 a.m. every Sunday=XXXX-WXX-7T09"},
                        {"They feed him 3pm each day.", "3pm each day=XXXX-XX-XXT15"},
                        {"It opened at 9 a.m. Every child sang.", "9 a.m.=T09"},
                    });
  check_dates("fr", {{"Messe à 9h tous les jours.", "9h tous les jours=XXXX-XX-XXT09"}});
}
