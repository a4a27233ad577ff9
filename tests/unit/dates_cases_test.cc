// What is found, and what is left alone.
#include "dates_cases.h"

using namespace presscut;

TEST_CASE("dates found in English: absolute days") {
  check_dates(
      "en", {
                {"The treaty was signed on 14 August 1986.", "14 August 1986=1986-08-14"},
                {"The treaty was signed on August 14, 1986.", "August 14, 1986=1986-08-14"},
                {"The treaty was signed on the 14th of August, 1986.", "the 14th of August, 1986=1986-08-14"},
                {"The treaty was signed on Thursday, August 14th 1986, at dawn.",
                 "Thursday, August 14th 1986, at dawn=1986-08-14TMO"},
                {"Updated 1986-08-14T07:30.", "1986-08-14T07:30=1986-08-14T07:30"},
                {"Filed 14-Aug-1986 and 14.08.1986.", "14-Aug-1986=1986-08-14 | 14.08.1986=1986-08-14"},
                {"Paid on Aug. 14, 1986.", "Aug. 14, 1986=1986-08-14"},
                {"THE STRIKE BEGAN ON AUGUST 14, 1986.", "AUGUST 14, 1986=1986-08-14"},
                {"It ended in August 1986.", "August 1986=1986-08"},
                {"The tower fell in 1342 and was rebuilt by 1360.", "1342=1342 | 1360=1360"},
                {"A cup from 594 BC and one from AD 88.", "594 BC=BC0594"},
                {"The bishop died in December of 384.", "December of 384=0384-12"},
                {"She was born c. 1871.", "1871=1871"},
            });
}

TEST_CASE("dates found in English: partial") {
  check_dates("en", {
                        {"On October 16 the council met.", "October 16=2024-10-16"},
                        {"In March, he resigned.", "March=2024-03"},
                        {"In July the bridge will open.", "July=2025-07"},
                        {"It closed on the 15th.", "the 15th=2024-10-15"},
                    });
}

TEST_CASE("dates found in English: relative") {
  check_dates(
      "en",
      {
          {"The strike began yesterday and ends tomorrow.", "yesterday=2024-10-24 | tomorrow=2024-10-26"},
          {"They met last Tuesday.", "last Tuesday=2024-10-22"},
          {"They will meet next Tuesday.", "next Tuesday=2024-10-29"},
          {"She resigned two weeks ago.", "two weeks ago=2024-W41"},
          {"He left three days earlier.", "three days earlier=2024-10-22"},
          {"Sales fell last month.", "last month=2024-09"},
          {"Sales will rise next year.", "next year=2025"},
          {"The museum opens this weekend.", "this weekend=2024-W43-WE"},
          {"He spoke earlier this week.", "earlier this week=2024-W43"},
          {"They voted late last year.", "late last year=2023"},
          {"The day before yesterday it rained.", "The day before yesterday=2024-10-23"},
          {"The ferry sank on 3 May 2019. Two days later, divers found it.",
           "3 May 2019=2019-05-03 | Two days later=2019-05-05"},
          {"The ferry sank on 3 May 2019. The following day, divers found it.",
           "3 May 2019=2019-05-03 | The following day=2019-05-04"},
          {"In 2009 the mine closed. Five years later it reopened.", "2009=2009 | Five years later=2014"},
          {"She was fined a year ago.", "a year ago=2023"},
          {"They leave in the coming weeks.", "the coming weeks=PXW"},
          {"The mayor will retire within three years.", "three years=P3Y"},
          {"Talks resume a week from Monday.", "a week from Monday=2024-11-04"},
          {"It happened three days after Christmas 2020.", "three days after Christmas 2020=2020-12-28"},
          {"The report is due later this month.", "later this month=2024-10"},
          {"This summer was dry.", "This summer=2024-SU"},
      });
}

TEST_CASE("dates found in English: ranges") {
  check_dates("en",
              {
                  {"The fair ran Oct. 7-9, 2019.", "Oct. 7-9, 2019=2019-10-07/2019-10-09"},
                  {"The fair ran 7-9 October 2019.", "7-9 October 2019=2019-10-07/2019-10-09"},
                  {"The 2018-19 season was short.", "2018-19=2018/2019"},
                  {"He ruled from 1952 to 1968.", "1952=1952 | 1968=1968"},
                  {"Between March and June 2015 nothing moved.", "March=2015-03 | June 2015=2015-06"},
                  {"She worked there from late 2022 to early 2023.", "late 2022=2022 | early 2023=2023"},
              });
}

