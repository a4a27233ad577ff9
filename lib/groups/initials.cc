#include "groups/initials.h"

#include <utility>

namespace presscut::groups {
namespace {

int capitals_of(std::string_view word) {
  int capitals = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t letter = text::decode(word, at);
    capitals += text::fold(letter) != letter;
  }
  return capitals;
}

// "bb" for "BrimBox": of a word whose parts are words of their own, none shorter than three letters; empty
// for "McLane" and "UofT".
std::string initials_within(std::string_view word) {
  std::string initials;
  int parts = 0, letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t letter = text::decode(word, at), small = text::fold(letter);
    if (letter != small) {
      if (parts > 0 && letters < 3) return {};
      text::append(initials, small);
      ++parts;
      letters = 0;
    } else if (parts == 0) {
      return {};
    }
    ++letters;
  }
  return parts > 1 && letters >= 3 ? initials : std::string();
}

// How many bytes of an acronym the word accounts for: its first letter, whatever its case, and small letters
// behind that which the word has, too.
std::size_t shared_letters(std::string_view word, std::string_view acronym) {
  std::size_t taken = 0;
  for (std::size_t in_word = 0; taken < acronym.size() && in_word < word.size();) {
    std::size_t next = taken;
    const char32_t letter = text::decode(acronym, next), own = text::decode(word, in_word);
    if (taken == 0 ? text::fold(letter) != text::fold(own) : letter != own || text::fold(letter) != letter)
      break;
    taken = next;
  }
  return taken;
}

}  // namespace

bool is_native(const Terms& terms, int i) {
  if (!terms[i].is_word()) return false;
  const std::string_view word = terms.spelling(i);
  std::size_t at = 0;
  const char32_t first = text::decode(word, at);
  // Scripts other than Latin: Greek and on, without what Latin has beyond it.
  return first >= 0x370 && !(first >= 0x1D00 && first < 0x2000) && !(first >= 0x2C60 && first < 0x2C80) &&
         !(first >= 0xA720 && first < 0xA800);
}

bool is_acronym(const Terms& terms, int i) {
  const Term& term = terms[i];
  const std::size_t size = term.end - term.start;
  return term.is_word() && size >= 2 && size <= 10 && !is_native(terms, i) &&
         (term.all_capitals || (size <= 7 && (term.inner_capital || capitals_of(terms.spelling(i)) > 1)));
}

bool are_initials(const Terms& terms, int begin, int end, std::string_view acronym) {
  // Each letter is the first one of a word, words in their order, and small letters behind it may go on in
  // that word; small words may be passed over.
  std::size_t at = 0;
  for (int i = begin; i < end; ++i) {
    if (!terms[i].is_word() || (terms[i - 1].mark == '\'' && !terms[i].space_before)) continue;
    const std::size_t taken = shared_letters(terms.spelling(i), acronym.substr(at));
    if (taken == 0 && terms[i].has_capital()) return false;
    at += taken;
  }
  return at == acronym.size();
}

std::vector<std::string> initials_of(const Terms& terms, int begin, int end) {
  std::vector<std::string> result;
  const auto add = [&](std::string initials) {
    if (!initials.empty() && (result.empty() || result.back() != initials))
      result.push_back(std::move(initials));
  };
  if (end - begin == 1) {
    add(initials_within(terms.spelling(begin)));
    return result;
  }
  std::string all, capitals;
  for (int i = begin; i < end; ++i) {
    const Term& term = terms[i];
    if (!term.is_word() || (terms.is(i, "s") && terms[i - 1].mark == '\'')) continue;
    if (terms.is(i, "at") && !term.capital) add(all), add(capitals);
    std::size_t in_word = 0;
    const char32_t initial = text::fold(text::decode(terms.spelling(i), in_word));
    text::append(all, initial);
    if (term.has_capital()) text::append(capitals, initial);
  }
  add(std::move(all));
  add(std::move(capitals));
  return result;
}

}  // namespace presscut::groups
