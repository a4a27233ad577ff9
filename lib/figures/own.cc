#include "figures/own.h"

#include <algorithm>

#include "figures/ahead.h"
#include "figures/cues.h"
#include "figures/fits.h"
#include "figures/lookalikes.h"
#include "figures/relations.h"

namespace presscut::figures {
namespace {

constexpr std::size_t reach_asked = 8;  // tokens from "called on" to those who are asked

// "The number of people who have signed exceeds 65,000"
std::string told_before(const Sentence& sentence, const Count& count) {
  for (const Mark& mark : sentence.marks)
    if (mark.at < count.at && mark.entry->is(Is::does) && mark.entry->value(Is::does) == "signatory")
      return "signatory";
  return "";
}

// "has been signed more than 4,000 times"
bool is_times_signed(const Told& told, const Count& count) {
  return count.number && count.number->kind == "multiplier" && count.at > 0 &&
         told.view.is(count.at - 1, "signed");
}

// What words that are said of several events tell: who takes part, or leaves a post, strikes or not.
std::string by_event(const Told& told, const std::string& name, std::size_t s) {
  const bool strike = told.events.strikes(s);
  if (name == "part" || name == "turnout") return strike ? "striker" : "protester";
  if (name == "post") return strike ? "striker" : "resigner";
  if (name == "same") return told.has_recent(s) ? told.main_role() : "";
  return name;
}

// "5,000 people at a rally", "200 men on the picket line"
Role attending(const Told& told, std::size_t s, const Count& count, Role none) {
  std::size_t at = count.phrase.end;
  at += told.view.is(at, "were") || told.view.is(at, "are");
  if (!told.view.is(at, "at") && !told.view.is(at, "in") && !told.view.is(at, "on")) return none;
  const std::string name = told.events.role_of_next(s, at + 1);
  if (name != "protester" && name != "striker") return none;
  none.name = name, none.strong = true, none.rule = "attending", none.cue = at;
  return none;
}

// "pledged to stay away", "pulled out and signed": where the text does not bear out the first verb, the
// next.
Role later_verb(const Told& told, std::size_t s, const Count& count, const Role& role) {
  if (role.strong || role.cue < count.phrase.end) return {};
  const Mark* weak = told.view.mark_at(told.view.sentence(s), role.cue);
  const Role next = role_ahead(told.view, told.view.sentence(s), count, role.cue + 1);
  if (!weak || next.name.empty() || next.rejected || next.left) return {};
  bool same_people = told.view.is(weak->end, "to");
  for (std::size_t i = weak->end; i < next.cue; ++i) same_people |= told.view.is(i, "and");
  if (!same_people) return {};
  Role second = next;
  second.strong = second.strong && second.name != "part", second.name = by_event(told, second.name, s);
  return fits(told.view, told.events, s, count, second) ? second : Role{};
}

// "called on 18,000 workers to strike": what they are asked to do, they have not done.
bool is_asked(const Told& told, const Sentence& sentence, const Count& count, const Role& role) {
  if (role.cue < count.phrase.end || role.cue == 0) return false;
  const Mark* does = told.view.mark_at(sentence, role.cue);
  if (!does || (!told.view.is(role.cue - 1, "to") && !told.view.is(does->at, "to"))) return false;
  for (const Mark& mark :
       told.view.marks(sentence, count.at - std::min(count.at - sentence.from, reach_asked), count.at))
    if (mark.entry->is(Is::does) && mark.entry->value(Is::does).starts_with("signatory") &&
        mark.end + 4 >= count.at)
      return true;
  return false;
}

// "Ten thousand workers at four plants downed tools"
bool is_in_place(const Told& told, const Sentence& sentence, const Count& count, const Role& role) {
  if (role.cue < count.phrase.end) return false;
  if (is_owned(told.view, sentence, count)) return true;
  if (count.phrase.noun == Noun::person || count.phrase.empty) return false;
  if (count.at == sentence.from || &count == &sentence.counts.front()) return false;
  return told.view.is(count.at - 1, List::belongs);
}

// "Six of them have since resigned": others of the same people did something else.
bool acts_at_once(const Count& count, const Role& role) {
  const bool leaves = role.name == "resigner" || role.name == "refuser" || role.name == "striker";
  const bool signs = role.name == "signatory" && role.rule.find(":sign") != std::string::npos;
  return (leaves || signs) && role.strong && role.cue >= count.phrase.end && role.cue <= count.phrase.end + 5;
}

// "The 400,000-strong column".
bool strong_column(const Told& told, std::size_t s, const Count& count) {
  return told.view.is(count.end, "-") && told.view.is(count.end + 1, "strong") &&
         !told.events.role_of_next(s, count.end + 2).empty();
}

Role column(const Told& told, std::size_t s, const Count& count) {
  Role role;
  role.name = told.events.role_of_next(s, count.end + 2), role.strong = true, role.rule = "strong",
  role.cue = count.end;
  return role;
}

}  // namespace

Role own_role(const Told& told, std::size_t s, std::size_t c) {
  const Sentence& sentence = told.view.sentence(s);
  const Count& count = sentence.counts[c];
  Role role;
  if (is_times_signed(told, count)) {
    role.name = "signatory", role.strong = true, role.cue = count.at - 1, role.rule = "words.en.tsv:signed";
    return role;
  }
  if (is_label(told.view, sentence, count) || count.phrase.noun == Noun::thing) {
    role.rejected = true;
    if (strong_column(told, s, count)) role = column(told, s, count);
    return role;
  }
  const bool base = std::any_of(sentence.counts.begin(), sentence.counts.end(), [&](const Count& other) {
    return is_base(told.view, sentence, other, count);
  });
  role = role_of(told.view, sentence, count, base);
  if (is_part_of_whole(told.view, sentence, count) && !count.phrase.role && !role.left) {
    if (acts_at_once(count, role)) role.part = true;
    else if (!role.rejected || role.cue > count.phrase.end + 4) role = {};
  }
  if (role.rejected) return role;
  if (role.name == "supporter" && count.phrase.empty && is_definite(told.view, count))
    role = {};  // "support of the three"
  if (role.drawn && role.name.empty()) role.name = told.events.role_spoken_of(s);
  if (role.drawn && role.name.empty()) role.name = told_before(sentence, count);
  if (role.name == "part") role.strong = false;
  role.name = by_event(told, role.name, s);
  if (role.name.empty() && !role.drawn && count.phrase.noun == Noun::person)
    role = attending(told, s, count, role);
  if (role.name == "supporter" && count.phrase.role && told.events.speaks_of("signatory", s))
    role.name = "signatory";
  if (is_asked(told, sentence, count, role)) role = {}, role.rejected = true;
  if (is_difference(told.view, count)) role = {}, role.rejected = true;
  if (!role.name.empty() && !fits(told.view, told.events, s, count, role)) {
    const bool drawn = role.drawn && count.phrase.noun == Noun::person;
    role = drawn ? attending(told, s, count, {}) : later_verb(told, s, count, role);
  }
  if (role.name.empty() && base) role.rejected = true;
  if (is_in_place(told, sentence, count, role)) role = {};
  return role;
}

}  // namespace presscut::figures