TEST_CASE("dates found in English: parts, decades, centuries, quarters") {
  check_dates("en", {
                        {"In early 2020 the border closed.", "early 2020=2020"},
                        {"By mid-September the harvest was in.", "mid-September=2024-09"},
                        {"At the end of 2019 she left.", "the end of 2019=2019"},
                        {"Since the late 1980s the lake has shrunk.", "the late 1980s=198"},
                        {"In the 1990s and 2000s the town grew.", "the 1990s=199 | 2000s=200"},
                        {"In the '60s the town grew.", "the '60s=196"},
                        {"In the mid-nineties the town grew.", "the mid-nineties=199"},
                        {"Painters of the 17th century came here.", "the 17th century=16"},
                        {"Profit rose in the third quarter of 2013.", "the third quarter of 2013=2013-Q3"},
                        {"Profit rose in Q3 2013 and in 4Q 2013.", "Q3 2013=2013-Q3 | 4Q 2013=2013-Q4"},
                        {"In the first half of 2021 it fell.", "the first half of 2021=2021-H1"},
                        {"The first week of October was cold.", "The first week of October=2024-W40"},
                        {"The last Monday in May is a holiday.", "The last Monday in May=2024-05-27"},
                    });
}

TEST_CASE("dates found in English: seasons, fiscal years, feasts") {
  check_dates("en", {
                        {"In the winter of 2012 pipes froze.", "the winter of 2012=2012-WI"},
                        {"In spring 2021 it flooded.", "spring 2021=2021-SP"},
                        {"Losses of fiscal 2013 were small.", "fiscal 2013=2013"},
                        {"The shop closes on Christmas Day.", "Christmas Day=2024-12-25"},
                        {"On Easter Monday 2021 the park opened.", "Easter Monday 2021=2021-04-05"},
                        {"Ramadan 2024 began early.", "Ramadan 2024=2024-03-11/2024-04-09"},
                        {"They marched on the Fourth of July.", "Fourth of July=2024-07-04"},
                        {"He wrote it after 9/11.", "9/11=2001-09-11"},
                    });
}

TEST_CASE("dates found in English: times") {
  check_dates("en", {
                        {"The train left at 7:45 p.m. on Tuesday.", "7:45 p.m. on Tuesday=2024-10-22T19:45"},
                        {"The train left at 19:45.", "19:45=T19:45"},
                        {"The train left at half past seven.", "half past seven=T07:30"},
                        {"At noon on Friday the bells rang.", "noon on Friday=2024-10-25T12:00"},
                        {"The raid came on Thursday night.", "Thursday night=2024-10-24TNI"},
                        {"They met this morning.", "this morning=2024-10-25TMO"},
                        {"He called around 3 a.m. yesterday.", "3 a.m. yesterday=2024-10-24T03"},
                        {"It opens from 10 a.m. to 4 p.m. on Sunday.",
                         "from 10 a.m. to 4 p.m. on Sunday=2024-10-20T10/2024-10-20T16"},
                        {"At 9:30 p.m. EST the polls closed.", "9:30 p.m. EST=T21:30"},
                        {"At quarter to five the rain stopped.", "quarter to five=T04:45"},
                    });
}

TEST_CASE("dates found in English: durations") {
  check_dates("en", {
                        {"The siege lasted three years.", "three years=P3Y"},
                        {"The siege lasted two and a half weeks.", "two and a half weeks=P2.5W"},
                        {"They marched for several hours.", "several hours=PTXH"},
                        {"It took more than a decade.", "more than a decade=P1DE"},
                        {"A two-year ban followed.", "two-year=P2Y"},
                        {"She waited half an hour.", "half an hour=PT0.5H"},
                        {"A three-day strike began.", "three-day=P3D"},
                        {"He sat for 1 hour and 30 minutes.", "1 hour and 30 minutes=PT1H30M"},
                        {"Over the past three years rents doubled.", "the past three years=P3Y"},
                        {"During the last few months rents doubled.", "the last few months=PXM"},
                        {"It has stood for centuries.", "centuries=PXCE"},
                        {"It took 2.5 hours.", "2.5 hours=PT2.5H"},
                    });
}

