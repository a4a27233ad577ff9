#include "tally/naming.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "tables/tables.h"
#include "tally/tables.h"
#include "tally/words.h"
#include "text/tokens.h"

namespace presscut::tally {
namespace {

constexpr std::size_t most_figures = 64;  // of an event that its name is taken from
constexpr std::size_t longest_topic = 7;  // words
constexpr std::size_t most_names = 2;

using text::Token;
using text::TokenKind;

// naming.en.tsv: what words do in the sentence of a figure.
class Words {
 public:
  Words() {
    const tables::Table table("naming.en.tsv", embedded::naming_en_tsv);
    for (const auto& row : table.rows())
      classes_[std::string(row.cells[1])].add(std::string(row.cells[0]), std::string(row.cells[2]));
  }

  bool is(std::string_view word, const char* what) const { return classes_.at(what).find(word) != nullptr; }

  std::string value(std::string_view word, const char* what) const {
    const std::string* const value = classes_.at(what).find(word);
    return value ? *value : std::string(word);
  }

 private:
  std::map<std::string, tables::Lookup<std::string>> classes_;
};

const Words& words() {
  static const Words all;
  return all;
}

// A sentence in tokens and folded words.
struct Sentence {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<std::string> folded;

  explicit Sentence(std::string_view whole) : text(whole), tokens(text::tokenize(whole)) {
    for (const Token& token : tokens) folded.push_back(text::fold(slice(text, token.span())));
  }

  // "Kestrel Bay", "the Ebble depot"; empty where no name follows.
  std::string place(std::size_t at) const {
    const bool the = at < tokens.size() && folded[at] == "the";
    const std::size_t name = at + the;
    if (name >= tokens.size() || !tokens[name].capital || words().is(folded[name], "end")) return "";
    std::size_t end = name;
    while (end < tokens.size() && tokens[end].capital && tokens[end].kind == TokenKind::word) ++end;
    if (the && end < tokens.size() && tokens[end].kind == TokenKind::word && !words().is(folded[end], "end"))
      ++end;
    return std::string(slice(text, {tokens[at].start, tokens[end - 1].end}));
  }

