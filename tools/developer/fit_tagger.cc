// presscut-fit-tagger: fits the weights of the tagger of groups; scripts/train_groups.py runs it.
//
//   presscut-fit-tagger < documents.ndjson > weights.tsv
//
// Reads documents whose `groups` are the gold names: `kind` ORG, PER, LOC or MISC. Their `sitename` says how
// much a document counts (1, 0.3) and, by the word "partial" behind that, that names of other things (MISC)
// are not marked in it: what it does not mark is then nothing or such a name, whatever the model finds
// likelier. The model is a linear-chain conditional random field (Lafferty et al. 2001), fitted by
// FTRL-Proximal (McMahan et al. 2013), whose L1 term leaves most weights at zero. The order of the samples is
// shuffled by a fixed seed: the same input gives the same weights.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bitset>
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
  double alpha = 0.1, beta = 1, l1 = 0.05, l2 = 4, rank = 0.5;
  int least = 1;                // samples that a feature must be in
  std::size_t most = 130'000;   // features
  std::size_t bytes = 490'000;  // that their weights take
  std::uint32_t seed = 7;
};

// What FTRL keeps of a feature, by label: its z, the square root of its n, and the weight that they make.
struct Ftrl {
  Row z{}, root{}, weight{};
};

using Labels = std::bitset<count>;

struct Place {
  std::vector<std::uint32_t> features;  // numbers, not hashes
  Labels gold;                          // those that it may have
};
struct Sample {
  std::vector<Place> places;
  double weight = 1;
};

// The last term of a name has a label of its own, and a name of one term has.
void close_names(std::vector<std::uint8_t>& labels) {
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const bool goes_on = i + 1 < labels.size() && labels[i + 1] == groups::inside;
    if (labels[i] == groups::begins && !goes_on) labels[i] = groups::single;
    else if (labels[i] == groups::inside && !goes_on) labels[i] = groups::ends;
  }
}

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
  close_names(labels);
  return labels;
}

class Fit {
 public:
  explicit Fit(const Settings& settings) : settings_(settings) {}

