// Names are joined by what tables and the text say, then by form: the same words but for articles, the case
// of capitals and the spelling of states ("U.S.", "American"); initials, of all words or of the first ones;
// the first words of a longer name, or its last. A form that fits two groups joins neither. Each step sees
// the groups that the step before has left, so that "the Congress" is one with "US Congress" and "United
// States Congress" once these are one.
#include "groups/link.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "groups/groups.h"
#include "groups/initials.h"
#include "work/work.h"

namespace presscut::groups {
namespace {

// What one spelling of a name is, over all of its mentions.
struct Form {
  std::vector<std::string> words;  // folded, states by their names
  std::size_t core = 0;            // how many of them stand before "of", "at" or a comma
  std::string first;               // the first spelling
  const Candidate* sample = nullptr;
  std::string table_name;  // that a table gives
  int parent = 0;          // in the groups of forms
  int mentions = 0;
  bool is_acronym = false;
  std::string alias;  // what joined it
  bool is_defined_as_other = false;
};

class Linker {
 public:
  Linker(const Terms& terms, const std::vector<Candidate>& names) : terms_(terms), names_(names) {
    for (const Candidate& name : names) form_of_.push_back(form_for(name));
  }

  void join_tables() {
    std::map<std::string, int> by_table;
    for (int f = 0; f < size(); ++f) {
      if (at(f).table_name.empty()) continue;
      const auto [first, added] = by_table.try_emplace(at(f).table_name, f);
      if (!added) join(first->second, f, "table");
    }
  }

  void join_definitions(const std::vector<Alias>& aliases) {
    std::unordered_map<int, std::size_t> by_begin, by_end;
    for (std::size_t n = 0; n < names_.size(); ++n) {
      by_begin[names_[n].begin] = n;
      by_end[names_[n].end] = n;
    }
    for (const Alias& alias : aliases) {
      const auto name = by_end.find(alias.name_end), other = by_begin.find(alias.begin);
      if (name == by_end.end() || other == by_begin.end()) continue;
      if (names_[other->second].end != alias.end) continue;
      const int begin = names_[name->second].begin;
      if (alias.name_begin >= 0 && begin > alias.name_begin && alias.pattern != std::string_view("brackets"))
        continue;
      // "the Harbour Hawks of the Northern Rowing League (NRL)": the letters are those of the league.
      if (begin < alias.name_begin && is_preposition(alias.name_begin - 1)) continue;
      const int a = form_of_[name->second], b = form_of_[other->second];
      if (a == b) continue;
      at(b).is_defined_as_other = true;
      join(a, b, "definition");
    }
  }

  // "AWN" and "Anvil Workers Network" where nothing defines it.
  void join_acronyms() {
    std::unordered_map<std::string, std::vector<int>> by_initials;
    for (int f = 0; f < size(); ++f) {
      if (at(f).words.size() < 2) continue;
      for (const std::string& initials : initials_of(terms_, at(f).sample->begin, at(f).sample->end))
        by_initials[initials].push_back(f);
    }
    for (int f = 0; f < size(); ++f) {
      if (!at(f).is_acronym) continue;
      const auto found = by_initials.find(text::fold(letters_of(at(f).first)));
      if (found != by_initials.end()) join_only(found->second, f, "acronym");
    }
  }

  // "UC Lesk" and "University of Corran, Lesk"; "EH Sheriff" and "Ellery Harbour Sheriff".
  void join_shortened() {
    std::unordered_map<std::string, std::vector<int>> by_shortened;
    for (int f = 0; f < size(); ++f)
      for (const std::string& shortened : shortened_of(f)) by_shortened[shortened].push_back(f);
    for (int f = 0; f < size(); ++f) {
      const Candidate& name = *at(f).sample;
      if (at(f).words.size() < 2 || !terms_[name.begin].all_capitals) continue;
      const auto found = by_shortened.find(joined(at(f).words, 0, at(f).words.size()));
      if (found != by_shortened.end()) join_only(found->second, f, "acronym");
    }
  }

