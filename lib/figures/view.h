// A text as its sentences, in tokens, with the words that the lexicon knows and the counts that were found.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "figures/lexicon.h"

namespace presscut::figures {

/// A word or phrase of the lexicon at a token.
struct Mark {
  std::size_t at = 0, end = 0;  // tokens
  const Entry* entry = nullptr;
};

/// The noun phrase behind a number.
struct Phrase {
  std::size_t end = 0;  // the token behind it
  Noun noun = Noun::unknown;
  bool empty = true;                 // no noun follows
  const Entry* role = nullptr;       // "strikers", "signatures"
  bool more = false, prior = false;  // "other", "previous"
  const Entry* doing = nullptr;      // "striking dockers"
};

/// A number that may count people.
struct Count {
  const NumberMention* number = nullptr;  // none where a word stands for one: "nobody"
  Span span;                              // of the number with its qualifier
  std::size_t at = 0, end = 0;            // tokens
  Phrase phrase;
  std::optional<double> low, high;
  std::string qualifier;
  bool share = false;  // "a fifth", "10 percent"
};

/// A sentence, or a piece of one that is very long: what stands in it is compared with each other.
struct Sentence {
  std::size_t from = 0, to = 0;  // tokens
  std::vector<Mark> marks;
  std::vector<Count> counts;
};

class View {
 public:
  /// `numbers` and `dates` are those of `text`, which must outlive the view. A date is no word: "in March".
  View(std::string_view text, const std::vector<const NumberMention*>& numbers,
       const std::vector<Span>& dates, const Lexicon& lexicon);

  std::string_view text() const { return text_; }
  const std::vector<text::Token>& tokens() const { return tokens_; }
  const std::vector<Sentence>& sentences() const { return sentences_; }

  bool is(std::size_t token, std::string_view word) const;
  bool begins_date(std::size_t token) const { return token < dated_.size() && dated_[token]; }
  std::string_view word(std::size_t token) const { return slice(text_, tokens_[token].span()); }

  /// The marks that start in [from, to).
  std::span<const Mark> marks(const Sentence& sentence, std::size_t from, std::size_t to) const;

  /// Whether nothing between two tokens begins another clause.
  bool in_one_clause(std::size_t from, std::size_t to) const;

  /// Whether the noun phrase at a token is of people: "of the drivers".
  bool people_at(const Sentence& sentence, std::size_t token) const;

  /// The mark that starts at a token, or covers it; nullptr where none does.
  const Mark* mark_at(const Sentence& sentence, std::size_t token) const;

 private:
  void split();
  void mark(const std::vector<Span>& dates, const Lexicon& lexicon);
  bool is_name(const Sentence& sentence, std::size_t at) const;
  void place_nobody(Sentence& sentence, const Lexicon& lexicon);
  void place(const std::vector<const NumberMention*>& numbers, const Lexicon& lexicon);
  Phrase read_phrase(const Sentence& sentence, std::size_t at, const Lexicon& lexicon) const;

  std::string_view text_;
  const Lexicon& lexicon_;
  std::vector<text::Token> tokens_;
  std::vector<Sentence> sentences_;
  std::vector<bool> dated_;  // tokens in which a date begins
};

}  // namespace presscut::figures
