// A count is asked in the order of how telling the words are: its own noun, who acts by the words before it
// ("signed by"), what its people do by the first verb behind it, what draws it. The first word that tells
// decides, also against: "killed" before or behind makes it none.
#include "figures/roles.h"

#include <algorithm>
#include <array>

#include "figures/events.h"

namespace presscut::figures {
namespace {

constexpr std::size_t reach_ahead = 18;  // tokens from a noun phrase to its verb
constexpr std::size_t reach_back = 5;    // from agents or a verb to their count
constexpr std::size_t reach_head = 16;   // from the head of a sentence ("In an open letter,") to its subject
constexpr std::size_t reach_those = 5;   // from "of the soldiers" to "who"
constexpr std::size_t reach_held = 7;    // from "staged" to "strike"
constexpr std::size_t reach_deed = 6;    // from "signed" to "treaty"
constexpr std::size_t reach_among = 14;  // from "among" to "were"
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
      return role_of_event(next->entry->value(Is::event)) == "signatory" ||
             next->entry->value(Is::event) == "letter?";
  return false;
}

// "a 24-hour strike" behind "staged", in the words of its noun phrase.
const Mark* held(const View& view, const Sentence& sentence, const Mark& mark) {
  for (std::size_t i = mark.end; i < std::min(sentence.to, mark.end + reach_held); ++i) {
    const Mark* next = view.mark_at(sentence, i);
    if (view.tokens()[i].kind == text::TokenKind::punctuation && !view.is(i, "-")) return nullptr;
    if (!next) continue;
    if (next->entry->is(Is::event)) {
      const std::string_view role = role_of_event(next->entry->value(Is::event));
      return role == "striker" || role == "protester" || role == "refuser" ? next : nullptr;
    }
    if (next->entry->is(Is::stop) || next->entry->is(Is::of) || next->entry->is(Is::conjunction))
      return nullptr;
  }
  return nullptr;
}

// "signed the treaty": a deed and no letter is what is signed, between two tokens.
bool is_deed(const View& view, const Sentence& sentence, std::size_t from, std::size_t to) {
  for (const Mark& mark : view.marks(sentence, from, std::min(to, sentence.to))) {
    if (mark.entry->is(Is::event)) return false;
    if (mark.entry->is(Is::clause) || mark.entry->is(Is::relative)) break;
    if (mark.entry->is(Is::deed)) return view.in_one_clause(from, mark.at);
  }
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
      if (is_dash(view_, at_) && !leaves_aside() && !skip_aside(stop)) break;
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
  // "the staff - 702 of 740 - had signed": the count stands in an aside, which ends here.
  bool leaves_aside() {
    if (aside_) return false;
    for (std::size_t i = sentence_.from; i < count_.at; ++i)
      if (is_dash(view_, i)) aside_ = !aside_;
    return aside_;
  }

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
    if (entry.is(Is::relative) && (mark.at == count_.phrase.end || is_of_those(mark))) relative_ = true;
    if (entry.is(Is::by) && is_active(mark)) {
      role_ = made(mark, Is::by);
      return true;
    }
    if (entry.is(Is::left) && !view_.is(mark.end, "from") && !takes_other(mark) && is_sure(mark)) {
      role_ = made(mark, Is::left);
      return role_.left = true;
    }
    if (entry.is(Is::holds))
      if (const Mark* event = held(view_, sentence_, mark)) return holds(mark, *event);
    if (entry.is(Is::does) && !is_noun(view_, sentence_, mark) && !has_object(mark) && !is_passive(mark))
      return does(mark);
    if (entry.is(Is::sends) && sends_letter(view_, sentence_, mark))
      return role_ = made(mark, Is::sends), true;
    if (entry.is(Is::not_people) && is_attribute(mark)) return false;
    if (entry.is(Is::not_people) && mark.at < count_.phrase.end + reach_not)
      return role_ = rejected(mark), true;
    if (entry.is(Is::not_people) || entry.is(Is::clause) || (entry.is(Is::by) && !entry.is(Is::event)))
      over_ = true;
    return false;
  }

  // "two signatories withdrew", "two divisions withdrew"
  bool is_sure(const Mark& left) const {
    const Entry* noun = count_.phrase.role;
    return !left.entry->value(Is::left).ends_with('?') || (noun && noun->is(Is::rolenoun));
  }

  // "have withdrawn their children"
  bool takes_other(const Mark& mark) const {
    const Mark* whose = view_.mark_at(sentence_, mark.end);
    if (!whose || !whose->entry->is(Is::determiner)) return false;
    const Mark* what = view_.mark_at(sentence_, whose->end);
    return !what || (!what->entry->is(Is::names) && !what->entry->is(Is::does));
  }

