#include "tally/link.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "parallel/parallel.h"
#include "tally/likeness.h"
#include "tally/words.h"

namespace presscut::tally {
namespace {

// A word that more nodes share than these links nothing: it would cost a look at each pair of them.
constexpr std::size_t commonest = 400;
// Small runs have no frequencies of their own: they are counted as a part of this many others.
constexpr double background = 50;
constexpr double name_weight = 2.5;

constexpr double enough = 0.4;                // score from which two nodes are one event
constexpr double enough_on_the_whole = 0.25;  // of all pairs of two events
constexpr std::size_t most_compared = 8;      // nodes of an event
constexpr std::size_t most_telling = 3;       // words of an event
constexpr std::size_t nobody = SIZE_MAX;      // no node
constexpr std::size_t most_turns = 64;        // in which likeness is looked for: each notes whom a node met

class Linker {
 public:
  Linker(const std::vector<Source>& sources, std::vector<Node> nodes, int threads)
      : sources_(sources),
        threads_(threads),
        nodes_(std::move(nodes)),
        parent_(nodes_.size()),
        next_(nodes_.size(), nobody),
        last_(nodes_.size()),
        places_(static_cast<std::size_t>(std::max(threads, 1))),
        documents_(nodes_.size()),
        variant_(nodes_.size()) {
    std::iota(parent_.begin(), parent_.end(), 0u);
    last_ = parent_;
    for (std::size_t n = 0; n < nodes_.size(); ++n) variant_[n] = nodes_[n].variant;
    parallel::each(places_.size(), threads_, [&](std::size_t part) {
      std::unordered_map<std::uint64_t, Places> own;
      for (std::size_t n = 0; n < nodes_.size(); ++n)
        for (const std::uint64_t key : nodes_[n].keys)
          if (key % places_.size() == part) own[key].push_back(n);
      places_[part] = std::move(own);
    });
    parallel::each(nodes_.size(), threads_, [&](std::size_t n) { weigh(nodes_[n]); });
  }

  void run() {
    join_named();
    join_alike();
    join_nameless();
    join_refusal();
  }

  // To be called last: all that stands for it is let go.
  std::vector<Group> groups() {
    std::vector<std::size_t> roots;
    for (std::size_t n = 0; n < nodes_.size(); ++n)
      if (root(n) == n) roots.push_back(n);
    std::vector<Group> all(roots.size());
    parallel::each(all.size(), threads_, [&](std::size_t n) { all[n] = group(roots[n]); });
    parallel::each(nodes_.size(), threads_,
                   [&](std::size_t n) { nodes_[n] = Node(), documents_[n].clear(); });
    return all;
  }

 private:
  Group group(std::size_t root) const {
    std::vector<std::size_t> members = members_of(root);
    const Node& first = nodes_[root];
    Group group{std::string(first.name), first.family, "", {}, telling(members)};
    std::sort(members.begin(), members.end());
    for (const std::size_t n : members) {
      const Node& node = nodes_[n];
      if (group.variant.empty()) group.variant = node.variant;
      for (const std::size_t f : node.figures)
        group.figures.push_back({&sources_[node.source], &sources_[node.source].figures[f]});
    }
    return group;
  }

  using Places = std::vector<std::size_t>;  // nodes, in their order

  // Of a word that some node has.
  const Places& nodes_with(std::uint64_t key) const { return places_[key % places_.size()].at(key); }

  void weigh(Node& node) const {
    const double all = static_cast<double>(nodes_.size()) + background;
    for (TopicWord& word : node.words) {
      const double count = static_cast<double>(nodes_with(word.key).size());
      word.weight = std::log(1 + all / count) * (word.is_name ? name_weight : 1.0);
      node.weight += word.weight;
    }
  }

  // The way to it is halved each time, else a chain of joins would be walked again by each that follows.
  std::size_t root(std::size_t n) {
    for (; parent_[n] != n; n = parent_[n]) parent_[n] = parent_[parent_[n]];
    return n;
  }

  using DocumentKey = std::pair<std::size_t, bool>;  // a document, and whether of its refusals

  using Documents = std::map<DocumentKey, const Node*>;

