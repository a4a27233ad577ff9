// What is counted: from now, from a day with a name, from the end of a month; and how finely it is known.
#include "dates_cases.h"

using namespace presscut;

TEST_CASE("a time is no finer than its words") {
  check_dates("en",
              {
                  {"The ferry sails at 3 p.m. on Tuesday.", "3 p.m. on Tuesday=2024-10-22T15"},
                  {"The ferry sails at 3:00 p.m. on Tuesday.", "3:00 p.m. on Tuesday=2024-10-22T15:00"},
                  {"It rang at five o'clock, then at noon.", "five o'clock=T05 | noon=2024-10-25T12:00"},
                  {"Open from 9 a.m. to 5:30 p.m.", "from 9 a.m. to 5:30 p.m.=T09/T17:30"},
              });
  check_dates(
      "de", {{"Der Zug fährt um 15 Uhr, der Bus um 15 Uhr 20.", "15 Uhr=T15 | 15 Uhr 20=2024-10-25T15:20"}});
  check_date_bounds("en",
                    {{"It rang at five o'clock.", "five o'clock=[2024-10-25T05:00, 2024-10-25T05:59]"}});
}

TEST_CASE("a day that not every month or year has is sought where there is one") {
  check_dates("en", {
                        {"The fair was on the 31st.", "the 31st=2024-08-31"},
                        {"The fair was on Sunday the 31st.", "Sunday the 31st=2024-03-31"},
                        {"They met on Wednesday the 16th.", "Wednesday the 16th=2024-10-16"},
                        {"He turned 40 on February 29.", "February 29=2024-02-29"},
                        {"The fair was on the 32nd.", ""},
                    });
}

TEST_CASE("minutes and hours around the publication have bounds") {
  check_date_bounds(
      "en", {
                {"Two trains stood still in the last two hours.",
                 "the last two hours=[2024-10-25T08:00, 2024-10-25T09:59]"},
                {"It will rain in the next 30 minutes.",
                 "the next 30 minutes=[2024-10-25T10:01, 2024-10-25T10:30]"},
                {"In the past hour nobody came.", "the past hour=[2024-10-25T09:00, 2024-10-25T09:59]"},
                {"He came at the last minute.", ""},
            });
}

TEST_CASE("weekdays are counted from now and from days with a name") {
  check_dates(
      "en", {
                {"She left two Fridays ago.", "two Fridays ago=2024-10-11"},
                {"The vote is three Mondays from now.", "three Mondays from now=2024-11-11"},
                {"Three Mondays passed.", "Mondays=XXXX-WXX-1"},
                {"They will sing on the Sunday before Christmas.", "the Sunday before Christmas=2024-12-22"},
                {"It is the first Tuesday after the first Monday in November.",
                 "the first Tuesday after the first Monday in November=2024-11-05"},
                {"He fell on Monday after Friday's match.", "Monday=2024-10-21 | Friday=2024-10-25"},
                {"The shop closed the week before Easter.", "the week before Easter=2024-W12"},
                {"It rained the weekend after 8 May 2024.", "the weekend after 8 May 2024=2024-W19-WE"},
                {"It rained the week before the match.", ""},
            });
  check_dates("es", {{"La vio hace dos viernes.", "hace dos viernes=2024-10-11"}});
}

TEST_CASE("a shift behind a weekday, a month or a feast tells which one") {
  check_dates("en", {
                        {"The trial opens on Monday in two weeks.", "Monday in two weeks=2024-11-04"},
                        {"He was arrested in March two years ago.", "March two years ago=2022-03"},
                        {"They will wed at Easter a year from now.", "Easter a year from now=2025-04-20"},
                        {"On Monday in two years of drought it rained.", "Monday=2024-10-21 | two years=P2Y"},
                    });
  check_dates("de", {{"Sie kommt am Mittwoch in zwei Wochen.", "Mittwoch in zwei Wochen=2024-11-06"}});
}