  // The words from token `at` on, up to what ends a topic; empty where they are none.
  std::string topic(std::size_t at) const {
    std::size_t end = at, last = at;
    for (; end < tokens.size() && end < at + longest_topic; ++end) {
      const bool apostrophe =
          !tokens[end].space_before && folded[end].size() < 4 && tokens[end].kind != TokenKind::number;
      if (tokens[end].kind != TokenKind::word && !(apostrophe && folded[end] != "." && folded[end] != ","))
        break;
      if (words().is(folded[end], "end")) break;
      if (!words().is(folded[end], "loose") && !words().is(folded[end], "link")) last = end + 1;
    }
    if (last == at || at >= tokens.size() || folded[at] == "of") return "";
    return std::string(slice(text, {tokens[at].start, tokens[last - 1].end}));
  }
};

// What a topic is introduced by, the most telling first.
enum class Tie : std::uint8_t { to_whom, about_what, place };

struct Topic {
  Tie tie = Tie::place;
  std::string words;  // "to the minister of ports"
};

std::vector<Topic> topics_of(const Figure& figure) {
  std::vector<Topic> topics;
  const Sentence sentence(figure.sentence);
  for (std::size_t i = 0; i + 1 < sentence.tokens.size(); ++i) {
    const std::string& word = sentence.folded[i];
    const std::string name = words().is(word, "place") ? sentence.place(i + 1) : "";
    const bool place = !name.empty();
    if (!place && !words().is(word, "tie")) continue;
    const bool sent = i > 0 && words().is(sentence.folded[i - 1], "sent");
    const bool to = word == "to";
    if (to && (!sent || words().is(sentence.folded[i + 1], "tie"))) continue;
    const std::string topic = place ? name : sentence.topic(i + 1);
    if (topic.empty()) continue;
    topics.push_back({to      ? Tie::to_whom
                      : place ? Tie::place
                              : Tie::about_what,
                      words().value(word, "tie") + ' ' + topic});
  }
  return topics;
}

// The topic of the strongest tie that most documents have; of several the one that comes first.
std::string topic_of(const std::vector<const Origin*>& figures) {
  std::map<std::pair<Tie, std::string>, std::pair<std::set<const Source*>, std::size_t>> found;
  std::vector<Topic> order;
  for (const Origin* origin : figures)
    for (const Topic& topic : topics_of(*origin->figure)) {
      auto& [documents, first] = found[{topic.tie, text::fold(topic.words)}];
      if (documents.empty()) first = order.size(), order.push_back(topic);
      documents.insert(origin->source);
    }
  const auto before = [](const auto& a, const auto& b) {
    return std::tuple(a.first.first, -static_cast<long>(a.second.first.size()), a.second.second) <
           std::tuple(b.first.first, -static_cast<long>(b.second.first.size()), b.second.second);
  };
  const auto best = std::min_element(found.begin(), found.end(), before);
  return best == found.end() ? "" : order[best->second.second].words;
}

// "more former officers" -> "former officers"; empty where the words tell nobody from others.
std::string people_of(std::string_view who) {
  const Sentence sentence(who);
  std::size_t from = 0;
  while (from < sentence.tokens.size() && words().is(sentence.folded[from], "loose")) ++from;
  if (from == sentence.tokens.size()) return "";
  if (std::any_of(sentence.folded.begin(), sentence.folded.end(),
                  [](const std::string& word) { return words().is(word, "anyone"); }))
    return "";
  return std::string(slice(who, {sentence.tokens[from].start, who.size()}));
}

std::string most_frequent(const std::vector<const Origin*>& figures, const auto& value_of) {
  std::map<std::string, int> counts;
  for (const Origin* origin : figures)
    if (const std::string value(value_of(*origin->figure)); !value.empty()) ++counts[value];
  const auto most = std::max_element(counts.begin(), counts.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() ? "" : most->first;
}

// "march (Velden)" -> "march", of the place "in Velden"; "letter (2019)" -> "letter", of the place "(2019)".
std::string kind_of(const std::string& event, std::string& place) {
  const std::size_t bracket = event.find(" (");
  if (bracket == std::string::npos) return words().value(event, "kind");
  const std::string inside = event.substr(bracket + 2, event.size() - bracket - 3);
  if (is_name(inside)) place = "in " + inside;
  else place = '(' + inside + ')';
  return words().value(event.substr(0, bracket), "kind");
}

}  // namespace

std::string name_of(const Group& group) {
  if (!group.name.empty()) return group.name;
  std::vector<const Origin*> figures;
  for (const Origin& origin : group.figures)
    if (figures.size() < most_figures) figures.push_back(&origin);
  std::sort(figures.begin(), figures.end(), [](const Origin* a, const Origin* b) {
    return std::tuple(a->source->date, a->source->id, !a->figure->in_title, a->figure->start) <
           std::tuple(b->source->date, b->source->id, !b->figure->in_title, b->figure->start);
  });
  std::string place;
  std::string event = most_frequent(figures, [](const Figure& f) { return f.event.view(); });
  const auto is_petition = [](const Origin* origin) { return origin->figure->event == "petition"; };
  if (event == "letter" && std::any_of(figures.begin(), figures.end(), is_petition)) event = "petition";
  std::string name = kind_of(event, place);
  if (name.empty())
    name = words().value(most_frequent(figures, [](const Figure& f) { return f.role.view(); }), "kind");
  const std::string who = most_frequent(figures, [](const Figure& f) {
    return f.relation == "subset" || f.role == "other" ? "" : people_of(f.who);
  });
  if (!who.empty() && name.find(" of ") == std::string::npos) name += " of " + who;
  if (!place.empty()) return name + ' ' + place;
  if (const std::string topic = topic_of(figures); !topic.empty()) return name + ' ' + topic;
  std::vector<std::string> names;
  for (const std::string& word : group.words)
    if (is_name(word) && names.size() < most_names && text::fold(word.substr(1)) == word.substr(1))
      names.push_back(word);
  if (!names.empty()) name += fmt::format(" ({})", fmt::join(names, ", "));
  return name;
}

}  // namespace presscut::tally
