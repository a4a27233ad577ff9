// A name that a document has made sure of is found everywhere in it: the same words, its initials, its words
// without the state before them or without what follows "of".
#include <algorithm>
#include <string>

#include "groups/groups.h"
#include "groups/mentions.h"
#include "groups/runs.h"
#include "groups/trie.h"

namespace presscut::groups {
namespace {

// Names by their words, with the candidate that made each sure.
class Known {
 public:
  struct Source {
    const Candidate* name;
    bool has_capital, is_series;
    bool is_common = false;  // one word of the name, which the text has in small letters, too
  };

  explicit Known(const Terms& terms) : terms_(terms) {}

  void add(int begin, int end, const Source& source) {
    if (begin >= end || !may_repeat(begin, end)) return;
    words_.clear();
    for (int i = begin; i < end; ++i) words_.push_back(terms_[i]);
    const std::uint32_t place = trie_.add(words_);
    if (place >= sources_.size()) sources_.push_back(source);
  }

  // The longest one at `at`.
  Source* longest(int at, int& end) {
    const auto next = [&](int i) {
      if (i >= terms_.size() ||
          (i > at && (terms_[i].blank_before || terms_[i].in_title != terms_[at].in_title)))
        return std::uint64_t{0};
      return terms_[i].hash;
    };
    Source* found = nullptr;
    trie_.match(at, next, [&](std::uint32_t place, int tokens) {
      found = &sources_[place];
      end = at + tokens;
    });
    return found;
  }

  bool empty() const { return trie_.empty(); }

 private:
  // One word alone may be anything else, unless it looks like a name of its own.
  bool may_repeat(int begin, int end) const {
    const Term& first = terms_[begin];
    if (end - begin > 1) return true;
    if (first.is(Is::place) || first.is(Is::nation) || first.is(Is::function) || first.is(Is::given) ||
        first.is(Is::head) || first.is(Is::title) || first.is(Is::join))
      return false;
    return first.is_word();
  }