  void read(const Document& document) {
    const groups::Terms terms({}, document.text);
    const groups::Found found = groups::by_rules(terms, {});
    const auto& known = found.names;
    groups::Features features(terms, known, found.aliases);
    const auto labels = gold_labels(terms, *document.groups);
    const bool partial = document.sitename.ends_with(" partial");
    for (const auto& [begin, end] : groups::find_stretches(terms)) {
      Sample& sample = samples_.emplace_back();
      sample.weight = document.sitename.empty() ? 1 : std::stod(document.sitename);
      sample.places.resize(static_cast<std::size_t>(end - begin));
      for (int i = begin; i < end; ++i) {
        Labels& gold = sample.places[static_cast<std::size_t>(i - begin)].gold;
        gold.set(labels[static_cast<std::size_t>(i)]);
        if (partial && gold[groups::nothing]) gold.set(groups::thing);
      }
      features.each(begin, end, [&, first = begin](int i, std::uint32_t hash) {
        const auto [number, added] = numbers_.try_emplace(hash, static_cast<std::uint32_t>(hashes_.size()));
        if (added) hashes_.push_back(hash), seen_.push_back(0);
        ++seen_[number->second];
        sample.places[static_cast<std::size_t>(i - first)].features.push_back(number->second);
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
    ftrl_.assign(hashes_.size() + count, {});
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
      for (Place& place : sample.places)
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

  double weight(std::size_t feature, std::size_t label) const { return ftrl_[feature].weight[label]; }

  void update(std::size_t feature, std::size_t label, double gradient) {
    Ftrl& ftrl = ftrl_[feature];
    double &z = ftrl.z[label], &root = ftrl.root[label], &weight = ftrl.weight[label];
    const double next = std::sqrt(root * root + gradient * gradient);
    z += gradient - (next - root) / settings_.alpha * weight;
    root = next;
    weight = std::abs(z) <= settings_.l1 ? 0
                                         : -(z - std::copysign(settings_.l1, z)) /
                                               ((settings_.beta + root) / settings_.alpha + settings_.l2);
  }

  // How often, on average over the sequences of labels that count, each place has each label and each label
  // follows each; and the logarithm of what all of them add up to.
  struct Expected {
    std::vector<Row> labels;
    std::array<Row, count> steps{};
    double log_sum = 0;
  };

  // Forward and backward (Rabiner 1989), each place scaled to a sum of one.
  class Lattice {
   public:
    // `emit` is the exponential of each place's scores, 0 for labels that do not count; `from` that of the
    // steps.
    Lattice(const std::vector<Row>& emit, const std::array<Row, count>& from)
        : emit_(emit), from_(from), forward_(emit.size()), backward_(emit.size()), sums_(emit.size()) {}

    Expected run() {
      for (std::size_t i = 0; i < emit_.size(); ++i) forward(i);
      for (std::size_t f = 0; f < count; ++f) end_ += forward_.back()[f] * from_[f][0];
      expected_.log_sum += std::log(end_);
      expected_.labels.resize(emit_.size());
      for (std::size_t i = emit_.size(); i-- > 0;) backward(i);
      for (std::size_t t = 0; t < count; ++t) expected_.steps[0][t] += expected_.labels[0][t];
      return std::move(expected_);
    }

   private:
    void forward(std::size_t i) {
      for (std::size_t t = 0; t < count; ++t) {
        double in = i > 0 ? 0 : from_[0][t];
        if (i > 0)
          for (std::size_t f = 0; f < count; ++f) in += forward_[i - 1][f] * from_[f][t];
        sums_[i] += forward_[i][t] = in * emit_[i][t];
      }
      for (double& value : forward_[i]) value /= sums_[i];
      expected_.log_sum += std::log(sums_[i]);
    }

    void backward(std::size_t i) {
      for (std::size_t f = 0; f < count; ++f) {
        double out = i + 1 == emit_.size() ? step(f, 0, i, from_[f][0] / end_) : 0;
        if (i + 1 < emit_.size())
          for (std::size_t t = 0; t < count; ++t)
            out += step(f, t, i, from_[f][t] * emit_[i + 1][t] * backward_[i + 1][t] / sums_[i + 1]);
        backward_[i][f] = out;
        expected_.labels[i][f] = forward_[i][f] * out;
      }
    }

    double step(std::size_t f, std::size_t t, std::size_t i, double value) {
      expected_.steps[f][t] += forward_[i][f] * value;
      return value;
    }

    const std::vector<Row>& emit_;
    const std::array<Row, count>& from_;
    std::vector<Row> forward_, backward_;
    std::vector<double> sums_;
    double end_ = 0;
    Expected expected_;
  };

  std::vector<Row> exponentials(const Sample& sample) const {
    std::vector<Row> result;
    for (const Place& place : sample.places) {
      Row scores{};
      for (const std::uint32_t feature : place.features)
        for (std::size_t label = 0; label < count; ++label) scores[label] += weight(feature, label);
      const double most = *std::max_element(scores.begin(), scores.end());
      for (double& score : scores) score = std::exp(score - most);
      result.push_back(scores);
    }
    return result;
  }

  std::array<Row, count> exponentials_of_steps() const {
    std::array<Row, count> result{};
    for (std::size_t f = 0; f < count; ++f)
      for (std::size_t t = 0; t < count; ++t) result[f][t] = std::exp(weight(hashes_.size() + f, t));
    return result;
  }

  // One step down the gradient of a sample's loss, which is returned.
  double learn(const Sample& sample) {
    std::vector<Row> emit = exponentials(sample);
    const std::array<Row, count> from = exponentials_of_steps();
    const Expected all = Lattice(emit, from).run();
    for (std::size_t i = 0; i < emit.size(); ++i)
      for (std::size_t label = 0; label < count; ++label)
        if (!sample.places[i].gold[label]) emit[i][label] = 0;
    const Expected gold = Lattice(emit, from).run();
    for (std::size_t i = 0; i < emit.size(); ++i)
      for (std::size_t label = 0; label < count; ++label) {
        const double gradient = sample.weight * (all.labels[i][label] - gold.labels[i][label]);
        if (std::abs(gradient) < 1e-4) continue;
        for (const std::uint32_t feature : sample.places[i].features) update(feature, label, gradient);
      }
    for (std::size_t f = 0; f < count; ++f)
      for (std::size_t t = 0; t < count; ++t)
        update(hashes_.size() + f, t, sample.weight * (all.steps[f][t] - gold.steps[f][t]));
    return sample.weight * (all.log_sum - gold.log_sum);
  }

  static int whole(double weight) { return static_cast<int>(std::lround(weight * Chain::unit)); }

  // As many features as there is room for, the heaviest ones.
  void print_features() const {
    std::vector<std::pair<int, std::size_t>> ranked;  // the heaviest weight, negated, and the feature
    for (std::size_t f = 0; f < hashes_.size(); ++f) {
      const auto weights = weights_of(f);
      const auto [least, most] = std::minmax_element(weights.begin(), weights.end());
      if (const int heaviest = std::max(-*least, int{*most}); heaviest > 0) ranked.emplace_back(-heaviest, f);
    }
    std::sort(ranked.begin(), ranked.end());
    std::string written = write(ranked);
    while (written.size() > settings_.bytes) {
      ranked.resize(std::min(ranked.size() - 1, ranked.size() * settings_.bytes / written.size()));
      written = write(ranked);
    }
    fmt::print(stderr, "{} of {} features kept\n", ranked.size(), hashes_.size());
    fmt::print("{}", written);
  }

  std::string write(const std::vector<std::pair<int, std::size_t>>& ranked) const {
    std::vector<model::Feature> features;
    for (const auto& [weight, f] : ranked) features.push_back({hashes_[f], weights_of(f)});
    std::sort(features.begin(), features.end(),
              [](const model::Feature& a, const model::Feature& b) { return a.hash < b.hash; });
    return Chain::write(features, count);
  }

  std::array<std::int8_t, count> weights_of(std::size_t feature) const {
    std::array<std::int8_t, count> weights{};
    for (std::size_t label = 0; label < count; ++label)
      weights[label] = static_cast<std::int8_t>(
          std::clamp(whole(weight(feature, label)), -model::Feature::most, model::Feature::most));
    return weights;
  }

  Settings settings_;
  std::vector<Sample> samples_;
  std::unordered_map<std::uint32_t, std::uint32_t> numbers_;
  std::vector<std::uint32_t> hashes_;
  std::vector<int> seen_;
  std::vector<Ftrl> ftrl_;  // by feature; behind the features the steps from each label
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
