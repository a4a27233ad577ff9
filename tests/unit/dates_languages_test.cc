// Classes of expressions that each language shapes its own way: parts of the day, hours, weekdays with their
// numbers, units made of others.
#include "dates_cases.h"

using namespace presscut;

TEST_CASE("parts of the day with what is said of them, alone and behind a day") {
  check_dates("fr", {
                        {"Dans la soirée, la pluie a cessé.", "la soirée=TEV"},
                        {"Il viendra lundi en fin d'après-midi.", "lundi en fin d'après-midi=2024-10-28TAF"},
                        {"En début de matinée, tout dormait.", "En début de matinée=TMO"},
                        {"Il se lève tôt le matin.", "tôt le matin=TMO"},
                        {"Dans la ruelle, la pluie a cessé.", ""},
                    });
  check_dates("de", {
                        {"Am späten Abend fiel Schnee.", "späten Abend=TEV"},
                        {"Gegen Abend fiel Schnee.", "Abend=TEV"},
                        {"Zur Mittagszeit schlief er.", "Mittagszeit=TMI"},
                        {"Am späten Werk fiel er auf.", ""},
                    });
  check_dates("es", {
                        {"Salieron de madrugada.", "de madrugada=TMO"},
                        {"Anoche llovió.", "Anoche=2024-10-24TNI"},
                        {"Anteanoche llovió.", "Anteanoche=2024-10-23TNI"},
                    });
  check_dates("en", {{"They rose early in the morning.", "early in the morning=TMO"},
                     {"They rose early in the village.", ""}});
}

TEST_CASE("hours behind a part of the day, at midnight, and with their minutes") {
  check_dates("en",
              {
                  {"The bells ring in the morning at seven.", "the morning at seven=T07"},
                  {"The bells ring in the evening at 8.", "the evening at 8=T20"},
                  {"The bells ring in the morning, seven in all.", "the morning=TMO"},
                  {"It rang thirty-six minutes past eight.", "thirty-six minutes past eight=T08:36"},
                  {"It burned for three quarters of an hour.", "three quarters of an hour=PT0.75H"},
                  {"He came a quarter of an hour later.", "a quarter of an hour later=2024-10-25T10:15"},
                  {"They won three quarters of the seats.", ""},
              });
  check_dates("fr",
              {
                  {"Il est huit heures dix.", "huit heures dix=T08:10"},
                  {"Il a dormi huit heures en tout.", "huit heures=PT8H"},
                  {"Fermé dès 9h le 13 décembre 2018.", "9h le 13 décembre 2018=2018-12-13T09"},
                  {"Un quart d'heure plus tard, il dormait.", "Un quart d'heure plus tard=2024-10-25T10:15"},
              });
  check_dates("de", {
                        {"Um 12 Uhr nachts schlief er.", "12 Uhr nachts=T24:00"},
                        {"Um 9 Uhr nachts schlief er.", "9 Uhr nachts=T21"},
                        {"Er kam um dreiviertel acht, sie um Viertel nach acht.",
                         "dreiviertel acht=T07:45 | Viertel nach acht=2024-10-25T08:15"},
                        {"Er wartete eine Viertelstunde.", "eine Viertelstunde=PT15M"},
                    });
  check_dates("es", {
                        {"Anoche a las 8 llovió.", "Anoche a las 8=2024-10-24T20"},
                        {"Son las siete y media.", "siete y media=T07:30"},
                        {"Son las siete hermanas de Juan.", ""},
                    });
}

TEST_CASE("weekdays and days by their bare numbers where a language says them so") {
  check_dates("fr", {
                        {"Le spectacle est mardi 22 à 19h.", "mardi 22 à 19h=2024-10-22T19"},
                        {"Fermé du 13 au 18.", "13 au 18=2024-10-13/2024-10-18"},
                        {"Il a lu du 13 au 18 chapitre.", ""},
                        {"Ouvert tous les lundis.", "tous les lundis=XXXX-WXX-1"},
                        {"La veille de Noël, il neigeait.", "La veille de Noël=2024-12-24"},
                        {"La veille de sa mort, il neigeait.", "La veille=2024-10-24"},
                        {"Ce mois-ci, il neige.", "Ce mois-ci=2024-10"},
                    });
  check_dates("es", {
                        {"Cerrado el día 16.", "el día 16=2024-10-16"},
                        {"El martes 22 llovió, el martes 22 de enero no.",
                         "martes=2024-10-22 | martes 22 de enero=2019-01-22"},
                        {"Llovió en la semana 27 del año pasado.", "semana 27 del año pasado=2023-W27"},
                    });
  check_dates("de", {{"Am Wochenende regnete es.", "Wochenende=2024-W42-WE"}, {"Am Ende regnete es.", ""}});
  check_dates("en",
              {
                  {"Filed Sep-23-2020 by the clerk.", "Sep-23-2020=2020-09-23"},
                  {"From 10/1/2018-10/7/2018 it was shut.", "10/1/2018-10/7/2018=2018-10-01/2018-10-07"},
              });
}