TEST_CASE("dates found in English: sets") {
  check_dates("en", {
                        {"They meet every Friday.", "every Friday=XXXX-WXX-5"},
                        {"They meet twice a week.", "twice a week=P1W"},
                        {"The paper appears daily.", "daily=P1D"},
                        {"An annual fair is held.", "annual=P1Y"},
                        {"He is paid every two weeks.", "every two weeks=P2W"},
                        {"They meet every other day.", "every other day=P2D"},
                        {"On Mondays the museum is shut.", "Mondays=XXXX-WXX-1"},
                        {"The bus runs three times per day.", "three times per day=P1D"},
                    });
}

TEST_CASE("dates found in English: vague") {
  check_dates("en", {
                        {"The minister is currently abroad.", "currently=PRESENT_REF"},
                        {"He recently resigned.", "recently=PAST_REF"},
                        {"The law is now in force.", "now=PRESENT_REF"},
                        {"In recent years rents doubled.", "recent years=PAST_REF"},
                        {"They will act in the near future.", "the near future=FUTURE_REF"},
                        {"It was better in the past.", "the past=PAST_REF"},
                        {"Several years ago it burned.", "Several years ago=PAST_REF"},
                        {"The mill is still in use today.", "today=PRESENT_REF"},
                    });
}

TEST_CASE("dates found in English: scraped") {
  check_dates("en",
              {
                  {"He left on October 7thwe heard.", "October 7th=2024-10-07"},
                  {"He left on October 1sà, we heard.", "October 1=2024-10-01"},
                  {"Opened 3 JuneThe crowd cheered.", "3 June=2024-06-03"},
                  {"She moved onTuesday.", "Tuesday=2024-10-22"},
                  {"birthday:2020-07-08", "2020-07-08=2020-07-08"},
                  {"On Octpner 21, 2019 it closed.", "Octpner 21, 2019=2019-10-21"},
                  {"Posted Sept 9,2019 by the editor.", "Sept 9,2019=2019-09-09"},
                  {"Posted on 03/25/2019 at 9:15am", "03/25/2019 at 9:15am=2019-03-25T09:15"},
                  {"Fri, 25 Oct 2019 10:00:00 GMT", "Fri, 25 Oct 2019 10:00:00 GMT=2019-10-25T10:00:00"},
              });
}

TEST_CASE("dates found in English: habits of news") {
  check_dates(
      "en",
      {
          {"A decade-long war and a weeklong strike ended.", "A decade-long=P1DE | weeklong=P1W"},
          {"It was the first strike in five years.", "five years=P5Y"},
          {"In the early hours of Sunday the fire spread.", "the early hours of Sunday=2024-10-20TMO"},
          {"Profit rose in the third quarter of 2012. For the quarter, sales rose 3%.",
           "the third quarter of 2012=2012-Q3 | the quarter=2012-Q3"},
          {"Chapels of the late 19th and early 20th centuries stand here.",
           "the late 19th=18 | early 20th centuries=19"},
          {"The truce, in place since Nov. 21, would hold.", "Nov. 21=2023-11-21"},
          {"Nov 18-Dec 19, 2015 was the season.", "Nov 18-Dec 19, 2015=2015-11-18/2015-12-19"},
          {"The shop opens every day at 7:13 p.m.", "every day at 7:13 p.m.=XXXX-XX-XXT19:13"},
          {"Half a century later nothing had changed.", "Half a century later=2074"},
          {"Diwali 2019 and Holi 2018 drew crowds.", "Diwali 2019=2019-10-27 | Holi 2018=2018-03-02"},
          {"They came on 11/20, 11/22 or 11/25.", "11/20=2024-11-20 | 11/22=2024-11-22 | 11/25=2024-11-25"},
          {"They met this afternoon at 3.", "this afternoon at 3=2024-10-25T15"},
          {"The last weekend of October 2017 was cold.", "The last weekend of October 2017=2017-W43-WE"},
          {"The Thirty Years War and the Six-Day War are named so.", ""},
      });
}

