#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>
#include <utility>

#include "numbers/counted.h"
#include "numbers/grammar.h"
#include "numbers/identifiers.h"
#include "numbers/interval.h"
#include "numbers/names.h"
#include "numbers/numbers.h"
#include "numbers/qualified.h"
#include "numbers/reader.h"
#include "text/reserve.h"

namespace presscut::numbers {
namespace {

// Paragraphs are read whole up to this many tokens, longer ones in pieces.
constexpr std::size_t piece = 20'000;
constexpr double oldest = 120;

constexpr std::array<std::string_view, 11> kind_names = {"cardinal", "ordinal",    "fraction",  "percentage",
                                                         "points",   "money",      "measure",   "age",
                                                         "ratio",    "multiplier", "identifier"};

class Finder {
 public:
  Finder(std::string_view text, Reader::Taken taken, const Rules& rules, const Lexicon& lexicon)
      : text_(text),
        more_taken_(std::move(taken)),
        rules_(rules),
        lexicon_(lexicon),
        units_(units(lexicon.language())),
        style_(text, lexicon.comma_decimals(), lexicon.language() != "en") {}

  bool next(std::vector<NumberMention>& found) {
    if (at_ == text_.size()) return false;
    tokens_.clear();
    at_ = text::tokenize(text_, at_, piece, tokens_);
    found_ = &found;
    hide_taken(tokens_);
    const Grammar grammar(text_, tokens_, lexicon_, units_, style_, rules_.rough);
    for (std::size_t i = 0; i < tokens_.size();) {
      if (rules_.identifiers && tokens_[i].all_capitals) add_roman(grammar, i);
      i = may_begin(tokens_, i) ? read(grammar, i) : i + 1;
    }
    return true;
  }

  std::size_t at() const { return at_; }

 private:
  // Tokens of dates are no words and no numbers.
  void hide_taken(std::vector<text::Token>& tokens) {
    if (tokens.empty()) return;
    more_taken_(tokens.back().end, taken_);
    const auto is_behind = [](std::size_t start) { return [=](Span span) { return span.end > start; }; };
    taken_.erase(taken_.begin(), std::find_if(taken_.begin(), taken_.end(), is_behind(tokens.front().start)));
    auto next = taken_.begin();
    if (next == taken_.end() || next->start >= tokens.back().end) return;
    for (text::Token& token : tokens) {
      next = std::find_if(next, taken_.end(), is_behind(token.start));
      if (next == taken_.end()) return;
      if (next->start < token.end) token.hash = taken_hash, token.kind = text::TokenKind::punctuation;
    }
  }

  // Whether a mention can begin here: most tokens end here.
  bool may_begin(const std::vector<text::Token>& tokens, std::size_t i) const {
    const text::Token& token = tokens[i];
    if (token.kind == text::TokenKind::word) return lexicon_.may_open(token.hash) && goes_on(tokens, i);
    if (token.kind == text::TokenKind::number) return true;
    if (token.hash == taken_hash) return false;
    return token.end - token.start > 1 || sign_goes_on(tokens, i);
  }

  // Behind an article, and behind the first word of a phrase, stands what only some words can be.
  bool goes_on(const std::vector<text::Token>& tokens, std::size_t i) const {
    if (i + 1 == tokens.size()) return true;
    const text::Token& next = tokens[i + 1];
    if (!lexicon_.is_article(tokens[i].hash))
      return next.kind == text::TokenKind::punctuation || lexicon_.may_open(tokens[i].hash, next.hash);
    return next.kind != text::TokenKind::word || lexicon_.may_follow_article(next.hash) ||
           units_.may_start(next.hash);
  }

  bool sign_goes_on(const std::vector<text::Token>& tokens, std::size_t i) const {
    return i + 1 < tokens.size() && tokens[i + 1].hash != taken_hash &&
           (tokens[i + 1].kind == text::TokenKind::number || lexicon_.may_open(tokens[i].hash));
  }