TEST_CASE(
    "French: hours with their minutes, weeks with their weekday, hours of a list, durations before a day") {
  check_dates(
      "fr", {
                {"Le conseil siégera la semaine prochaine mardi.", "la semaine prochaine mardi=2024-10-29"},
                {"Le conseil siégera mercredi soir la semaine prochaine.",
                 "mercredi soir la semaine prochaine=2024-10-30TEV"},
                {"Il est huit heures 20 minutes du soir.", "huit heures 20 minutes du soir=T20:20"},
                {"Il a dormi huit heures vingt minutes.", "huit heures vingt minutes=PT8H20M"},
                {"Rendez-vous à sept heures moins vingt minutes.", "sept heures moins vingt minutes=T06:40"},
                {"Dix heures mercredi matin, au port.", "Dix heures mercredi matin=2024-10-23T10"},
                {"Il a marché dix heures lundi.", "dix heures=PT10H | lundi=2024-10-21"},
                {"Trouvons une heure le mardi.", "une heure=PT1H | mardi=2024-10-22"},
                {"Visites à 9h ou 13h.", "9h=T09 | 13h=2024-10-25T13"},
                {"Il partira à environ 13h demain.", "13h demain=2024-10-26T13"},
                {"Le trajet dure environ 2h.", "environ 2h=PT2H"},
            });
}

TEST_CASE("French: days by their number with the month or the hours behind, colloquial spellings") {
  check_dates("fr", {
                        {"Ouvert le 17 de 14h à 16h.", "le 17 de 14h à 16h=2024-10-17T14/2024-10-17T16"},
                        {"Ouvert le 21 ce mois-ci.", "le 21 ce mois-ci=2024-10-21"},
                        {"Rendez-vous le 22 fév. à 3:30.", "le 22 fév. à 3:30=2024-02-22T03:30"},
                        {"Il ya deux jours, il neigeait.", "Il ya deux jours=2024-10-23"},
                        {"Le reste du mois sera sec.", "Le reste du mois=2024-10"},
                        {"Le reste du groupe est parti.", ""},
                        {"Il pleuvra tôt ce soir.", "tôt ce soir=2024-10-25TEV"},
                        {"Une heure et demie est assez.", "Une heure et demie=PT1.5H"},
                    });
}

TEST_CASE("German: decades, dawn and times long past") {
  check_dates("de", {
                        {"In den 90ern schneite es.", "den 90ern=199"},
                        {"Vor langer Zeit schneite es.", "Vor langer Zeit=PAST_REF"},
                        {"Heuer schneite es.", "Heuer=2024"},
                        {"Im Morgengrauen schneite es.", "Im Morgengrauen=TMO"},
                        {"Der Wald war grau.", ""},
                    });
}

TEST_CASE("French: hours with their letter apart, halves of hours and months, dawn, what has lately been") {
  check_dates("fr", {
                        {"Le vendredi 13 novembre 2015, vers 21 h 20.",
                         "vendredi 13 novembre 2015, vers 21 h 20=2015-11-13T21:20"},
                        {"Ouvert de 9 h à 12 h.", "de 9 h à 12 h=T09/T12"},
                        {"Il a marché 2 h 20.", "2 h=PT2H"},
                        {"Rendez-vous à 7 heures et demie du matin.", "7 heures et demie du matin=T07:30"},
                        {"Il est parti à minuit trente.", "minuit trente=T00:30"},
                        {"Un mois et demi plus tard, il partit.", "Un mois et demi plus tard=2024-12-10"},
                        {"L'été dernier, il neigeait.", "L'été dernier=2024-SU"},
                        {"Il a été dernier.", ""},
                        {"À l'aube, jeudi, il neigeait.", "À l'aube, jeudi=2024-10-24TMO"},
                        {"Ces dernières semaines, il a neigé.", "Ces dernières semaines=PXW"},
                        {"Au cours des trois derniers mois, il a neigé.", "trois derniers mois=P3M"},
                        {"Il y a longtemps, il neigeait.", "Il y a longtemps=PAST_REF"},
                    });
}