TEST_CASE("dates what only looks like a date is left alone") {
  check_dates("en", {
                        {"Version 2.10.3 replaces 1.12.", ""},
                        {"They won 3-2 and then 21-19.", ""},
                        {"It costs 1,999 dollars or $2,015.", ""},
                        {"See pages 12-14 and pp. 1998-2004.", ""},
                        {"Some 2,002 people and 2002 voters came.", ""},
                        {"ISBN 978-3-16-148410-0 is out of print.", ""},
                        {"You may march in the sun for a second.", ""},
                        {"Unit 8200 and Room 2010 are shut.", ""},
                        {"May Johnson met August Wilson.", ""},
                        {"The Daily Planet reported it.", ""},
                        {"Flight 1815 was late.", ""},
                        {"He was 26 years old.", ""},
                        {"The 30-year-old driver fled.", ""},
                        {"31 June and 45 March are no days.", ""},
                        {"The odds are 1/2 and the rate is 3/4.", ""},
                        {"Resolution 1973 passed.", ""},
                        {"The law has 365 articles.", ""},
                        {"We had fun in Sun City.", ""},
                        {"The second man fell.", ""},
                        {"Route 1950 was dug up.", ""},
                        {"The spring broke and the fall hurt.", ""},
                        {"The ratio was 16:9 at most.", ""},
                        {"He ran a 1500 metres race.", ""},
                        {"The march was long.", ""},
                    });
}

TEST_CASE("dates found in Spanish, and left alone") {
  check_dates(
      "es",
      {
          {"La carta se firmó el 14 de agosto de 1986.", "el 14 de agosto de 1986=1986-08-14"},
          {"El martes pasado el ministro dimitió.", "martes pasado=2024-10-22"},
          {"La reunión será el próximo lunes.", "el próximo lunes=2024-10-28"},
          {"Hace dos semanas cerró la mina.", "Hace dos semanas=2024-W41"},
          {"La huelga empezó ayer y termina mañana.", "ayer=2024-10-24 | mañana=2024-10-26"},
          {"En marzo de 2015 nació su hija.", "marzo de 2015=2015-03"},
          {"La semana pasada llovió mucho.", "La semana pasada=2024-W42"},
          {"El año que viene abrirá el museo.", "El año que viene=2025"},
          {"A principios de 2020 cerró la frontera.", "A principios de 2020=2020"},
          {"A mediados de mayo volvieron las aves.", "A mediados de mayo=2024-05"},
          {"Los precios subieron en los últimos tres años.", "los últimos tres años=P3Y"},
          {"El tren sale a las cinco y media.", "cinco y media=T05:30"},
          {"El tren sale a las 17:45 del viernes.", "17:45 del viernes=2024-10-25T17:45"},
          {"El asedio duró tres años.", "tres años=P3Y"},
          {"Se reúnen cada viernes.", "cada viernes=XXXX-WXX-5"},
          {"Se reúnen dos veces por semana.", "dos veces por semana=P1W"},
          {"La torre es del siglo XVII.", "siglo XVII=16"},
          {"En los años 60 creció el pueblo.", "los años 60=196"},
          {"El segundo trimestre de 2019 fue malo.", "El segundo trimestre de 2019=2019-Q2"},
          {"En Nochebuena cierra la tienda.", "Nochebuena=2024-12-24"},
          {"Actualmente vive en Lugo.", "Actualmente=PRESENT_REF"},
          {"Publicado el 25/10/2019.", "25/10/2019=2019-10-25"},
          {"Dentro de tres días votan.", "tres días=2024-10-28"},
          {"El sábado por la noche hubo disturbios.", "sábado por la noche=2024-10-19TNI"},
          {"Murieron 2002 personas.", ""},
          {"La página 1998 falta.", ""},
          {"La ley 2015 no se aprobó.", ""},
          {"Murió a los 63 años en la madrugada de ayer.", "la madrugada de ayer=2024-10-24TMO"},
          {"A las 22.30 horas del sábado hubo una explosión.", "22.30 horas del sábado=2024-10-19T22:30"},
          {"Hace apenas unas semanas nadie lo esperaba.", "Hace apenas unas semanas=PAST_REF"},
          {"El año anterior fue peor.", "El año anterior=2023"},
          {"La feria es del 5 al 8 de abril.", "5 al 8 de abril=2024-04-05/2024-04-08"},
      });
}

