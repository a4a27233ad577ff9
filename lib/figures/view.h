// A text as its sentences, in tokens, with the words that the lexicon knows and the counts that were found.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "figures/figures.h"
#include "figures/lexicon.h"
#include "figures/lists.h"
#include "text/token_window.h"

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
  std::string_view qualifier;  // of the number, or a literal
  bool share = false;          // "a fifth", "10 percent"
};

/// A sentence, or a piece of one that is very long: what stands in it is compared with each other.
struct Sentence {
  std::size_t from = 0, to = 0;  // tokens
  std::size_t behind = 0;        // the byte where the sentence before ends
  std::vector<Mark> marks;
  std::vector<Count> counts;
};

class View {
 public:
  /// `found` gives the dates and numbers of `text`, which must outlive the view. A date is no word: "in
  /// March".
  View(std::string_view text, Pieces found, const Lexicon& lexicon);

  std::string_view text() const { return text_; }
  const text::TokenWindow& tokens() const { return tokens_; }
  std::size_t sentence_count() const { return bounds_.size(); }

  /// Sentence number `at`, which is read where it is not at hand. It stays where it is until it is forgotten,
  /// and then cannot be read again.
  const Sentence& sentence(std::size_t at) const;

  /// Lets go of what was read of the sentences before `at`, and of their dates and numbers: a text has more
  /// of them than are looked at together.
  void forget_before(std::size_t at) const;

  /// The dates of the sentences at hand, in their order.
  const std::deque<DateMention>& dates() const { return dates_; }

  bool is(std::size_t token, std::string_view word) const;
  bool is(std::size_t token, List list) const { return token < tokens_.size() && is_in(list, word(token)); }
  bool begins_date(std::size_t token) const;
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
  struct Bounds {
    std::uint32_t from = 0, to = 0;  // tokens
  };

  void split();
  void know(std::size_t end) const;
  std::size_t end_before(std::size_t token) const;
  Sentence read(std::size_t at) const;
  void mark(Sentence& sentence) const;
  bool is_name(const Sentence& sentence, std::size_t at) const;
  void place_nobody(Sentence& sentence) const;
  void place(Sentence& sentence) const;
  std::optional<Count> count_of(const Sentence& sentence, const NumberMention& number) const;
  Phrase read_phrase(const Sentence& sentence, std::size_t at) const;

  std::string_view text_;
  Pieces found_;
  const Lexicon& lexicon_;
  text::TokenWindow tokens_;
  std::vector<Bounds> bounds_;
  mutable std::map<std::size_t, Sentence> read_;  // by number; nodes stay where they are
  mutable std::deque<NumberMention> numbers_;     // of the sentences at hand, and some behind; the same
  mutable std::deque<DateMention> dates_;
  mutable std::size_t known_ = 0;  // what begins before this byte has been found
};

}  // namespace presscut::figures
