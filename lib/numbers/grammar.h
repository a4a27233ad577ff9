// The grammar of numbers: which tokens form an amount, a quantity, a range. It knows classes of words, never
// words.
//
// Every method reads from the token at `i` and returns the place behind what it read, 0 where nothing stands
// there. None looks further than a few dozen tokens, so that the whole is linear.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "numbers/digits.h"
#include "numbers/lexicon.h"
#include "numbers/units.h"
#include "text/tokens.h"

namespace presscut::numbers {

/// Words of a scale go on with a number that is counted in them: "two million and a half".
inline constexpr double least_scale = 1000;

/// What stands before an amount.
struct Context {
  bool money = false;      // a sign of money
  bool qualified = false;  // a qualifier
  bool length = false;     // a length that a range begins with
};

/// One number as it is stated, without what it counts.
struct Amount {
  double value = 0;
  double low = 0, high = 0;  // of a rough one
  double scale = 1;          // the scale that ends it: a million in "2.5 million"
  bool digits = false;       // it begins with digits
  bool plain = false;        // digits alone, without any mark
  bool ordinal = false;
  bool fraction = false;
  bool rough = false;
  bool ratio = false;
  bool factor = false;
  Context context;
  const Reading* row = nullptr;  // of a rough word
  std::string_view rule;
};

/// An amount with its unit: money, a percentage, a measure, or nothing known.
struct Quantity {
  Amount amount;
  double low = 0, high = 0;  // of a range
  bool range = false;
  const Unit* unit = nullptr;
  std::string rate;  // what it is counted by: "hour" in "$15 an hour"
};

/// Tokens that `taken` covers have this hash: nothing reads across them.
inline constexpr std::uint64_t taken_hash = 1;

class Grammar {
 public:
  Grammar(std::string_view text, std::span<const text::Token> tokens, const Lexicon& lexicon,
          const Units& units, Style& style, Rough rough)
      : text_(text), tokens_(tokens), lexicon_(lexicon), units_(units), style_(style), rough_(rough) {}

  /// "2.5 million", "twenty-five", "a third", "dozens", "one in five"; `money` where a sign of money stands
  /// before.
  std::size_t amount(std::size_t i, Amount& amount, Context context = {}) const;

  /// The same with its unit: "$3bln", "20 per cent", "17-year-old".
  std::size_t quantity(std::size_t i, Quantity& quantity, Context context = {}) const;

  /// "20 to 30 percent", "$10-15 million", "two or three"; `joint` where the first number may be joined by
  /// "and", as behind "between". A single quantity where no second one follows.
  std::size_t range(std::size_t i, Quantity& quantity, bool joint, bool qualified) const;

  // Conditions on single tokens.
  bool in(std::size_t i) const { return i < tokens_.size(); }
  const text::Token& token(std::size_t i) const { return tokens_[i]; }
  std::size_t size() const { return tokens_.size(); }
  std::string_view spelling(std::size_t i) const {
    return in(i) ? slice(text_, tokens_[i].span()) : std::string_view();
  }
  bool is_number(std::size_t i) const {
    return in(i) && tokens_[i].kind == text::TokenKind::number && tokens_[i].hash != taken_hash;
  }
  bool is_word(std::size_t i) const {
    return in(i) && tokens_[i].kind == text::TokenKind::word && tokens_[i].hash != taken_hash;
  }
  bool is_text(std::size_t i) const {
    return is_word(i) || (in(i) && tokens_[i].hash == taken_hash);
  }  // or of a date
  bool is_mark(std::size_t i, char mark) const;
  bool glued(std::size_t i) const { return in(i) && !tokens_[i].space_before; }
  bool same_line(std::size_t i) const { return in(i) && !tokens_[i].line_before; }
  bool ends(std::size_t i) const {
    return !same_line(i) || (!is_word(i) && !is_number(i));
  }  // no word follows
  std::size_t is(std::size_t i,
                 Is what) const;  // behind the word or phrase of this class, 0 where it is none
  const Reading* reading(std::size_t i, Is what, std::size_t& taken) const;
  const Entry* entry(std::size_t i, std::size_t& taken) const {
    if (!lexicon_.may_know(tokens_[i].hash)) return nullptr;
    Looked& last = looked_[i % looked_.size()];
    if (last.at != i) last.entry = lexicon_.longest(tokens_, last.at = i, last.taken);
    taken = last.taken;
    return last.entry;
  }
  std::size_t after_hyphen(std::size_t i) const {
    return is_mark(i, '-') && glued(i) && glued(i + 1) ? i + 1 : i;
  }

  bool looks_plural(std::size_t i) const;  // by its ending, or the table

  std::span<const text::Token> tokens() const { return tokens_; }
  const Lexicon& lexicon() const { return lexicon_; }
  std::string_view text() const { return text_; }

 private:
  std::size_t whole_amount(std::size_t i, Amount& amount) const;
  bool is_sign(std::size_t i) const;
  std::size_t in_digits(std::size_t i, Amount& amount) const;
  std::size_t ordinal_end(std::size_t i) const;
  std::size_t in_words(std::size_t i, Amount& amount) const;
  bool is_pronoun(std::size_t i, std::size_t end) const;
  std::size_t point(std::size_t i, Amount& amount) const;
  std::size_t scales(std::size_t i, Amount& amount) const;
  std::size_t short_scale(std::size_t i, Amount& amount) const;
  bool means_unit(std::size_t i, const Amount& amount) const;
  std::size_t and_part(std::size_t i, Amount& amount) const;
  std::size_t smaller(std::size_t i, Amount& amount) const;
  std::size_t joined_part(std::size_t i, std::size_t end, Amount& amount) const;
  bool is_ordinal(std::size_t i) const;
  bool joins_fraction(std::size_t i) const;
  double denominator(std::size_t i, bool sure, bool plural, std::size_t& taken) const;
  std::size_t one_unit(std::size_t i, Quantity& quantity) const;
  std::size_t fraction(std::size_t i, Amount& amount) const;
  std::size_t rough(std::size_t i, Amount& amount) const;
  std::size_t ratio(std::size_t i, Amount& amount) const;
  std::size_t factor(std::size_t i, Amount& amount) const;

  std::size_t money_before(std::size_t i, const Unit*& unit) const;
  std::size_t unit_behind(std::size_t i, Quantity& quantity) const;
  bool stands(const Unit& unit, std::size_t i, std::size_t end, const Amount& amount) const;
  bool closes_quote(std::size_t i) const;
  std::size_t inches(std::size_t i, Quantity& quantity) const;
  std::size_t parts(std::size_t i, Quantity& quantity) const;
  std::size_t rate(std::size_t i, Quantity& quantity) const;
  bool is_move(std::size_t i, const Quantity& by, const Quantity& to) const;
  bool is_range(const Quantity& first, const Quantity& second, bool alternative) const;

  // What has been looked up: a token is asked for its class again and again while one number is read.
  struct Looked {
    std::size_t at = ~std::size_t{0};
    const Entry* entry = nullptr;
    std::size_t taken = 0;
  };

  std::string_view text_;
  std::span<const text::Token> tokens_;
  mutable std::array<Looked, 16> looked_;
  const Lexicon& lexicon_;
  const Units& units_;
  Style& style_;
  Rough rough_;
};

}  // namespace presscut::numbers