  // Reads what begins at `i`; behind it, or the next token.
  std::size_t read(const Grammar& grammar, std::size_t i) {
    if (const std::size_t name = grammar.is(i, Is::name)) return name;
    if (grammar.is_number(i))
      if (const std::size_t end = chain(grammar, i)) return add_identifier(grammar, i, end);
    Before before;
    const std::size_t start = read_before(grammar, i, before);
    if (!grammar.in(start) || (start > i && !grammar.same_line(start))) return i + 1;
    Quantity quantity;
    std::size_t end = grammar.range(start, quantity, before.joint || before.from, before.any);
    if (end == 0) return grammar.is_number(i) ? add_identifier(grammar, i, behind_digits(grammar, i)) : i + 1;
    // What "between" and "from" stand before is no range: without them.
    if ((before.joint || before.from) && !quantity.range) return i + 1;
    if (before.from && moves(grammar, i)) return i + 1;
    if (const std::size_t behind = other_bound(grammar, end, before, quantity)) end = behind;
    if (const std::size_t behind = repeated(grammar, end, quantity)) end = behind;
    return add(grammar, i, start, end, before, quantity);
  }

  // "more than 20 but fewer than 30": two bounds are a range.
  std::size_t other_bound(const Grammar& grammar, std::size_t end, const Before& before,
                          Quantity& quantity) const {
    const int side = side_of(before.qualifier);
    if (side == 0 || quantity.range || quantity.amount.rough || !grammar.same_line(end)) return 0;
    const std::size_t joint = std::max(grammar.is(end, Is::also), grammar.is(end, Is::however));
    if (joint == 0) return 0;
    Before second;
    const std::size_t start = read_before(grammar, joint, second);
    if (start == joint || side_of(second.qualifier) != -side) return 0;
    Quantity other;
    const std::size_t behind = grammar.quantity(start, other, {.qualified = true});
    if (behind == 0 || other.amount.rough || other.amount.ordinal != quantity.amount.ordinal) return 0;
    const double low = side < 0 ? quantity.amount.value : other.amount.value;
    const double high = side < 0 ? other.amount.value : quantity.amount.value;
    if (low > high || (quantity.unit && other.unit && quantity.unit != other.unit)) return 0;
    if (!quantity.unit) quantity.unit = other.unit;
    quantity.low = low;
    quantity.high = high;
    quantity.range = true;
    quantity.amount.rule = "range";
    return behind;
  }

  // "45 (forty-five)"
  static std::size_t repeated(const Grammar& grammar, std::size_t end, const Quantity& quantity) {
    if (quantity.range || quantity.unit || !grammar.is_mark(end, '(') || !grammar.same_line(end)) return 0;
    Amount again;
    const std::size_t behind = grammar.amount(end + 1, again);
    if (behind == 0 || !grammar.is_mark(behind, ')') || again.value != quantity.amount.value) return 0;
    return again.digits != quantity.amount.digits ? behind + 1 : 0;
  }

  // "rose from 20 to 30" are two numbers.
  static bool moves(const Grammar& grammar, std::size_t i) {
    return i > 0 && grammar.same_line(i) && grammar.is(i - 1, Is::verb);
  }

  // Behind digits that make no number.
  static std::size_t behind_digits(const Grammar& grammar, std::size_t i) {
    std::size_t end = i + 1;
    while (end < i + 24 && grammar.glued(end) &&
           (grammar.is_number(end) || (grammar.is_number(end + 1) && grammar.glued(end + 1))))
      ++end;
    return end;
  }

  std::string_view kind_of(const Quantity& q, const Before& before) const {
    if (q.amount.ordinal) return "ordinal";
    if (q.amount.factor) return "multiplier";
    if (q.amount.ratio) return "ratio";
    if (q.unit) {
      for (const std::string_view kind : {"percentage", "points", "money", "age", "multiplier"})
        if (q.unit->is(kind)) return kind;
      if (q.unit->is("weight_or_money"))
        return q.amount.scale > 1 || q.amount.value >= 10'000 ? "money" : "measure";
      return "measure";
    }
    if (before.aged) return "age";
    return q.amount.fraction && std::abs(q.amount.value) < 1 ? "fraction" : "cardinal";
  }

