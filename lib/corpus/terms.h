// Terms of a corpus while it is counted, document by document.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/counts.h"
#include "words/words.h"

namespace presscut::corpus {

class Terms {
 public:
  explicit Terms(words::Form form) : form_(form) {}

  /// The term that a word counts for. It is looked up as it is written: only what is met for the first time
  /// is brought to its normal form.
  std::uint32_t of(std::string_view word);

  /// Counts the words of `text` for the document at hand; how many there are.
  std::uint64_t note_all(std::string_view text);

  /// The term of `length` words that stand one behind the other.
  std::uint32_t of(const std::uint32_t* words, std::size_t length);

  /// Counts a term once for the document at hand.
  void note(std::uint32_t term);

  /// Ends a document, whose terms are counted for `slice`; whether it had any.
  bool flush(std::uint32_t slice);

  Counts counts;

 private:
  std::uint32_t of(const Vocabulary::Key& word);

  words::Form form_;
  Vocabulary written_, grams_;
  std::vector<std::uint32_t> of_written_, of_grams_;
  std::vector<std::uint32_t> times_, touched_;  // of the document at hand
};

}  // namespace presscut::corpus