  // "Anvil" and "Anvil Network"; "State Department" and "US State Department"; "Court" and "Court of
  // Appeals". What follows "of" or "at" is another body, of which the named one is a part, unless it is the
  // place of a university.
  void join_parts(bool prefixes) {
    std::unordered_map<std::string, std::vector<int>> by_part;
    for (int f = 0; f < size(); ++f) {
      const auto& words = at(f).words;
      if (is_coordination(words)) continue;
      work::spend(words.size() * words.size());
      const std::size_t core = at(f).core;
      for (std::size_t n = 1; n < words.size(); ++n) {
        if (prefixes) by_part[joined(words, 0, n)].push_back(f);
        else if (n < core || (n == 2 && is_called_by_tail(f)))
          by_part[joined(words, n, words.size())].push_back(f);
        if (!prefixes && n < core && core < words.size()) by_part[joined(words, n, core)].push_back(f);
      }
    }
    for (int f = 0; f < size(); ++f) {
      const auto found = by_part.find(joined(at(f).words, 0, at(f).words.size()));
      if (found == by_part.end()) continue;
      std::vector<int> others = found->second;
      if (is_place(f)) std::erase_if(others, [&](int other) { return !is_called_by_place(other); });
      join_only(others, f, prefixes ? "first words" : "last words");
    }
  }

  std::vector<Linked> result() {
    choose_names();
    std::vector<Linked> linked;
    for (std::size_t n = 0; n < names_.size(); ++n) {
      const Candidate& name = names_[n];
      if (name.evidence == Evidence::mention) {
        linked.push_back({name.name, "short form"});
        continue;
      }
      const int f = form_of_[n];
      const Group& group = groups_.at(root(f));
      Linked one{group.name, {}};
      if (group.form != f && at(f).first != group.name)
        one.alias = at(f).alias.empty() ? "definition" : at(f).alias;
      else if (!at(f).table_name.empty() && at(f).first != group.name) one.alias = "table";
      linked.push_back(std::move(one));
    }
    for (std::size_t n = 0; n < names_.size(); ++n)
      if (names_[n].evidence == Evidence::mention) resolve_mention(n, linked);
    return linked;
  }

 private:
  struct Group {
    std::string name;
    int form = -1;
  };

  int size() const { return static_cast<int>(forms_.size()); }
  Form& at(int f) { return forms_[static_cast<std::size_t>(f)]; }

  int root(int f) {
    while (at(f).parent != f) f = at(f).parent = at(at(f).parent).parent;
    return f;
  }

  void join(int a, int b, std::string_view why) {
    const int x = root(a), y = root(b);
    if (x == y) return;
    at(std::max(x, y)).parent = std::min(x, y);
    if (at(b).alias.empty()) at(b).alias = why;
    if (at(a).alias.empty()) at(a).alias = why;
  }

  // Joins `f` to the group that all of `others` are of; where they are of several, to the one whose other
  // words are nouns that groups end in, and where these are several, too, to none.
  void join_only(const std::vector<int>& others, int f, std::string_view why) {
    int group = only_group(others, f, false);
    if (group == several) group = only_group(others, f, true);
    if (group == several && is_noun(f)) group = last_before(others, f);
    if (group < 0) return;
    if (has_table_name(group) && has_table_name(root(f)) && !agree(group, root(f))) return;
    const int other = *std::find_if(others.begin(), others.end(), [&](int o) { return root(o) == group; });
    if (at(f).alias.empty()) at(f).alias = why;
    join(other, f, why);
  }

  static constexpr int several = -2;

  int only_group(const std::vector<int>& others, int f, bool only_nouns) {
    int group = -1;
    for (const int other : others) {
      if (root(other) == root(f)) continue;
      if (only_nouns && !adds_only_nouns(other, f)) continue;
      if (group >= 0 && root(other) != group) return several;
      group = root(other);
    }
    return group;
  }

