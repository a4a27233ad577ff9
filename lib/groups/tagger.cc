#include "groups/tagger.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "groups/consensus.h"
#include "groups/tables.h"

namespace presscut::groups {

namespace {

// Places and states seldom are groups, though some take what acts for one: they must be much likelier.
constexpr int margin_of_places = 24;

// A sentence or two were picked for the names in them, in a long document they are rarer than where the
// tagger learnt.
int margin_of(const Terms& terms) { return terms.size() < 300 ? -12 : 4; }

// What a rule that goes by shape adds to the score of its terms: on texts unlike those that the tagger learnt
// from shapes are the better judges.
constexpr int weight_of_shapes = 20;

// What a word adds that no table knows and that members, founders and officials stand by all over a document.
constexpr int weight_of_roles = 32;

// What a group of the same words elsewhere in the document adds.
constexpr int weight_of_consensus = 32;

bool is_place(const Terms& terms, int i) {
  const Term& term = terms[i];
  if (!term.is(Is::place) && !term.is(Is::nation)) return false;
  return !terms[i + 1].has_capital() || terms.breaks(i + 1) || terms[i + 1].in_phrase;
}

// What a name of the tagger's begins and ends with must be words.
void trim(const Terms& terms, Candidate& name) {
  while (name.begin < name.end && terms[name.begin].mark != 0) ++name.begin;
  while (name.begin < name.end) {
    const Term& last = terms[name.end - 1];
    const bool belongs = last.mark == '!' || (last.mark == '.' && terms[name.end - 2].capital);
    if (last.mark == 0 ? !terms.is(name.end - 1, "s") || terms[name.end - 2].mark != '\'' : belongs) break;
    --name.end;
  }
}

// "Halvenians": the people of a nation.
bool is_people(const Terms& terms, const Candidate& name) {
  const std::string_view word = terms.spelling(name.begin, name.end);
  if (name.end - name.begin != 1 || !word.ends_with('s')) return false;
  std::size_t taken = 0;
  const Entry* entry = longest(text::tokenize(word.substr(0, word.size() - 1)), 0, taken);
  return entry && entry->is(Is::nation);
}

// "Foreign Secretary", "Secretary of State": who has a title, not the body.
bool is_office(const Terms& terms, const Candidate& name) {
  if (!terms[name.end - 1].is(Is::office)) return false;
  if (name.end - name.begin < 2) return terms[name.begin].in_phrase;
  for (int i = name.begin; i < name.end - 1; ++i)
    if (!terms[i].has_capital() && !terms[i].in_phrase) return false;
  return true;
}

// "City of Toronto", "Journal of Fish", "Gulf of Lesk": the first word tells what else it is. What is of a
// place that no table has may be its council.
bool is_of_other(const Terms& terms, const Candidate& name) {
  if (name.end - name.begin < 3 || !terms.is(name.begin + 1, "of")) return false;
  if (terms.is(name.begin, List::other_of)) return terms[name.begin + 2].is(Is::place);
  return terms[name.begin].is(Is::other_head) && !terms[name.begin].is(Is::head);
}

// "Camp Lesk", "Mount Anvil", "HMS Gannet": the first word tells what else it is, where no noun tells more.
bool is_named_other(const Terms& terms, const Candidate& name) {
  if (!terms.is(name.begin, List::before_other)) return false;
  if (name.end - name.begin < 2) return terms[name.end].has_capital() && !terms.breaks(name.end);
  for (int i = name.begin + 1; i < name.end; ++i)
    if (terms[i].is(Is::head)) return false;
  return true;
}

// People with their titles, states, and what stands for a named group of the document ("the Network").
bool is_group(const Terms& terms, const Candidate& name) {
  if (name.begin >= name.end || is_people(terms, name)) return false;
  const Term& first = terms[name.begin];
  const int size = name.end - name.begin;
  if (first.is(Is::title) && size > 1 && terms[name.begin + 1].mark == '.') return false;
  if (is_of_other(terms, name) || is_named_other(terms, name) || is_office(terms, name)) return false;
  return size > 1 || !first.is(Is::definer) || first.entry->kind == kind_called("government") ||
         !terms.is(name.begin - 1, "the");
}

// A noun that groups end in, with capitals around it. Numbers of units, people who join for something and
// what belongs to a state are surer.
bool may_be_denied(const Candidate& known) {
  return known.evidence >= Evidence::shape && known.rule.find("head") != std::string::npos;
}

bool is_of_group(std::uint8_t label) {
  return label == begins || label == inside || label == ends || label == single;
}

void add_to_groups(model::Chain::Scores& scores, int weight) {
  for (const Label label : {begins, inside, ends, single}) scores[label] += weight;
}

class Tagger {
 public:
  Tagger(const Terms& terms, std::vector<Candidate> known, const std::vector<Alias>& aliases,
         const model::Chain& weights, int margin)
      : terms_(terms),
        known_(std::move(known)),
        features_(terms, known_, aliases),
        weights_(weights),
        margin_(margin + margin_of(terms)),
        stretches_(find_stretches(terms)),
        labels_(static_cast<std::size_t>(terms.size())),
        next_known_(known_.begin()) {}

