// A count is asked in the order of how telling the words are: its own noun, who acts by the words before it
// ("signed by"), what its people do by the first verb behind it, what draws it. The first word that tells
// decides, also against: "killed" before or behind makes it none.
#include "figures/roles.h"

#include <algorithm>
#include <array>

namespace presscut::figures {
namespace {

constexpr std::size_t reach_ahead = 18;  // tokens from a noun phrase to its verb
constexpr std::size_t reach_back = 5;    // from agents or a verb to their count
constexpr std::size_t reach_head = 16;   // from the head of a sentence ("In an open letter,") to its subject
constexpr std::size_t reach_letter = 5;  // from "published" to "letter"
constexpr std::size_t reach_left = 10;   // from a relative clause to "withdrew"
constexpr std::size_t reach_not = 6;     // from a noun phrase to "were killed"

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

// "during the march": a word that is a verb elsewhere.
bool is_noun(const View& view, const Sentence& sentence, const Mark& mark) {
  if (mark.end > mark.at + 1 || !mark.entry->is(Is::event) || mark.at == sentence.from) return false;
  const Mark* before = view.mark_at(sentence, mark.at - 1);
  for (const std::string_view word : {"a", "an", "of", "in", "during", "at", "on", "'", "s", "'s"})
    if (view.is(mark.at - 1, word)) return true;
  return before && (before->entry->is(Is::determiner) || before->entry->is(Is::by));
}

bool is_pupils(const View& view, const Count& count) {
  for (std::size_t i = count.end; i < count.phrase.end; ++i)
    for (const std::string_view pupil :
         {"pupils", "students", "schoolchildren", "children", "teenagers", "undergraduates"})
      if (view.is(i, pupil)) return true;
  return false;
}

// "walked out": pupils of their lessons, others of their work.
void settle(const View& view, const Count& count, Role& role) {
  const bool pupils = is_pupils(view, count);
  if (role.name == "walkout") role.name = pupils ? "protester" : "striker";
  if (role.name == "striker" && pupils) role.name = "protester";
}

// "published" with a letter behind it.
bool sends_letter(const View& view, const Sentence& sentence, const Mark& mark) {
  for (std::size_t i = mark.end; i < std::min(sentence.to, mark.end + reach_letter); ++i)
    if (const Mark* next = view.mark_at(sentence, i); next && next->entry->is(Is::event))
      return next->entry->value(Is::event) == "letter" || next->entry->value(Is::event) == "petition";
  return false;
}

// What "joined", "added" are said of: the event or the people around.
std::string joined(const View& view, const Sentence& sentence, const Mark& mark) {
  (void)view;
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> roles = {
      {{"letter", "signatory"},
       {"petition", "signatory"},
       {"refusal", "refuser"},
       {"strike", "striker"},
       {"march", "protester"},
       {"resignations", "resigner"}}};
  std::string name;
  for (const Mark& other : sentence.marks) {
    if (other.entry->is(Is::rolenoun)) name = other.entry->value(Is::rolenoun);
    if (other.entry->is(Is::does) && other.at > mark.at && other.entry->value(Is::does) != "join")
      name = other.entry->value(Is::does);
    for (const auto& [event, role] : roles)
      if (name.empty() && other.entry->is(Is::event) && other.entry->value(Is::event) == event) name = role;
  }
  if (name.ends_with('?')) name.pop_back();
  return name;
}

class Ahead {
 public:
  Ahead(const View& view, const Sentence& sentence, const Count& count)
      : view_(view), sentence_(sentence), count_(count), at_(count.phrase.end) {}

  Role find() {
    const std::size_t stop = std::min(sentence_.to, count_.phrase.end + reach_ahead);
    for (; at_ < stop; ++at_) {
      if (ends_clause(view_, at_)) break;
      if (is_dash(view_, at_) && !skip_aside(stop)) break;
      const Mark* mark = view_.mark_at(sentence_, at_);
      if (mark && mark->at == at_) {
        if (look(*mark)) return role_;
        if (over_) break;
        at_ = mark->end - 1;
      } else if (is_other_subject()) {
        break;
      }
    }
    return {};
  }

 private:
  // An aside between dashes is passed over.
  bool skip_aside(std::size_t stop) {
    for (std::size_t i = at_ + 1; i < stop; ++i)
      if (is_dash(view_, i)) return at_ = i, true;
    return false;
  }

  // Whether the mark decides; `over_` where it ends the clause.
  bool look(const Mark& mark) {
    const Entry& entry = *mark.entry;
    if (entry.is(Is::negative)) negative_ = true;
    if (entry.is(Is::relative) && mark.at == count_.phrase.end) relative_ = true;
    if (entry.is(Is::by) && is_active(mark)) {
      role_ = made(mark, Is::by);
      return true;
    }
    if (entry.is(Is::left) && !view_.is(mark.end, "from")) {
      role_ = made(mark, Is::left);
      return role_.left = true;
    }
    if (entry.is(Is::does) && !is_noun(view_, sentence_, mark) && !has_object(mark) && !is_passive(mark))
      return does(mark);
    if (entry.is(Is::sends) && sends_letter(view_, sentence_, mark))
      return role_ = made(mark, Is::sends), true;
    if (entry.is(Is::not_people) && mark.at < count_.phrase.end + reach_not)
      return role_ = rejected(mark), true;
    if (entry.is(Is::not_people) || entry.is(Is::clause) || (entry.is(Is::by) && !entry.is(Is::event)))
      over_ = true;
    return false;
  }

