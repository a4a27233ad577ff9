#include <algorithm>
#include <optional>

#include "concordance/concordance.h"
#include "concordance/phrase.h"
#include "mentions/mentions.h"

namespace presscut::concordance {
namespace {

std::string term_of(const FigureMention& mention) { return mention.who; }
std::string term_of(const DateMention& mention) { return mention.value; }
std::string term_of(const GroupMention& mention) { return mention.name; }

template <typename M>
void add(const std::optional<std::vector<M>>& list, std::vector<Hit>& hits) {
  if (!list) return;
  for (const M& mention : *list) hits.push_back({mention.span, mention.in_title, term_of(mention)});
}

}  // namespace

struct Finder::State {
  explicit State(const Node& looked_for) : node(looked_for), patterns(looked_for.patterns) {
    for (const std::string& phrase : node.phrases) phrases.emplace_back(phrase, node.form);
  }

  void find(std::string_view text, bool in_title, std::vector<Hit>& hits) const {
    std::vector<Span> found;
    for (const Phrase& phrase : phrases) {
      found.clear();
      phrase.find(text, found);
      for (const Span span : found) hits.push_back({span, in_title, phrase.name()});
    }
    if (node.patterns.empty()) return;
    for (const MatchMention& match : patterns.find(text)) hits.push_back({match.span, in_title, match.rule});
  }

  Node node;
  std::vector<Phrase> phrases;
  match::Patterns patterns;
};

Finder::Finder(const Node& node) : state_(new State(node)) {}
Finder::~Finder() = default;

std::vector<Hit> Finder::find(const Document& document) const {
  std::vector<Hit> hits;
  state_->find(document.title, true, hits);
  state_->find(document.text, false, hits);
  if (state_->node.figures) add(document.figures, hits);
  if (state_->node.dates) add(document.dates, hits);
  if (state_->node.groups) add(document.groups, hits);
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    if (a.in_title != b.in_title) return a.in_title;
    return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end < b.span.end;
  });
  return hits;
}

}  // namespace presscut::concordance