  const Terms& terms_;
  Trie trie_;
  std::vector<text::Token> words_;
  std::vector<Source> sources_;
};

// Behind the adjective or name of a state that begins a name: "US State Department".
int past_nation(const Terms& terms, const Candidate& name) {
  int i = name.begin;
  if (!terms[i].is(Is::nation) && !terms[i].is(Is::place)) return i;
  const Entry* entry = terms[i].entry;
  while (i < name.end && terms[i].entry == entry) ++i;
  return i;
}

// Where what follows "of" or "for" begins, at the end where nothing does.
int before_joint(const Terms& terms, const Candidate& name) {
  for (int i = name.begin + 1; i < name.end; ++i)
    if (terms.is(i, List::purpose) && !terms[i].capital) return i;
  return name.end;
}

bool stands_alone(const Terms& terms, int begin, int end) {
  const Term& before = terms[begin - 1];
  const Term& behind = terms[end];
  if (!terms.breaks(end) && behind.has_capital() && behind.is(Is::other_head)) return false;
  if (!terms.breaks(begin) && (before.is(Is::given) || (before.is(Is::title) && end - begin == 1)) &&
      before.has_capital())
    return false;
  return !(behind.mark == '-' && !behind.space_before && end - begin == 1);
}

// "anvil.example", "@anvil": part of an address.
bool is_glued(const Terms& terms, int i) {
  const bool before = terms[i - 1].mark != 0 && !terms[i].space_before;
  return before || (terms[i + 1].mark == '.' && !terms[i + 1].space_before && !terms[i + 2].space_before);
}

bool is_short_number(const Terms& terms, int i) {
  return terms[i].is_number() && terms[i].end - terms[i].start <= 4 && !terms.breaks(i);
}

// "Harbour Task Force (HTF) 50": letters with a number behind them, by which one of several is called.
bool is_series(const Terms& terms, const Candidate& name) {
  return terms[name.end].mark == ')' && is_short_number(terms, name.end + 1);
}

// Where the nouns begin that end a name which is called by what stands before them ("Tolvane School",
// "Anvil Works"); its end where that tells nothing. Papers are called by their nouns.
int before_nouns(const Terms& terms, const Candidate& name) {
  const std::string_view kind = kinds()[name.kind];
  if (kind != "education" && kind != "company" && kind != "sport") return name.end;
  int noun = name.end, places = 0;
  while (noun > name.begin && terms[noun - 1].is(Is::head)) --noun;
  for (int i = name.begin; i < noun; ++i)
    places += terms[i].is(Is::place) || terms[i].is(Is::nation) || terms[i].is(Is::given);
  return places > 0 ? name.end : noun;
}

// "in Lesk": the place, where the document has a Lesk School.
bool is_in_place(const Terms& terms, int begin, int end, const Candidate& name) {
  if (end - begin >= name.end - name.begin || terms.breaks(begin)) return false;
  return terms.is(begin - 1, List::by_place);
}

void add_forms(const Terms& terms, const Candidate& name, Known& known) {
  const Known::Source source{&name, terms[name.begin].has_capital(), is_series(terms, name)};
  known.add(name.begin, name.end, source);
  const int rest = past_nation(terms, name), joint = before_joint(terms, name);
  if (rest > name.begin && name.end - rest > 1 && name.evidence == Evidence::shape)
    known.add(rest, name.end, source);
  if (const int noun = before_nouns(terms, name); noun > name.begin && noun < name.end)
    known.add(name.begin, noun, source);
  if (joint < name.end && joint - name.begin > 1) known.add(name.begin, joint, source);
}

struct Repeat {
  int begin, end;  // terms
  const Known::Source* source;
};

}  // namespace

void place_aliases(const std::vector<Alias>& aliases, Placed& placed) {
  for (const Alias& alias : aliases) {
    const Candidate* name = placed.at(alias.name_end - 1);
    if (name && name->end != alias.name_end) name = nullptr;
    const Candidate* other = placed.at(alias.begin);
    if (other && (other->begin != alias.begin || other->end != alias.end)) other = nullptr;
    if (name && !other && alias.pattern != "in brackets")
      placed.add({alias.begin, alias.end, Evidence::definition, name->kind, std::string(alias.pattern), {}});
    else if (other && !name && alias.name_begin >= 0)
      placed.add({alias.name_begin,
                  alias.name_end,
                  Evidence::definition,
                  other->kind,
                  std::string(alias.pattern),
                  {}});
  }
}

void place_repeats(const Terms& terms, Placed& placed) {
  Known known(terms);
  const std::vector<Candidate> names = with_parts(terms, placed.sorted());
  for (const Candidate& name : names)
    if (name.evidence == Evidence::definition || name.evidence == Evidence::shape)
      add_forms(terms, name, known);
  if (known.empty()) return;
  std::vector<Repeat> repeats;
  for (int i = 0; i < terms.size(); ++i) {
    int end = i;
    if (terms[i].mark != 0 || placed.at(i)) continue;
    Known::Source* source = known.longest(i, end);
    if (!source || !placed.is_free(i, end)) continue;
    if (source->has_capital && !terms[i].has_capital()) {
      source->is_common = source->is_common || (end - i == 1 && !is_glued(terms, i));
      continue;
    }
    if (!stands_alone(terms, i, end) || is_in_place(terms, i, end, *source->name)) continue;
    repeats.push_back({i, end, source});
    i = end - 1;
  }
  for (const auto& [begin, last, source] : repeats) {
    int end = last;
    const Candidate& name = *source->name;
    if (end - begin == 1 && name.end - name.begin > 1 && source->is_common) continue;
    if (source->is_series && is_short_number(terms, end) && placed.is_free(end, end + 1)) ++end;
    placed.add({begin, end, Evidence::repeat, name.kind, "repeat: " + name.rule, {}});
  }
}

void place_short_mentions(const Terms& terms, Placed& placed) {
  const std::vector<Candidate> names = placed.sorted();
  std::size_t next = 0;
  std::vector<std::pair<const Entry*, const Candidate*>> heads;  // the last name with each noun
  for (int i = 0; i < terms.size(); ++i) {
    for (; next < names.size() && names[next].end <= i; ++next) {
      const Candidate& name = names[next];
      for (int j = name.begin; j < name.end; ++j) {
        const Term& term = terms[j];
        if (!term.is(Is::head) && !term.is(Is::head_of) && !term.is(Is::definer)) continue;
        const auto known = std::find_if(heads.begin(), heads.end(),
                                        [&](const auto& head) { return head.first == term.entry; });
        if (known == heads.end()) heads.emplace_back(term.entry, &name);
        else known->second = &name;
      }
    }
    if (!terms[i].entry || !terms.is(i - 1, "the") || placed.at(i) || terms[i].in_phrase) continue;
    const auto known = std::find_if(heads.begin(), heads.end(),
                                    [&](const auto& head) { return head.first == terms[i].entry; });
    if (known == heads.end()) continue;
    const Candidate& name = *known->second;
    if (terms[i + 1].has_capital() && !terms.breaks(i + 1)) continue;
    placed.add({i, i + 1, Evidence::mention, name.kind, "short form " + terms[i].entry->word,
                std::string(terms.spelling(name.begin, name.end))});
  }
}

}  // namespace presscut::groups