  // "had been warned"
  bool is_passive(const Mark& mark) const {
    if (mark.end != mark.at + 1 || mark.at == sentence_.from) return false;
    if (!view_.word(mark.at).ends_with("ed")) return false;
    for (const std::string_view be : {"been", "were", "was", "be", "being", "are"})
      if (view_.is(mark.at - 1, be)) return true;
    return false;
  }

  // "struck the ball": who strikes work strikes nothing.
  bool has_object(const Mark& mark) const {
    if (mark.entry->word != "struck" && mark.entry->word != "strike") return false;
    if (mark.end >= sentence_.to || view_.tokens()[mark.end].kind != text::TokenKind::word) return false;
    const Mark* next = view_.mark_at(sentence_, mark.end);
    return !next || (!next->entry->is(Is::stop) && !next->entry->is(Is::conjunction));
  }

  bool does(const Mark& mark) {
    if (relative_)
      if (const Mark* left = left_behind(mark)) {
        role_ = made(*left, Is::left);
        return role_.left = true;
      }
    role_ = made(mark, Is::does);
    if (role_.name == "join") role_.name = joined(view_, sentence_, mark);
    if (negative_ && role_.name != "protester") role_.name = "other";
    settle(view_, count_, role_);
    return true;
  }

  // "Two professors who had signed later withdrew"
  const Mark* left_behind(const Mark& mark) const {
    for (const Mark& other : view_.marks(sentence_, mark.end, mark.end + reach_left))
      if (other.entry->is(Is::left) && view_.in_one_clause(mark.end, other.at)) return &other;
    return nullptr;
  }

  // "had signed by noon": no agents.
  bool is_active(const Mark& mark) const {
    if (!mark.entry->word.starts_with("signed ") || mark.at == sentence_.from) return false;
    for (const std::string_view have : {"have", "has", "had", "not"})
      if (view_.is(mark.at - 1, have)) return true;
    return false;
  }

  // Another count of people begins its own statement, unless it stands in the list or the aside of this one.
  bool is_other_subject() const {
    for (const Count& other : sentence_.counts) {
      if (other.at != at_ || other.at < count_.phrase.end) continue;
      if (other.phrase.noun != Noun::person || other.phrase.role) return false;
      if (other.at <= count_.phrase.end + 2) return false;
      const Mark* of = view_.mark_at(sentence_, count_.end);
      if (of && of->entry->is(Is::of)) return false;
      return !view_.is(at_ - 1, ",") && !view_.is(at_ - 1, "and") && !is_dash(view_, at_ - 1);
    }
    return false;
  }

