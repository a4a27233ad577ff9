// presscut-fit-trees: fits boosted symmetric trees to rows of features; scripts/train_clean.py runs it.
//
//   presscut-fit-trees --rows rows.f32 --targets targets.f32 --width 180 --scores scores.f32 > trees.tsv
//
// A symmetric (oblivious) tree asks the same question of all rows of a level, so that its leaf is a number
// made of the answers: scoring takes no branch and many rows at a time. Gradient boosting on the logistic
// loss with Newton steps (Friedman 2001; symmetric trees as in CatBoost, Prokhorenkova et al. 2018); splits
// are looked for among quantiles of each column. Each tree sees a share of the rows and of the columns,
// chosen by a fixed seed: the same input gives the same trees.
#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "model/model.h"

namespace {

struct Settings {
  std::string rows, targets, scores;
  std::size_t width = 0;
  int trees = 200, depth = 6, bins = 64;
  double rate = 0.1, l2 = 5, row_share = 0.5, column_share = 0.3;
  std::uint32_t seed = 7;
};

std::vector<float> read_floats(const std::string& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  std::vector<float> values(static_cast<std::size_t>(in.tellg()) / sizeof(float));
  in.seekg(0);
  in.read(reinterpret_cast<char*>(values.data()),
          static_cast<std::streamsize>(values.size() * sizeof(float)));
  return values;
}

struct Split {
  std::size_t column = 0;
  std::uint8_t bin = 0;
  double gain = -1;
};

struct Sum {
  float gradient = 0, weight = 0;
};

// Rows, and the answer that all of them gave to the last question.
struct Part {
  std::vector<std::uint32_t> rows;
  std::size_t answer = 0;
};

class Fit {
 public:
  Fit(const Settings& settings) : settings_(settings), random_(settings.seed) {
    const std::vector<float> rows = read_floats(settings.rows);
    const std::vector<float> targets = read_floats(settings.targets);
    rows_ = targets.size() / 2;
    if (rows_ * settings.width != rows.size()) throw std::runtime_error("--width: rows and targets differ");
    label_.resize(rows_);
    weight_.resize(rows_);
    for (std::size_t i = 0; i < rows_; ++i) {
      label_[i] = targets[2 * i];
      weight_[i] = targets[2 * i + 1];
      if (weight_[i] > 0) trained_.push_back(static_cast<std::uint32_t>(i));
    }
    bins_.resize(settings.width);
    edges_.resize(settings.width);
    in_parallel(settings.width, [&](std::size_t column) { bin(rows, column); });
  }

  void run() {
    double positive = 0, all = 0;
    for (const std::uint32_t i : trained_) positive += weight_[i] * label_[i], all += weight_[i];
    const double base = std::log(positive / (all - positive));
    score_.assign(rows_, static_cast<float>(base));
    gradient_.resize(rows_);
    hessian_.resize(rows_);
    fmt::print("splits\tvalues\n\t{}\n", whole(base));
    for (int t = 0; t < settings_.trees; ++t) grow();
    if (settings_.scores.empty()) return;
    std::ofstream out(settings_.scores, std::ios::binary);
    out.write(reinterpret_cast<const char*>(score_.data()),
              static_cast<std::streamsize>(score_.size() * sizeof(float)));
  }

 private:
  static long whole(double value) { return std::lround(value * presscut::model::Trees::unit); }

  double draw() { return static_cast<double>(random_()) / 4294967296.0; }

  // Two threads; what each works out does not depend on the other.
  template <typename Work>
  static void in_parallel(std::size_t count, const Work& work) {
    std::thread other([&] {
      for (std::size_t i = 1; i < count; i += 2) work(i);
    });
    for (std::size_t i = 0; i < count; i += 2) work(i);
    other.join();
  }

