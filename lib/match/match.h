// The user's own patterns over clean text: RE2 (github.com/google/re2/wiki/Syntax), each named group a
// column.
//
// RE2 takes no pattern that could run for ever: each search takes time linear in the text and bounded memory.
// A pattern that may look far ahead for each of its matches, as "a(.*b)?" does, can still look at a long line
// once for each.
#pragma once

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace presscut::match {

struct Pattern {
  std::string name;    // the rule of its mentions
  std::string regexp;  // UTF-8
  std::string where;   // "-e", "patterns.tsv:3": for messages
};

/// A pattern that is none: what is wrong, and the byte of `regexp` where; what() has where the pattern
/// stands.
class BadPattern : public std::runtime_error {
 public:
  BadPattern(const std::string& what, std::string pattern, std::size_t byte)
      : std::runtime_error(what), regexp(std::move(pattern)), at(byte) {}
  std::string regexp;
  std::size_t at;
};

/// The patterns in the text of a file: lines "name<tab>pattern"; empty lines and those that begin with '#'
/// say nothing. Throws std::runtime_error with `path` and line where one has no tab.
std::vector<Pattern> read(std::string_view path, std::string_view text);

class Patterns {
 public:
  /// Throws BadPattern. A group named id, start, end, quote or rule is refused: rows have these columns
  /// already.
  explicit Patterns(const std::vector<Pattern>& patterns);
  ~Patterns();

  /// The names of all groups in the order in which they come up.
  const std::vector<std::string>& groups() const { return groups_; }

  /// All matches in `text`, in its order, those of one pattern apart; what matches nothing but the empty
  /// string is none. `text` is valid UTF-8 in Normalization Form C, as patterns are read. Never throws on
  /// text.
  std::vector<MatchMention> find(std::string_view text) const;

 private:
  struct Compiled;
  std::vector<std::unique_ptr<Compiled>> compiled_;
  std::vector<std::string> groups_;
};

}  // namespace presscut::match