  Tagged run() {
    for (const auto& [begin, end] : stretches_) {
      score(begin, end);
      decide(begin);
    }
    look_again();
    for (const auto& [begin, end] : stretches_) {
      const std::size_t first = names_.size();
      read_names(begin, end);
      deny(begin, end, first);
    }
    std::move(next_known_, known_.end(), std::back_inserter(kept_));
    for (Candidate& name : names_) finish(name);
    std::erase_if(names_, [&](const Candidate& name) { return !is_group(terms_, name); });
    return {std::move(names_), std::move(kept_)};
  }

 private:
  void score(int begin, int end) {
    scores_.assign(static_cast<std::size_t>(end - begin), {});
    for (int i = begin; i < end; ++i)
      for (const Label label : {begins, single})
        at(i, begin)[label] -= margin_ + (is_place(terms_, i) ? margin_of_places : 0);
    const auto first = std::partition_point(known_.begin(), known_.end(),
                                            [&](const Candidate& known) { return known.end <= begin; });
    for (auto known = first; known != known_.end() && known->begin < end; ++known)
      if (known->evidence == Evidence::shape)
        for (int i = std::max(known->begin, begin); i < std::min(known->end, end); ++i)
          add_to_groups(at(i, begin), weight_of_shapes);
    for (int i = begin; i < end; ++i)
      if (terms_[i].has_capital() && !terms_[i].entry && features_.has_often_roles(i))
        add_to_groups(at(i, begin), weight_of_roles);
    features_.each(begin, end, [&](int i, std::uint32_t feature) { weights_.add(feature, at(i, begin)); });
  }

  // The best labels of a stretch, by the scores.
  void decide(int begin) {
    weights_.decode(scores_, path_);
    std::copy(path_.begin(), path_.end(), labels_.begin() + begin);
  }

  // What the document takes for a group elsewhere is likelier to be one, and the other way round.
  void look_again() {
    std::vector<bool> is_group(labels_.size());
    for (std::size_t i = 0; i < labels_.size(); ++i) is_group[i] = is_of_group(labels_[i]);
    const Consensus consensus(terms_, stretches_, is_group);
    for (const auto& stretch : stretches_) {
      const std::vector<Consensus::Verdict> verdicts = consensus.verdicts(stretch);
      if (verdicts.empty()) continue;
      score(stretch.first, stretch.second);
      for (const auto& [i, is_favoured] : verdicts)
        add_to_groups(at(i, stretch.first), is_favoured ? weight_of_consensus : -weight_of_consensus);
      decide(stretch.first);
    }
  }

  void read_names(int begin, int end) {
    for (int i = begin; i < end; ++i) {
      const std::uint8_t label = labels_[static_cast<std::size_t>(i)];
      const bool goes_on = label == inside || label == ends;
      if (goes_on && !names_.empty() && names_.back().end == i) ++names_.back().end;
      else if (is_of_group(label)) names_.push_back({i, i + 1, Evidence::model, 0, "model", {}});
    }
  }

  // Leaves out names by shape that lie in the stretch and in none of the tagger's.
  void deny(int begin, int end, std::size_t first) {
    while (next_known_ != known_.end() && next_known_->end <= begin)
      kept_.push_back(std::move(*next_known_++));
    for (; next_known_ != known_.end() && next_known_->end <= end; ++next_known_) {
      Candidate& known = *next_known_;
      const bool agrees = std::any_of(
          names_.begin() + static_cast<std::ptrdiff_t>(first), names_.end(), [&](const Candidate& name) {
            return (name.begin <= known.begin || terms_[name.begin].is(Is::head)) && known.end <= name.end;
          });
      if (agrees || !may_be_denied(known) || known.begin < begin) kept_.push_back(std::move(known));
    }
  }

  void finish(Candidate& name) const {
    trim(terms_, name);
    for (int i = name.begin; i < name.end; ++i)
      if (terms_[i].is(Is::head)) name.kind = terms_[i].entry->kind;
  }

  model::Chain::Scores& at(int i, int begin) { return scores_[static_cast<std::size_t>(i - begin)]; }

  const Terms& terms_;
  std::vector<Candidate> known_;
  Features features_;
  const model::Chain& weights_;
  int margin_;
  std::vector<Consensus::Stretch> stretches_;
  std::vector<std::uint8_t> labels_;  // by term
  std::vector<Candidate>::iterator next_known_;
  std::vector<model::Chain::Scores> scores_;
  std::vector<std::uint8_t> path_;
  std::vector<Candidate> names_, kept_;
};

}  // namespace

Tagged tag(const Terms& terms, std::vector<Candidate> known, const std::vector<Alias>& aliases,
           const model::Chain& weights, int margin) {
  return Tagger(terms, std::move(known), aliases, weights, margin).run();
}

std::shared_ptr<const model::Chain> read_weights(std::string_view name, std::string_view table) {
  return std::make_shared<const model::Chain>(name, table, labels);
}

const model::Chain& built_in_weights() {
  static const model::Chain weights("weights.tsv", embedded::weights_tsv, labels);
  return weights;
}

}  // namespace presscut::groups