  // "the first", "her third": ordinals in words stand behind a determiner, or alone.
  static bool is_ordinal(const Grammar& grammar, std::size_t start, std::size_t end, const Quantity& q) {
    if (q.amount.digits) return true;
    if (start == 0 || !grammar.same_line(start)) return grammar.ends(end) || !grammar.is(end, Is::stop);
    const std::size_t before = start - 1;
    return grammar.is(before, Is::the) || grammar.is(before, Is::a) || grammar.spelling(before) == "s" ||
           grammar.is_mark(before, '\'');
  }

  // "8200" behind "Unit 8200"
  bool is_known_name(const Grammar& grammar, std::size_t start, std::size_t end) const {
    return !names_.empty() && may_recur(grammar, start, end) && names_.contains(grammar.token(start).hash);
  }

  // "Dan Levi, 43,"
  static bool is_age(const Grammar& grammar, std::size_t start, std::size_t end, const Quantity& q) {
    return q.amount.plain && q.amount.value > 0 && q.amount.value <= oldest && start >= 2 &&
           grammar.is_mark(start - 1, ',') && grammar.is_word(start - 2) &&
           grammar.token(start - 2).capital && !grammar.looks_plural(start - 2) &&
           (grammar.is_mark(end, ',') || grammar.is_mark(end, '.'));
  }

  // Behind the name of which digits are a part, or for which they stand; 0 where they are a number.
  std::size_t name_at(const Grammar& grammar, std::size_t start, std::size_t end, bool counts) {
    const std::size_t behind = identifier(grammar, start, end, counts);
    if (behind == 0) return !counts && is_known_name(grammar, start, end) ? end : 0;
    if (behind == end && may_recur(grammar, start, end) && !grammar.glued(start))
      names_.insert(grammar.token(start).hash);
    return behind;
  }

  std::size_t add(const Grammar& grammar, std::size_t i, std::size_t start, std::size_t end, Before before,
                  const Quantity& quantity) {
    const Amount& amount = quantity.amount;
    if (amount.ordinal && !is_ordinal(grammar, start, end, quantity)) return end;
    if (is_title(grammar, start, end, quantity) || is_year(grammar, end, quantity) ||
        is_without(grammar, end, quantity))
      return add_identifier(grammar, start, end);
    const bool known = quantity.unit || amount.factor || amount.ratio;
    if (const std::size_t behind = known && !quantity.unit ? 0 : read_after(grammar, end, before, false))
      end = behind;
    const bool single =
        !quantity.range && !amount.rough && !amount.fraction && (amount.value == 1 || amount.ordinal);
    const bool has_noun = !quantity.unit && !amount.factor;
    const Span noun = has_noun ? counted(grammar, end, single) : Span{};
    if (!before.any && !known && amount.digits && amount.scale == 1 && !amount.ordinal)
      if (const std::size_t name = name_at(grammar, start, end, noun.size() > 0))
        return add_identifier(grammar, start, name);
    if (before.any && amount.plain && !known)
      if (const std::size_t name = behind_suffix(grammar, end)) return add_identifier(grammar, start, name);
    NumberMention mention;
    mention.kind = kind_of(quantity, before);
    if (mention.kind == "cardinal" && !before.any && is_age(grammar, start, end, quantity))
      mention.kind = "age";
    mention.unit = unit_of(quantity, mention.kind, noun);
    if (noun.size() > 0 && has_noun) end = behind_noun(grammar, end, noun, before);
    const bool counts = (mention.kind == "cardinal") && amount.value == std::floor(amount.value);
    bound(mention, quantity, before.qualifier, counts);
    if (amount.ordinal && !quantity.range)
      mention.low = mention.high = amount.value, mention.qualifier = name(Qualifier::exact);
    mention.rule = amount.rule;
    if (amount.row) mention.rule += ' ' + amount.row->rule;
    if (before.row) mention.rule += ' ' + before.row->rule;
    mention.span = {grammar.token(i).start, grammar.token(end - 1).end};
    keep(std::move(mention));
    return end;
  }

