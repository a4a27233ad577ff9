#include "groups/corpus.h"

#include <algorithm>
#include <set>

#include "mentions/mentions.h"
#include "text/text.h"

namespace presscut::groups {
namespace {

std::string key_of(std::string_view name) {
  std::string key;
  for (const std::string& word : text::folded_words(name)) key += (key.empty() ? "" : " ") + word;
  return key;
}

// The one that is counted most often, of several the first by its bytes.
const std::string& commonest(const std::map<std::string, std::uint64_t>& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

}  // namespace

void Corpus::add(const Document& document) {
  if (!document.groups) return;
  std::set<std::string> here;
  for (const GroupMention& mention : *document.groups) {
    const std::string key = key_of(mention.name);
    if (key.empty()) continue;
    Name& name = names_[key];
    const std::string quote(mentions::quote(document, mention));
    ++name.spellings[mention.name];
    ++name.kinds[mention.kind];
    ++name.quotes[quote];
    ++name.mentions;
    here.insert(key);
    const std::string other = key_of(quote);
    if (mention.alias == "definition" && other != key && !other.empty()) ++names_[other].defined_as[key];
  }
  for (const std::string& key : here) ++names_[key].documents;
  documents_.emplace_back(here.begin(), here.end());
}

void Corpus::link() {
  for (auto& [key, name] : names_) {
    name.root = key;
    if (name.defined_as.size() != 1) continue;
    const std::string& other = name.defined_as.begin()->first;
    // Where each is defined as a name of the other, the one that more documents name stays.
    const Name& target = names_.find(other)->second;
    const bool mutual = target.defined_as.size() == 1 && target.defined_as.begin()->first == key;
    if (mutual && (name.documents != target.documents ? name.documents > target.documents : key < other))
      continue;
    name.root = other;
  }
}

std::string Corpus::root_of(std::string_view key) const {
  std::vector<std::string> path{std::string(key)};
  for (;;) {
    const auto name = names_.find(path.back());
    if (name == names_.end() || name->second.root.empty() || name->second.root == path.back())
      return path.back();
    // In a circle each name stands for the others: the first one by its bytes is taken.
    const auto again = std::find(path.begin(), path.end(), name->second.root);
    if (again != path.end()) return *std::min_element(again, path.end());
    path.push_back(name->second.root);
  }
}

void Corpus::apply(std::vector<GroupMention>& mentions) const {
  for (GroupMention& mention : mentions) {
    const std::string key = key_of(mention.name);
    const std::string root = root_of(key);
    const auto name = names_.find(root);
    if (name == names_.end() || name->second.spellings.empty()) continue;
    const std::string& spelling = commonest(name->second.spellings);
    if (spelling == mention.name) continue;
    mention.name = spelling;
    if (root != key || mention.alias.empty()) mention.alias = "corpus";
  }
}

std::vector<Corpus::Row> Corpus::rows() const {
  std::map<std::string, Name> groups;
  for (const auto& [key, name] : names_) {
    if (name.mentions == 0) continue;
    Name& group = groups[root_of(key)];
    for (const auto& [kind, count] : name.kinds) group.kinds[kind] += count;
    for (const auto& [quote, count] : name.quotes) group.quotes[quote] += count;
    group.mentions += name.mentions;
  }
  for (const auto& document : documents_) {
    std::set<std::string> roots;
    for (const std::string& key : document) roots.insert(root_of(key));
    for (const std::string& root : roots) ++groups[root].documents;
  }
  std::vector<Row> rows;
  for (const auto& [root, group] : groups) {
    const Name& name = names_.find(root)->second;
    Row row{commonest(name.spellings.empty() ? group.quotes : name.spellings),
            commonest(group.kinds),
            group.documents,
            group.mentions,
            {}};
    for (const auto& [quote, count] : group.quotes)
      if (quote != row.name) row.aliases.push_back(quote);
    rows.push_back(std::move(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return a.documents != b.documents ? a.documents > b.documents : a.mentions > b.mentions;
  });
  return rows;
}

}  // namespace presscut::groups
