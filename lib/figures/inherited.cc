#include "figures/inherited.h"

#include <algorithm>
#include <utility>

#include "figures/cues.h"
#include "figures/fits.h"
#include "figures/lookalikes.h"
#include "figures/relations.h"
#include "figures/voices.h"

namespace presscut::figures {
namespace {

constexpr std::size_t reach_suffers = 8;  // tokens from "suspension" to those whom it hit

class Heir {
 public:
  Heir(const Told& told, std::size_t s, std::size_t c)
      : told_(told),
        view_(told.view),
        s_(s),
        c_(c),
        sentence_(view_.sentence(s)),
        count_(sentence_.counts[c]),
        is_part_(is_part(view_, sentence_, count_)),
        here_(told.beside(c)),
        last_(last()) {}

  Role find() const {
    if ((count_.phrase.noun != Noun::person && !count_.phrase.empty) || !count_.number) return {};
    if (count_.low == 1 && count_.high == 1 && !is_part_) return {};
    if (is_part_ && !last_.empty()) return as_part();
    for (const auto way :
         {&Heir::of_base, &Heir::in_list, &Heir::hoped, &Heir::in_brackets, &Heir::goes_on, &Heir::known})
      if (Role role = (this->*way)(); !role.name.empty()) return role;
    return voiced();
  }

 private:
  std::string last() const {
    if (!here_.empty()) return here_;
    if (told_.has_recent(s_, 1)) return told_.main_role();
    return is_part_ ? told_.events.role_named(s_) : "";
  }

  Role taken(std::string name, std::string rule, bool part = false) const {
    Role role;
    role.name = std::move(name), role.strong = true, role.rule = std::move(rule), role.cue = count_.at;
    role.part = part;
    return role;
  }

  Role as_part() const {
    if (!told_.follows_figure(c_) || suffers()) return {};
    return taken(last_, "part", true);
  }

  // "the suspension of these soldiers, including five of the reserve"
  bool suffers() const {
    const std::size_t from = count_.at - std::min(count_.at - sentence_.from, reach_suffers);
    const auto marks = view_.marks(sentence_, from, count_.at);
    return std::any_of(marks.begin(), marks.end(),
                       [](const Mark& mark) { return mark.entry->is(Is::not_people); });
  }

  // "of the 41 signatories, 29": what the others do.
  Role of_base() const {
    for (std::size_t b = 0; b < sentence_.counts.size(); ++b)
      if (told_.is_figure(b) && sentence_.counts[b].phrase.role &&
          is_base(view_, sentence_, count_, sentence_.counts[b]))
        return taken(told_.roles[b].name, "part", true);
    return {};
  }

  Role in_list() const {
    if (c_ > 0 && told_.is_figure(c_ - 1) && coordinated(view_, sentence_.counts[c_ - 1], count_))
      return taken(here_, "list", told_.roles[c_ - 1].part);
    if (c_ + 1 < sentence_.counts.size() && told_.is_figure(c_ + 1) &&
        coordinated(view_, count_, sentence_.counts[c_ + 1]) && count_.phrase.noun == Noun::person &&
        !count_.phrase.empty)
      return taken(here_, "list");
    return {};
  }

  // "had hoped for 5,000 participants"
  Role hoped() const {
    if (count_.low.value_or(0) < fewest_drawn || count_.at == sentence_.from) return {};
    const Mark* mark = view_.mark_at(sentence_, count_.at - 1);
    if (!mark || !mark->entry->is(Is::goal) || mark->entry->value(Is::goal) != "number") return {};
    return taken(here_.empty() ? told_.events.role_spoken_of(s_) : here_, "goal");
  }

  Role in_brackets() const {
    if (!is_in_brackets(view_, count_)) return {};
    const std::string held = told_.events.role_spoken_of(s_);
    return held == "protester" || held == "striker" ? taken(held, "brackets") : Role{};
  }

  // "another 15", "from 48 to 140", "joined the 61"
  Role goes_on() const {
    if (!last_.empty() && count_.phrase.more && (count_.phrase.empty || !here_.empty()))
      return taken(last_, "more");
    if (here_.empty()) return {};
    if (count_.phrase.empty && is_series(view_, sentence_, count_)) return taken(here_, "series");
    if (!is_definite(view_, count_) || count_.at < sentence_.from + 2) return {};
    const Mark* join = view_.mark_at(sentence_, count_.at - 2);
    const bool joined = join && join->entry->is(Is::does) && join->entry->value(Is::does) == "join";
    return joined ? taken(here_, "joined") : Role{};
  }

  // "the 39" of whom the text has told
  Role known() const {
    if (!is_definite(view_, count_)) return {};
    if (const std::string known = told_.known_role(sentence_, count_); !known.empty())
      return taken(known, "known");
    return count_.phrase.empty && told_.events.has_counter(s_) ? taken("signatory", "known") : Role{};
  }

  // "550,000, police said": a voice gives a number for the event that the text speaks of.
  Role voiced() const {
    Role role;
    const bool bare = count_.phrase.empty;
    if (!bare && count_.phrase.noun != Noun::person) return role;
    const bool says = (bare || told_.is_told_of(count_)) && has_voice(view_, sentence_, count_);
    const bool whole = bare && is_whole(view_, sentence_, count_);
    const bool planned = is_planned(view_, sentence_, count_);
    if (!says && !whole && !planned) return role;
    if (view_.is(count_.end, "%") || view_.is(count_.end, "of")) return role;
    role.name = told_.events.role_spoken_of(s_);
    if (told_.has_recent(s_)) role.name = told_.main_role();
    if (!here_.empty()) role.name = here_;
    if (role.name.empty() && planned) role.name = told_.events.role_named(s_);
    const bool many = count_.low.value_or(0) >= crowd || (count_.high.value_or(0) >= crowd && planned);
    const bool crowd_told = planned || (says && (is_crowd_voice(view_, sentence_, count_) || whole));
    if (role.name.empty() && crowd_told && many) role.name = "protester";
    role.strong = true, role.rule = says ? "voice" : whole ? "whole" : "planned", role.cue = count_.at;
    return role;
  }

  const Told& told_;
  const View& view_;
  std::size_t s_, c_;  // the count is number c_ of sentence s_
  const Sentence& sentence_;
  const Count& count_;
  bool is_part_;
  std::string here_;  // the role of the nearest figure of the sentence
  std::string last_;  // else of the last one before it, or of the event
};

}  // namespace

Role inherited(const Told& told, std::size_t s, std::size_t c) { return Heir(told, s, c).find(); }

}  // namespace presscut::figures
