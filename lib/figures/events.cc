#include "figures/events.h"

#include <algorithm>
#include <array>
#include <utility>

#include "figures/told.h"

namespace presscut::figures {
namespace {

constexpr std::size_t opening_sentences = 4;
constexpr std::size_t head_reach = 5;  // tokens from the begin of a sentence to its letter
constexpr std::size_t far_back = 12;   // sentences to the event that a figure is of

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> roles_of_events = {{
    {"letter", "signatory"},
    {"petition", "signatory"},
    {"refusal", "refuser"},
    {"strike", "striker"},
    {"march", "protester"},
    {"occupation", "protester"},
    {"boycott", "protester"},
    {"resignations", "resigner"},
    {"reform", "supporter"},
    {"survey", "respondent"},
}};

// "walked out", "marched": what people did in a sentence before tells what the text speaks of. Who signs may
// sign anything.
std::string_view told_by(const Mark& mark) {
  const std::string& word = mark.entry->word;
  if (!mark.entry->is(Is::does) || word.starts_with("demonstrat") || word == "struck") return "";
  const std::string& value = mark.entry->value(Is::does);
  if (value == "walkout") return "striker";
  return value == "striker" || value == "protester" || value == "resigner" || value == "refuser"
             ? std::string_view(value)
             : "";
}

std::string_view kind_of(std::string_view role) {
  for (const auto& [event, name] : roles_of_events)
    if (name == role) return event;
  return "letter";
}

std::string_view plain(std::string_view kind) {
  return kind.ends_with('?') ? kind.substr(0, kind.size() - 1) : kind;
}

}  // namespace

std::string_view role_of_event(std::string_view kind) {
  for (const auto& [event, role] : roles_of_events)
    if (event == kind) return role;
  return "";
}

Events::Events(const View& view, std::set<std::string> spoken_of)
    : view_(view), spoken_of_(std::move(spoken_of)) {}

std::set<std::string> Events::opening() const {
  std::set<std::string> roles;
  for (std::size_t s = 0; s < std::min(opening_sentences, view_.sentence_count()); ++s)
    for (const Mark& mark : view_.sentence(s).marks)
      if (mark.entry->is(Is::event))
        if (const auto role = role_of_event(kind(mark, s)); !role.empty()) roles.emplace(role);
  return roles;
}

std::string_view Events::kind(const Mark& mark, std::size_t sentence) const {
  const std::string_view kind = mark.entry->value(Is::event);
  if (!kind.ends_with('?')) return kind;
  for (const Mark& other : view_.sentence(sentence).marks)
    for (const Is sign : {Is::names, Is::rolenoun})
      if (other.entry->is(sign) && other.entry->value(sign) == role_of_event(plain(kind))) return plain(kind);
  return "";
}

bool Events::speaks_of(std::string_view role, std::size_t sentence) const {
  if (spoken_of_.contains(std::string(role))) return true;
  for (std::size_t back = 0; back <= recent && back <= sentence; ++back)
    for (const Mark& mark : view_.sentence(sentence - back).marks) {
      if (mark.entry->is(Is::rolenoun) && mark.entry->value(Is::rolenoun) == role) return true;
      if (back > 0 && told_by(mark) == role) return true;
      if (!mark.entry->is(Is::event)) continue;
      const std::string_view own = role_of_event(kind(mark, sentence - back));
      if (own == role || (role == "refuser" && own == "signatory") ||
          (role == "resigner" && own == "striker"))
        return true;
    }
  return false;
}

bool Events::letter_follows(std::size_t sentence) const {
  if (sentence + 1 >= view_.sentence_count()) return false;
  const Sentence& next = view_.sentence(sentence + 1);
  for (const Mark& mark : view_.marks(next, next.from, next.from + head_reach))
    if (mark.entry->is(Is::event) && role_of_event(kind(mark, sentence + 1)) == "signatory") return true;
  return false;
}

bool Events::strikes(std::size_t sentence) const {
  const std::size_t first = sentence - std::min(sentence, recent),
                    last = std::min(sentence + 1, view_.sentence_count() - 1);
  bool strike = false, march = false;
  for (std::size_t s = first; s <= last; ++s)
    for (const Mark& mark : view_.sentence(s).marks) {
      const std::string_view told = mark.entry->is(Is::event) ? role_of_event(kind(mark, s)) : told_by(mark);
      if (told == "resigner" && s <= sentence) return false;
      if (s > sentence && march) return strike;  // what follows tells where nothing has been told
      strike |= told == "striker", march |= told == "protester";
    }
  return strike;
}

std::string Events::role_named(std::size_t sentence) const {
  for (const Mark& mark : view_.sentence(sentence).marks)
    if (mark.entry->is(Is::rolenoun)) return mark.entry->value(Is::rolenoun);
  return role_spoken_of(sentence);
}

std::string Events::role_of_next(std::size_t sentence, std::size_t token) const {
  for (const Mark& mark : view_.sentence(sentence).marks)
    if (mark.at >= token && mark.at <= token + 2 && mark.entry->is(Is::event))
      return std::string(role_of_event(kind(mark, sentence)));
  return view_.is(token, "column") ? "protester" : "";
}

bool Events::has_counter(std::size_t sentence) const {
  for (const Mark& mark : view_.sentence(sentence).marks)
    if (mark.entry->is(Is::which) && mark.entry->value(Is::which) == "counter") return true;
  return false;
}

std::string Events::role_spoken_of(std::size_t sentence) const {
  for (std::size_t back = 0; back <= recent && back <= sentence; ++back)
    for (const Mark& mark : view_.sentence(sentence - back).marks)
      if (mark.entry->is(Is::rolenoun)) {
        return mark.entry->value(Is::rolenoun);
      } else if (mark.entry->is(Is::event)) {
        const std::string_view role = role_of_event(kind(mark, sentence - back));
        if (role != "supporter" && role != "respondent") return std::string(role);
      }
  for (std::size_t back = 0; back <= recent && back <= sentence; ++back)
    for (const Mark& mark : view_.sentence(sentence - back).marks)
      if (const auto role = told_by(mark); !role.empty()) return std::string(role);
  for (std::size_t back = 1; back <= recent && back <= sentence; ++back)
    for (const Mark& mark : view_.sentence(sentence - back).marks)
      if (mark.entry->is(Is::does) && mark.entry->value(Is::does) == "signatory") return "signatory";
  return "";
}

// The mark of an event of the role that is nearest to the count in its sentence, else the last one before.
const Mark* Events::nearest(std::size_t sentence, const Count& count, std::string_view role) const {
  for (std::size_t back = 0; back <= sentence && back <= far_back; ++back) {
    const Mark* best = nullptr;
    std::size_t best_away = 0;
    for (const Mark& mark : view_.sentence(sentence - back).marks) {
      if (!mark.entry->is(Is::event) || role_of_event(kind(mark, sentence - back)) != role) continue;
      std::size_t away = mark.at > count.at ? mark.at - count.at : count.at - mark.at;
      if (mark.entry->is(Is::names)) away += view_.sentence(sentence - back).to;  // "signatures" of what
      if (best && away >= best_away) continue;
      best = &mark, best_away = away;
    }
    if (best) return best;
  }
  return nullptr;
}

// "Six of those who refused have given in": what is taken back is a refusal.
bool Events::refuses(std::size_t sentence) const {
  const auto& marks = view_.sentence(sentence).marks;
  return std::any_of(marks.begin(), marks.end(), [](const Mark& mark) {
    for (const Is what : {Is::does, Is::rolenoun})
      if (mark.entry->is(what) && mark.entry->value(what) == "refuser") return true;
    return false;
  });
}

// "The letter of the 88 officers has drawn an answer": it is not they who answer.
bool Events::is_of_known_letter(std::size_t sentence, const Count& count) const {
  for (const Mark& mark :
       view_.marks(view_.sentence(sentence), count.at - std::min<std::size_t>(count.at, 4), count.at))
    if (mark.entry->is(Is::event) && mark.entry->is(Is::by) && mark.at > 0 && view_.is(mark.at - 1, "the"))
      return true;
  return false;
}

std::string Events::label(std::size_t sentence, const Count& count, std::string_view role,
                          std::string_view relation) const {
  if (role == "other") return "";
  const std::string_view acting = role != "retractor" ? role : refuses(sentence) ? "refuser" : "signatory";
  const Mark* event = nearest(sentence, count, acting);
  std::string label(event ? plain(event->entry->value(Is::event)) : kind_of(acting));
  if (acting != "signatory") return label;
  for (const Mark& mark : view_.sentence(sentence).marks) {
    if (!mark.entry->is(Is::which)) continue;
    const std::string& which = mark.entry->value(Is::which);
    if (which == "valid") {
      if (relation == "subset" && mark.at + 4 >= count.at && mark.at <= count.phrase.end + 2)
        return label + " (valid)";
    } else if (relation == "prior") {
      continue;  // an earlier level is of the event that was there before
    } else if (which == "counter") {
      if (mark.at < count.at || !is_of_known_letter(sentence, count)) return "counter-" + label;
    } else if (which == "second" ? mark.at >= count.at || mark.at + 16 >= count.at
                                 : mark.at + 16 >= count.at) {
      return which + ' ' + label;
    }
  }
  return label;
}

}  // namespace presscut::figures