  // "hundreds of relatives of the hostages"
  bool is_attribute(const Mark& mark) const {
    if (count_.phrase.empty || mark.at < count_.phrase.end + 1) return false;
    return view_.is(mark.at - 1, "of") || (view_.is(mark.at - 1, "the") && view_.is(mark.at - 2, "of"));
  }

  bool holds(const Mark& mark, const Mark& event) {
    role_ = made(event, Is::event);
    role_.name = role_of_event(event.entry->value(Is::event)), role_.strong = true, role_.cue = mark.at;
    settle(view_, count_, role_);
    return true;
  }

  // "six of the soldiers who refused"
  bool is_of_those(const Mark& relative) const {
    return view_.is(count_.end, "of") && relative.at <= count_.end + reach_those &&
           !view_.is(relative.at - 1, ",");
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
    const bool shows = mark.entry->word.starts_with("demonstrat");  // "demonstrating strong growth"
    if (mark.entry->word != "struck" && mark.entry->word != "strike" && !shows) return false;
    if (mark.end >= sentence_.to || view_.tokens()[mark.end].kind != text::TokenKind::word) return false;
    if (shows && (view_.word(mark.end).ends_with("ly") || view_.tokens()[mark.end].capital)) return false;
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
    if (role_.name == "signatory" && mark.entry->word.starts_with("sign") &&
        is_deed(view_, sentence_, mark.end, mark.end + reach_deed)) {
      role_ = rejected(mark);
      return true;
    }
    if (role_.name == "walkout" && resigns_behind(mark)) role_.name = "resigner";
    if (negative_ && role_.name != "protester") role_.name = "other";
    settle(view_, count_, role_);
    return true;
  }

  // "walked out of the meeting and resigned"
  bool resigns_behind(const Mark& mark) const {
    for (const Mark& other : view_.marks(sentence_, mark.end, mark.end + reach_left))
      if (other.entry->is(Is::does) && other.entry->value(Is::does) == "resigner") return true;
    return false;
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
      const Mark* part = view_.mark_at(sentence_, at_ - 1);
      if (part && part->entry->is(Is::subset)) return false;
      const Mark* of = view_.mark_at(sentence_, count_.end);
      if (of && of->entry->is(Is::of)) return false;
      return !view_.is(at_ - 1, ",") && !view_.is(at_ - 1, "and") && !view_.is(at_ - 1, "as") &&
             !is_dash(view_, at_ - 1);
    }
    return false;
  }

  const View& view_;
  const Sentence& sentence_;
  const Count& count_;
  std::size_t at_;
  bool negative_ = false, over_ = false, relative_ = false, aside_ = false;
  Role role_;
};

// "industrial action by", "a boycott involving": whose event it is.
Role of_event(const View& view, const Sentence& sentence, std::size_t by) {
  if (by == sentence.from || (!view.is(by, "by") && !view.is(by, "involving") && !view.is(by, "from")))
    return {};
  const Mark* event = view.mark_at(sentence, by - 1);
  if (event && event->entry->is(Is::names)) return made(*event, Is::names);
  if (event == nullptr && view.is(by - 1, ",") && by > sentence.from + 1)
    event = view.mark_at(sentence, by - 2);
  if (!event || !event->entry->is(Is::event)) return {};
  const std::string_view name = role_of_event(event->entry->value(Is::event));
  if (name.empty() || name == "supporter" || name == "respondent") return {};
  Role role = made(*event, Is::event);
  role.name = name, role.strong = true, role.cue = by;
  return role;
}

// "Among those who signed were three judges", "the first to refuse were two corporals".
Role among(const View& view, const Sentence& sentence, const Count& count) {
  if (count.at == sentence.from) return {};
  bool be = false;
  for (const std::string_view verb : {"were", "are", "was", "is"}) be = be || view.is(count.at - 1, verb);
  if (!be) return {};
  const std::size_t from = count.at - std::min(count.at - sentence.from, reach_among);
  bool inside = false, part = false;
  for (std::size_t i = from; i < count.at; ++i) {
    part = part || view.is(i, "among");
    inside = part || inside || (view.is(i, "first") && view.is(i + 1, "to"));
    const Mark* mark = view.mark_at(sentence, i);
    if (!inside || !mark || mark->at != i) continue;
    if (mark->entry->is(Is::not_people)) return rejected(*mark);
    const Is what = mark->entry->is(Is::rolenoun) ? Is::rolenoun : Is::does;
    if (!mark->entry->is(what)) continue;
    Role role = made(*mark, what);
    settle(view, count, role);
    role.part = part;
    return role;
  }
  return {};
}

