#include "groups/forms.h"

#include <algorithm>
#include <utility>

#include "groups/accents.h"
#include "groups/groups.h"
#include "work/work.h"

namespace presscut::groups {
namespace {

constexpr std::size_t least_to_slip = 6;  // letters; short words are too like each other
constexpr int from_headline = 60;         // terms from a headline to the sentence that says who is meant

std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string result;
  for (std::size_t i = begin; i < end; ++i) result += (i > begin ? " " : "") + words[i];
  return result;
}

// Folded words without accents; the adjective of a state is its name, "U.S." one word. `core`: how many of
// them stand before a preposition or a comma; `tail`: how many up to the last of these.
std::vector<std::string> words_of(const Terms& terms, const Candidate& name, std::size_t& core,
                                  std::size_t& tail) {
  std::vector<std::string> words;
  bool in_core = true;
  for (int i = name.begin; i < name.end; ++i) {
    const Term& term = terms[i];
    const bool divides = i > name.begin && (term.mark == ',' || is_preposition(terms, i));
    if (divides) in_core = false;
    if (divides) tail = words.size() + (term.mark == 0);
    if (in_core) core = words.size() + (term.mark == 0);
    if (term.is(Is::nation) && i == name.begin) {
      words.push_back(text::fold(term.entry->nation));
      while (i + 1 < name.end && terms[i + 1].entry == term.entry && terms[i + 1].in_phrase) ++i;
      continue;
    }
    if (term.mark == '&') words.push_back("and");
    if (term.mark != 0) continue;
    const bool goes_on = !words.empty() && terms[i - 1].mark == '.' && !terms[i - 1].space_before &&
                         !term.space_before && term.end - term.start == 1;
    if (goes_on) words.back() += text::fold(terms.spelling(i));
    else if (terms.is(i, "s") && terms[i - 1].mark == '\'' && !words.empty()) words.back() += 's';
    else words.push_back(text::fold(without_accents(terms.spelling(i))));
  }
  return words;
}

// How many words stand before "'s".
std::size_t owner_of(const Terms& terms, const Candidate& name) {
  std::size_t words = 0;
  for (int i = name.begin; i < name.end; ++i) {
    if (terms[i].mark == '\'' && terms.is(i + 1, "s") && i + 2 < name.end) return words;
    words += terms[i].mark == 0 || terms[i].mark == '&';
  }
  return 0;
}

bool has_head(const Terms& terms, int begin, int end) {
  for (int i = begin; i < end; ++i)
    if (terms[i].is(Is::head)) return true;
  return false;
}

bool is_head(std::string_view word) {
  std::size_t taken = 0;
  const Entry* entry = longest(text::tokenize(word), 0, taken);
  return entry && entry->is(Is::head);
}

// "courts", "churches" and "libraries", folded.
bool is_plural_of_head(const std::string& word) {
  if (!word.ends_with('s') || word.size() < 4) return false;
  if (is_head(word.substr(0, word.size() - 1))) return true;
  if (word.ends_with("ies")) return is_head(word.substr(0, word.size() - 3) + 'y');
  return word.ends_with("es") && is_head(word.substr(0, word.size() - 2));
}

}  // namespace

bool is_preposition(const Terms& terms, int i) {
  if (terms.is(i, "the")) --i;
  return terms.is(i, List::preposition);
}

Forms::Forms(const Terms& terms, const std::vector<Candidate>& names) : terms_(terms) {
  form_of_.reserve(names.size());
  for (const Candidate& name : names) form_of_.push_back(form_for(name));
}

int Forms::form_for(const Candidate& name) {
  std::size_t core = 0, tail = 0;
  std::vector<std::string> words = words_of(terms_, name, core, tail);
  const auto [place, added] = by_words_.try_emplace(joined(words, 0, words.size()), size());
  if (added) forms_.push_back(new_form(name, std::move(words), core, tail));
  Form& form = at(place->second);
  form.last = name.begin;
  if (form.table_name.empty()) form.table_name = form.group_table = name.name;
  return place->second;
}

Form Forms::new_form(const Candidate& name, std::vector<std::string> words, std::size_t core,
                     std::size_t tail) const {
  Form form;
  form.words = std::move(words);
  form.core = core;
  form.tail = tail;
  form.first = terms_.spelling(name.begin, name.end);
  form.sample = &name;
  form.owner = owner_of(terms_, name);
  form.parent = size();
  form.is_acronym = name.end - name.begin == 1
                        ? terms_[name.begin].all_capitals || terms_[name.begin].inner_capital
                        : form.words.size() == 1 && form.first.find('.') != std::string::npos;
  return form;
}

int Forms::root(int f) {
  while (at(f).parent != f) f = at(f).parent = at(at(f).parent).parent;
  return f;
}

void Forms::join(int a, int b, std::string_view why) {
  const int x = std::min(root(a), root(b)), y = std::max(root(a), root(b));
  if (x == y) return;
  at(y).parent = x;
  Form &group = at(x), &joined = at(y);
  group.tables_differ =
      group.tables_differ || joined.tables_differ ||
      (!group.group_table.empty() && !joined.group_table.empty() && group.group_table != joined.group_table);
  if (group.group_table.empty()) group.group_table = joined.group_table;
  for (const int f : {b, a})
    if (at(f).alias.empty()) at(f).alias = why;
}

void Forms::define(int f, int as) {
  at(f).is_defined_as_other = true;
  join(as, f, "definition");
}

