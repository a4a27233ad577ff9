#include "tally/nodes.h"

#include <iterator>
#include <map>
#include <string_view>
#include <tuple>

#include "parallel/parallel.h"
#include "tally/words.h"
#include "text/text.h"

namespace presscut::tally {
namespace {

constexpr std::size_t distinctive = 20;  // numbers below come up everywhere

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A running number of a day "2024-10-25…", months as 31 days; 0 where there is none.
int day_number(std::string_view date) {
  if (date.size() < 10) return 0;
  const auto digits = [&](std::size_t at, std::size_t count) {
    int number = 0;
    for (std::size_t i = at; i < at + count; ++i) number = number * 10 + (date[i] - '0');
    return number;
  };
  return (digits(0, 4) * 12 + digits(5, 2)) * 31 + digits(8, 2);
}

template <typename Value>
void sort_once(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// Which of several of its kind: "counter" of "counter-letter", "second", "first", "valid" of "petition
// (valid)".
std::string_view variant_of(std::string_view label) {
  const auto bracket = label.find('(');
  if (bracket != std::string_view::npos && label.ends_with(')'))
    return label.substr(bracket + 1, label.size() - bracket - 2);
  if (label.starts_with("counter-")) return "counter";
  for (const std::string_view which : {"first", "second", "third"})
    if (label.starts_with(which) && label.substr(which.size()).starts_with(' ')) return which;
  return "";
}

Family family_of(const Figure& figure) {
  if (figure.role == "resigner") return Family::resignation;
  if (figure.role == "striker") return Family::strike;
  if (figure.role == "protester") return Family::protest;
  if (figure.role == "supporter") return Family::support;
  if (figure.role == "respondent") return Family::survey;
  const bool refuses = figure.role == "refuser" || figure.role == "retractor";
  if (refuses && figure.event.view().find("refusal") != std::string_view::npos) return Family::refusal;
  if (figure.role == "refuser" && figure.event.empty()) return Family::refusal;
  return Family::letter;
}

TopicWord topic_word(std::string_view written) {
  const std::string folded = text::fold(written);
  return {written, hash_of(folded), is_name(written, folded)};
}

// Its figures' words, and those of the head of its document where it has hardly any, or is the only event in
// it.
void add_words(const Source& source, bool only, Node& node) {
  std::vector<std::string_view> words;
  std::string_view last;
  for (const std::size_t f : node.figures) {
    const std::string_view lines = source.figures[f].words;
    if (lines != last) add_lines(lines, words);
    last = lines;  // the same for all figures of a sentence
  }
  sort_once(words);
  if (only || words.size() < 4) add_lines(source.words, words), sort_once(words);
  node.words.reserve(words.size()), node.keys.reserve(words.size());
  for (const std::string_view word : words) {
    node.words.push_back(topic_word(word));
    node.keys.push_back(node.words.back().key);
    node.names += node.words.back().is_name;
  }
  std::sort(node.keys.begin(), node.keys.end());
}

// The nodes of the document with number `s`.
std::vector<Node> nodes_of(std::size_t s, const Source& source) {
  std::map<std::tuple<std::string_view, Family, std::string_view>, Node> own;
  for (std::size_t f = 0; f < source.figures.size(); ++f) {
    const Figure& figure = source.figures[f];
    if (figure.role == "other") continue;
    const Family family = family_of(figure);
    // A march, a boycott and a blockade of one text are words for one thing.
    const std::string_view label = family == Family::protest ? variant_of(figure.event) : figure.event.view();
    Node& node = own[{figure.named, figure.named.empty() ? family : Family::letter,
                      figure.named.empty() ? label : ""}];
    if (node.figures.empty())
      node.source = s, node.day = day_number(source.date), node.family = family, node.label = figure.event,
      node.name = figure.named, node.variant = variant_of(figure.event);
    node.figures.push_back(f);
    if (node.head.empty() && figure.relation != "subset") node.head = head_of(figure.who);
    for (const auto& value : {figure.interval.low, figure.interval.high})
      if (value && *value >= distinctive && figure.relation != "goal" && figure.relation != "subset")
        node.values.push_back(*value);
  }
  std::vector<std::string_view> places;
  for (const auto& [key, node] : own)
    if (is_place(node)) places.push_back(node.variant);
  std::vector<Node> nodes;
  nodes.reserve(own.size());
  for (auto& [key, node] : own) {
    node.places = places;
    sort_once(node.values);
    add_words(source, own.size() == 1, node);
    nodes.push_back(std::move(node));
  }
  return nodes;
}

}  // namespace

bool is_place(const Node& node) {
  const bool goes_out = node.family == Family::protest || node.family == Family::strike;
  return goes_out && !node.variant.empty() && node.label.ends_with(')') && !is_digit(node.variant[0]);
}

std::vector<Node> nodes_of(const std::vector<Source>& sources, int threads) {
  std::vector<std::vector<Node>> nodes(sources.size());
  parallel::each(sources.size(), threads, [&](std::size_t s) { nodes[s] = nodes_of(s, sources[s]); });
  std::vector<std::size_t> first(nodes.size() + 1);  // of a document
  for (std::size_t s = 0; s < nodes.size(); ++s) first[s + 1] = first[s] + nodes[s].size();
  std::vector<Node> all(first.back());
  parallel::each(nodes.size(), threads, [&](std::size_t s) {
    std::vector<Node> own = std::move(nodes[s]);
    std::move(own.begin(), own.end(), all.begin() + static_cast<std::ptrdiff_t>(first[s]));
  });
  return all;
}

}  // namespace presscut::tally
