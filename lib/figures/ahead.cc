#include "figures/ahead.h"

#include <algorithm>
#include <array>
#include <utility>

#include "figures/cues.h"
#include "figures/events.h"

namespace presscut::figures {
namespace {

constexpr std::size_t reach_ahead = 18;   // tokens from a noun phrase to its verb
constexpr std::size_t reach_those = 5;    // from "of the soldiers" to "who"
constexpr std::size_t reach_held = 7;     // from "staged" to "strike"
constexpr std::size_t reach_letter = 5;   // from "published" to "letter"
constexpr std::size_t reach_left = 10;    // from a relative clause to "withdrew"
constexpr std::size_t reach_office = 5;   // from "left" to "board"
constexpr std::size_t reach_protest = 4;  // from "hall" to "in protest"
constexpr std::size_t reach_not = 6;      // from a noun phrase to "were killed"

// "during the march": a word that is a verb elsewhere.
bool is_noun(const View& view, const Sentence& sentence, const Mark& mark) {
  if (mark.end > mark.at + 1 || !mark.entry->is(Is::event) || mark.at == sentence.from) return false;
  const Mark* before = view.mark_at(sentence, mark.at - 1);
  if (view.is(mark.at - 1, List::before_noun)) return true;
  return before && (before->entry->is(Is::determiner) || before->entry->is(Is::by));
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

// What "joined", "added" are said of: the event or the people around.
std::string joined(const Sentence& sentence, const Mark& mark) {
  std::string name;
  for (const Mark& other : sentence.marks) {
    if (other.entry->is(Is::rolenoun)) name = other.entry->value(Is::rolenoun);
    if (other.entry->is(Is::does) && other.at > mark.at && other.entry->value(Is::does) != "join")
      name = other.entry->value(Is::does);
    if (name.empty() && other.entry->is(Is::event))
      if (const auto role = role_of_event(other.entry->value(Is::event)); role != "supporter") name = role;
  }
  if (name.ends_with('?')) name.pop_back();
  return name;
}

class Ahead {
 public:
  Ahead(const View& view, const Sentence& sentence, const Count& count, std::size_t behind)
      : view_(view), sentence_(sentence), count_(count), at_(std::max(count.phrase.end, behind)) {}

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
      } else {
        skip_noun();
      }
    }
    return attribute_;
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

  // "of the 240 refuse workers": a word of another count's noun is no verb.
  void skip_noun() {
    for (const Count& other : sentence_.counts)
      if (other.at == at_ && other.phrase.noun == Noun::person && !other.phrase.empty && !other.phrase.role)
        at_ = other.phrase.end - 1;
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
      return role_.left = role_.strong = true;
    }
    if (entry.is(Is::leaves) && leaves(mark)) return true;
    if (entry.is(Is::holds))
      if (const Mark* event = held(view_, sentence_, mark)) return holds(mark, *event);
    if (entry.is(Is::does) && !is_noun(view_, sentence_, mark) && !has_object(mark) && !is_passive(mark)) {
      if (!does(mark)) return false;
      if (!is_of_base(mark)) return true;
      attribute_ = std::exchange(role_, {});
      return false;
    }
    if (entry.is(Is::sends) && sends_letter(view_, sentence_, mark))
      return role_ = made(mark, Is::sends), true;
    if (entry.is(Is::not_people) && (is_attribute(mark) || entry.value(Is::not_people) == "attribute"))
      return false;
    if (entry.is(Is::not_people) && mark.at < count_.phrase.end + reach_not)
      return role_ = rejected(mark), true;
    if (entry.is(Is::not_people) || entry.is(Is::clause) || (entry.is(Is::by) && !entry.is(Is::event)))
      over_ = true;
    return false;
  }

  // "two signatories withdrew", "two of the signatories withdrew", "two divisions withdrew"
  bool is_sure(const Mark& left) const {
    const Entry* noun = count_.phrase.role;
    if (!left.entry->value(Is::left).ends_with('?') || (noun && noun->is(Is::rolenoun))) return true;
    if (!view_.is(count_.end, "of")) return false;
    for (const Mark& mark : view_.marks(sentence_, count_.end, std::min(count_.end + reach_those, left.at)))
      if (mark.entry->is(Is::rolenoun) || mark.entry->is(Is::names)) return true;
    return false;
  }

  // "have withdrawn from the trials": who leaves an office resigns. "left the hall in protest": who leaves a
  // place walks out.
  bool leaves(const Mark& mark) {
    const std::size_t name = mark.end + view_.is(mark.end, "the");
    if (mark.entry->value(Is::leaves).empty() && name < sentence_.to && view_.tokens()[name].capital &&
        !view_.begins_date(name)) {
      role_.name = "resigner", role_.strong = false, role_.rule = rule_of(*mark.entry), role_.cue = mark.at;
      return true;  // "left Saint Orla's": where the employer says so
    }
    for (std::size_t i = mark.end; i < std::min(sentence_.to, mark.end + reach_office); ++i) {
      if (ends_clause(view_, i) || view_.is(i, ",") || view_.is(i, "and")) return false;
      const Mark* what = view_.mark_at(sentence_, i);
      if (!what) continue;
      if (what->entry->is(Is::office) || what->entry->is(Is::venue)) {
        role_ = made(*what, what->entry->is(Is::office) ? Is::office : Is::venue);
        if (is_in_protest(*what) || mark.entry->value(Is::leaves) == "office") role_.strong = true;
        role_.cue = mark.at;
        return true;
      }
      if (what->entry->is(Is::conjunction) || what->entry->is(Is::clause)) return false;
      i = what->end - 1;
    }
    return false;
  }

  bool is_in_protest(const Mark& place) const {
    for (const Mark& mark : view_.marks(sentence_, place.end, place.end + reach_protest))
      if (mark.entry->is(Is::event) && role_of_event(mark.entry->value(Is::event)) == "protester")
        return true;
    return false;
  }

  // "have withdrawn their children"
  bool takes_other(const Mark& mark) const {
    const Mark* whose = view_.mark_at(sentence_, mark.end);
    if (!whose || !whose->entry->is(Is::determiner) || mark.end > mark.at + 2) return false;
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

  // "four of the 26 students on strike gave in": what stands right behind those who they are of.
  bool is_of_base(const Mark& mark) const {
    return std::any_of(sentence_.counts.begin(), sentence_.counts.end(), [&](const Count& base) {
      return base.at > count_.at && base.phrase.end == mark.at && view_.is(mark.at, "on") &&
             view_.is(count_.end, "of");
    });
  }

  // "had been warned"
  bool is_passive(const Mark& mark) const {
    if (mark.end != mark.at + 1 || mark.at == sentence_.from) return false;
    return view_.word(mark.at).ends_with("ed") && view_.is(mark.at - 1, List::be);
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
    if (role_.name == "join") role_.name = joined(sentence_, mark);
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
    return view_.is(mark.at - 1, List::have);
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
  Role attribute_;  // what tells where no verb does
};

}  // namespace

Role role_ahead(const View& view, const Sentence& sentence, const Count& count, std::size_t behind) {
  return Ahead(view, sentence, count, behind).find();
}

}  // namespace presscut::figures
