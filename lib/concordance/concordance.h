// Where the words stand that somebody looks for, and what stands around them: key words in context.
//
// The node of a concordance is words, phrases, patterns, or what the finders found. Knows nothing of how
// lines are printed.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "match/match.h"
#include "words/words.h"

namespace presscut::concordance {

/// What is looked for.
struct Node {
  std::vector<std::string> phrases;  // of one word or several
  std::vector<match::Pattern> patterns;
  bool figures = false, dates = false, groups = false;  // the mentions that a document has
  bool text_only = false;                               // not in titles
  words::Form form = words::Form::folded;  // how phrases are compared; patterns say it themselves

  bool is_empty() const { return phrases.empty() && patterns.empty() && !figures && !dates && !groups; }
};

/// One place where the node stands. `term` is what was looked for: the phrase in its normal form, the name of
/// the pattern, the name of the group, the value of the date, who is counted.
struct Hit : Mention {
  std::string term;
};

class Finder {
 public:
  /// Throws match::BadPattern, and std::runtime_error where a phrase has no word.
  explicit Finder(const Node& node);
  ~Finder();

  /// Every place, the title's first, each in text order. Hits of one phrase or pattern are apart, others may
  /// overlap. Between the words of a phrase stand white space and dashes alone; no empty line. Linear.
  std::vector<Hit> find(const Document& document) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Which word of its passage a hit begins at, counted from 1, and how many words the passage has. Behind the
/// last word it is that one; where there is none, 0.
struct Position {
  std::size_t word = 0, words = 0;
};

/// The positions of `hits`. Linear in title and text.
std::vector<Position> positions(const Document& document, const std::vector<Hit>& hits);

/// How much is shown on each side.
struct Width {
  std::size_t count = 10;
  enum class Unit { words, characters } unit = Unit::words;
};

/// From the first byte to show to the last, around `span` of `text`: so many words with what stands between
/// them and the marks that touch them, or so many code points. What is written without blanks is cut far out.
/// O(what is shown).
Span context(std::string_view text, Span span, Width width);

/// The words of `context` in their normal form with a blank behind each, to sort lines by: those behind a
/// node in their order, those before it from the nearest on.
std::string sort_key(std::string_view context, bool is_before);

}  // namespace presscut::concordance
