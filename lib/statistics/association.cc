#include <cmath>

#include "statistics/statistics.h"

namespace presscut::statistics {
namespace {

// One cell's part of a log-likelihood.
double surprise(double observed, double expected) {
  return observed > 0 ? observed * std::log(observed / expected) : 0;
}

double signed_by(bool negative, double value) { return negative ? -value : value; }

}  // namespace

double log_likelihood(const Contingency& t) {
  const double r2 = t.n - t.r1, c2 = t.n - t.c1;
  const double sum = surprise(t.o11, t.expected()) + surprise(t.r1 - t.o11, t.r1 * c2 / t.n) +
                     surprise(t.c1 - t.o11, r2 * t.c1 / t.n) +
                     surprise(t.n - t.r1 - t.c1 + t.o11, r2 * c2 / t.n);
  return signed_by(t.o11 < t.expected(), 2 * sum);
}

double mutual_information(const Contingency& table) { return std::log2(table.o11 / table.expected()); }

double t_score(const Contingency& table) { return (table.o11 - table.expected()) / std::sqrt(table.o11); }

double dice(double together, double node, double collocate) { return 2 * together / (node + collocate); }

double log_dice(double together, double node, double collocate) {
  return 14 + std::log2(dice(together, node, collocate));
}

double keyness(const Comparison& w) {
  const double rate = (w.target + w.reference) / (w.target_words + w.reference_words);
  const double expected = w.target_words * rate;
  const double sum = surprise(w.target, expected) + surprise(w.reference, w.reference_words * rate);
  return signed_by(w.target < expected, 2 * sum);
}

double p_value(double g2) { return std::erfc(std::sqrt(std::abs(g2) / 2)); }

double log_ratio(const Comparison& w) {
  const auto counted = [](double frequency) { return frequency > 0 ? frequency : 0.5; };
  return std::log2((counted(w.target) / w.target_words) / (counted(w.reference) / w.reference_words));
}

double percent_difference(const Comparison& w) {
  const double reference = w.reference / w.reference_words;
  return 100 * (w.target / w.target_words - reference) / reference;
}

}  // namespace presscut::statistics