  // "Rice University" for "Rice".
  bool adds_only_nouns(int longer, int f) {
    const Candidate& name = *at(longer).sample;
    const int first = name.begin + (at(f).sample->end - at(f).sample->begin);
    for (int i = first; i < name.end; ++i)
      if (!terms_[i].is(Is::head)) return false;
    return first < name.end;
  }

  // "the Court": a noun alone is the group that was named last.
  bool is_noun(int f) {
    const Candidate& name = *at(f).sample;
    return name.end - name.begin == 1 && terms_[name.begin].is(Is::head);
  }

  int last_before(const std::vector<int>& others, int f) {
    int group = -1, last = -1;
    for (const int other : others) {
      if (root(other) == root(f)) continue;
      const int begin = at(other).sample->begin;
      if (begin < at(f).sample->begin && begin > last) last = begin, group = root(other);
    }
    return group;
  }

  // Names of a table are never joined by form alone.
  bool has_table_name(int group) {
    for (int f = 0; f < size(); ++f)
      if (root(f) == group && !at(f).table_name.empty()) return true;
    return false;
  }
  bool agree(int a, int b) {
    std::string name;
    for (int f = 0; f < size(); ++f) {
      if ((root(f) != a && root(f) != b) || at(f).table_name.empty()) continue;
      if (!name.empty() && at(f).table_name != name) return false;
      name = at(f).table_name;
    }
    return true;
  }

  int form_for(const Candidate& name) {
    std::size_t core = 0;
    std::vector<std::string> words = words_of(name, core);
    const auto [place, added] = by_words_.try_emplace(joined(words, 0, words.size()), size());
    if (added) {
      Form form;
      form.words = std::move(words);
      form.core = core;
      form.first = terms_.spelling(name.begin, name.end);
      form.sample = &name;
      form.parent = size();
      form.is_acronym = name.end - name.begin == 1
                            ? terms_[name.begin].all_capitals || terms_[name.begin].inner_capital
                            : form.words.size() == 1 && form.first.find('.') != std::string::npos;
      forms_.push_back(std::move(form));
    }
    Form& form = at(place->second);
    ++form.mentions;
    if (form.table_name.empty()) form.table_name = name.name;
    return place->second;
  }

  bool is_preposition(int i) const {
    if (terms_.is(i, "the")) --i;
    return terms_.is(i, "of") || terms_.is(i, "for") || terms_.is(i, "at") || terms_.is(i, "in");
  }

  // Folded words; the adjective of a state is its name, "U.S." one word. `core`: how many of them stand
  // before a preposition or a comma.
  std::vector<std::string> words_of(const Candidate& name, std::size_t& core) const {
    std::vector<std::string> words;
    bool in_core = true;
    for (int i = name.begin; i < name.end; ++i) {
      const Term& term = terms_[i];
      if (i > name.begin && (term.mark == ',' || is_preposition(i))) in_core = false;
      if (in_core) core = words.size() + (term.mark == 0);
      if (term.is(Is::nation) && i == name.begin) {
        words.push_back(text::fold(term.entry->nation));
        while (i + 1 < name.end && terms_[i + 1].entry == term.entry && terms_[i + 1].in_phrase) ++i;
        continue;
      }
      if (term.mark != 0) continue;
      const bool goes_on = !words.empty() && terms_[i - 1].mark == '.' && !terms_[i - 1].space_before &&
                           !term.space_before && term.end - term.start == 1;
      if (goes_on) words.back() += text::fold(terms_.spelling(i));
      else if (!(terms_.is(i, "s") && terms_[i - 1].mark == '\''))
        words.push_back(text::fold(terms_.spelling(i)));
    }
    return words;
  }

  static std::string joined(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
    std::string result;
    for (std::size_t i = begin; i < end; ++i) result += (i > begin ? " " : "") + words[i];
    return result;
  }

  static std::string letters_of(std::string_view spelling) {
    std::string letters;
    for (const char c : spelling)
      if (c != '.' && c != ' ') letters += c;
    return letters;
  }