TEST_CASE("Spanish: decades in words, days by their direction") {
  check_dates("es", {
                        {"A principios de los años noventa nevó.", "A principios de los años noventa=199"},
                        {"El pasado 3 de mayo nevó.", "El pasado 3 de mayo=2024-05-03"},
                        {"El próximo 3 de mayo nevará.", "El próximo 3 de mayo=2025-05-03"},
                        {"Los próximos 3 de la lista cantan.", ""},
                        {"La víspera nevó.", "La víspera=2024-10-24"},
                        {"Hoy en día nieva poco.", "Hoy en día=PRESENT_REF"},
                    });
}

TEST_CASE("halves, adjectives of time and ages beside what lasts") {
  check_dates("de", {
                        {"Er kam vor einem halben Jahr.", "vor einem halben Jahr=2024-04"},
                        {"Vor einem halben Jahrhundert stand sie noch.", "Vor einem halben Jahrhundert=1974"},
                        {"Ein Vierteljahrhundert lang.", "Ein Vierteljahrhundert=P25Y"},
                        {"Nach einer halben Ewigkeit.", ""},
                        {"Er starb 1990; im Jahr darauf fiel sie.", "1990=1990 | Jahr darauf=1991"},
                        {"Sie kommt dreimal im Jahr.", "dreimal im Jahr=P1Y"},
                        {"Ein 14-tägiger Streik.", "14-tägiger=P14D"},
                        {"Der 14-jährige Junge.", ""},
                    });
  check_dates("fr", {
                        {"Une femme de 35 ans a été blessée.", ""},
                        {"Une peine de 35 ans.", "35 ans=P35Y"},
                        {"Il a régné un quart de siècle.", "un quart de siècle=P25Y"},
                    });
  check_dates("es", {
                        {"Una niña de tres meses.", ""},
                        {"Una condena de tres meses.", "tres meses=P3M"},
                        {"En la década de los ochenta.", "la década de los ochenta=198"},
                        {"En la década del 60.", "la década del 60=196"},
                        {"La década de los partidos.", ""},
                    });
}

TEST_CASE("days of a list or range that name their weekdays are of the month that stands last") {
  check_dates("fr", {
                        {"La route fermera du lundi 4 au mercredi 6 novembre.",
                         "lundi 4 au mercredi 6 novembre=2024-11-04/2024-11-06"},
                        {"La route fermera du 4 au mercredi 6 novembre.",
                         "4 au mercredi 6 novembre=2024-11-04/2024-11-06"},
                        {"Le marché ouvrira samedi 9 et dimanche 10 novembre.",
                         "samedi 9=2024-11-09 | dimanche 10 novembre=2024-11-10"},
                        {"Le marché ouvrira samedi 9, dimanche 10 et lundi 11 novembre.",
                         "samedi 9=2024-11-09 | dimanche 10=2024-11-10 | lundi 11 novembre=2024-11-11"},
                        {"Lundi, 4 marchands du village ont fermé.", "Lundi=2024-10-21"},
                    });
  check_dates("es", {{"Cerrarán del lunes 4 al miércoles 6 de noviembre.",
                      "lunes 4 al miércoles 6 de noviembre=2024-11-04/2024-11-06"}});
}

