// Words of running text, as a corpus counts them.
//
// The rules are those of UAX #29 (Unicode Text Segmentation, section 4.1), and of its segments those that
// have a letter or a digit: "don't", "1,000.5", "U.S", Hebrew with gershayim and geresh, each ideograph. It
// departs from them where its own notes invite to: a colon is no part of a word (as in CLDR), typographic
// quotation marks stand for gershayim between Hebrew letters, a run of Thai, Lao, Khmer or Burmese is one
// word, since no dictionary is here to part it, and a full stop between a small letter and a capitalised word
// is a scrape's glue
// ("signed.The"). A hyphen and a maqaf part words. Knows no language.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace presscut::words {

/// Adds the words of `text` to `words`, in order, apart. What stands between them is white space, punctuation
/// or symbols. A blank or a line end always parts words, so that a text may be cut there. `text` is valid
/// UTF-8. Linear.
///
///   split("The U.S. didn’t sign 1,000.5 times.")  ->  "The" "U.S" "didn’t" "sign" "1,000.5" "times"
void split(std::string_view text, std::vector<Span>& words);
std::vector<Span> split(std::string_view text);

/// The words of `text` one by one, from byte `at` on, where a blank, a line end or a word ends.
class Reader {
 public:
  explicit Reader(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

  /// The next word; false at the end.
  bool next(Span& word);

 private:
  std::string_view text_;
  std::size_t at_;
};

/// Whether words that stand in one passage have `gap` between them: it holds no empty line.
bool is_within_paragraph(std::string_view gap);

/// How words are told apart.
enum class Form { folded, exact };

/// `word` as it is counted: in Normalization Form C, typographic apostrophes as "'", quotation marks between
/// Hebrew letters as gershayim; where `folded`, also case folded (Unicode, full): "STRASSE" and "Straße" are
/// one.
std::string normal(std::string_view word, Form form);

}  // namespace presscut::words