  // Of a root. A node that stays alone needs none.
  Documents& documents(std::size_t root) {
    Documents& own = documents_[root];
    const Node& node = nodes_[root];
    if (own.empty()) own.emplace(DocumentKey{node.source, node.family == Family::refusal}, &node);
    return own;
  }

  // Of one text, and not of two kinds of people.
  static bool are_letter_and_refusal(const Node& a, const Node& b) {
    return (a.family == Family::refusal) != (b.family == Family::refusal) &&
           (a.head == b.head || a.head.empty() || b.head.empty());
  }

  // Whether no document would have two of its events in one, but for a letter and the refusal that it tells
  // of, nor one event two variants. As many steps as the smaller event has documents.
  bool may_join(std::size_t a, std::size_t b) {
    if (!variant_[a].empty() && !variant_[b].empty() && variant_[a] != variant_[b]) return false;
    if (documents(a).size() > documents(b).size()) std::swap(a, b);
    const Documents& others = documents(b);
    for (const auto& [key, node] : documents(a)) {
      if (others.contains(key)) return false;
      const auto other = others.find({key.first, !key.second});
      if (other != others.end() && !are_letter_and_refusal(*other->second, *node)) return false;
    }
    return true;
  }

  void join(std::size_t a, std::size_t b) {
    a = root(a), b = root(b);
    if (a != b && may_join(a, b)) unite(std::min(a, b), std::max(a, b));
  }

  void unite(std::size_t into, std::size_t from) {
    parent_[from] = into;
    next_[last_[into]] = from, last_[into] = last_[from];
    Documents &all = documents(into), &others = documents(from);
    if (all.size() < others.size()) std::swap(all, others);
    all.merge(others);
    others.clear();
    if (variant_[into].empty()) variant_[into] = variant_[from];
  }

  void join_named() {
    std::map<std::string_view, std::size_t> first;
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      if (nodes_[n].name.empty()) continue;
      const auto [at, added] = first.try_emplace(nodes_[n].name, n);
      if (!added) unite(root(at->second), n);
    }
  }

  using Pair = std::tuple<double, std::size_t, std::size_t>;  // how little alike, and who

  void join_alike() {
    std::vector<std::vector<Pair>> found(std::min(nodes_.size(), most_turns));
    parallel::each(found.size(), threads_, [&](std::size_t turn) {
      const std::size_t first = turn * nodes_.size() / found.size();
      found[turn] = alike(first, (turn + 1) * nodes_.size() / found.size());
    });
    std::vector<Pair> strong;
    for (const auto& pairs : found) strong.insert(strong.end(), pairs.begin(), pairs.end());
    parallel::sort(strong, threads_);
    for (const auto& [s, a, b] : strong)
      if (const auto x = root(a), y = root(b); x != y && may_join(x, y) && agree(x, y)) join(a, b);
  }

  // The nodes from `first` to before `end` with those before each that share a word with it and are much like
  // it.
  std::vector<Pair> alike(std::size_t first, std::size_t end) const {
    std::vector<Pair> strong;
    std::vector<std::size_t> met_by(nodes_.size(), nodes_.size());  // who met a node last
    for (std::size_t b = first; b < end; ++b) {
      if (!nodes_[b].name.empty()) continue;
      for (const TopicWord& word : nodes_[b].words) {
        const auto& nodes = nodes_with(word.key);
        if (nodes.size() > commonest) continue;
        for (std::size_t i = 0; i < nodes.size() && nodes[i] < b; ++i) {
          const std::size_t a = nodes[i];
          if (std::exchange(met_by[a], b) == b || !nodes_[a].name.empty()) continue;
          if (const double s = likeness(nodes_[a], nodes_[b]); s >= enough) strong.emplace_back(-s, a, b);
        }
      }
    }
    return strong;
  }

  // Of a root, in the order in which they were joined.
  std::vector<std::size_t> members_of(std::size_t root, std::size_t most = nobody) const {
    std::vector<std::size_t> members;
    for (std::size_t n = root; n != nobody && members.size() < most; n = next_[n]) members.push_back(n);
    return members;
  }

  // Whether two events are alike on the whole: a round-up that speaks of both makes them no one.
  bool agree(std::size_t a, std::size_t b) const {
    double sum = 0, pairs = 0;
    const auto others = members_of(b, most_compared);
    for (const std::size_t i : members_of(a, most_compared))
      for (const std::size_t k : others) sum += likeness(nodes_[i], nodes_[k]), ++pairs;
    return sum >= enough_on_the_whole * pairs;
  }

