// The names of groups over all documents of a run.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace presscut::groups {

/// Learns from every document which names stand for one group, then says so to each. What it learns does not
/// depend on the order of the documents. Memory: what is found in them.
///
/// A name that some document defines as that of one other group ("AWN" in "Anvil Workers Network (AWN)") is
/// that group's wherever a document leaves it by itself; where documents define it as that of several, it
/// stays what each says.
class Corpus {
 public:
  /// Looks at the groups of a document.
  void add(const Document& document);

  /// Once all documents are added: decides which names are one.
  void link();

  /// Gives each mention the name that its group has in the corpus.
  void apply(std::vector<GroupMention>& mentions) const;

  /// A group with how often it is named, the most often named first.
  struct Row {
    std::string name, kind;
    std::uint64_t documents = 0, mentions = 0;
    std::vector<std::string> aliases;  // other quotes, sorted
  };
  std::vector<Row> rows() const;

 private:
  using Counts = std::map<std::string, std::uint64_t>;
  struct Name {
    Counts spellings, kinds, quotes;
    Counts defined_as;  // keys of the groups of which some document says that this is a name
    std::uint64_t documents = 0, mentions = 0;
    std::string root;  // the key of its group
  };

  std::string root_of(std::string_view key) const;

  std::map<std::string, Name, std::less<>> names_;   // by folded words
  std::vector<std::vector<std::string>> documents_;  // the names of each
};

}  // namespace presscut::groups
