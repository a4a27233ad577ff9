#include "tally/naming.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
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

// What words do in the sentence of a figure.
enum class Duty : std::uint8_t { kind, sent, tie, place, link, end, loose, anyone };
constexpr std::array<std::string_view, 8> duties = {"kind", "sent", "tie",   "place",
                                                    "link", "end",  "loose", "anyone"};

struct Word {
  std::bitset<duties.size()> does;
  std::string shown;  // at the head of a topic

  bool is(Duty duty) const { return does[static_cast<std::size_t>(duty)]; }
};

// naming.en.tsv.
class Words {
 public:
  Words() {
    const tables::Table table("naming.en.tsv", embedded::naming_en_tsv);
    for (const auto& row : table.rows()) {
      const std::string name(row.cells[0]), shown(row.cells[2]);
      const auto duty =
          static_cast<Duty>(std::find(duties.begin(), duties.end(), row.cells[1]) - duties.begin());
      if (duty == Duty::kind) kinds_.add(name, shown);
      Word& word = words_[text::hash_of_folded(name)];
      word.does.set(static_cast<std::size_t>(duty));
      if (duty == Duty::tie || word.shown.empty()) word.shown = duty == Duty::tie ? shown : name;
    }
  }

  const Word& operator[](const Token& token) const {
    static const Word idle;
    const auto at = words_.find(token.hash);
    return at == words_.end() ? idle : at->second;
  }

  // Of an event or a role: the word shown.
  std::string kind(std::string_view name) const {
    const std::string* const shown = kinds_.find(name);
    return shown ? *shown : std::string(name);
  }

 private:
  std::unordered_map<std::uint64_t, Word> words_;  // by the hash that tokens carry
  tables::Lookup<std::string> kinds_;
};

const Words& words() {
  static const Words all;
  return all;
}

// A sentence in tokens and what they do.
struct Sentence {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<const Word*> words;

  explicit Sentence(std::string_view whole) : text(whole), tokens(text::tokenize(whole)) {
    words.reserve(tokens.size());
    for (const Token& token : tokens) words.push_back(&tally::words()[token]);
  }

  std::string_view written(std::size_t at) const { return slice(text, tokens[at].span()); }

  // "Kestrel Bay", "the Ebble depot"; empty where no name follows.
  std::string_view place(std::size_t at) const {
    static const std::uint64_t article = text::hash_of("the");
    const bool the = at < tokens.size() && tokens[at].hash == article;
    const std::size_t name = at + the;
    if (name >= tokens.size() || !tokens[name].capital || words[name]->is(Duty::end)) return "";
    std::size_t end = name;
    while (end < tokens.size() && tokens[end].capital && tokens[end].kind == TokenKind::word) ++end;
    if (the && end < tokens.size() && tokens[end].kind == TokenKind::word && !words[end]->is(Duty::end))
      ++end;
    return slice(text, {tokens[at].start, tokens[end - 1].end});
  }

  // The words from token `at` on, up to what ends a topic; empty where they are none.
  std::string_view topic(std::size_t at) const {
    static const std::uint64_t of = text::hash_of("of");
    std::size_t end = at, last = at;
    for (; end < tokens.size() && end < at + longest_topic; ++end) {
      if (tokens[end].kind != TokenKind::word && !is_apostrophe(end)) break;
      if (words[end]->is(Duty::end)) break;
      if (!words[end]->is(Duty::loose) && !words[end]->is(Duty::link)) last = end + 1;
    }
    if (last == at || at >= tokens.size() || tokens[at].hash == of) return "";
    return slice(text, {tokens[at].start, tokens[last - 1].end});
  }

 private:
  // Or another mark within a word.
  bool is_apostrophe(std::size_t at) const {
    const std::string_view mark = written(at);
    return tokens[at].kind == TokenKind::punctuation && !tokens[at].space_before && mark.size() < 4 &&
           mark != "." && mark != ",";
  }
};

// What a topic is introduced by, the most telling first.
enum class Tie : std::uint8_t { to_whom, about_what, place };

struct Topic {
  Tie tie = Tie::place;
  std::string words;  // "to the minister of ports"
};

std::vector<Topic> topics_of(const Figure& figure) {
  static const std::uint64_t to_somebody = text::hash_of("to");
  std::vector<Topic> topics;
  const Sentence sentence(figure.sentence);
  for (std::size_t i = 0; i + 1 < sentence.tokens.size(); ++i) {
    const Word& word = *sentence.words[i];
    const std::string_view name = word.is(Duty::place) ? sentence.place(i + 1) : "";
    const bool place = !name.empty();
    if (!place && !word.is(Duty::tie)) continue;
    const bool sent = i > 0 && sentence.words[i - 1]->is(Duty::sent);
    const bool to = sentence.tokens[i].hash == to_somebody;
    if (to && (!sent || sentence.words[i + 1]->is(Duty::tie))) continue;
    const std::string_view topic = place ? name : sentence.topic(i + 1);
    if (topic.empty()) continue;
    topics.push_back({to      ? Tie::to_whom
                      : place ? Tie::place
                              : Tie::about_what,
                      fmt::format("{} {}", word.shown, topic)});
  }
  return topics;
}

// Figures of one sentence follow each other; the others of it say nothing new.
bool is_told_again(const Origin& before, const Origin& origin) {
  return before.source == origin.source && before.figure->sentence == origin.figure->sentence;
}

// The topic of the strongest tie that most documents have; of several the one that comes first.
std::string topic_of(const std::vector<const Origin*>& figures) {
  std::map<std::pair<Tie, std::string>, std::pair<std::set<const Source*>, std::size_t>> found;
  std::vector<Topic> order;
  for (std::size_t n = 0; n < figures.size(); ++n) {
    if (n > 0 && is_told_again(*figures[n - 1], *figures[n])) continue;
    for (const Topic& topic : topics_of(*figures[n]->figure)) {
      auto& [documents, first] = found[{topic.tie, text::fold(topic.words)}];
      if (documents.empty()) first = order.size(), order.push_back(topic);
      documents.insert(figures[n]->source);
    }
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
  while (from < sentence.words.size() && sentence.words[from]->is(Duty::loose)) ++from;
  if (from == sentence.words.size()) return "";
  if (std::any_of(sentence.words.begin(), sentence.words.end(),
                  [](const Word* word) { return word->is(Duty::anyone); }))
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
  if (bracket == std::string::npos) return words().kind(event);
  const std::string inside = event.substr(bracket + 2, event.size() - bracket - 3);
  if (is_name(inside)) place = "in " + inside;
  else place = '(' + inside + ')';
  return words().kind(event.substr(0, bracket));
}

}  // namespace

std::string name_of(const Group& group) {
  if (!group.name.empty()) return group.name;
  std::vector<const Origin*> figures(std::min(group.figures.size(), most_figures));
  for (std::size_t n = 0; n < figures.size(); ++n) figures[n] = &group.figures[n];
  std::sort(figures.begin(), figures.end(), [](const Origin* a, const Origin* b) {
    return std::tie(a->source->date, a->source->id, b->figure->in_title, a->figure->start) <
           std::tie(b->source->date, b->source->id, a->figure->in_title, b->figure->start);
  });
  std::string place;
  std::string event = most_frequent(figures, [](const Figure& f) { return f.event.view(); });
  const auto is_petition = [](const Origin* origin) { return origin->figure->event == "petition"; };
  if (event == "letter" && std::any_of(figures.begin(), figures.end(), is_petition)) event = "petition";
  std::string name = kind_of(event, place);
  if (name.empty())
    name = words().kind(most_frequent(figures, [](const Figure& f) { return f.role.view(); }));
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