TEST_CASE("dates found in German, and left alone") {
  check_dates("de",
              {
                  {"Der Vertrag wurde am 14. August 1986 unterzeichnet.", "14. August 1986=1986-08-14"},
                  {"Am vergangenen Dienstag trat der Minister zurück.", "vergangenen Dienstag=2024-10-22"},
                  {"Vor zwei Wochen schloss die Grube.", "Vor zwei Wochen=2024-W41"},
                  {"Der Streik begann gestern und endet morgen.", "gestern=2024-10-24 | morgen=2024-10-26"},
                  {"Im März 2015 kam ihre Tochter zur Welt.", "März 2015=2015-03"},
                  {"Letzte Woche regnete es viel.", "Letzte Woche=2024-W42"},
                  {"Nächstes Jahr wird das Museum öffnen.", "Nächstes Jahr=2025"},
                  {"Anfang 2020 schloss die Grenze.", "Anfang 2020=2020"},
                  {"Mitte Mai kehrten die Vögel zurück.", "Mitte Mai=2024-05"},
                  {"In den letzten drei Jahren stiegen die Mieten.", "den letzten drei Jahren=P3Y"},
                  {"Der Zug fährt um 17 Uhr 45.", "17 Uhr 45=T17:45"},
                  {"Der Zug fährt um halb sechs.", "halb sechs=T05:30"},
                  {"Die Belagerung dauerte drei Jahre.", "drei Jahre=P3Y"},
                  {"Sie treffen sich jeden Freitag.", "jeden Freitag=XXXX-WXX-5"},
                  {"Sie treffen sich zweimal pro Woche.", "zweimal pro Woche=P1W"},
                  {"Der Turm stammt aus dem 17. Jahrhundert.", "dem 17. Jahrhundert=16"},
                  {"In den 90er Jahren wuchs die Stadt.", "den 90er Jahren=199"},
                  {"Am Ende des Jahres ging sie.", "Ende des Jahres=2024"},
                  {"Das zweite Quartal 2019 war schlecht.", "Das zweite Quartal 2019=2019-Q2"},
                  {"An Heiligabend bleibt der Laden zu.", "Heiligabend=2024-12-24"},
                  {"Derzeit lebt er in Kiel.", "Derzeit=PRESENT_REF"},
                  {"Am Dienstagabend gab es Krawalle.", "Dienstagabend=2024-10-22TEV"},
                  {"Stand: 25.10.2019", "25.10.2019=2019-10-25"},
                  {"Am 15.2. wurde gewählt.", "15.2.=2024-02-15"},
                  {"Es starben 2002 Menschen.", ""},
                  {"Die Seite 1998 fehlt.", ""},
                  {"Das Spiel endete 3:2.", ""},
                  {"Fünf Prozent mehr als im Vorjahr.", "Vorjahr=2023"},
                  {"Er starb im Alter von 63 Jahren in Kiel.", ""},
                  {"Gegen 22.30 Uhr am Samstag knallte es.", "22.30 Uhr am Samstag=2024-10-19T22:30"},
                  {"Die Tagung ist vom 5. bis 8. April.", "5. bis 8. April=2024-04-05/2024-04-08"},
                  {"Heute vor 20 Jahren starb er.", "Heute=2024-10-25 | vor 20 Jahren=2004"},
              });
}

TEST_CASE("dates found in French, and left alone") {
  check_dates("fr", {
                        {"Le traité a été signé le 14 août 1986.", "le 14 août 1986=1986-08-14"},
                        {"Mardi dernier, le ministre a démissionné.", "Mardi dernier=2024-10-22"},
                        {"La réunion aura lieu lundi prochain.", "lundi prochain=2024-10-28"},
                        {"Il y a deux semaines, la mine a fermé.", "Il y a deux semaines=2024-W41"},
                        {"La grève a commencé hier et finit demain.", "hier=2024-10-24 | demain=2024-10-26"},
                        {"En mars 2015 naquit sa fille.", "mars 2015=2015-03"},
                        {"La semaine dernière, il a beaucoup plu.", "La semaine dernière=2024-W42"},
                        {"Le musée ouvrira l'année prochaine.", "l'année prochaine=2025"},
                        {"Au début de 2020, la frontière a fermé.", "Au début de 2020=2020"},
                        {"À la mi-mai, les oiseaux sont revenus.", "À la mi-mai=2024-05"},
                        {"Les loyers ont doublé ces trois dernières années.", "trois dernières années=P3Y"},
                        {"Le train part à 17h45.", "17h45=T17:45"},
                        {"Le train part à cinq heures et demie.", "cinq heures et demie=T05:30"},
                        {"Le siège a duré trois ans.", "trois ans=P3Y"},
                        {"Ils se réunissent chaque vendredi.", "chaque vendredi=XXXX-WXX-5"},
                        {"Ils se réunissent deux fois par semaine.", "deux fois par semaine=P1W"},
                        {"La tour date du XVIIe siècle.", "XVIIe siècle=16"},
                        {"Dans les années 60, la ville a grandi.", "les années 60=196"},
                        {"Le deuxième trimestre 2019 fut mauvais.", "Le deuxième trimestre 2019=2019-Q2"},
                        {"La boutique ferme à Noël.", "Noël=2024-12-25"},
                        {"Il vit actuellement à Lille.", "actuellement=PRESENT_REF"},
                        {"Samedi soir, il y a eu des émeutes.", "Samedi soir=2024-10-19TEV"},
                        {"Publié le 25/10/2019.", "25/10/2019=2019-10-25"},
                        {"Le 1er mai, ils ont défilé.", "Le 1er mai=2024-05-01"},
                        {"Dans trois jours, ils votent.", "trois jours=2024-10-28"},
                        {"Il y a eu 2002 morts.", ""},
                        {"La page 1998 manque.", ""},
                        {"La veille, il avait plu.", "La veille=2024-10-24"},
                        {"Les travaux durent un an et demi.", "un an et demi=P1.5Y"},
                        {"Ouvert entre 9 heures et 14 heures.", "entre 9 heures et 14 heures=T09/T14"},
                        {"Vingt ans après sa mort, on la fête.", "Vingt ans=P20Y"},
                        {"La réunion est du 5 au 8 avril.", "5 au 8 avril=2024-04-05/2024-04-08"},
                        {"Il est mort dans la nuit de mardi.", "la nuit de mardi=2024-10-22TNI"},
                    });
}

