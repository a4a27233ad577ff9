// Names are joined by what tables and the text say, then by form: the same words but for articles, the case
// of capitals and the spelling of states ("U.S.", "American"); initials, of all words or of the first ones;
// the first words of a longer name, or its last. A form that fits two groups joins neither. Each step sees
// the groups that the step before has left, so that "the Congress" is one with "US Congress" and "United
// States Congress" once these are one.
#include "groups/link.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "groups/forms.h"
#include "groups/initials.h"
#include "work/work.h"

namespace presscut::groups {
namespace {

std::string letters_of(std::string_view spelling) {
  std::string letters;
  for (const char c : spelling)
    if (c != '.' && c != ' ') letters += c;
  return letters;
}

class Linker {
 public:
  Linker(const Terms& terms, const std::vector<Candidate>& names)
      : terms_(terms), names_(names), forms_(terms, names) {}

  void join_tables() {
    std::map<std::string, int> by_table;
    for (int f = 0; f < forms_.size(); ++f) {
      if (forms_[f].table_name.empty()) continue;
      const auto [first, added] = by_table.try_emplace(forms_[f].table_name, f);
      if (!added) forms_.join(first->second, f, "table");
    }
  }

  void join_definitions(const std::vector<Alias>& aliases) {
    std::unordered_map<int, std::size_t> by_begin, by_end;
    for (std::size_t n = 0; n < names_.size(); ++n) {
      by_begin.try_emplace(names_[n].begin, n);
      by_end.try_emplace(names_[n].end, n);
    }
    for (const Alias& alias : aliases) {
      const auto name = by_end.find(alias.name_end), other = by_begin.find(alias.begin);
      if (name == by_end.end() || other == by_begin.end()) continue;
      if (names_[other->second].end != alias.end) continue;
      const int begin = names_[name->second].begin;
      if (alias.name_begin >= 0 && begin > alias.name_begin && alias.pattern != std::string_view("brackets"))
        continue;
      // "the Harbour Hawks of the Northern Rowing League (NRL)": the letters are those of the league.
      if (begin < alias.name_begin && is_preposition(terms_, alias.name_begin - 1)) continue;
      const int a = forms_.of(name->second), b = forms_.of(other->second);
      if (a != b) forms_.define(b, a);
    }
  }

  // "AWN" and "Anvil Workers Network" where nothing defines it.
  void join_acronyms() {
    std::unordered_map<std::string, std::vector<int>> by_initials;
    for (int f = 0; f < forms_.size(); ++f) {
      const Candidate& name = *forms_[f].sample;
      for (const std::string& initials : initials_of(terms_, name.begin, name.end))
        by_initials[initials].push_back(f);
    }
    for (int f = 0; f < forms_.size(); ++f) {
      if (!forms_[f].is_acronym) continue;
      const auto found = by_initials.find(text::fold(letters_of(forms_[f].first)));
      if (found != by_initials.end()) join_only(found->second, f, "acronym");
    }
  }

  // "UC Lesk" and "University of Corran, Lesk"; "EH Sheriff" and "Ellery Harbour Sheriff".
  void join_shortened() {
    std::unordered_map<std::string, std::vector<int>> by_shortened;
    for (int f = 0; f < forms_.size(); ++f)
      for (const std::string& shortened : forms_.shortened(f)) by_shortened[shortened].push_back(f);
    for (int f = 0; f < forms_.size(); ++f) {
      if (forms_[f].words.size() < 2 || !terms_[forms_[f].sample->begin].all_capitals) continue;
      const auto found = by_shortened.find(forms_.words(f));
      if (found != by_shortened.end()) join_only(found->second, f, "acronym");
    }
  }

  // "Union of Corran" and "Uinon of Corran", "Teachers League" and "Teacher League": a slip of the pen in one
  // of several words.
  void join_misspelt() {
    for (int f = 0; f < forms_.size(); ++f)
      for (const int other : forms_.one_slip_away(f))
        if (forms_.may_join(other, f)) forms_.join(other, f, "spelling");
  }

  // "Anvil" and "Anvil Network"; "State Department" and "US State Department"; "Court" and "Court of
  // Appeals". What follows "of" or "at", or stands before "'s", is another body, of which the named one is a
  // part, unless it is the place of a university.
  void join_parts(bool prefixes) {
    std::unordered_map<std::string, std::vector<int>> by_part;
    for (int f = 0; f < forms_.size(); ++f) {
      if (forms_.is_coordination(f)) continue;
      const std::size_t words = forms_[f].words.size(), core = forms_[f].core;
      work::spend(words * words);
      for (std::size_t n = 1; n < words; ++n) {
        if (prefixes && n > forms_[f].owner && !(n == 1 && forms_.begins_with_theme(f)))
          by_part[forms_.words(f, 0, n)].push_back(f);
        if (prefixes) continue;
        if (n < core || (n == forms_[f].tail && forms_.is_called_by_tail(f)))
          by_part[forms_.words(f, n, words)].push_back(f);
        if (n < core && core < words) by_part[forms_.words(f, n, core)].push_back(f);
      }
    }
    for (int f = 0; f < forms_.size(); ++f) {
      const auto found = by_part.find(forms_.words(f));
      if (found == by_part.end() || forms_.is_of_many(f)) continue;
      std::vector<int> others = found->second;
      std::erase_if(others, [&](int longer) { return !may_stand_for(f, longer, prefixes); });
      join_only(others, f, prefixes ? "first words" : "last words");
    }
  }

