// Named groups: who acts in a text. Organisations, movements, military units, parties, media, public bodies,
// unions, companies, courts; each mention with the one name of its group.
//
// Names in tables and definitions ("X (Y)", "X, known as Y", "a group called X") decide first, then shapes
// ("Soldiers for the X", "Unit 8200", "the X Brigade"), with a small trained tagger for what capitals alone
// do not tell. A name that is sure is found everywhere in its document, in its short forms, too. Knows
// English; names in other scripts come out whole where an English text gives them. Does not find unnamed
// bodies ("the committee"), nor places and nations that act ("London said").
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "groups/corpus.h"

namespace presscut::model {
class Chain;
}

namespace presscut::groups {

/// The kinds of groups, in the order in which documentation lists them.
std::span<const std::string_view> kinds();

/// Names that a user gives: which text stands for which group. Cheap to copy.
class Names {
 public:
  Names() = default;

  /// Adds the rows of a table with the columns name, aliases (with " | " between them), kind and id, of which
  /// all but the first may be left out or empty. `file` is for messages and for the rules of mentions
  /// ("FILE:id", else "FILE:name"). Throws std::runtime_error naming file, line and fault.
  void add(std::string_view file, std::string_view table);

  struct Table;
  const Table* table() const { return table_.get(); }

 private:
  std::shared_ptr<Table> table_;
};

struct Rules {
  Names names;               // they win over everything
  bool short_forms = false;  // "the unit", "the Network", too, where a named one was before
  std::shared_ptr<const model::Chain> weights;  // of the tagger; none: the built-in ones
  int margin = 0;  // how much likelier than nothing a name must be that only the tagger sees, 16 to a unit of
                   // log-likelihood
};

/// Weights of the tagger, from a table as scripts/train_groups.py writes it. `name` is for messages. Throws
/// std::runtime_error naming the table and the row at fault.
std::shared_ptr<const model::Chain> read_weights(std::string_view name, std::string_view table);

/// Every mention of a group in the title and text of a document: those of the title first, then those of the
/// text in their order, never overlapping. Mentions of one group have the same `name`.
///
///   "Ometz (Courage), a group"  ->  "Ometz" and "Courage", both with the name Ometz, the second an alias by
///                                   definition
///
/// Articles before a name and possessives behind it are not part of the quote. Linear in the text.
std::vector<GroupMention> find(std::string_view title, std::string_view text, const Rules& rules = {});

}  // namespace presscut::groups
