// Words that stand one behind the other, found by a few of their letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"
#include "words/words.h"

namespace presscut::concordance {

class Phrase {
 public:
  /// Throws std::runtime_error where `phrase` has no word.
  Phrase(std::string_view phrase, words::Form form);

  /// Adds each place in `text` where the words stand, apart.
  void find(std::string_view text, std::vector<Span>& found) const;

  /// The words in their normal form with blanks between them.
  const std::string& name() const { return name_; }

 private:
  bool matches(std::string_view text, Span first, Span& whole) const;
  void find_by_letters(std::string_view text, std::vector<Span>& found) const;
  void find_word_by_word(std::string_view text, std::vector<Span>& found) const;

  words::Form form_;
  std::vector<std::string> words_;
  std::string name_;
  std::string letters_;     // ASCII letters and digits of the first word; in small letters where folded
  std::size_t rarest_ = 0;  // which of them is looked for
};

}  // namespace presscut::concordance
