// presscut-fit-tagger: fits the weights of the tagger of groups; scripts/train_groups.py runs it.
//
//   presscut-fit-tagger < documents.ndjson > weights.tsv
//
// Reads documents whose `groups` are the gold names: `kind` ORG, PER, LOC or MISC. The model is a
// linear-chain conditional random field (Lafferty et al. 2001), fitted by FTRL-Proximal (McMahan et al.
// 2013), whose L1 term leaves most weights at zero. The order of the samples is shuffled by a fixed seed: the
// same input gives the same weights.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/program_options.hpp>
#include <cmath>
#include <iostream>
#include <random>
#include <unordered_map>
#include <vector>

#include "groups/evidence.h"
#include "groups/features.h"
#include "groups/tagger.h"
#include "io/io.h"
#include "json/json.h"
#include "model/chain.h"

namespace {

using namespace presscut;
using model::Chain;

constexpr std::size_t count = std::size(groups::labels);
using Row = std::array<double, count>;

struct Settings {
  int epochs = 12;
  double alpha = 0.1, beta = 1, l1 = 0.05, l2 = 1, rank = 0.5;
  int least = 1;                // samples that a feature must be in
  std::size_t most = 60'000;    // features
  std::size_t bytes = 458'000;  // that their weights take
  std::uint32_t seed = 7;
};

struct Place {
  std::vector<std::uint32_t> features;  // numbers, not hashes
  std::uint8_t gold = groups::nothing;
};
using Sample = std::vector<Place>;

// The label of each term by the gold names.
std::vector<std::uint8_t> gold_labels(const groups::Terms& terms, const std::vector<GroupMention>& names) {
  std::vector<std::uint8_t> labels(static_cast<std::size_t>(terms.size()), groups::nothing);
  int i = 0;
  for (const GroupMention& name : names) {
    while (i < terms.size() && terms[i].end <= name.span.start) ++i;
    bool first = true;
    for (; i < terms.size() && terms[i].start < name.span.end; ++i) {
      std::uint8_t& label = labels[static_cast<std::size_t>(i)];
      if (name.kind == "PER") label = groups::person;
      else if (name.kind == "LOC") label = groups::place;
      else if (name.kind != "ORG") label = groups::thing;
      else if (first && (terms.is(i, "the") || terms.is(i, "a") || terms.is(i, "an"))) continue;
      else label = first ? groups::begins : groups::inside;
      first = false;
    }
  }
  return labels;
}

class Fit {
 public:
  explicit Fit(const Settings& settings) : settings_(settings) {}

  void read(const Document& document) {
    const groups::Terms terms({}, document.text);
    const groups::Found found = groups::by_rules(terms, {});
    const auto known = found.placed.sorted();
    groups::Features features(terms, known, found.aliases);
    const auto labels = gold_labels(terms, *document.groups);
    for (const auto& [begin, end] : groups::find_stretches(terms)) {
      Sample& sample = samples_.emplace_back(static_cast<std::size_t>(end - begin));
      for (int i = begin; i < end; ++i)
        sample[static_cast<std::size_t>(i - begin)].gold = labels[static_cast<std::size_t>(i)];
      features.each(begin, end, [&, first = begin](int i, std::uint32_t hash) {
        const auto [number, added] = numbers_.try_emplace(hash, static_cast<std::uint32_t>(hashes_.size()));
        if (added) hashes_.push_back(hash), seen_.push_back(0);
        ++seen_[number->second];
        sample[static_cast<std::size_t>(i - first)].features.push_back(number->second);
      });
    }
  }

  // A first fit chooses the features that a table has room for, a second one fits their weights.
  void run() {
    drop(settings_.least);
    descend();
    choose();
    drop(1);
    descend();
  }

  void descend() {
    z_.assign(hashes_.size() + count, {});
    n_.assign(hashes_.size() + count, {});
    std::mt19937 random(settings_.seed);
    std::vector<std::size_t> order(samples_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int epoch = 0; epoch < settings_.epochs; ++epoch) {
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
      double loss = 0;
      for (const std::size_t i : order) loss += learn(samples_[i]);
      fmt::print(stderr, "epoch {}: {:.4f}\n", epoch + 1, loss / static_cast<double>(samples_.size()));
    }
  }