// "The strikers, about 1,100 in all, ...", "the largest crowds - 15,000 - in Tavik".
Role beside_noun(const View& view, const Sentence& sentence, const Count& count) {
  if (!count.phrase.empty || count.at < sentence.from + 2 || count.end >= sentence.to) return {};
  const bool dashes = is_dash(view, count.at - 1) && is_dash(view, count.end);
  if (!dashes && !view.is(count.at - 1, ",") && !view.is(count.at - 1, "(")) return {};
  if (!dashes && !view.is(count.end, ",") && !view.is(count.end, ")") && !view.is(count.end, "in")) return {};
  const Mark* mark = view.mark_at(sentence, count.at - 2);
  if (!mark) return {};
  if (mark->entry->is(Is::rolenoun)) return made(*mark, Is::rolenoun);
  if (!dashes || !mark->entry->is(Is::event)) return {};
  Role role = made(*mark, Is::event);
  role.name = role_of_event(mark->entry->value(Is::event)), role.strong = true;
  return role.name == "protester" || role.name == "striker" ? role : Role{};
}

// "was suspended after 350 drivers went": what stands before is said of others.
bool turns(const View& view, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i)
    for (const std::string_view word : {"after", "as", "when", "because", "since", "before", "where", ","})
      if (view.is(i, word)) return true;
  return false;
}

Role back(const View& view, const Sentence& sentence, const Count& count) {
  const std::size_t from = std::max(sentence.from, count.at - std::min(count.at, reach_back));
  for (std::size_t i = count.at; i-- > from;) {
    if (ends_clause(view, i) || view.tokens()[i].kind == text::TokenKind::number) break;
    const Mark* mark = view.mark_at(sentence, i);
    if (!mark) continue;
    const Entry& entry = *mark->entry;
    if (entry.is(Is::by)) {
      if (entry.word.ends_with("signed by") &&
          is_deed(view, sentence, mark->at - std::min(mark->at - sentence.from, reach_deed), mark->at))
        return rejected(*mark);
      return made(*mark, Is::by);
    }
    if (Role role = of_event(view, sentence, i); !role.name.empty()) return role;
    if (entry.is(Is::not_people) && mark->end + 2 >= count.at && !turns(view, mark->end, count.at))
      return rejected(*mark);
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
  for (std::size_t i = count.end; i-- > from;) {  // "exceeds 65,000" is a number
    if (ends_clause(view, i)) break;
    const Mark* mark = view.mark_at(sentence, i);
    if (!mark) continue;
    const bool draws = mark->entry->is(Is::draws) &&
                       (mark->entry->value(Is::draws) != "near" || mark->end >= count.at);  // "with 40"
    if (draws || mark->entry->is(Is::beyond)) {
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

// "Of the 640 members who were asked, 512 replied": what the 512 did.
bool is_told_of_part(const Sentence& sentence, const Count& base, const Role& role) {
  return std::any_of(sentence.counts.begin(), sentence.counts.end(),
                     [&](const Count& part) { return part.at >= base.phrase.end && part.end <= role.cue; });
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
  for (const auto& tells : {labelled, among, beside_noun})
    if (const Role role = tells(view, sentence, count); !role.name.empty() || role.rejected) return role;
  Role next = Ahead(view, sentence, count).find();
  if (is_base && is_told_of_part(sentence, count, next)) return {};
  if (behind.rejected && (next.name.empty() || next.cue > phrase.end + 4)) return behind;
  if (phrase.doing && !next.rejected && !next.left) {
    Role role;
    role.name = phrase.doing->value(phrase.doing->is(Is::does) ? Is::does : Is::rolenoun);
    if (role.name.ends_with('?')) role.name.pop_back();
    role.strong = true, role.rule = rule_of(*phrase.doing), role.cue = count.end;
    settle(view, count, role);
    return role;
  }
  if (!next.name.empty() && !next.strong)  // "In a statement, 14 aides said they no longer support her"
    if (Role first = head(view, sentence, count); !first.name.empty()) return first;
  if (!next.name.empty() || next.rejected) return next;
  if (!behind.name.empty()) return behind;
  if (Role first = head(view, sentence, count); !first.name.empty()) return first;
  return drawn(view, sentence, count);
}

}  // namespace presscut::figures