  // A value's bin is how many edges lie below it; it is greater than edge b where its bin is greater than b.
  void bin(const std::vector<float>& rows, std::size_t column) {
    std::vector<float> values;
    const std::size_t step = trained_.size() / 200000 + 1;
    for (std::size_t i = 0; i < trained_.size(); i += step)
      values.push_back(rows[trained_[i] * settings_.width + column]);
    std::sort(values.begin(), values.end());
    std::vector<float>& edges = edges_[column];
    const auto wanted = static_cast<std::size_t>(settings_.bins);
    std::vector<float> distinct(values);
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    if (distinct.size() <= wanted) {
      for (std::size_t i = 0; i + 1 < distinct.size(); ++i) edges.push_back(distinct[i]);
    } else {
      for (std::size_t i = 1; i < wanted; ++i) edges.push_back(values[values.size() * i / wanted]);
      edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
      if (edges.back() == values.back()) edges.pop_back();
    }
    bins_[column].resize(rows_);
    for (std::size_t i = 0; i < rows_; ++i) {
      const float value = rows[i * settings_.width + column];
      bins_[column][i] =
          static_cast<std::uint8_t>(std::lower_bound(edges.begin(), edges.end(), value) - edges.begin());
    }
  }

  void grow() {
    for (const std::uint32_t i : trained_) {
      const float p = 1 / (1 + std::exp(-score_[i]));
      gradient_[i] = weight_[i] * (label_[i] - p);
      hessian_[i] = weight_[i] * p * (1 - p);
    }
    seen_.clear();
    for (const std::uint32_t i : trained_)
      if (draw() < settings_.row_share) seen_.push_back(i);
    std::vector<std::size_t> columns;
    for (std::size_t c = 0; c < settings_.width; ++c)
      if (!edges_[c].empty() && draw() < settings_.column_share) columns.push_back(c);

    std::vector<std::uint8_t> leaf(rows_, 0);
    std::vector<Split> splits;
    std::vector<std::vector<Sum>> sums(columns.size());
    Part part{seen_, 0};
    for (int level = 0; level < settings_.depth; ++level) {
      std::vector<Split> found(columns.size());
      in_parallel(columns.size(), [&](std::size_t i) {
        sum(columns[i], part, leaf, level, sums[i]);
        found[i] = best_split(columns[i], sums[i]);
      });
      Split best;
      for (const Split& split : found)
        if (split.gain > best.gain) best = split;
      if (best.gain < 0) break;
      const std::vector<std::uint8_t>& bins = bins_[best.column];
      for (std::size_t i = 0; i < rows_; ++i)
        leaf[i] = static_cast<std::uint8_t>(leaf[i] * 2 + (bins[i] > best.bin));
      splits.push_back(best);
      part = rarer(seen_, leaf);
    }
    add(splits, leaf);
  }

  // The rows that gave the last question the answer that fewer gave.
  static Part rarer(const std::vector<std::uint32_t>& seen, const std::vector<std::uint8_t>& leaf) {
    std::vector<std::uint32_t> rows[2];
    for (const std::uint32_t i : seen) rows[leaf[i] & 1].push_back(i);
    const std::size_t answer = rows[1].size() < rows[0].size();
    return {std::move(rows[answer]), answer};
  }

  // The sums of each leaf and bin from those of the leaves above: only the rows of `part` are looked at, what
  // is left of a leaf above belongs to its other half.
  void sum(std::size_t column, const Part& part, const std::vector<std::uint8_t>& leaf, int level,
           std::vector<Sum>& sums) const {
    const std::size_t leaves = std::size_t{1} << level;
    const std::size_t bins = edges_[column].size() + 1;
    std::vector<Sum> of_part(leaves * bins);
    for (const std::uint32_t i : part.rows) {
      Sum& cell = of_part[leaf[i] * bins + bins_[column][i]];
      cell.gradient += gradient_[i];
      cell.weight += hessian_[i];
    }
    for (std::size_t l = 0; level > 0 && l < leaves / 2; ++l) {
      const Sum* above = &sums[l * bins];
      const Sum* own = &of_part[(2 * l + part.answer) * bins];
      Sum* other = &of_part[(2 * l + 1 - part.answer) * bins];
      for (std::size_t b = 0; b < bins; ++b)
        other[b] = {above[b].gradient - own[b].gradient, std::max(above[b].weight - own[b].weight, 0.0f)};
    }
    sums = std::move(of_part);
  }

