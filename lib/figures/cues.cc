#include "figures/cues.h"

#include <algorithm>

namespace presscut::figures {
namespace {

bool is_pupils(const View& view, const Count& count) {
  for (std::size_t i = count.end; i < count.phrase.end; ++i)
    if (view.is(i, List::pupil)) return true;
  return false;
}

}  // namespace

std::string rule_of(const Entry& entry) { return "words.en.tsv:" + entry.word; }

Role made(const Mark& mark, Is what) {
  Role role;
  role.name = mark.entry->value(what);
  role.strong = !role.name.ends_with('?');
  if (!role.strong) role.name.pop_back();
  role.rule = rule_of(*mark.entry);
  role.cue = mark.at;
  return role;
}

Role rejected(const Mark& mark) {
  Role role;
  role.rejected = true;
  role.rule = rule_of(*mark.entry);
  role.cue = mark.at;
  return role;
}

bool is_dash(const View& view, std::size_t token) {
  return view.tokens()[token].space_before && view.word(token) != "," &&
         view.tokens()[token].hash == text::hash_of("-");
}

bool ends_clause(const View& view, std::size_t token) { return view.is(token, ";") || view.is(token, ":"); }

bool is_definite(const View& view, const Count& count) {
  return count.at > 0 && view.is(count.at - 1, "the") && count.low >= 3 && !view.is(count.end, "of");
}

void settle(const View& view, const Count& count, Role& role) {
  const bool pupils = is_pupils(view, count);
  if (role.name == "walkout") role.name = pupils ? "protester" : "striker";
  if (role.name == "striker" && pupils) role.name = "protester";
}

bool is_deed(const View& view, const Sentence& sentence, std::size_t from, std::size_t to) {
  for (const Mark& mark : view.marks(sentence, from, std::min(to, sentence.to))) {
    if (mark.entry->is(Is::event)) return false;
    if (mark.entry->is(Is::clause) || mark.entry->is(Is::relative)) break;
    if (mark.entry->is(Is::deed)) return view.in_one_clause(from, mark.at);
  }
  return false;
}

}  // namespace presscut::figures
