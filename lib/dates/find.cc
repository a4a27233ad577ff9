#include <algorithm>
#include <charconv>

#include "dates/dates.h"
#include "dates/ends.h"
#include "dates/grammar.h"
#include "dates/language.h"
#include "dates/lists.h"
#include "dates/reader.h"
#include "dates/resolve.h"
#include "dates/tense.h"
#include "dates/terms.h"
#include "text/reserve.h"

namespace presscut::dates {
namespace {

// Paragraphs are read whole up to this many tokens, longer ones in pieces.
constexpr std::size_t piece = 20'000;

std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  if (at + count > text.size()) return std::nullopt;
  const char* const end = text.data() + at + count;
  const auto [stop, error] = std::from_chars(text.data() + at, end, value);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

// "2024-10-25" and "2024-10-25T19:46"
Anchors anchors_of(std::string_view published) {
  Anchors anchors;
  const auto year = digits(published, 0, 4), month = digits(published, 5, 2), day = digits(published, 8, 2);
  if (!year || !month || !day || !is_day(*year, *month, *day)) return anchors;
  anchors.published = day_of(*year, *month, *day);
  const auto hour = digits(published, 11, 2), minute = digits(published, 14, 2);
  if (hour && minute && *hour < 24 && *minute < 60) anchors.published_minute = *hour * 60 + *minute;
  return anchors;
}

// Whether a number at `i` can begin an expression: a long one may be a year, others need something behind
// them, or a word before them that asks for a time or a day.
bool number_may_begin(const Terms& terms, int i) {
  const Term& term = terms[i];
  const Term& next = terms[i + 1];
  const Term& before = terms[i - 1];
  if (term.digits == 4 || term.digits == 8 || before.mark == '-' || before.opens().asks) return true;
  if (terms.is(i - 1, Is::also) && terms.is(i - 3, Is::month)) return true;  // "June 18 and 19"
  if (term.digits == 0 && term.number >= 1000) return true;                  // "two thousand and twenty"
  const Term& second = terms[i + 2];
  const Term& third = terms[i + 3];
  const bool digits_behind = term.digits > 0 && second.digits > 0 && !second.space_before;
  switch (next.mark) {
    case 0:
      if (next.has_number || next.opens().counted || terms.is(i + 1, Is::tonight)) return true;
      return !next.space_before && (next.entry || next.end - next.start == 1);  // "90s"
    case '-':
    case '~': return second.has_number || second.entry;
    case '\'': return true;
    case '?': return next.opens().counted;  // "1½ hours"
    case ':': return digits_behind;
    case '/': return digits_behind || second.entry;  // "7/Oct/2023"
    case ',': return digits_behind && (third.entry || third.has_number);
    case '.':
      if (next.entry || terms.is(i + 2, Is::half_day) || terms.is(i + 2, Is::month)) return true;
      return digits_behind && (third.entry || third.has_number || third.mark == '.' || third.mark == '-');
    default: return false;
  }
}

// Whether an expression can begin with this term: most terms end here.
bool may_begin(const Terms& terms, int i) {
  const Term& term = terms[i];
  const Term& next = terms[i + 1];
  const auto followed = [&] {
    if (next.mark != 0) return next.mark == '-' || next.mark == '\'' || next.mark == '@' || term.digits > 0;
    return next.has_number || (!next.space_before && next.start > 0) || next.opens().follows;
  };
  if (term.entry) {
    if (term.opens().alone) return true;
    if (term.opens().named && (term.capital || next.has_number)) return true;
    if (term.opens().followed && (followed() || terms.value(i - 1, Is::during) == 1)) return true;
  }
  if (term.has_number) return number_may_begin(terms, i);
  if (term.entry) return false;
  if (term.capital && next.opens().follows && terms.is(i + 1, Is::unit)) return true;  // "XXe siècle"
  if (next.digits == 0) return false;
  return term.mark == '\'' || (term.capital && term.end - term.start >= 3);  // "'99", a misspelt month
}

// Whether what an expression hangs on stands near enough: no more than a few words come before it.
bool has_hinge(const Terms& terms, int i) {
  constexpr int farthest = 8;
  for (int j = i; j < i + farthest && j < terms.size(); ++j)
    if (terms[j].has_number || terms[j].opens().hinge) return true;
  return false;
}

// What is kept from text to text: large, and costly to get anew.
struct Room {
  std::vector<text::Token> tokens;
  Terms terms;
};

[[gnu::noinline]] Room& room_of_thread() {
  thread_local Room room;
  return room;
}

class Finder {
 public:
  Finder(std::string_view text, const Rules& rules, const Lexicon& lexicon, Order order, Anchors anchors)
      : text_(text), rules_(rules), lexicon_(lexicon), order_(order), anchors_(std::move(anchors)) {}