  Split best_split(std::size_t column, const std::vector<Sum>& sums) const {
    const std::size_t bins = edges_[column].size() + 1;
    const std::size_t leaves = sums.size() / bins;
    std::vector<double> gains(bins - 1);
    for (std::size_t l = 0; l < leaves; ++l) {
      double all_gradient = 0, all_weight = 0, gradient = 0, weight = 0;
      for (std::size_t b = 0; b < bins; ++b)
        all_gradient += sums[l * bins + b].gradient, all_weight += sums[l * bins + b].weight;
      for (std::size_t b = 0; b + 1 < bins; ++b) {
        gradient += sums[l * bins + b].gradient;
        weight += sums[l * bins + b].weight;
        const double rest = all_gradient - gradient;
        gains[b] += gradient * gradient / (weight + settings_.l2) +
                    rest * rest / (all_weight - weight + settings_.l2);
      }
    }
    const auto best = std::max_element(gains.begin(), gains.end());
    return {column, static_cast<std::uint8_t>(best - gains.begin()), *best};
  }

  // The leaves' values, from all rows; prints the tree.
  void add(const std::vector<Split>& splits, const std::vector<std::uint8_t>& leaf) {
    std::vector<double> gradients(std::size_t{1} << splits.size()), weights(gradients.size());
    for (const std::uint32_t i : trained_)
      gradients[leaf[i]] += gradient_[i], weights[leaf[i]] += hessian_[i];
    std::vector<float> values(gradients.size());
    std::string line;
    for (const Split& split : splits)
      line += fmt::format("{}{}>{}", line.empty() ? "" : " ", split.column, edges_[split.column][split.bin]);
    line += '\t';
    for (std::size_t l = 0; l < values.size(); ++l) {
      const long value = whole(settings_.rate * gradients[l] / (weights[l] + settings_.l2));
      values[l] = static_cast<float>(value) / presscut::model::Trees::unit;
      line += fmt::format("{}{}", l ? " " : "", value);
    }
    fmt::print("{}\n", line);
    for (std::size_t i = 0; i < rows_; ++i) score_[i] += values[leaf[i]];
  }

  const Settings& settings_;
  std::mt19937 random_;
  std::size_t rows_ = 0;
  std::vector<float> label_, weight_, score_, gradient_, hessian_;
  std::vector<std::uint32_t> trained_;  // rows of some weight
  std::vector<std::uint32_t> seen_;     // those that the tree is made from
  std::vector<std::vector<std::uint8_t>> bins_;
  std::vector<std::vector<float>> edges_;
};

Settings parse(int argc, char** argv) {
  namespace po = boost::program_options;
  Settings settings;
  po::options_description options("presscut-fit-trees");
  options.add_options()("rows", po::value(&settings.rows)->required(), "float32, one row after the other")(
      "targets", po::value(&settings.targets)->required(),
      "float32 pairs: label 0 or 1, weight (0: not seen)")("width", po::value(&settings.width)->required(),
                                                           "columns of a row")(
      "scores", po::value(&settings.scores), "write the score of each row here, float32")(
      "trees", po::value(&settings.trees))("depth", po::value(&settings.depth))(
      "bins", po::value(&settings.bins))("rate", po::value(&settings.rate))("l2", po::value(&settings.l2))(
      "row-share", po::value(&settings.row_share))("column-share", po::value(&settings.column_share))(
      "seed", po::value(&settings.seed));
  po::variables_map values;
  po::store(po::parse_command_line(argc, argv, options), values);
  po::notify(values);
  return settings;
}

}  // namespace

int main(int argc, char** argv) try {
  const Settings settings = parse(argc, argv);
  Fit(settings).run();
  return 0;
} catch (const std::exception& error) {
  std::cerr << "presscut-fit-trees: " << error.what() << '\n';
  return 2;
}