bool Forms::may_join(int a, int b) {
  const Form &x = at(root(a)), &y = at(root(b));
  if (x.group_table.empty() || y.group_table.empty()) return true;
  return !x.tables_differ && !y.tables_differ && x.group_table == y.group_table;
}

bool Forms::is_noun(int f) const {
  const Candidate& name = *(*this)[f].sample;
  return name.end - name.begin == 1 && terms_[name.begin].is(Is::head);
}

bool Forms::is_of_many(int f) const {
  const Candidate& name = *(*this)[f].sample;
  return name.end - name.begin == 1 && !terms_.is(name.begin - 1, "the") && is_plural_of_head(words(f));
}

bool Forms::begins_with_theme(int f) const {
  const Candidate& name = *(*this)[f].sample;
  return name.end - name.begin > 2 && terms_.is(name.begin + 1, "in");
}

bool Forms::is_body_of(int longer, int f) const {
  const Form &shorter = (*this)[f], &whole = (*this)[longer];
  const Candidate &name = *whole.sample, &own = *shorter.sample;
  if (shorter.words.size() == whole.core || is_noun(f) || !whole.table_name.empty()) return false;
  const int behind = name.begin + (own.end - own.begin);
  const bool is_known = shorter.is_acronym || !shorter.table_name.empty();
  const bool is_complete = is_known || terms_[own.end - 1].is(Is::head) ||
                           (has_head(terms_, own.begin, own.end) && has_head(terms_, behind, name.end));
  if (!is_complete) return false;
  for (int i = behind; i < name.end; ++i) {
    const bool says_what =
        terms_[i].is(Is::head) && (shorter.is_acronym || terms_[i].entry->kind == own.kind);
    if (!says_what && !terms_[i].is_number()) return true;
  }
  return false;
}

bool Forms::is_one_of_many(int longer, int f) const {
  const Candidate& name = *(*this)[longer].sample;
  return (*this)[f].is_acronym && !terms_[name.begin].is(Is::nation);
}

bool Forms::is_named_in_time(int f, int name) const {
  const Form& noun = (*this)[f];
  const int begin = (*this)[name].sample->begin;
  return begin < noun.last || begin - noun.sample->begin <= from_headline;
}

bool Forms::is_place(int f) const {
  const Candidate& name = *(*this)[f].sample;
  for (int i = name.begin; i < name.end; ++i)
    if (!terms_[i].is(Is::nation) && !terms_[i].is(Is::place)) return false;
  return true;
}

bool Forms::is_called_by_place(int f) const {
  const std::string_view kind = kinds()[(*this)[f].sample->kind];
  return kind == "education" || kind == "sport";
}

bool Forms::is_called_by_tail(int f) const {
  return (*this)[f].core == 1 && is_called_by_place(f) && !is_part_of_school(*(*this)[f].sample);
}

bool Forms::is_coordination(int f) const {
  const auto& words = (*this)[f].words;
  for (std::size_t n = 1; n + 1 < words.size(); ++n)
    if (words[n] == "and" && by_words_.contains(joined(words, 0, n)) &&
        by_words_.contains(joined(words, n + 1, words.size())))
      return true;
  return false;
}

bool Forms::adds_only_nouns(int longer, int f) const {
  const Candidate &name = *(*this)[longer].sample, &shorter = *(*this)[f].sample;
  const int first = name.begin + (shorter.end - shorter.begin);
  for (int i = first; i < name.end; ++i)
    if (!terms_[i].is(Is::head)) return false;
  return first < name.end;
}

std::vector<std::string> Forms::shortened(int f) const {
  std::vector<std::string> result;
  const Candidate& name = *(*this)[f].sample;
  std::string initials;
  int taken = 0;
  for (int i = name.begin; i < name.end; ++i) {
    if (!terms_[i].has_capital()) continue;
    if (taken >= 2) result.push_back(initials + ' ' + rest_of(i, name.end));
    std::size_t in_word = 0;
    text::append(initials, text::fold(text::decode(terms_.spelling(i), in_word)));
    ++taken;
  }
  work::spend(static_cast<std::size_t>((name.end - name.begin) * taken));
  return result;
}

std::vector<int> Forms::one_slip_away(int f) const {
  std::vector<int> result;
  const auto& parts = (*this)[f].words;
  if (parts.size() < 2) return result;
  const auto add = [&](const std::string& words) {
    if (const auto other = by_words_.find(words); other != by_words_.end()) result.push_back(other->second);
  };
  const std::string all = words(f);
  std::size_t begin = 0;
  for (const std::string& word : parts) {
    for (std::size_t i = begin + 1; word.size() >= least_to_slip && i < begin + word.size(); ++i) {
      std::string other = all;
      if (i + 1 < begin + word.size() && all[i] != all[i + 1]) {
        std::swap(other[i], other[i + 1]);
        add(other);
      }
      add(other.assign(all).erase(i, 1));
    }
    work::spend(all.size() * word.size());
    begin += word.size() + 1;
  }
  return result;
}

std::string Forms::rest_of(int begin, int end) const {
  std::string rest;
  for (int i = begin; i < end; ++i)
    if (terms_[i].mark == 0) rest += (i > begin ? " " : "") + text::fold(terms_.spelling(i));
  return rest;
}

std::string Forms::words(int f, std::size_t begin, std::size_t end) const {
  return joined((*this)[f].words, begin, end);
}

}  // namespace presscut::groups