  bool next(std::vector<DateMention>& found) {
    if (at_ == text_.size()) return false;
    auto& [tokens, terms] = room_of_thread();
    tokens.clear();
    at_ = text::tokenize(text_, at_, piece, tokens);
    found_ = &found;
    const std::size_t before = found.size();
    last_weekday_end_ = last_known_end_ = 0;
    last_.reset();
    if (lexicon_.may_say_when(text_, tokens)) {  // most short paragraphs have no such word
      terms.read(text_, tokens, lexicon_);
      read(terms);
    }
    ++anchors_.paragraphs;
    if (!rules_.types.empty()) drop_other_types(before);
    return true;
  }

  std::size_t at() const { return at_; }

 private:
  void drop_other_types(std::size_t from) {
    const auto is_other = [&](const DateMention& m) {
      return std::find(rules_.types.begin(), rules_.types.end(), m.type) == rules_.types.end();
    };
    const auto first = found_->begin() + static_cast<std::ptrdiff_t>(from);
    found_->erase(std::remove_if(first, found_->end(), is_other), found_->end());
  }

  void read(const Terms& terms) {
    Grammar grammar(terms, lexicon_, order_);
    Expression expression;
    int end = 0;  // of the last expression
    for (const int i : terms.candidates()) {
      if (i < end || !may_begin(terms, i) || !has_hinge(terms, i) || !grammar.read(i, expression)) continue;
      end = expression.end;
      add(terms, grammar, expression);
    }
  }

  // "Seven Days", "Chimes at Midnight", "Saturday Morning Breakfast Cereal": what nobody writes with capitals
  // in running text.
  static bool is_title(const Terms& terms, const Expression& e) {
    constexpr int running_text = 30;  // terms; headlines have capitals everywhere
    const int begin = terms.is(e.begin, Is::the) ? e.begin + 1 : e.begin;
    const Term &first = terms[begin], &last = terms[e.end - 1], &next = terms[e.end];
    const bool name_behind = next.kind == Term::Kind::word && next.capital && !next.entry && !next.has_number;
    if (name_behind && last.capital && !last.all_capitals && first.capital && e.end - e.begin > 1 &&
        e.meanings.back().kind == Meaning::Kind::duration)
      return true;  // "the Thirty Years War"
    if (terms.size() < running_text || !first.capital || !last.capital || first.all_capitals) return false;
    if (terms.is(e.end - 1, Is::part_of_day) && name_behind) return true;
    if (terms[e.begin - 1].kind != Term::Kind::word) return false;
    const Meaning::Kind kind = e.meanings.back().kind;
    return kind == Meaning::Kind::duration || kind == Meaning::Kind::reference ||
           terms.is(e.end - 1, Is::clock) || terms.is(e.end - 1, Is::repeatedly);
  }

  // "USA Today", "the Daily Mail": a word with a capital among others is part of a name.
  bool is_name(const Terms& terms, const Expression& e) const {
    if (is_title(terms, e)) return true;
    if (e.end - e.begin > 1 || !terms[e.begin].capital || !terms[e.begin].entry) return false;
    if (terms.mark(e.end, '.') && !terms[e.end].space_before && !terms[e.end + 1].space_before &&
        terms[e.end + 1].kind == Term::Kind::word)
      return true;  // "TODAY.com"
    if (terms[e.begin].all_capitals) return false;
    for (const Is what :
         {Is::month, Is::weekday, Is::feast, Is::month_or_word, Is::month_short, Is::weekdays})
      if (terms.is(e.begin, what)) return false;
    const auto proper = [&](int i) {
      return terms[i].kind == Term::Kind::word && terms[i].capital && !terms[i].entry && !terms[i].has_number;
    };
    return proper(e.begin - 1) || proper(e.end);
  }

  // The word before an expression, past an article or "about".
  static Opening opening(const Terms& terms, const Expression& e) {
    const Meaning& root = e.meanings.back();
    if (root.opening != Opening::none) return root.opening;
    if (root.kind == Meaning::Kind::shift && root.base == Meaning::none && root.from_text)
      return Opening::none;
    const int before = e.begin - 1;
    const bool between = terms.is(before, Is::at) || terms.is(before, Is::on) ||
                         terms.is(before, Is::approximately) || terms.is(before, Is::the);
    const int i = between && !terms.is(before, Is::since) ? before - 1 : before;
    if (terms.is(i, Is::since)) return terms.value(i, Is::since) == 1 ? Opening::from : Opening::since;
    if (terms.is(i, Is::after)) return Opening::after;
    if (terms.is(i, Is::before)) return Opening::before;
    if (terms.value(i, Is::until) == 1) return Opening::until;
    return Opening::none;
  }

  // "Monday and Tuesday", "from November to March": the second is the first one after the first.
  void follow_list(const Terms& terms, Expression& e) const {
    Meaning& m = e.meanings.front();
    const int link = terms.is(e.begin - 1, Is::the) ? e.begin - 2 : e.begin - 1;
    if (m.kind != Meaning::Kind::calendar || m.base != Meaning::none || m.direction != Direction::none)
      return;
    if (last_weekday_end_ != 0 && link == last_weekday_end_ && links(terms, link))
      m.after_previous = m.weekday != 0 && m.day == Meaning::unknown;
    if (last_known_end_ != 0 && link == last_known_end_ &&
        (terms.is(link, Is::until) || terms.mark(link, '-')))
      m.after_previous |= m.month != Meaning::unknown && m.year == Meaning::unknown && m.weekday == 0;
  }

