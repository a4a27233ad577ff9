#include <optional>

#include "concordance/concordance.h"
#include "concordance/phrase.h"
#include "mentions/order.h"

namespace presscut::concordance {
namespace {

std::string term_of(const FigureMention& mention) { return std::string(mention.who); }
std::string term_of(const DateMention& mention) { return mention.value; }
std::string term_of(const GroupMention& mention) { return mention.name; }

template <typename M>
void add(const std::optional<std::vector<M>>& list, bool text_only, std::vector<Hit>& hits) {
  if (!list) return;
  for (const M& mention : *list)
    if (!mention.in_title || !text_only) hits.push_back({{mention.span, mention.in_title}, term_of(mention)});
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
      for (const Span span : found) hits.push_back({{span, in_title}, phrase.name()});
    }
    if (node.patterns.empty()) return;
    for (const MatchMention& match : patterns.find(text))
      hits.push_back({{match.span, in_title}, match.rule});
  }

  Node node;
  std::vector<Phrase> phrases;
  match::Patterns patterns;
};

Finder::Finder(const Node& node) : state_(new State(node)) {}
Finder::~Finder() = default;

std::vector<Hit> Finder::find(const Document& document) const {
  const Node& node = state_->node;
  std::vector<Hit> hits;
  if (!node.text_only) state_->find(document.title, true, hits);
  state_->find(document.text, false, hits);
  if (node.figures) add(document.figures, node.text_only, hits);
  if (node.dates) add(document.dates, node.text_only, hits);
  if (node.groups) add(document.groups, node.text_only, hits);
  mentions::put_in_order(hits);
  return hits;
}

}  // namespace presscut::concordance