  // "20 people or so": the qualifier takes the noun into the span.
  std::size_t behind_noun(const Grammar& grammar, std::size_t end, Span noun, Before& before) const {
    std::size_t at = end;
    while (grammar.in(at) && grammar.token(at).start < noun.end) ++at;
    const std::size_t behind = read_after(grammar, at, before, true);
    return behind > 0 ? behind : end;
  }

  std::string unit_of(const Quantity& q, std::string_view kind, Span noun) const {
    if (!q.unit) return kind == "age" ? "year" : std::string(slice(text_, noun));
    if (kind == "multiplier") return "";
    std::string unit = q.unit->is("weight_or_money") && kind == "money" ? "GBP" : q.unit->name;
    if (!q.rate.empty()) unit += '/' + q.rate;
    return unit;
  }

  std::size_t add_identifier(const Grammar& grammar, std::size_t i, std::size_t end) {
    if (rules_.identifiers) {
      NumberMention mention;
      mention.span = {grammar.token(i).start, grammar.token(end - 1).end};
      mention.kind = "identifier";
      mention.rule = "identifier";
      keep(std::move(mention));
    }
    return end;
  }

  // "World War II", "Article IV"
  void add_roman(const Grammar& grammar, std::size_t i) {
    const auto value = roman_name(grammar, i);
    if (!value) return;
    NumberMention mention;
    mention.span = grammar.token(i).span();
    mention.kind = "identifier";
    mention.low = mention.high = mention.point = *value;
    mention.rule = "roman";
    keep(std::move(mention));
  }

  void keep(NumberMention mention) {
    const auto& kinds = rules_.kinds;
    if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), mention.kind) == kinds.end()) return;
    if (rules_.min && (!mention.low || *mention.low < *rules_.min)) return;
    if (rules_.max && (!mention.high || *mention.high > *rules_.max)) return;
    text::reserve_ahead(*found_, mention.span.end, text_.size());
    found_->push_back(std::move(mention));
  }

  std::string_view text_;
  Reader::Taken more_taken_;
  std::vector<Span> taken_;  // those that reach into the piece at hand, or behind it
  const Rules& rules_;
  const Lexicon& lexicon_;
  const Units& units_;
  Style style_;
  std::unordered_set<std::uint64_t> names_;  // hashes of digits that were part of a name
  std::vector<text::Token> tokens_;
  std::size_t at_ = 0;
  std::vector<NumberMention>* found_ = nullptr;
};

}  // namespace

std::span<const std::string_view> kinds() { return kind_names; }

struct Reader::State {
  Finder finder;
};

Reader::Reader(std::string_view text, Taken taken, const Rules& rules, std::string_view language)
    : state_(new State{Finder(text, std::move(taken), rules, lexicon_of(text, language))}) {}
Reader::~Reader() = default;

bool Reader::next(std::vector<NumberMention>& found) { return state_->finder.next(found); }

std::size_t Reader::at() const { return state_->finder.at(); }

std::vector<NumberMention> find(std::string_view text, std::span<const Span> taken, const Rules& rules,
                                std::string_view language) {
  const auto next = [taken](std::size_t end, std::vector<Span>& spans) mutable {
    for (; !taken.empty() && taken.front().start < end; taken = taken.subspan(1))
      spans.push_back(taken.front());
  };
  std::vector<NumberMention> found;
  for (Reader reader(text, next, rules, language); reader.next(found);) {
  }
  return found;
}

}  // namespace presscut::numbers