  void print() const {
    fmt::print("what\tweights\nlabels\t{}\n", fmt::join(groups::labels, " "));
    for (std::size_t from = 0; from < count; ++from) {
      std::vector<int> row;
      for (std::size_t to = 0; to < count; ++to) row.push_back(whole(weight(hashes_.size() + from, to)));
      fmt::print("from {}\t{}\n", groups::labels[from], fmt::join(row, " "));
    }
    print_features();
  }

 private:
  // Takes features that are in fewer places out of all samples.
  void drop(int least) {
    for (Sample& sample : samples_)
      for (Place& place : sample)
        std::erase_if(place.features, [&](std::uint32_t f) { return seen_[f] < least; });
  }

  // Leaves those features that move the scores most, over all places that they are in.
  void choose() {
    std::vector<std::pair<double, std::size_t>> ranked;
    for (std::size_t f = 0; f < hashes_.size(); ++f) {
      double moved = 0;
      for (std::size_t label = 0; label < count; ++label) moved = std::max(moved, std::abs(weight(f, label)));
      ranked.emplace_back(-moved * std::pow(seen_[f], settings_.rank), f);
    }
    std::sort(ranked.begin(), ranked.end());
    for (std::size_t r = settings_.most; r < ranked.size(); ++r) seen_[ranked[r].second] = 0;
  }

  double weight(std::size_t feature, std::size_t label) const {
    const double z = z_[feature][label];
    if (std::abs(z) <= settings_.l1) return 0;
    return -(z - std::copysign(settings_.l1, z)) /
           ((settings_.beta + std::sqrt(n_[feature][label])) / settings_.alpha + settings_.l2);
  }

  void update(std::size_t feature, std::size_t label, double gradient) {
    double& n = n_[feature][label];
    const double square = gradient * gradient;
    const double sigma = (std::sqrt(n + square) - std::sqrt(n)) / settings_.alpha;
    z_[feature][label] += gradient - sigma * weight(feature, label);
    n += square;
  }

  static double log_sum(const Row& values) {
    const double most = *std::max_element(values.begin(), values.end());
    double sum = 0;
    for (const double value : values) sum += std::exp(value - most);
    return most + std::log(sum);
  }

  // One step down the gradient of a sample's loss, which is returned.
  double learn(const Sample& sample) {
    const std::size_t size = sample.size();
    std::vector<Row> scores(size), forward(size), backward(size);
    std::array<Row, count> from{};
    for (std::size_t f = 0; f < count; ++f)
      for (std::size_t t = 0; t < count; ++t) from[f][t] = weight(hashes_.size() + f, t);
    for (std::size_t i = 0; i < size; ++i) {
      scores[i] = {};
      for (const std::uint32_t feature : sample[i].features)
        for (std::size_t label = 0; label < count; ++label) scores[i][label] += weight(feature, label);
    }
    for (std::size_t i = 0; i < size; ++i)
      for (std::size_t t = 0; t < count; ++t) {
        Row in{};
        for (std::size_t f = 0; f < count; ++f) in[f] = i > 0 ? forward[i - 1][f] + from[f][t] : from[0][t];
        forward[i][t] = scores[i][t] + (i > 0 ? log_sum(in) : from[0][t]);
      }
    for (std::size_t i = size; i-- > 0;)
      for (std::size_t f = 0; f < count; ++f) {
        if (i + 1 == size) {
          backward[i][f] = from[f][0];
          continue;
        }
        Row out{};
        for (std::size_t t = 0; t < count; ++t) out[t] = from[f][t] + scores[i + 1][t] + backward[i + 1][t];
        backward[i][f] = log_sum(out);
      }
    Row ends{};
    for (std::size_t f = 0; f < count; ++f) ends[f] = forward[size - 1][f] + from[f][0];
    const double all = log_sum(ends);
    double gold = 0;
    for (std::size_t i = 0; i < size; ++i)
      gold += scores[i][sample[i].gold] + from[i > 0 ? sample[i - 1].gold : 0][sample[i].gold];
    gold += from[sample[size - 1].gold][0];
    std::array<Row, count> steps{};
    for (std::size_t i = 0; i < size; ++i) {
      for (std::size_t label = 0; label < count; ++label) {
        const double gradient =
            std::exp(forward[i][label] + backward[i][label] - all) - (sample[i].gold == label);
        if (std::abs(gradient) < 1e-4) continue;
        for (const std::uint32_t feature : sample[i].features) update(feature, label, gradient);
      }
      for (std::size_t f = 0; f < count; ++f)
        for (std::size_t t = 0; t < count; ++t) {
          if (i == 0 && f != 0) continue;
          const double before = i > 0 ? forward[i - 1][f] : 0;
          steps[f][t] += std::exp(before + from[f][t] + scores[i][t] + backward[i][t] - all);
        }
      steps[i > 0 ? sample[i - 1].gold : 0][sample[i].gold] -= 1;
    }
    for (std::size_t f = 0; f < count; ++f) steps[f][0] += std::exp(ends[f] - all);
    steps[sample[size - 1].gold][0] -= 1;
    for (std::size_t f = 0; f < count; ++f)
      for (std::size_t t = 0; t < count; ++t) update(hashes_.size() + f, t, steps[f][t]);
    return all - gold;
  }