  static bool is_nameless(const Node& node) { return node.names < 2; }

  // Of one kind: the first event by its root, and whether there are others.
  struct Known {
    std::size_t root;
    bool has_others = false;

    void add(std::size_t other) { has_others = has_others || other != root; }
  };

  // Nodes that name hardly anybody are put to the one event of their kind that the run has.
  void join_nameless() {
    using Kind = std::pair<Family, std::string_view>;
    std::map<Kind, Known> events;
    std::map<Kind, std::vector<std::size_t>> alone;
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      if (!nodes_[n].name.empty()) continue;
      const Kind kind{nodes_[n].family, nodes_[n].variant};
      if (last_[root(n)] == root(n) && is_nameless(nodes_[n])) alone[kind].push_back(n);
      else events.try_emplace(kind, Known{root(n)}).first->second.add(root(n));
    }
    for (const auto& [kind, nodes] : alone) {
      const auto known = events.find(kind);
      if (known != events.end() && known->second.has_others) continue;
      const std::size_t first = known == events.end() ? nodes.front() : known->second.root;
      for (const std::size_t n : nodes)
        if (!marches_again(nodes_[first], nodes_[n])) join(first, n);
    }
  }

  static bool is_bare(const Node& node) { return node.name.empty() && node.variant.empty(); }

  // The one event of a family; none where there are several.
  std::optional<std::size_t> only_event(Family family) {
    std::optional<Known> known;
    for (std::size_t n = 0; n < nodes_.size(); ++n) {
      if (!is_bare(nodes_[n]) || nodes_[n].family != family) continue;
      if (!known) known = {root(n)};
      known->add(root(n));
      if (known->has_others) return {};
    }
    return known ? std::optional(known->root) : std::nullopt;
  }

  std::set<std::string_view> people_of(std::size_t at) const {
    std::set<std::string_view> people;
    for (const std::size_t n : members_of(at))
      if (is_bare(nodes_[n]) && !nodes_[n].head.empty()) people.insert(nodes_[n].head);
    return people;
  }

  // Where a run has one letter and one refusal, and the same people in both, they sign that they will refuse.
  void join_refusal() {
    const auto letter = only_event(Family::letter), refusal = only_event(Family::refusal);
    if (!letter || !refusal) return;
    const auto refusers = people_of(*refusal);
    for (const std::string_view head : people_of(*letter))
      if (refusers.contains(head)) return join(*letter, *refusal);
  }

  // The words of an event, those of most of its documents first, names before others.
  std::vector<std::string> telling(const std::vector<std::size_t>& members) const {
    std::vector<TopicWord> all;
    for (const std::size_t n : members) all.insert(all.end(), nodes_[n].words.begin(), nodes_[n].words.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const TopicWord& a, const TopicWord& b) { return a.key < b.key; });
    std::vector<std::pair<double, std::string_view>> order;
    order.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i == 0 || all[i].key != all[i - 1].key) order.emplace_back(0, all[i].written);
      order.back().first -= all[i].weight;
      order.back().second = std::min(order.back().second, all[i].written);
    }
    const auto count = std::min(order.size(), most_telling);
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end());
    std::vector<std::string> words;
    for (std::size_t i = 0; i < count; ++i) words.emplace_back(order[i].second);
    return words;
  }

  const std::vector<Source>& sources_;
  const int threads_;
  std::vector<Node> nodes_;
  std::vector<std::size_t> parent_;
  std::vector<std::size_t> next_;  // the members of a root are a chain from it on,
  std::vector<std::size_t> last_;  // of which it knows the end
  std::vector<std::unordered_map<std::uint64_t, Places>> places_;  // of each word, a part for each thread
  std::vector<Documents> documents_;                               // of each root: its nodes
  std::vector<std::string_view> variant_;                          // of each root
};

}  // namespace

std::vector<Group> link(const std::vector<Source>& sources, int threads) {
  Linker linker(sources, nodes_of(sources, threads), threads);
  linker.run();
  return linker.groups();
}

}  // namespace presscut::tally
