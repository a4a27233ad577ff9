// A noun phrase without a grammar of the language. What counts more than one is a plural: the phrase goes
// from the number to the first word that looks like one, and on over further plurals ("sports clubs": a verb
// that follows a plural does not end like one). What stands between must be able to stand before a noun, so
// function words, marks and verbs that people do end the search with nothing found. "and" goes on where a
// plural follows soon.
#include "numbers/counted.h"

#include <algorithm>
#include <string>

namespace presscut::numbers {
namespace {

constexpr int most_words = 6;  // before the plural
constexpr int most_plurals = 4;

class Phrase {
 public:
  explicit Phrase(const Grammar& grammar) : grammar_(grammar) {}

  // Behind the phrase; 0 where there is none. `start` moves to its first word.
  std::size_t read(std::size_t& start, bool single) const {
    std::size_t i = start;
    const std::size_t hyphen = grammar_.after_hyphen(i);
    if (hyphen > i) {  // "43-member"
      start = hyphen;
      return grammar_.is_word(hyphen) ? hyphen + 1 : 0;
    }
    if (!grammar_.same_line(i)) return 0;
    if (const std::size_t of = grammar_.is(i, Is::of)) {
      const std::size_t the = grammar_.is(of, Is::the);
      i = the > 0 ? the : of;
      i = behind_number(i);
      single = false;
    }
    while (const std::size_t more = grammar_.is(i, Is::more)) {
      if (!may_modify(more)) return 0;
      i = more;
    }
    start = i;
    if (grammar_.lexicon().capital_nouns()) return to_capital(i);
    return single ? singular(i) : plural(i);
  }

 private:
  // Past the number of "a third of the 770 staff".
  std::size_t behind_number(std::size_t i) const {
    Amount amount;
    if (const std::size_t end = grammar_.amount(i, amount)) return end;
    const std::size_t end = may_modify(i) ? grammar_.amount(i + 1, amount) : 0;  // "the original 57"
    return end > 0 ? end : i;
  }

  // A word with what hangs on it by hyphens: "ex-soldiers", "active-duty". Its last token.
  std::size_t last_of_word(std::size_t i) const {
    for (int parts = 0; parts < 4; ++parts) {
      if (!grammar_.is_mark(i + 1, '-') || !grammar_.glued(i + 1) || !grammar_.glued(i + 2) ||
          !grammar_.is_word(i + 2))
        break;
      i += 2;
    }
    return i;
  }

  bool may_modify(std::size_t i) const {
    return grammar_.same_line(i) && grammar_.is_word(i) && !grammar_.is(i, Is::stop) &&
           !grammar_.is(i, Is::also) && !grammar_.is(i, Is::either) && !grammar_.is(i, Is::verb) &&
           !is_number_word(i);
  }

  bool is_number_word(std::size_t i) const {
    return grammar_.lexicon().numbers().read(grammar_.tokens(), i).has_value();
  }

  std::size_t plural(std::size_t i) const {
    for (int words = 0; words < most_words; ++words) {
      if (!may_modify(i) && !(grammar_.is_word(i) && grammar_.same_line(i) && grammar_.is(i, Is::plural)))
        return 0;
      const std::size_t last = last_of_word(i);
      if (grammar_.looks_plural(last)) return more_plurals(last + 1);
      i = last + 1;
      if (possessive(i)) i += 2;
    }
    return 0;
  }

  // Plurals right behind one, and those that "and" joins.
  std::size_t more_plurals(std::size_t end) const {
    for (int more = 0; more < most_plurals; ++more) {
      if (grammar_.is_mark(end, '\'') && grammar_.glued(end) &&
          may_modify(end + 1)) {  // "soldiers' families"
        const std::size_t owned = plural(end + 1);
        return owned > 0 ? owned : end;
      }
      if (may_modify(end) && grammar_.looks_plural(last_of_word(end))) {
        end = last_of_word(end) + 1;
        continue;
      }
      const std::size_t joined = behind_joint(end);
      if (joined == 0) break;
      end = joined;
    }
    return end;
  }

  std::size_t behind_joint(std::size_t end, int depth = 0) const {
    std::size_t i = grammar_.same_line(end) ? grammar_.is(end, Is::also) : 0;
    if (i == 0 && grammar_.is_mark(end, ',') && grammar_.glued(end)) {  // "doctors, nurses and paramedics"
      i = end + 1;
      if (!may_modify(i) || !grammar_.looks_plural(last_of_word(i))) return 0;
      const std::size_t next = last_of_word(i) + 1;
      return depth < most_plurals && behind_joint(next, depth + 1) > 0 ? next : 0;
    }
    for (int words = 0; i > 0 && words < 2; ++words) {
      if (!may_modify(i)) return 0;
      const std::size_t last = last_of_word(i);
      if (grammar_.looks_plural(last)) return last + 1;
      i = last + 1;
    }
    return 0;
  }

  bool possessive(std::size_t i) const {
    return grammar_.is_mark(i, '\'') && grammar_.glued(i) && grammar_.glued(i + 1) &&
           grammar_.spelling(i + 1) == "s";
  }

  // "one reserve soldier": words that look like adjectives, then one more; "the first woman to" ends with
  // one.
  std::size_t singular(std::size_t i) const {
    for (int words = 0; words < most_words; ++words) {
      if (!may_modify(i)) return 0;
      const std::size_t last = last_of_word(i);
      if (grammar_.looks_plural(last)) return 0;
      if (!looks_adjective(last)) return last + 1;
      i = last + 1;
      if (!may_modify(i)) return ends_in(last, grammar_.lexicon().verbal_endings()) ? 0 : last + 1;
    }
    return 0;
  }

  bool looks_adjective(std::size_t i) const {
    return ends_in(i, grammar_.lexicon().adjective_endings()) ||
           ends_in(i, grammar_.lexicon().verbal_endings());
  }

  bool ends_in(std::size_t i, std::span<const std::string> endings) const {
    const std::string word = text::fold(grammar_.spelling(i));
    return std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
      return word == ending || (word.size() > ending.size() + 1 && word.ends_with(ending));
    });
  }

  // Where nouns are capital: past the small words that may stand before one.
  std::size_t to_capital(std::size_t i) const {
    for (int words = 0; words < most_words; ++words) {
      if (!may_modify(i)) return 0;
      const std::size_t last = last_of_word(i);
      if (grammar_.token(i).capital && !looks_adjective(last)) return last + 1;
      i = last + 1;
    }
    return 0;
  }

  const Grammar& grammar_;
};

}  // namespace

bool Grammar::looks_plural(std::size_t i) const {
  if (!is_word(i) || !same_line(i)) return false;
  if (is(i, Is::plural)) return true;
  if (is(i, Is::singular) || is(i, Is::stop)) return false;
  const std::string_view word = spelling(i);
  if (word.size() < 3 || word.size() > 40) return false;
  const auto ends_in = [&](const std::string& ending) {
    return word.size() > ending.size() + 1 &&
           text::equal_ascii_fold(word.substr(word.size() - ending.size()), ending);
  };
  const auto plural = lexicon_.plural_endings(), singular = lexicon_.singular_endings();
  return std::any_of(plural.begin(), plural.end(), ends_in) &&
         std::none_of(singular.begin(), singular.end(), ends_in);
}

Span counted(const Grammar& grammar, std::size_t i, bool single) {
  std::size_t start = i;
  const std::size_t end = Phrase(grammar).read(start, single);
  if (end <= start) return {};
  return {grammar.token(start).start, grammar.token(end - 1).end};
}

}  // namespace presscut::numbers