  static int whole(double weight) { return static_cast<int>(std::lround(weight * Chain::unit)); }

  void print_features() const {
    std::vector<std::pair<int, std::size_t>> ranked;  // the heaviest weight, negated, and the feature
    for (std::size_t f = 0; f < hashes_.size(); ++f) {
      int most = 0;
      for (std::size_t label = 0; label < count; ++label)
        most = std::max(most, std::abs(whole(weight(f, label))));
      if (most > 0) ranked.emplace_back(-most, f);
    }
    fmt::print(stderr, "{} of {} features have weights\n", ranked.size(), hashes_.size());
    std::sort(ranked.begin(), ranked.end());
    std::size_t bytes = 0, kept = 0;
    for (; kept < ranked.size(); ++kept) {
      std::string written;
      Chain::write(hashes_[ranked[kept].second], weights_of(ranked[kept].second), written);
      bytes += written.size();
      if (bytes > settings_.bytes) break;
    }
    ranked.resize(kept);
    fmt::print(stderr, "{} features kept\n", kept);
    std::sort(ranked.begin(), ranked.end(),
              [&](const auto& a, const auto& b) { return hashes_[a.second] < hashes_[b.second]; });
    std::string line;
    for (std::size_t r = 0; r < ranked.size(); ++r) {
      if (line.empty()) line = "features\t";
      Chain::write(hashes_[ranked[r].second], weights_of(ranked[r].second), line);
      if (line.size() < 120 && r + 1 < ranked.size()) continue;
      fmt::print("{}\n", line);
      line.clear();
    }
  }

  std::array<int, count> weights_of(std::size_t feature) const {
    std::array<int, count> weights{};
    for (std::size_t label = 0; label < count; ++label) weights[label] = whole(weight(feature, label));
    return weights;
  }

  Settings settings_;
  std::vector<Sample> samples_;
  std::unordered_map<std::uint32_t, std::uint32_t> numbers_;
  std::vector<std::uint32_t> hashes_;
  std::vector<int> seen_;
  std::vector<Row> z_, n_;  // of FTRL, by feature; behind the features the steps from each label
};

Settings settings_of(int argc, char** argv) {
  namespace po = boost::program_options;
  Settings settings;
  po::options_description options;
  options.add_options()("epochs", po::value(&settings.epochs))("alpha", po::value(&settings.alpha))(
      "l1", po::value(&settings.l1))("l2", po::value(&settings.l2))("least", po::value(&settings.least))(
      "rank", po::value(&settings.rank))("most", po::value(&settings.most))(
      "bytes", po::value(&settings.bytes))("seed", po::value(&settings.seed));
  po::variables_map values;
  po::store(po::parse_command_line(argc, argv, options), values);
  po::notify(values);
  return settings;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    Fit fit(settings_of(argc, argv));
    io::Reader reader({{}, io::Form::ndjson}, [](std::string_view where, std::string_view what) {
      std::cerr << "presscut-fit-tagger: " << where << ": " << what << '\n';
    });
    json::Reader json_reader;
    io::Record record;
    while (reader.next(record)) {
      const json::Record read = json_reader.read(record.bytes);
      if (!read.unsound.empty() || !read.document.groups)
        throw std::runtime_error("no gold: " + read.document.id);
      fit.read(read.document);
    }
    fit.run();
    fit.print();
  } catch (const std::exception& error) {
    std::cerr << "presscut-fit-tagger: " << error.what() << '\n';
    return 2;
  }
}