TEST_CASE("dates found in English: a number that begins one, and numbers that begin none") {
  check_dates(
      "en", {
                {"The lamps go out at ten, the bakers rise; eleven at night is late.", "eleven at night=T23"},
                {"Sealed on 7/Oct/2023.", "7/Oct/2023=2023-10-07"},
                {"It took 1.5 hours, then 2,500 years.", "1.5 hours=PT1.5H | 2,500 years=P2500Y"},
                {"Of the 90s; 730 p.m. sharp.", "the 90s=199 | 730 p.m.=T19:30"},
                {"Rule 1. The first 12, then 1.5 or 2,500 and 3x; one of 45 % went.", ""},
                {"A village in the hills, of stone, with a well and a gate.", ""},
            });
}

TEST_CASE("dates found in English: what belongs to a year, and what the text has just spoken of") {
  check_dates(
      "en",
      {
          {"Sales fell in the second quarter of fiscal 2019.", "the second quarter of fiscal 2019=2019-Q2"},
          {"Sales fell in fiscal 2019's second quarter.", "fiscal 2019's second quarter=2019-Q2"},
          {"Last year's first half was dry.", "Last year's first half=2023-H1"},
          {"Last year's first offer was better.", "Last year=2023"},
          {"In the first nine months of the year it rained.", "the first nine months of the year=P9M"},
          {"In the third quarter of 2021 it earned more than in the year-earlier period.",
           "the third quarter of 2021=2021-Q3 | the year-earlier period=2020-Q3"},
          {"The second half of the 18th century was calm.", "The second half of the 18th century=17"},
          {"The second half of the game was calm.", ""},
          {"He came on May 3, 2021; the night before, it had snowed.",
           "May 3, 2021=2021-05-03 | the night before=2021-05-02TNI"},
          {"The next day, the following morning.",
           "The next day=2024-10-26 | the following morning=2024-10-27TMO"},
      });
}

TEST_CASE("dates found in English: days of a list, years first, years by twos") {
  check_dates(
      "en",
      {
          {"They met on 18 and 19 June 2019.", "18=2019-06-18 | 19 June 2019=2019-06-19"},
          {"They met on June 18 and 19.", "June 18=2024-06-18 | 19=2024-06-19"},
          {"He bought 18 and 19 chairs.", ""},
          {"Posted: 2018 March 18", "2018 March 18=2018-03-18"},
          {"Posted: 2018 Aug.", "2018 Aug=2018-08"},
          {"In 2018 June made history.", "2018=2018 | June=2018-06"},
          {"The budget for 2003/04, and that for 2005/2006.", "2003/04=2003/2004 | 2005/2006=2005/2006"},
          {"Ratio 2003/09 and 2005/2009.", ""},
          {"See 2018-Q4, Q4-2019 and 2020-H1.", "2018-Q4=2018-Q4 | Q4-2019=2019-Q4 | 2020-H1=2020-H1"},
      });
}