TEST_CASE("a week or two behind the coming weekday, halves of a month, days by their noun") {
  check_dates("fr",
              {
                  {"Le conseil se réunira mardi en huit.", "mardi en huit=2024-11-05"},
                  {"Le conseil se réunira mardi en quinze.", "mardi en quinze=2024-11-12"},
                  {"Il a répondu mardi en huit points.", "mardi=2024-10-22"},
                  {"La récolte aura lieu dans la première quinzaine de novembre.",
                   "la première quinzaine de novembre=2024-11"},
                  {"La première quinzaine des élèves est arrivée.", ""},
                  {"Le vent s'est levé dans la journée de mercredi.", "la journée de mercredi=2024-10-23"},
                  {"Il a rêvé de la journée de travail.", ""},
                  {"En ce mois de mai 2023, il pleuvait.", "ce mois de mai 2023=2023-05"},
              });
  check_dates("de", {{"Der Rat tagt am Dienstag in acht Tagen.", "Dienstag in acht Tagen=2024-11-05"},
                     {"Er antwortete am Dienstag in acht Punkten.", "Dienstag=2024-10-22"}});
}

TEST_CASE("hours that no word asks for, beside what lasts so long") {
  check_dates("fr", {
                        {"Samedi 20h, salle des fêtes.", "Samedi 20h=2024-10-19T20"},
                        {"18h : ouverture des portes.", "18h=T18"},
                        {"Le musée ouvre 9h-18h.", "9h-18h=T09/T18"},
                        {"Visites (14-18h).", "14-18h=T14/T18"},
                        {"Jeudi matin à partir de 9h30.", "Jeudi matin à partir de 9h30=2024-10-31T09:30"},
                        {"Après 12h de marche, il dormit.", "12h=PT12H"},
                        {"Il fait une pause de 2h.", "2h=PT2H"},
                        {"Le 17 de 14 à 16.", "Le 17 de 14 à 16=2024-10-17T14/2024-10-17T16"},
                        {"Minuit deux.", "Minuit deux=T00:02"},
                    });
  check_dates("en", {{"Updated 05/31/2024.14:15", "05/31/2024.14:15=2024-05-31T14:15"},
                     {"The code is 3am3x7.", ""},
                     {"Come on 12/23 before 5pm.", "12/23 before 5pm=2024-12-23T17"}});
}

TEST_CASE("a plural article alone is no amount, a noun may stand before the number of its quarter") {
  check_dates("fr", {
                        {"Il attend depuis des heures.", "des heures=PTXH"},
                        {"Des années plus tard, il rit.", "Des années plus tard=FUTURE_REF"},
                        {"Il fait des heures supplémentaires.", ""},
                        {"Les ventes du trimestre 3 2019 ont baissé.", "trimestre 3 2019=2019-Q3"},
                        {"Les ventes du 2019-trimestre1.", "2019-trimestre1=2019-Q1"},
                        {"Le trimestre 3 fois plus court.", ""},
                        {"N'importe quel jour convient.", "N'importe quel jour=P1D"},
                        {"Nous reviendrons lundi.", "lundi=2024-10-28"},
                    });
  check_dates("en", {{"Sales of quarter 3 of 2019 fell.", "quarter 3 of 2019=2019-Q3"},
                     {"A quarter 3 miles wide.", ""}});
}

TEST_CASE("parts of a day behind it, weeks from the same weekday, ranges in words") {
  check_dates("fr",
              {
                  {"Il est venu mardi en fin de journée.", "mardi en fin de journée=2024-10-22"},
                  {"Il est venu mardi en fin de semaine.", "mardi=2024-10-22 | en fin de semaine=2024-W43"},
                  {"Au début de l'après-midi, il dormait.", "Au début de l'après-midi=TAF"},
                  {"Le programme de l'après-midi est long.", ""},
                  {"Le conseil se réunira vendredi en huit.", "vendredi en huit=2024-11-01"},
                  {"Il sera fermé du 1er au dix novembre.", "1er au dix novembre=2024-11-01/2024-11-10"},
                  {"Il a neigé un an plus tard que prévu.", "un an=P1Y"},
              });
}

