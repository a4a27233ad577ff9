// What corpus linguistics measures: how strongly two words go together, how much more one corpus has of a
// word than another, how evenly a word is spread. Numbers in, numbers out; each formula with its source.
//
// A measure that is not defined (a logarithm of zero, a share of nothing) is NaN or infinite; whoever prints
// it leaves the cell empty. Sums run in the order of their input.
#pragma once

#include <cstddef>
#include <vector>

namespace presscut::statistics {

/// A table of two by two, in the notation of Evert (2008), "Corpora and collocations": of all that was looked
/// at `n`, `r1` is near the node, `c1` is the collocate, `o11` is both. o11 <= r1, c1 <= n.
struct Contingency {
  double o11 = 0, r1 = 0, c1 = 0, n = 0;

  double expected() const { return r1 * c1 / n; }  // E11 under independence
};

/// Log-likelihood over the four cells: 2 sum O ln(O/E), with O ln(O/E) = 0 for O = 0; negative where the two
/// keep apart (O11 < E11). Dunning (1993), "Accurate methods for the statistics of surprise and coincidence".
double log_likelihood(const Contingency& table);

/// log2(O11/E11). Church and Hanks (1990), "Word association norms, mutual information, and lexicography".
double mutual_information(const Contingency& table);

/// (O11 - E11)/sqrt(O11). Church, Gale, Hanks and Hindle (1991), "Using statistics in lexical analysis".
double t_score(const Contingency& table);

/// 2 f(xy)/(f(x) + f(y)). Dice (1945), "Measures of the amount of ecologic association between species".
double dice(double together, double node, double collocate);

/// 14 + log2 Dice: 14 where the two are never apart, 1 more where they are twice as often together; above 14
/// where the collocate stands several times near one node. Rychlý (2008), "A lexicographer-friendly
/// association score".
double log_dice(double together, double node, double collocate);

/// How often a word stands in two corpora of so many words.
struct Comparison {
  double target = 0, target_words = 0, reference = 0, reference_words = 0;
};

/// G2 = 2 (O1 ln(O1/E1) + O2 ln(O2/E2)) with Ei = Ni (O1 + O2)/(N1 + N2), over two cells; negative where the
/// target has less. Rayson and Garside (2000), "Comparing corpora using frequency profiling".
double keyness(const Comparison& word);

/// The chance of a G2 at least so far from 0 where both corpora are alike: chi square, one degree of freedom.
double p_value(double g2);

/// log2 of the ratio of relative frequencies; a frequency of 0 counts as one half. Hardie (2014), "Log Ratio:
/// an informal introduction".
double log_ratio(const Comparison& word);

/// 100 (f1 - f2)/f2 of relative frequencies. Gabrielatos and Marchi (2012), "Keyness: appropriate metrics and
/// practical issues". Infinite where the reference has none (they put 10^-18 for 0).
double percent_difference(const Comparison& word);

/// p-values adjusted for as many tests as there are, each at most 1, in their order. Bonferroni: p m.
/// Benjamini and Hochberg (1995): the least of p m/rank over all that are as large or larger. O(m log m).
std::vector<double> bonferroni(const std::vector<double>& p);
std::vector<double> benjamini_hochberg(const std::vector<double>& p);

/// One part of a corpus: how many words it has, and how often the word stands in it.
struct Part {
  double words = 0, frequency = 0;
};

/// How a word is spread over the parts of a corpus.
struct Dispersion {
  double frequency = 0;   // over all parts
  std::size_t range = 0;  // parts that have it
  double dp = 0;          // Deviation of proportions, 0 even to nearly 1 uneven: half the sum of
                  // |share of the word - share of the corpus|. Gries (2008), "Dispersions and adjusted
                  // frequencies in corpora"
  double dp_norm = 0;     // dp/(1 - smallest share), 0 to 1. Lijffijt and Gries (2012), a correction to it
  double juilland_d = 0;  // 1 even to 0 uneven: 1 - V/sqrt(parts - 1), V = sd/mean of the relative
                          // frequencies, sd over all parts. Juilland and others (1970), as in Gries (2008)
};

/// Over the `parts` that have the word, of all `part_sizes` (words in each part of the corpus). Parts of no
/// words count for nothing; what stands in none of the others is spread in no way: NaN. O(part_sizes).
Dispersion dispersion(const std::vector<Part>& parts, const std::vector<double>& part_sizes);

/// What `dispersion` needs of the whole corpus, for asking about many words: O(parts with the word) each.
struct Sizes {
  explicit Sizes(const std::vector<double>& part_sizes);
  double words = 0, smallest = 0;
  std::size_t parts = 0;
};
Dispersion dispersion(const std::vector<Part>& parts, const Sizes& sizes);

}  // namespace presscut::statistics