  std::vector<Linked> result() {
    choose_names();
    std::vector<Linked> linked;
    linked.reserve(names_.size());
    std::unordered_map<std::string_view, std::size_t> last;  // the last mention by its spelling
    for (std::size_t n = 0; n < names_.size(); ++n) {
      const Candidate& name = names_[n];
      if (name.evidence == Evidence::mention) {
        const auto read_by = last.find(name.name);
        linked.push_back({read_by == last.end() ? name.name : linked[read_by->second].name, "short form"});
        continue;
      }
      last[terms_.spelling(name.begin, name.end)] = n;
      linked.push_back(linked_by_form(forms_.of(n)));
    }
    return linked;
  }

 private:
  struct Group {
    std::string name;
    int form = -1;
  };

  // Whether first or last words of a name may stand for it.
  bool may_stand_for(int f, int longer, bool prefixes) const {
    if (forms_.is_noun(f) && !forms_.is_named_in_time(f, longer)) return false;
    if (forms_.is_place(f) && !forms_.is_called_by_place(longer)) return false;
    return prefixes ? !forms_.is_body_of(longer, f) : !forms_.is_one_of_many(longer, f);
  }

  // Joins `f` to the group that all of `others` are of; where they are of several, to the one whose other
  // words are nouns that groups end in, and where these are several, too, to none.
  void join_only(const std::vector<int>& others, int f, std::string_view why) {
    if (told_by_order_.contains(f)) return;
    int other = only_one(others, f, false);
    if (other == several) {
      other = only_one(others, f, true);
      if (forms_.is_noun(f)) other = other == several ? last_before(others, f) : other;
      else if (other < 0) other = only_before(others, f);
    }
    if (other >= 0 && forms_.may_join(other, f)) forms_.join(other, f, why);
  }

  static constexpr int several = -2;

  // The first one of another group than that of `f`, where there is no second such group.
  int only_one(const std::vector<int>& others, int f, bool only_nouns) {
    int only = -1;
    for (const int other : others) {
      if (forms_.root(other) == forms_.root(f)) continue;
      if (only_nouns && !forms_.adds_only_nouns(other, f)) continue;
      if (only >= 0 && forms_.root(other) != forms_.root(only)) return several;
      if (only < 0) only = other;
    }
    return only;
  }

  // Who is called by less was named in full before; the longer names that follow are of others.
  int only_before(std::vector<int> others, int f) {
    std::erase_if(others, [&](int o) { return forms_[o].sample->begin > forms_[f].sample->begin; });
    const int only = only_one(others, f, false);
    if (only >= 0) told_by_order_.insert(f);
    return only;
  }

  int last_before(const std::vector<int>& others, int f) {
    int only = -1, last = -1;
    for (const int other : others) {
      if (forms_.root(other) == forms_.root(f)) continue;
      const int begin = forms_[other].sample->begin;
      if (begin < forms_[f].sample->begin && begin > last) last = begin, only = other;
    }
    return only;
  }

  // The name that a table gives, else that of which the text says that others stand for it, else the longest.
  void choose_names() {
    for (int f = 0; f < forms_.size(); ++f) {
      if (forms_[f].sample->evidence == Evidence::mention) continue;
      Group& group = groups_[forms_.root(f)];
      if (group.form >= 0 && !is_better(forms_[f], forms_[group.form])) continue;
      group.form = f;
      group.name = forms_[f].table_name.empty() ? forms_[f].first : forms_[f].table_name;
    }
  }

  static bool is_better(const Form& a, const Form& b) {
    if (a.table_name.empty() != b.table_name.empty()) return !a.table_name.empty();
    if (a.sample->evidence == Evidence::user && b.sample->evidence != Evidence::user) return true;
    if (a.is_defined_as_other != b.is_defined_as_other) return !a.is_defined_as_other;
    if (a.is_acronym != b.is_acronym) return !a.is_acronym;
    return a.words.size() > b.words.size();
  }

  Linked linked_by_form(int f) {
    const Form& form = forms_[f];
    const Group& group = groups_.at(forms_.root(f));
    Linked linked{group.name, {}};
    if (form.first == group.name) return linked;
    if (group.form != f) linked.alias = form.alias.empty() ? "definition" : form.alias;
    else if (!form.table_name.empty()) linked.alias = "table";
    return linked;
  }

  const Terms& terms_;
  const std::vector<Candidate>& names_;
  Forms forms_;
  std::map<int, Group> groups_;            // by root
  std::unordered_set<int> told_by_order_;  // forms
};

}  // namespace

std::vector<Linked> link(const Terms& terms, const std::vector<Candidate>& names,
                         const std::vector<Alias>& aliases) {
  Linker linker(terms, names);
  linker.join_tables();
  linker.join_definitions(aliases);
  linker.join_misspelt();
  linker.join_acronyms();
  linker.join_shortened();
  linker.join_parts(false);
  linker.join_parts(true);
  linker.join_parts(false);  // "Red Harbour" where "Old Red Harbour" and "Old Red Harbour League" now are one
  return linker.result();
}

}  // namespace presscut::groups
