// Amounts with fractions and letters, the rest of a period, weekdays cut short, and days of no calendar.
#include "dates_cases.h"

using namespace presscut;

TEST_CASE("amounts with fractions, letters and what only comes near them") {
  check_dates("en", {
                        {"A ½ hour call, then 1½ hours of rain.", "½ hour=PT0.5H | 1½ hours=PT1.5H"},
                        {"The hull is 1½ inches thick.", ""},
                        {"He stayed a year and a quarter.", "a year and a quarter=P1.25Y"},
                        {"He spent a day and a quarter of his money.", "a day=P1D"},
                        {"It was seen 1d 4h 20m ago.", "1d 4h 20m ago=2024-10-24T05:40"},
                        {"It will be back in 1d 2hr.", "1d 2hr=2024-10-26T12:00"},
                        {"It will be back in 3d form.", ""},
                        {"It will ring in about 5 hours.", "about 5 hours=2024-10-25T15:00"},
                    });
}

TEST_CASE("the rest of a period begins today") {
  check_date_bounds(
      "en", {
                {"It will rain for the rest of the week.", "the rest of the week=[2024-10-25, 2024-10-27]"},
                {"It was shut for the remainder of 2019.", "the remainder of 2019=[2019-01-01, 2019-12-31]"},
                {"They took the rest of the money.", ""},
                {"It is due by EOM.", "EOM=[2024-10-21, 2024-10-31]"},
                {"Starting on January 7th, it is free.", "January 7th=[2025-01-07, ]"},
                {"Pay no later than May 3, 2025.", "May 3, 2025=[, 2025-05-03]"},
            });
}

TEST_CASE("weekdays cut short where another one stands beside them") {
  check_dates("en", {
                        {"The shop is open on Mon, Wed and Sun mornings.",
                         "Mon=2024-10-21 | Wed=2024-10-23 | Sun=2024-10-27"},
                        {"They sat from Mon to Thu there.", "Mon=2024-10-21 | Thu=2024-10-24"},
                        {"He reads the Sun and the Mail.", ""},
                    });
}

TEST_CASE("a day of no calendar leaves its month and year alone") {
  check_dates("en", {
                        {"It was dated June 31, 2022 and signed.", ""},
                        {"It was dated 2014-02-30.", ""},
                        {"It was dated June 30, 2022.", "June 30, 2022=2022-06-30"},
                        {"The bill: $ 12 December 27.", "December 27=2024-12-27"},
                    });
}

TEST_CASE("stretches that lie ahead, middles in one word, years in a row") {
  check_dates("en", {
                        {"In the days ahead it will snow.", "the days ahead=PXD"},
                        {"In the years to come it will snow.", "the years to come=PXY"},
                        {"The rider ahead slowed.", ""},
                        {"It is due by midweek.", "midweek=2024-W43"},
                        {"The talks went on into the night.", "the night=TNI"},
                        {"It failed for the third consecutive year.", ""},
                        {"It failed for three consecutive years.", "three consecutive years=P3Y"},
                    });
}