  const View& view_;
  const Sentence& sentence_;
  const Count& count_;
  std::size_t at_;
  bool negative_ = false, over_ = false, relative_ = false;
  Role role_;
};

Role back(const View& view, const Sentence& sentence, const Count& count) {
  const std::size_t from = std::max(sentence.from, count.at - std::min(count.at, reach_back));
  for (std::size_t i = count.at; i-- > from;) {
    if (ends_clause(view, i) || view.tokens()[i].kind == text::TokenKind::number) break;
    const Mark* mark = view.mark_at(sentence, i);
    if (!mark) continue;
    const Entry& entry = *mark->entry;
    if (entry.is(Is::by)) return made(*mark, Is::by);
    if (entry.is(Is::not_people) && mark->end + 2 >= count.at) return rejected(*mark);
    if (entry.is(Is::clause)) break;
    i = mark->at;
  }
  return {};
}

// "In an open letter, 57 reservists ...": those who speak first are those who signed.
Role head(const View& view, const Sentence& sentence, const Count& count) {
  if (sentence.counts.empty() || &sentence.counts.front() != &count) return {};
  const auto opens = [&](const Mark& mark) {
    return mark.at <= sentence.from + 3 && (mark.entry->is(Is::which) || mark.entry->is(Is::does));
  };
  const auto found = std::find_if(sentence.marks.begin(), sentence.marks.end(), opens);
  if (found == sentence.marks.end()) return {};
  const Mark& first = *found;
  const bool letter = first.at == sentence.from && first.entry->word.starts_with("in ");
  const bool reply = first.entry->is(Is::which);
  if ((!letter && !reply) || count.at > sentence.from + reach_head || count.phrase.noun != Noun::person)
    return {};
  std::size_t before = count.at;
  while (before > first.end && !view.is(before - 1, ",") && count.at - before < 2) --before;
  if (before > first.end && !view.is(before - 1, ",") && !letter) return {};
  Role role;
  role.name = "signatory", role.strong = true, role.rule = rule_of(*first.entry), role.cue = first.at;
  return role;
}

// "Signatures: 1,046"
Role labelled(const View& view, const Sentence& sentence, const Count& count) {
  if (count.at < sentence.from + 2 || !view.is(count.at - 1, ":")) return {};
  const Mark* mark = view.mark_at(sentence, count.at - 2);
  if (!mark || (!mark->entry->is(Is::names) && !mark->entry->is(Is::rolenoun))) return {};
  return made(*mark, mark->entry->is(Is::rolenoun) ? Is::rolenoun : Is::names);
}

// "The petition has gathered 400 signatures", "the march drew 4,000 people".
Role drawn(const View& view, const Sentence& sentence, const Count& count) {
  const std::size_t from = std::max(sentence.from, count.at - std::min(count.at, reach_back));
  for (std::size_t i = count.at; i-- > from;) {
    if (ends_clause(view, i)) break;
    const Mark* mark = view.mark_at(sentence, i);
    if (!mark) continue;
    if (mark->entry->is(Is::draws) || mark->entry->is(Is::beyond)) {
      Role role;
      role.drawn = true, role.rule = rule_of(*mark->entry), role.cue = mark->at;
      return role;
    }
    i = mark->at;
  }
  return {};
}

// "75 of the signers", "one of the strikers": a part of those who have a name.
Role of_those(const View& view, const Sentence& sentence, const Count& count) {
  if (!count.phrase.empty) return {};
  const Mark* of = view.mark_at(sentence, count.end);
  if (!of || !of->entry->is(Is::of) || of->at != count.end) return {};
  for (std::size_t i = of->end; i < std::min(sentence.to, of->end + 4); ++i) {
    const Mark* mark = view.mark_at(sentence, i);
    if (view.tokens()[i].kind != text::TokenKind::word) break;
    if (!mark || (!mark->entry->is(Is::rolenoun) && !mark->entry->is(Is::names))) continue;
    Role role = made(*mark, mark->entry->is(Is::rolenoun) ? Is::rolenoun : Is::names);
    role.part = true;
    return role;
  }
  return {};
}

Role of_noun(const View& view, const Sentence& sentence, const Count& count, bool is_base) {
  const Phrase& phrase = count.phrase;
  const Is what = phrase.role->is(Is::rolenoun) ? Is::rolenoun : Is::names;
  Role role;
  role.name = phrase.role->value(what), role.strong = true, role.drawn = what == Is::names;
  role.rule = rule_of(*phrase.role), role.cue = count.end;
  if (what == Is::names || is_base) return role;
  const Role next = Ahead(view, sentence, count).find();
  if (next.left) return next;
  const bool definite = count.at > 0 && view.is(count.at - 1, "the");
  if (next.rejected && !definite) return next;
  if (role.name == "supporter" && next.strong && !next.rejected) return next;
  return role;
}

}  // namespace

bool coordinated(const View& view, const Count& before, const Count& count) {
  for (std::size_t i = before.phrase.end; i < count.at; ++i)
    if (!view.is(i, ",") && !view.is(i, "and") && !view.is(i, "or") && !view.is(i, "with") &&
        !view.is(i, "along") && !view.is(i, "a"))
      return false;
  return before.phrase.end < count.at;
}

Role role_of(const View& view, const Sentence& sentence, const Count& count, bool is_base) {
  const Phrase& phrase = count.phrase;
  const Role behind = back(view, sentence, count);
  const Mark* next_mark = view.mark_at(sentence, phrase.end);
  const bool relative = next_mark && next_mark->at == phrase.end && next_mark->entry->is(Is::relative);
  if (behind.rejected && !(relative && phrase.noun == Noun::person)) return behind;
  if (phrase.role) return of_noun(view, sentence, count, is_base);
  if (behind.strong) return behind;
  if (const Role part = of_those(view, sentence, count); !part.name.empty()) {
    const Role next = Ahead(view, sentence, count).find();
    return next.left ? next : part;
  }
  if (is_base && !relative) return {};
  if (const Role role = labelled(view, sentence, count); !role.name.empty()) return role;
  Role next = Ahead(view, sentence, count).find();
  if (behind.rejected && (next.name.empty() || next.cue > phrase.end + 4)) return behind;
  if (phrase.doing && !next.rejected && !next.left) {
    Role role;
    role.name = phrase.doing->value(phrase.doing->is(Is::does) ? Is::does : Is::rolenoun);
    if (role.name.ends_with('?')) role.name.pop_back();
    role.strong = true, role.rule = rule_of(*phrase.doing), role.cue = count.end;
    settle(view, count, role);
    return role;
  }
  if (!next.name.empty() || next.rejected) return next;
  if (!behind.name.empty()) return behind;
  if (Role first = head(view, sentence, count); !first.name.empty()) return first;
  return drawn(view, sentence, count);
}

}  // namespace presscut::figures