TEST_CASE("one day in so many, weeks of a feast, weekends by both of their days") {
  check_dates("fr",
              {
                  {"Il vient un mardi sur deux.", "un mardi sur deux=XXXX-WXX-2"},
                  {"Il pleut un jour sur trois, ici.", "un jour sur trois=P3D"},
                  {"Il a marché un jour sur deux ponts.", "un jour=P1D"},
                  {"La semaine de Noël, il a neigé.", "La semaine de Noël=2023-W52"},
                  {"La semaine de la Toussaint, il neige.", "La semaine de la Toussaint=2024-W44"},
                  {"La semaine de la rentrée, il a neigé.", ""},
                  {"La semaine de 35 heures a vécu.", "35 heures=PT35H"},
                  {"Il a plu le week-end des 5 et 6 octobre.", "le week-end des 5 et 6 octobre=2024-W40-WE"},
                  {"Il a plu le week-end du 5 et le 9 octobre.",
                   "le week-end du 5=2024-W40-WE | le 9 octobre=2024-10-09"},
              });
  check_dates(
      "en", {
                {"He comes one Tuesday in two.", "one Tuesday in two=XXXX-WXX-2"},
                {"One day in three was wet.", "One day in three=P3D"},
                {"It cost one year in 2020.", "one year=P1Y | 2020=2020"},
                {"Christmas week 2019 was wet.", "Christmas week 2019=2019-W52"},
                {"The weekend of October 5 and 6, it rained.", "The weekend of October 5 and 6=2024-W40-WE"},
                {"The weekend of 5-6 October was wet.", "The weekend of 5-6 October=2024-W40-WE"},
            });
  check_dates("es", {
                        {"Viene un martes de cada dos.", "un martes de cada dos=XXXX-WXX-2"},
                        {"Llovió el fin de semana del 5 y 6 de octubre.",
                         "el fin de semana del 5 y 6 de octubre=2024-W40-WE"},
                    });
  check_dates(
      "de",
      {
          {"In der Woche von Weihnachten 2019 schneite es.", "der Woche von Weihnachten 2019=2019-W52"},
          {"Am Wochenende des 5. und 6. Oktober regnete es.", "Wochenende des 5. und 6. Oktober=2024-W40-WE"},
          {"Am Wochenende des Sieges regnete es.", ""},
      });
}

TEST_CASE("days whose weekday, month or year stands behind them, hours with minutes in words") {
  check_dates(
      "fr",
      {
          {"Le salaire est venu le 22 mardi.", "le 22 mardi=2024-10-22"},
          {"Il est venu le 22, mardi.", "le 22, mardi=2024-10-22"},
          {"Il est venu le 22, mardi et jeudi.", "le 22=2024-10-22 | mardi=2024-10-22 | jeudi=2024-10-24"},
          {"Fermé depuis le 6 du mois de mai.", "le 6 du mois de mai=2024-05-06"},
          {"C'est 8 h et vingt minutes dans la soirée.", "8 h et vingt minutes dans la soirée=T20:20"},
          {"Il a dormi 8 h et vingt minutes.", "8 h et vingt minutes=PT8H20M"},
          {"Semaine 10, 20h.", "Semaine 10=2024-W10 | 20h=T20"},
          {"La veille de Noël à 18 h, il neigeait.", "La veille de Noël à 18 h=2024-12-24T18"},
          {"Il en a compté 13 la semaine dernière.", "la semaine dernière=2024-W42"},
      });
  check_dates("es", {{"Vino el día 22, martes.", "el día 22, martes=2024-10-22"},
                     {"Cerrado desde el 6 del mes de mayo.", "el 6 del mes de mayo=2024-05-06"}});
  check_dates("de",
              {{"Geschlossen vom 01.05. bis 07.05., 2020.", "01.05.=2020-05-01 | 07.05., 2020=2020-05-07"}});
  check_dates("en",
              {
                  {"It was shut on the 6th of the month of May.", "the 6th of the month of May=2024-05-06"},
                  {"It was shut from 5/13, 2020.", "5/13, 2020=2020-05-13"},
                  {"She is out from 4-23 next month.", "4-23 next month=2024-11-04/2024-11-23"},
                  {"They won 4-23 last month.", "last month=2024-09"},
                  {"It was shut on Oct/2.", "Oct/2=2024-10-02"},
                  {"It was shut on 2020/23/Sep.", "2020/23/Sep=2020-09-23"},
              });
}

TEST_CASE("halves of a month in one word, the days of a month that is named as one") {
  check_dates("de", {
                        {"Es schneite in der zweiten Maihälfte 2020.", "der zweiten Maihälfte 2020=2020-05"},
                        {"Es schneite in der ersten Monatshälfte.", "der ersten Monatshälfte=2024-10"},
                        {"Es schneite auf der ersten Platzhälfte.", ""},
                        {"Es schneite am 6. des Monats Mai.", "6. des Monats Mai=2024-05-06"},
                    });
}
