#include "statistics/statistics.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace presscut::statistics;

namespace {

// Equal to six digits.
doctest::Approx about(double value) { return doctest::Approx(value).epsilon(5e-7); }

}  // namespace

TEST_CASE("measures of association, worked by hand") {
  // 400 of 100,000 words are the collocate, 120 stand near the node, 30 are both: E11 = 120 * 400/100000 =
  // 0.48.
  const Contingency table{30, 120, 400, 100'000};
  CHECK(table.expected() == about(0.48));
  // 2 (30 ln(30/0.48) + 90 ln(90/119.52) + 370 ln(370/399.52) + 99510 ln(99510/99480.48))
  CHECK(log_likelihood(table) == about(199.294416));
  CHECK(mutual_information(table) == about(5.96578428));  // log2 62.5
  CHECK(t_score(table) == about(5.38958997));             // 29.52/sqrt 30
  CHECK(dice(30, 120, 400) == about(0.115384615));        // 60/520
  CHECK(log_dice(30, 120, 400) == about(10.8845228));     // 14 + log2(60/520)
}

TEST_CASE("log-likelihood equals the table of Dunning (1993)") {
  const auto published = [](double ab, double a, double b, double neither) {
    return log_likelihood({ab, ab + a, ab + b, ab + a + b + neither});
  };
  CHECK(std::abs(published(110, 2442, 111, 29114) - 270.72) < 0.005);  // the swiss
  CHECK(std::abs(published(29, 13, 123, 31612) - 263.90) < 0.005);     // can be
  CHECK(std::abs(published(31, 23, 139, 31584) - 256.84) < 0.005);     // previous year
  CHECK(std::abs(published(10, 0, 3, 31764) - 167.23) < 0.005);        // mineral water
}

TEST_CASE("words that keep apart have a negative log-likelihood") {
  CHECK(log_likelihood({1, 1'000, 5'000, 100'000}) == about(-93.1699779));
  CHECK(log_likelihood({0, 1'000, 5'000, 100'000}) < 0);
  CHECK(log_likelihood({50, 1'000, 5'000, 100'000}) == doctest::Approx(0));
}

TEST_CASE("words that always go together have a log Dice of 14") {
  CHECK(log_dice(7, 7, 7) == about(14));
  CHECK(log_dice(7, 14, 14) == about(13));
}

TEST_CASE("keyness, worked by hand") {
  // 120 in 50,000 against 60 in 100,000: E = 60 and 120.
  const Comparison word{120, 50'000, 60, 100'000};
  CHECK(keyness(word) == about(83.1776617));  // 2 (120 ln 2 + 60 ln(1/2))
  CHECK(log_ratio(word) == about(2));
  CHECK(percent_difference(word) == about(300));
}

TEST_CASE("a word that one corpus lacks") {
  CHECK(keyness({12, 50'000, 0, 100'000}) == about(26.3666949));   // 2 * 12 ln 3
  CHECK(log_ratio({12, 50'000, 0, 100'000}) == about(5.5849625));  // 0.5 for 0: log2 48
  CHECK(std::isinf(percent_difference({12, 50'000, 0, 100'000})));
  CHECK(keyness({0, 50'000, 12, 100'000}) < 0);
  CHECK(percent_difference({0, 50'000, 12, 100'000}) == about(-100));
}

TEST_CASE("a word that the target has less of has a negative keyness") {
  CHECK(keyness({5, 50'000, 40, 100'000}) == about(-12.0284429));
}

TEST_CASE("p-values are those of the tables of chi square") {
  CHECK(p_value(3.841458820694124) == about(0.05));
  CHECK(p_value(6.634896601021214) == about(0.01));
  CHECK(p_value(-10.82756617) == about(0.001));
  CHECK(p_value(0) == about(1));
}

TEST_CASE("corrections for many tests") {
  // The fifteen p-values of Benjamini and Hochberg (1995): at .05 their procedure rejects four, Bonferroni's
  // three.
  const std::vector<double> p = {.0344, .0001, .0004, .0019, .0095, .0201, .0278, .0298,
                                 .0459, .3240, .4262, .5719, .6528, .7590, 1.0};
  const auto bh = benjamini_hochberg(p), plain = bonferroni(p);
  CHECK(bh[4] == about(.035625));      // .0095 * 15/4
  CHECK(bh[5] == about(.0603));        // .0201 * 15/5
  CHECK(bh[6] == about(.0638571429));  // .0298 * 15/7 is less than .0278 * 15/6
  CHECK(bh[1] == about(.0015));
  CHECK(bh[14] == about(1));
  CHECK(plain[3] == about(.0285));
  CHECK(plain[4] == about(.1425));
  CHECK(plain[14] == about(1));
  CHECK(benjamini_hochberg({}).empty());
}

TEST_CASE("dispersion equals the example of Gries (2008)") {
  // Five parts of 9, 10, 10, 10 and 11 words that have a word 1, 2, 3, 4 and 5 times.
  const std::vector<double> sizes = {9, 10, 10, 10, 11};
  const Dispersion a = dispersion({{9, 1}, {10, 2}, {10, 3}, {10, 4}, {11, 5}}, sizes);
  CHECK(a.frequency == 15);
  CHECK(a.range == 5);
  CHECK(a.dp == about(0.18));
  CHECK(a.dp_norm == about(0.219512195));     // .18/(1 - 9/50)
  CHECK(a.juilland_d == about(0.785150453));  // .785 in the table
}

TEST_CASE("a word in one part alone, and one that is spread evenly") {
  const std::vector<double> sizes = {10, 10, 0, 20};
  const Dispersion lone = dispersion({{10, 4}}, sizes);
  CHECK(lone.range == 1);
  CHECK(lone.dp == about(0.75));
  CHECK(lone.dp_norm == about(1));
  CHECK(std::abs(lone.juilland_d) < 1e-12);
  const Dispersion even = dispersion({{10, 2}, {10, 2}, {20, 4}}, sizes);
  CHECK(std::abs(even.dp) < 1e-12);
  CHECK(even.juilland_d == about(1));
  CHECK(std::isnan(dispersion({{10, 2}}, std::vector<double>{10}).juilland_d));
}

TEST_CASE("what stands in parts without words alone is spread in no way") {
  const std::vector<double> sizes = {10, 0, 20};
  const Dispersion nowhere = dispersion({{0, 3}}, sizes);
  CHECK(nowhere.range == 0);
  CHECK(nowhere.frequency == 0);
  CHECK(std::isnan(nowhere.dp));
  CHECK(std::isnan(nowhere.dp_norm));
  CHECK(std::isnan(nowhere.juilland_d));
  const Dispersion both = dispersion({{0, 3}, {10, 4}}, sizes);
  CHECK(both.range == 1);
  CHECK(both.frequency == 4);
  CHECK(both.dp == about(2.0 / 3));
}