TEST_CASE("the one after next and the one before last") {
  check_dates("en", {
                        {"They will meet the week after next.", "the week after next=2024-W45"},
                        {"She resigned the year before last.", "the year before last=2022"},
                        {"The roof fell the night before last.", "the night before last=2024-10-23TNI"},
                        {"They will meet on the Friday after next.", "Friday after next=2024-11-08"},
                        {"After next week it gets colder.", "next week=2024-W44"},
                        {"Before last May nobody knew.", "last May=2024-05"},
                    });
  check_dates("de",
              {
                  {"Sie kommen übernächste Woche.", "übernächste Woche=2024-W45"},
                  {"Er starb vorletztes Jahr.", "vorletztes Jahr=2022"},
                  {"In der vorletzten Woche im Mai schneite es.", "der vorletzten Woche im Mai=2024-W21"},
                  {"Er war der Vorletzte.", ""},
              });
  check_dates("es", {{"Murió el año antepasado.", "el año antepasado=2022"}});
}

TEST_CASE("weeks belong to the month of their Thursday, and are counted from its end, too") {
  check_dates(
      "en",
      {
          {"In the first week of January 2015 it froze.", "the first week of January 2015=2015-W01"},
          {"In the last week of 2019 it froze.", "the last week of 2019=2019-W52"},
          {"In the penultimate week of May 2024 it froze.", "the penultimate week of May 2024=2024-W21"},
          {"On the third last day of May 2024 it froze.", "the third last day of May 2024=2024-05-29"},
          {"In the penultimate chapter it froze.", ""},
      });
  check_dates("fr", {{"Il a neigé l'avant-dernière semaine de mai 2024.",
                      "l'avant-dernière semaine de mai 2024=2024-W21"}});
  check_dates("es",
              {{"Nevó el penúltimo día de mayo de 2024.", "el penúltimo día de mayo de 2024=2024-05-30"}});
}

TEST_CASE("a time that opens or ends a stretch of its day") {
  check_date_bounds("en",
                    {
                        {"It will ring tomorrow after 4 p.m.", "tomorrow after 4 p.m.=[2024-10-26T16:00, ]"},
                        {"He was seen on Tuesday before noon.", "Tuesday before noon=[, 2024-10-22T11:59]"},
                        {"He was seen on Tuesday before the match.", "Tuesday=[2024-10-22, 2024-10-22]"},
                    });
}

TEST_CASE("what stands with the second of two belongs to the first, too") {
  check_dates(
      "en",
      {
          {"They sit Monday and Wednesday next week.", "Monday=2024-10-28 | Wednesday next week=2024-10-30"},
          {"They sat Monday and rest next week.", "Monday=2024-10-21 | next week=2024-W44"},
          {"Sales fell in Q1 and Q2 of 2019.", "Q1=2019-Q1 | Q2 of 2019=2019-Q2"},
          {"Sales fell between Q4 and Q1 of 2019.", "Q4=2018-Q4 | Q1 of 2019=2019-Q1"},
          {"They meet every second Tuesday.", "every second Tuesday=XXXX-WXX-2"},
          {"It blinks every second. Tuesday it broke.", "every second=PT1S | Tuesday=2024-10-22"},
          {"It rang on the morning of the 5th.", "the morning of the 5th=2024-10-05TMO"},
          {"It rang on the morning of the 5th race.", "the morning=TMO"},
          {"They marched at sixteen hundred hours.", "sixteen hundred hours=T16:00"},
          {"It took sixteen hundred hours.", "sixteen hundred hours=PT1600H"},
          {"Come at 2ish.", "2ish=T02"},
          {"It was built in the noughties.", "the noughties=200"},
      });
}

TEST_CASE("what is to be done within a time has bounds, and what was done has none") {
  check_date_bounds("en",
                    {
                        {"It will be built within nine months.", "nine months=[2024-10-25, 2025-07-24]"},
                        {"It was built within nine months.", "nine months=[, ]"},
                        {"It will take nine months.", "nine months=[, ]"},
                    });
}

TEST_CASE("what is counted takes the day or year that stands behind it, a direction may end a phrase") {
  check_dates("en", {
                        {"It was built in 1832. About 170 years later, in 1996, it fell.",
                         "1832=1832 | About 170 years later=1996 | 1996=1996"},
                        {"It was built in 1832. Ten years later, in May 1843, it fell.",
                         "1832=1832 | Ten years later=1842 | May 1843=1843-05"},
                        {"The edict of the 12th of October last was read.", "the 12th of October=2024-10-12"},
                        {"The edict of Friday last.", "Friday last=2024-10-18"},
                        {"They met on Monday next, it seems.", "Monday next=2024-10-28"},
                        {"They were Friday last in line.", "Friday=2024-10-25"},
                    });
}

