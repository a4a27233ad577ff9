// Names of a table, the user's or the built-in one, looked up in a text.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "groups/groups.h"
#include "groups/terms.h"
#include "groups/trie.h"

namespace presscut::groups {

struct Names::Table {
  /// A group, as its row has it.
  struct Group {
    std::string name, rule;
    std::uint8_t kind = 0;
  };

  /// How a text may spell it. Capitals of the spelling must be capitals of the text, the other way round
  /// nothing is asked.
  struct Spelling {
    std::uint32_t group = 0;
    std::uint32_t capitals = 0, all_capitals = 0;  // a bit for each token
    bool needs_article = false;                    // stands for the group only behind "the"
    bool is_name = false;                          // the name itself, no alias
  };

  void add(std::string_view file, std::string_view table);

  /// The longest spelling that begins at term `at`: which one, and how many terms it takes; nullptr where
  /// none begins there.
  const Spelling* longest(const Terms& terms, int at, int& taken) const;

  std::vector<Group> groups;

 private:
  void add_spelling(std::string_view spelling, std::uint32_t group, bool is_name);

  Trie trie_;
  std::bitset<4096> small_;  // the words that a spelling begins with in small letters, by hash
  std::vector<std::vector<Spelling>> spellings_;  // by place in the trie
};

/// The table that comes with presscut.
const Names::Table& built_in_names();

}  // namespace presscut::groups