  // The initials of two or more words with capitals, then the words behind them.
  std::vector<std::string> shortened_of(int f) {
    std::vector<std::string> result;
    const Candidate& name = *at(f).sample;
    std::string initials;
    int taken = 0;
    for (int i = name.begin; i < name.end; ++i) {
      const Term& term = terms_[i];
      if (!term.has_capital()) continue;
      if (taken >= 2) result.push_back(initials + ' ' + rest_of(i, name.end));
      std::size_t in_word = 0;
      text::append(initials, text::fold(text::decode(terms_.spelling(i), in_word)));
      ++taken;
    }
    work::spend(static_cast<std::size_t>((name.end - name.begin) * taken));
    return result;
  }

  std::string rest_of(int begin, int end) const {
    std::string rest;
    for (int i = begin; i < end; ++i)
      if (terms_[i].mark == 0) rest += (i > begin ? " " : "") + text::fold(terms_.spelling(i));
    return rest;
  }

  // "the Anvil Network and Red Harbour": two names that the text has alone, too.
  bool is_coordination(const std::vector<std::string>& words) const {
    for (std::size_t n = 1; n + 1 < words.size(); ++n)
      if (words[n] == "and" && by_words_.contains(joined(words, 0, n)) &&
          by_words_.contains(joined(words, n + 1, words.size())))
        return true;
    return false;
  }

  bool is_place(int f) {
    const Candidate& name = *at(f).sample;
    for (int i = name.begin; i < name.end; ++i)
      if (!terms_[i].is(Is::nation) && !terms_[i].is(Is::place)) return false;
    return true;
  }

  // Universities and clubs are called by their places.
  bool is_called_by_place(int f) {
    const std::string_view kind = kinds()[at(f).sample->kind];
    return kind == "education" || kind == "sport";
  }

  // "the University of Lesk": Lesk.
  bool is_called_by_tail(int f) { return at(f).core == 1 && is_called_by_place(f); }

  // The name that a table gives, else that of which the text says that others stand for it, else the longest.
  void choose_names() {
    for (int f = 0; f < size(); ++f) {
      if (at(f).sample->evidence == Evidence::mention) continue;
      Group& group = groups_[root(f)];
      if (group.form < 0 || is_better(f, group.form)) {
        group.form = f;
        group.name = at(f).table_name.empty() ? at(f).first : at(f).table_name;
      }
    }
  }

  bool is_better(int f, int than) {
    const Form &a = at(f), &b = at(than);
    if (a.table_name.empty() != b.table_name.empty()) return !a.table_name.empty();
    if (a.sample->evidence == Evidence::user && b.sample->evidence != Evidence::user) return true;
    if (a.is_defined_as_other != b.is_defined_as_other) return !a.is_defined_as_other;
    if (a.is_acronym != b.is_acronym) return !a.is_acronym;
    return a.words.size() > b.words.size();
  }

  // "the unit" has the name of the mention that it was read by.
  void resolve_mention(std::size_t n, std::vector<Linked>& linked) {
    for (std::size_t m = n; m-- > 0;)
      if (names_[m].evidence != Evidence::mention &&
          terms_.spelling(names_[m].begin, names_[m].end) == names_[n].name) {
        linked[n].name = linked[m].name;
        return;
      }
  }

  const Terms& terms_;
  const std::vector<Candidate>& names_;
  std::vector<Form> forms_;
  std::vector<int> form_of_;  // by name
  std::unordered_map<std::string, int> by_words_;
  std::map<int, Group> groups_;
};

}  // namespace

std::vector<Linked> link(const Terms& terms, const std::vector<Candidate>& names,
                         const std::vector<Alias>& aliases) {
  Linker linker(terms, names);
  linker.join_tables();
  linker.join_definitions(aliases);
  linker.join_acronyms();
  linker.join_shortened();
  linker.join_parts(false);
  linker.join_parts(true);
  linker.join_parts(false);  // "Red Harbour" where "Old Red Harbour" and "Old Red Harbour League" now are one
  return linker.result();
}

}  // namespace presscut::groups