TEST_CASE("working days are those of no weekend") {
  check_dates("en", {
                        {"They will answer on the next business day.", "the next business day=2024-10-28"},
                        {"Three working days later they answered.", "Three working days later=2024-10-30"},
                        {"They will answer in three business lines.", ""},
                    });
  check_date_bounds(
      "en", {{"It may rain in the next four business days.",
              "the next four business days=[2024-10-26, 2024-10-31]"},
             {"He left on 3 May 2023. In the previous three days it rained.",
              "3 May 2023=[2023-05-03, 2023-05-03] | the previous three days=[2023-04-30, 2023-05-02]"}});
  check_dates("fr", {{"Réponse le prochain jour ouvré.", "le prochain jour ouvré=2024-10-28"}});
  check_dates("de", {{"Er kommt am nächsten Werktag.", "nächsten Werktag=2024-10-28"}});
  check_dates("es", {{"Vendrá el próximo día hábil.", "el próximo día hábil=2024-10-28"}});
}

TEST_CASE("hours of what comes back, from one to another") {
  check_dates("en", {
                        {"Open every Thursday from 7 to 9 p.m.",
                         "every Thursday from 7 to 9 p.m.=XXXX-WXX-4T19/XXXX-WXX-4T21"},
                        {"Open from 7 to 9 p.m. every Thursday.",
                         "from 7 to 9 p.m. every Thursday=XXXX-WXX-4T19/XXXX-WXX-4T21"},
                        {"Open every day from 9 a.m. to 5 p.m.",
                         "every day from 9 a.m. to 5 p.m.=XXXX-XX-XXT09/XXXX-XX-XXT17"},
                        {"They meet every Monday from May to June.",
                         "every Monday=XXXX-WXX-1 | May=2024-05 | June=2024-06"},
                        {"Open daily 08:00-20:00.", "daily=P1D | 08:00-20:00=T08:00/T20:00"},
                    });
  check_dates("fr", {{"Ouvert tous les mardis et jeudis de 19h à 21h.",
                      "tous les mardis=XXXX-WXX-2 | jeudis de 19h à 21h=XXXX-WXX-4T19/XXXX-WXX-4T21"},
                     {"Cours à 16 heures chaque lundi.", "16 heures chaque lundi=XXXX-WXX-1T16"},
                     {"Il dort 6 heures chaque lundi.", "6 heures=PT6H | chaque lundi=XXXX-WXX-1"}});
  check_dates("de", {{"Offen jeden Donnerstag von 19 bis 21 Uhr.",
                      "jeden Donnerstag von 19 bis 21 Uhr=XXXX-WXX-4T19/XXXX-WXX-4T21"}});
  check_dates("es", {{"Abierto todos los jueves de 19 a 21 horas.",
                      "todos los jueves de 19 a 21 horas=XXXX-WXX-4T19/XXXX-WXX-4T21"}});
}

TEST_CASE("days take the month and the date that stand behind them") {
  check_dates("en", {
                        {"It runs from the 4th to the 23rd of next month.",
                         "the 4th=2024-11-04 | the 23rd of next month=2024-11-23"},
                        {"It rained on Friday (11 October).", "Friday=2024-10-11 | 11 October=2024-10-11"},
                        {"It rained on Friday (as in October).", "Friday=2024-10-25 | October=2024-10"},
                        {"They meet on the first Monday evening of May 2025.",
                         "the first Monday evening of May 2025=2025-05-05TEV"},
                        {"It comes nextweek.", "nextweek=2024-W44"},
                    });
  check_dates("fr",
              {
                  {"Fermé du 4 au 23 du mois prochain.", "4 au 23 du mois prochain=2024-11-04/2024-11-23"},
                  {"Fermé entre le 4 et le 8.", "le 4 et le 8=2024-10-04/2024-10-08"},
                  {"DE 9H A 18H", "DE 9H A 18H=T09/T18"},
              });
}

TEST_CASE("a year behind a month, or behind in and since, is none of the people who come next") {
  check_dates("en", {
                        {"In March 2021 protesters blocked the gates.", "March 2021=2021-03"},
                        {"On 5 March 2021 workers walked out.", "5 March 2021=2021-03-05"},
                        {"In 2021 workers walked out.", "2021=2021"},
                        {"Since 2019 protesters have been jailed.", "2019=2019"},
                        {"In 2000 cases nothing was found.", ""},
                        {"In May 1500 workers walked out.", "May=2024-05"},
                        {"The flood killed 2002 people.", ""},
                    });
}