  // "Last year", which what lacks a year behind it may be of, as behind a year in digits.
  static bool names_year(const Expression& e) {
    const Meaning& m = e.meanings.back();
    return m.kind == Meaning::Kind::unit && m.grain == Grain::year && !m.year_before;
  }

  void add(const Terms& terms, Grammar& grammar, Expression& e) {
    if (is_name(terms, e)) return;
    take_from_next(terms, grammar, e);
    follow_list(terms, e);
    const Meaning& leaf = e.meanings.front();
    last_weekday_end_ = leaf.kind == Meaning::Kind::calendar && leaf.weekday != 0 ? e.end : 0;
    const Opening opened = opening(terms, e);
    Tense tense = tense_at(terms, e.begin, e.end, lexicon_);
    if (opened == Opening::since) tense = Tense::over;
    if ((opened == Opening::until || opened == Opening::from) && tense == Tense::unknown)
      tense = Tense::future;
    const bool undated = !anchors_.published;
    const bool told = undated && tense == Tense::unknown && is_timeless(terms, e.begin, e.end);
    anchors_.timeless = undated && (told || (anchors_.timeless && anchors_.paragraphs == 0));
    Resolved resolved = resolve(e.meanings, e.type, anchors_, tense, rules_.prefer, lexicon_);
    open(resolved, opened);
    if (resolved.period) {
      anchors_.told =
          resolved.anchor.empty() || (resolved.anchor == "text" && anchors_.told) || names_year(e);
      anchors_.text = resolved.period;
      anchors_.paragraphs = 0;
      anchors_.timeless = false;
    }
    last_known_end_ = resolved.period && resolved.period->is_known() ? e.end : 0;
    append(terms, e, std::move(resolved));
  }

  void append(const Terms& terms, const Expression& e, Resolved resolved) {
    End end;
    if (rules_.ranges == Ranges::whole) end = {e.begin, e.end, e.meanings.back(), resolved};
    if (const Link link = last_ ? link_of(terms, *last_, end) : Link::none; link != Link::none) {
      if (auto whole = stretch(link, *last_, end, anchors_)) {
        DateMention& first = found_->back();
        first.rule = "ends " + first.rule;
        first.span.end = terms[e.end - 1].end;
        fill(first, std::move(*whole));
        last_.reset();
        return;
      }
    }
    if (rules_.ranges == Ranges::whole) last_ = std::move(end);
    DateMention mention;
    mention.span = {terms[e.begin].start, terms[e.end - 1].end};
    mention.rule.reserve(e.rule.size() + (e.row ? 1 + e.row->rule.size() : 0));
    mention.rule = e.rule;
    if (e.row) mention.rule.append(1, ' ').append(e.row->rule);
    fill(mention, std::move(resolved));
    text::reserve_ahead(*found_, mention.span.end, text_.size());
    found_->push_back(std::move(mention));
  }

  static void fill(DateMention& mention, Resolved resolved) {
    mention.type = resolved.type;
    mention.value = std::move(resolved.value);
    mention.earliest = std::move(resolved.earliest);
    mention.latest = std::move(resolved.latest);
    mention.anchor = std::move(resolved.anchor);
  }

  std::string_view text_;
  const Rules& rules_;
  const Lexicon& lexicon_;
  Order order_;
  Anchors anchors_;
  std::size_t at_ = 0;
  std::vector<DateMention>* found_ = nullptr;
  std::optional<End> last_;   // the last expression, where the ends of a stretch are to be one
  int last_weekday_end_ = 0;  // behind the last expression, where it was a weekday
  int last_known_end_ = 0;    // behind the last expression, where its day is known
};

}  // namespace

struct Reader::State {
  State(std::string_view text, const Rules& rules, const Source& source, const Lexicon& words)
      : finder(text, rules, words, rules.order != Order::unknown ? rules.order : order_of(words, source),
               anchors_of(source.published)) {}

  Finder finder;
};

Reader::Reader(std::string_view text, const Rules& rules, const Source& source)
    : state_(new State(text, rules, source, language_of(text, source.language))) {}
Reader::~Reader() = default;

bool Reader::next(std::vector<DateMention>& found) { return state_->finder.next(found); }

std::size_t Reader::at() const { return state_->finder.at(); }

std::vector<DateMention> find(std::string_view text, const Rules& rules, const Source& source) {
  std::vector<DateMention> found;
  for (Reader reader(text, rules, source); reader.next(found);) {
  }
  return found;
}

bool has_language(std::string_view language) {
  return lexicon(language.substr(0, language.find('-'))) != nullptr;
}

}  // namespace presscut::dates
