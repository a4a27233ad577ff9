// A count is asked in the order of how telling the words are: its own noun, who acts by the words before it
// ("signed by"), what its people do by the first verb behind it, what draws it. The first word that tells
// decides, also against: "killed" before or behind makes it none.
#include "figures/roles.h"

#include <algorithm>

#include "figures/ahead.h"
#include "figures/cues.h"
#include "figures/events.h"

namespace presscut::figures {
namespace {

constexpr std::size_t reach_back = 5;    // from agents or a verb to their count
constexpr std::size_t reach_head = 16;   // from the head of a sentence ("In an open letter,") to its subject
constexpr std::size_t reach_among = 14;  // from "among" to "were"

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
  const bool lists = view.is(count.at - 1, ",");  // "Among the latest signers, two are captains"
  if (lists ? !view.is(sentence.from, "among") : !view.is(count.at - 1, List::is)) return {};
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
    if (view.is(i, List::turns)) return true;
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
  if (what == Is::names) return role;
  if (is_base) {
    const Mark* next = view.mark_at(sentence, phrase.end);
    return next && next->entry->is(Is::not_people) ? rejected(*next)
                                                   : role;  // "17 of the 29 strikers arrested"
  }
  const Role next = role_ahead(view, sentence, count);
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
    const Role next = role_ahead(view, sentence, count);
    return next.left ? next : part;
  }
  if (is_base && !relative) return {};
  for (const auto& tells : {labelled, among, beside_noun})
    if (const Role role = tells(view, sentence, count); !role.name.empty() || role.rejected) return role;
  Role next = role_ahead(view, sentence, count);
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
  if (is_base) return {};
  if (Role first = head(view, sentence, count); !first.name.empty()) return first;
  return drawn(view, sentence, count);
}

}  // namespace presscut::figures