TEST_CASE("dates found in English: times with their zones, in words, and of what comes back") {
  check_dates("en", {
                        {"It struck at 5:46 a.m. local time on Tuesday.",
                         "5:46 a.m. local time on Tuesday=2024-10-22T05:46"},
                        {"The call is at 9 p.m. Lisbon time.", "9 p.m. Lisbon time=T21"},
                        {"The call is at 9 p.m. Dinner is cold.", "9 p.m.=T21"},
                        {"Wake me at ten thirty a.m., please.", "ten thirty a.m.=T10:30"},
                        {"Open 8:00 - 20:00, then 9:30 to 11 pm.",
                         "8:00 - 20:00=T08:00/T20:00 | 9:30 to 11 pm=T21:30/T23"},
                        {"Sundays at 9 p.m. they sing.", "Sundays at 9 p.m.=XXXX-WXX-7T21"},
                        {"It is shut on weekends.", "weekends=XXXX-WXX-WE"},
                        {"Take it twice daily.", "twice daily=P1D"},
                        {"Snow fell overnight.", "overnight=TNI"},
                    });
}

TEST_CASE("dates found in English: amounts beside other words") {
  check_dates("en",
              {
                  {"The 45-day truce held.", "45-day=P45D"},
                  {"The 45 days were long.", "The 45 days=P45D"},
                  {"Some twenty-odd years passed.", "Some twenty-odd years=P20Y"},
                  {"The odd year passed.", ""},
                  {"A year, an hour: who counts?", "A year=P1Y | an hour=PT1H"},
                  {"Within hours the square was full.", "hours=PTXH"},
                  {"It was settled a while ago.", "a while ago=PAST_REF"},
                  {"By Ann Lee, 3d ago. Edited 5h later.", "3d ago=2024-10-22 | 5h later=2024-10-25T15:00"},
                  {"He ran 3d behind, 5h in all.", ""},
              });
}

TEST_CASE("dates: a stop behind the day, the month of, hours with a letter") {
  check_dates("en", {
                        {"Posted 10. August 2012 by Ann.", "10. August 2012=2012-08-10"},
                        {"He was number 10. August came.", "August=2024-08"},
                        {"It rained in the month of June 2020.", "the month of June 2020=2020-06"},
                        {"The month passed; the month of games began.", ""},
                    });
  check_dates("fr", {
                        {"Il est parti avant 16h.", "16h=T16"},
                        {"Rendez-vous 9h le mardi.", "9h le mardi=2024-10-22T09"},
                        {"Il a dormi 9h en tout.", "9h=PT9H"},
                        {"Au mois de mars 2020, il a neigé.", "mois de mars 2020=2020-03"},
                    });
  check_dates("de", {{"Im Monat März 2020 schneite es.", "Monat März 2020=2020-03"}});
}

TEST_CASE("dates: feasts of several calendars under their several names") {
  check_dates("en",
              {
                  {"Shops close on Orthodox Palm Sunday 2021.", "Orthodox Palm Sunday 2021=2021-04-25"},
                  {"They fasted until the Night of Power 2018.", "Night of Power 2018=2018-06-11"},
                  {"Makara Sankranti 2020 was warm; so was the puja.", "Makara Sankranti 2020=2020-01-14"},
                  {"A power night; the king's daily walk.", "daily=P1D"},
              });
  check_dates("de", {{"Am Himmelfahrtstag 2019 blieb es trocken.", "Himmelfahrtstag 2019=2019-05-30"}});
  check_dates("fr", {{"Le lundi pascal 2019 fut sec.", "lundi pascal 2019=2019-04-22"}});
}

TEST_CASE("dates found in French and Spanish: the number of a day, days with blanks, a quarter past noon") {
  check_dates("fr", {
                        {"Ils sont venus le 16; il était midi et quart.",
                         "le 16=2024-10-16 | midi et quart=2024-10-16T12:15"},
                        {"Fermé le 20 à 18h.", "le 20 à 18h=2024-10-20T18"},
                        {"Il a cité le 16 arrondissement et le 32.", ""},
                        {"Né le 20 02 2014 à Metz.", "20 02 2014=2014-02-20"},
                        {"Appelez le 01 42 20 02 14.", ""},
                        {"Né le 20 2 14 à Metz.", "20 2 14=2014-02-20"},
                    });
  check_dates("es", {{"Llegaron el 16; todos dormían.", "el 16=2024-10-16"}});
  check_dates("en", {{"They bought the 16, and 20 02 2014 more.", "2014=2014"}});
}
