// The spellings of names in a document, each once, and the groups that they are joined to.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "groups/candidates.h"
#include "groups/terms.h"

namespace presscut::groups {

/// What one spelling of a name is, over all of its mentions.
struct Form {
  std::vector<std::string> words;     // folded, states by their names, "U.S." one word
  std::size_t core = 0;               // how many of them stand before "of", "at" or a comma
  std::size_t tail = 0;               // how many up to the last of these
  std::size_t owner = 0;              // how many stand before "'s"
  std::string first;                  // the first spelling
  const Candidate* sample = nullptr;  // the first mention
  int last = 0;                       // where the last one begins
  std::string table_name;             // that a table gives
  bool is_acronym = false;
  bool is_defined_as_other = false;  // the text says that it stands for another name
  std::string alias;                 // what joined it

  int parent = 0;           // in the tree of its group
  std::string group_table;  // of a root: the name that tables give its group
  bool tables_differ = false;
};

class Forms {
 public:
  Forms(const Terms& terms, const std::vector<Candidate>& names);

  int size() const { return static_cast<int>(forms_.size()); }
  const Form& operator[](int f) const { return forms_[static_cast<std::size_t>(f)]; }
  int of(std::size_t name) const { return form_of_[name]; }

  /// The form that stands for the group of form `f`; the earliest one.
  int root(int f);
  /// Makes the groups of two forms one; the first reason that a form is joined by stays.
  void join(int a, int b, std::string_view why);
  void define(int f, int as);
  /// Whether form alone may join two groups: tables do not name both, or give both one name.
  bool may_join(int a, int b);

  /// "the Court": a noun alone.
  bool is_noun(int f) const;
  /// "Libraries", but not "the Libraries": any number of bodies.
  bool is_of_many(int f) const;
  /// "Advances in Fishery": who is called "Advances" has more of these.
  bool begins_with_theme(int f) const;
  /// Whether a name that goes on where another ends is that of a body or a work of this group: "NATO Fish
  /// School", "Lesk Bank Museum", but not "Lesk Bank Group".
  bool is_body_of(int longer, int f) const;
  /// Whether a name that ends in letters has another name before them: "Lesk AWN", but not "Danish AWN".
  bool is_one_of_many(int longer, int f) const;
  /// Whether a noun alone may stand for a name: one that some mention of it follows, or that is given soon
  /// after a headline has said it in short.
  bool is_named_in_time(int f, int name) const;
  bool is_place(int f) const;
  /// Universities and clubs are called by their places.
  bool is_called_by_place(int f) const;
  /// "the University of Lesk", "the University of Corran, Lesk": Lesk.
  bool is_called_by_tail(int f) const;
  /// "the Anvil Network and Red Harbour": two names that the text has alone, too.
  bool is_coordination(int f) const;
  /// "Rice University" for "Rice".
  bool adds_only_nouns(int longer, int f) const;
  /// "EH Sheriff" for "Ellery Harbour Sheriff": the initials of two or more words with capitals, then the
  /// words behind them.
  std::vector<std::string> shortened(int f) const;

  /// Forms with the same words but for two letters that have changed places or one that is left out here, in
  /// one long word beside others.
  std::vector<int> one_slip_away(int f) const;

  /// The words of a form from `begin` to `end` as one text; all of them.
  std::string words(int f, std::size_t begin, std::size_t end) const;
  std::string words(int f) const { return words(f, 0, (*this)[f].words.size()); }

 private:
  Form& at(int f) { return forms_[static_cast<std::size_t>(f)]; }
  int form_for(const Candidate& name);
  Form new_form(const Candidate& name, std::vector<std::string> words, std::size_t core,
                std::size_t tail) const;
  std::string rest_of(int begin, int end) const;

  const Terms& terms_;
  std::vector<Form> forms_;
  std::vector<int> form_of_;  // by name
  std::unordered_map<std::string, int> by_words_;
};

/// "of", "for", "at" and "in", with an article behind them or without.
bool is_preposition(const Terms& terms, int i);

}  // namespace presscut::groups
