// The figures of a text, sentence by sentence: each count gets its role from the words around it, else from
// the figure before it ("of whom nine"), else from the event that the text speaks of ("550,000, police
// said").
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "figures/ahead.h"
#include "figures/apart.h"
#include "figures/events.h"
#include "figures/figures.h"
#include "figures/fits.h"
#include "figures/interval.h"
#include "figures/letters.h"
#include "figures/lookalikes.h"
#include "figures/relations.h"
#include "figures/roles.h"
#include "figures/view.h"
#include "figures/voices.h"
#include "work/work.h"

namespace presscut::figures {
namespace {

constexpr std::size_t recent = 2;       // sentences for which an event or a figure is what a text speaks of
constexpr std::size_t reach_asked = 8;  // tokens from "called on" to those who are asked
constexpr int remembered = 64;          // figures back to which "the 39" may point

// "The number of people who have signed exceeds 65,000"
std::string told_before(const Sentence& sentence, const Count& count) {
  for (const Mark& mark : sentence.marks)
    if (mark.at < count.at && mark.entry->is(Is::does) && mark.entry->value(Is::does) == "signatory")
      return "signatory";
  return "";
}

class Finder {
 public:
  Finder(const View& view, const std::vector<DateMention>* dates, bool in_title, std::string_view published,
         std::set<std::string> spoken_of)
      : view_(view),
        events_(view, std::move(spoken_of)),
        dates_(dates),
        in_title_(in_title),
        published_(published) {}

  // The roles of the events of the first sentences: what a title is about.
  std::set<std::string> opening() const { return events_.opening(); }

  std::vector<FigureMention> run() {
    for (std::size_t s = 0; s < view_.sentences().size(); ++s) read(s);
    tell_places_apart(view_, found_);
    tell_signers_apart(view_, found_);
    std::vector<FigureMention> all;
    for (Found& one : found_) all.push_back(std::move(one.mention));
    return all;
  }

 private:
  // First what the words around each count tell, then what the other counts tell of it.
  void read(std::size_t s) {
    now_ = s;
    const auto& counts = view_.sentences()[s].counts;
    work::spend(counts.size() * (counts.size() + view_.sentences()[s].marks.size()));
    roles_.assign(counts.size(), {});
    for (std::size_t c = 0; c < counts.size(); ++c) roles_[c] = own_role(s, c);
    for (std::size_t c = 0; c < counts.size(); ++c)
      if (roles_[c].name.empty() && !roles_[c].rejected) roles_[c] = inherited(s, c);
    for (std::size_t c = 0; c < counts.size(); ++c)
      if (!roles_[c].name.empty() && may_stand(s, c)) add(s, counts[c], roles_[c]);
    if (!counts.empty())
      last_is_figure_ = std::any_of(roles_.begin(), roles_.end(),
                                    [](const Role& role) { return !role.name.empty() && !role.rejected; });
    relate(s);
  }

  // "has been signed more than 4,000 times"
  bool is_times_signed(const Count& count) const {
    return count.number && count.number->kind == "multiplier" && count.at > 0 &&
           view_.is(count.at - 1, "signed");
  }

  Role own_role(std::size_t s, std::size_t c) const {
    const Sentence& sentence = view_.sentences()[s];
    const Count& count = sentence.counts[c];
    Role role;
    if (is_times_signed(count)) {
      role.name = "signatory", role.strong = true, role.cue = count.at - 1, role.rule = "words.en.tsv:signed";
      return role;
    }
    if (is_label(view_, sentence, count) || count.phrase.noun == Noun::thing) {
      role.rejected = true;
      if (strong_column(s, count)) role = column(s, count);
      return role;
    }
    const bool base = std::any_of(sentence.counts.begin(), sentence.counts.end(),
                                  [&](const Count& other) { return is_base(view_, sentence, other, count); });
    role = role_of(view_, sentence, count, base);
    if (part_of_whole(sentence, count) && !count.phrase.role && !role.left) {
      if (acts_at_once(count, role)) role.part = true;
      else if (!role.rejected || role.cue > count.phrase.end + 4) role = {};
    }
    if (role.rejected) return role;
    if (role.name == "supporter" && count.phrase.empty && is_definite(count))
      role = {};  // "support of the three"
    if (role.drawn && role.name.empty()) role.name = events_.role_spoken_of(s);
    if (role.drawn && role.name.empty()) role.name = told_before(sentence, count);
    if (role.name == "part") role.strong = false;
    role.name = by_event(role.name, s);
    if (role.name.empty() && !role.drawn && count.phrase.noun == Noun::person)
      role = attending(s, count, role);
    if (role.name == "supporter" && count.phrase.role && events_.speaks_of("signatory", s))
      role.name = "signatory";
    if (is_asked(sentence, count, role)) role = {}, role.rejected = true;
    if (is_difference(view_, count)) role = {}, role.rejected = true;
    if (!role.name.empty() && !fits(view_, events_, s, count, role)) {
      const bool drawn = role.drawn && count.phrase.noun == Noun::person;
      role = drawn ? attending(s, count, {}) : later_verb(s, count, role);
    }
    if (role.name.empty() && base) role.rejected = true;
    if (is_in_place(sentence, count, role)) role = {};
    return role;
  }

  // "pledged to stay away", "pulled out and signed": where the text does not bear out the first verb, the
  // next.
  Role later_verb(std::size_t s, const Count& count, const Role& role) const {
    if (role.strong || role.cue < count.phrase.end) return {};
    const Mark* weak = view_.mark_at(view_.sentences()[s], role.cue);
    const Role next = role_ahead(view_, view_.sentences()[s], count, role.cue + 1);
    if (!weak || next.name.empty() || next.rejected || next.left) return {};
    bool same_people = view_.is(weak->end, "to");
    for (std::size_t i = weak->end; i < next.cue; ++i) same_people |= view_.is(i, "and");
    if (!same_people) return {};
    Role told = next;
    told.strong = told.strong && told.name != "part", told.name = by_event(told.name, s);
    return fits(view_, events_, s, count, told) ? told : Role{};
  }

  // "called on 18,000 workers to strike": what they are asked to do, they have not done.
  bool is_asked(const Sentence& sentence, const Count& count, const Role& role) const {
    if (role.cue < count.phrase.end || role.cue == 0) return false;
    const Mark* does = view_.mark_at(sentence, role.cue);
    if (!does || (!view_.is(role.cue - 1, "to") && !view_.is(does->at, "to"))) return false;
    for (const Mark& mark :
         view_.marks(sentence, count.at - std::min(count.at - sentence.from, reach_asked), count.at))
      if (mark.entry->is(Is::does) && mark.entry->value(Is::does).starts_with("signatory") &&
          mark.end + 4 >= count.at)
        return true;
    return false;
  }

  // What words that are said of several events tell: who takes part, or leaves a post, strikes or not.
  std::string by_event(const std::string& name, std::size_t s) const {
    const bool strike = events_.strikes(s);
    if (name == "part" || name == "turnout") return strike ? "striker" : "protester";
    if (name == "post") return strike ? "striker" : "resigner";
    if (name == "same") return !found_.empty() && found_.back().sentence + recent >= s ? main_role() : "";
    return name;
  }

  // "5,000 people at a rally", "200 men on the picket line"
  Role attending(std::size_t s, const Count& count, Role none) const {
    std::size_t at = count.phrase.end;
    at += view_.is(at, "were") || view_.is(at, "are");
    if (!view_.is(at, "at") && !view_.is(at, "in") && !view_.is(at, "on")) return none;
    const std::string name = events_.role_of_next(s, at + 1);
    if (name != "protester" && name != "striker") return none;
    none.name = name, none.strong = true, none.rule = "attending", none.cue = at;
    return none;
  }

  // "Ten thousand workers at four plants downed tools"
  bool is_in_place(const Sentence& sentence, const Count& count, const Role& role) const {
    if (role.cue < count.phrase.end) return false;
    if (is_owned(view_, sentence, count)) return true;
    if (count.phrase.noun == Noun::person || count.phrase.empty) return false;
    if (count.at == sentence.from || &count == &sentence.counts.front()) return false;
    for (const std::string_view word : {"at", "in", "from", "across", "outside", "near", "of", "on"})
      if (view_.is(count.at - 1, word)) return true;
    return false;
  }

  // "Six of them have since resigned": others of the same people did something else.
  static bool acts_at_once(const Count& count, const Role& role) {
    const bool leaves = role.name == "resigner" || role.name == "refuser" || role.name == "striker";
    const bool signs = role.name == "signatory" && role.rule.find(":sign") != std::string::npos;
    return (leaves || signs) && role.strong && role.cue >= count.phrase.end &&
           role.cue <= count.phrase.end + 5;
  }

  // "14 of them" before any verb: what they are a part of tells more than what this part does.
  bool part_of_whole(const Sentence& sentence, const Count& count) const {
    if (!is_part(view_, sentence, count)) return false;
    const Mark* before = count.at > sentence.from ? view_.mark_at(sentence, count.at - 1) : nullptr;
    return view_.is(count.phrase.end, "of") || (before && before->entry->is(Is::subset));
  }

  // "The 400,000-strong column".
  bool strong_column(std::size_t s, const Count& count) const {
    return view_.is(count.end, "-") && view_.is(count.end + 1, "strong") &&
           !events_.role_of_next(s, count.end + 2).empty();
  }

  Role column(std::size_t s, const Count& count) const {
    Role role;
    role.name = events_.role_of_next(s, count.end + 2), role.strong = true, role.rule = "strong",
    role.cue = count.end;
    return role;
  }

  // One person is a figure only in a list or where he takes back; a share only of people.
  bool may_stand(std::size_t s, std::size_t c) const {
    const Count& count = view_.sentences()[s].counts[c];
    const Role& role = roles_[c];
    if (count.share && !count.phrase.empty && count.phrase.noun == Noun::person)
      return role.strong && role.cue >= count.phrase.end && !is_poll(role);  // "four out of five dockers"
    if (count.share)
      return view_.is(count.end, "of") && !view_.is(count.end + 1, "those") &&
             (role.part || share_of_people(s, count)) && !is_poll(role);
    if (!count.number)
      return role.strong && role.cue >= count.phrase.end &&
             (role.cue <= count.phrase.end + 2 || view_.is(count.phrase.end, "of")) &&
             role.rule.find("sign") != std::string::npos;
    if (count.low == 1 && count.high == 1)
      return role.left || (role.strong && !role.drawn && part_of_whole(view_.sentences()[s], count) &&
                           role.cue > count.end);
    return true;
  }

  // "61 % of respondents", "supported by 80 % of those who voted"
  static bool is_poll(const Role& role) {
    return (role.name == "respondent" && role.part) || role.name == "supporter";
  }

  bool share_of_people(std::size_t s, const Count& count) const {
    const Sentence& sentence = view_.sentences()[s];
    for (const Count& other : sentence.counts)
      if (is_base(view_, sentence, count, other)) return other.phrase.noun == Noun::person;
    return view_.people_at(sentence, count.end + 1);
  }

  Role inherited(std::size_t s, std::size_t c) const {
    const Sentence& sentence = view_.sentences()[s];
    const Count& count = sentence.counts[c];
    if ((count.phrase.noun != Noun::person && !count.phrase.empty) || !count.number) return {};
    if (count.low == 1 && count.high == 1 && !is_part(view_, sentence, count)) return {};
    const bool part = is_part(view_, sentence, count);
    const std::string here = beside(c);
    std::string last = here;
    if (last.empty() && !found_.empty() && found_.back().sentence + 1 >= s) last = main_role();
    if (part && last.empty()) last = events_.role_named(s);
    Role role;
    const auto take = [&](std::string name, std::string rule) {
      role.name = std::move(name), role.strong = true, role.rule = std::move(rule), role.cue = count.at;
      return role;
    };
    if (part && !last.empty() && (!follows_figure(c) || suffers(sentence, count))) return {};
    if (part && !last.empty()) {
      role.part = true;
      return take(last, "part");
    }
    for (std::size_t b = 0; b < sentence.counts.size(); ++b)
      if (is_figure(b) && sentence.counts[b].phrase.role &&
          is_base(view_, sentence, count, sentence.counts[b])) {
        role.part = true;
        return take(roles_[b].name, "part");
      }
    if (c > 0 && is_figure(c - 1) && coordinated(view_, sentence.counts[c - 1], count)) {
      role.part = roles_[c - 1].part;
      return take(here, "list");
    }
    if (c + 1 < sentence.counts.size() && is_figure(c + 1) &&
        coordinated(view_, count, sentence.counts[c + 1]) && count.phrase.noun == Noun::person &&
        !count.phrase.empty)
      return take(here, "list");
    if (is_hoped_for(sentence, count)) {
      const std::string hoped = here.empty() ? events_.role_spoken_of(s) : here;
      if (!hoped.empty()) return take(hoped, "goal");
    }
    if (is_in_brackets(view_, count))
      if (const std::string held = events_.role_spoken_of(s); held == "protester" || held == "striker")
        return take(held, "brackets");
    if (!last.empty() && count.phrase.more && (count.phrase.empty || !here.empty()))
      return take(last, "more");
    if (!here.empty() && count.phrase.empty && is_series(view_, sentence, count)) return take(here, "series");
    if (is_definite(count) && !here.empty() && count.at >= sentence.from + 2)
      if (const Mark* join = view_.mark_at(sentence, count.at - 2);
          join && join->entry->is(Is::does) && join->entry->value(Is::does) == "join")
        return take(here, "joined");
    if (is_definite(count)) {
      if (const std::string known = known_role(count); !known.empty()) return take(known, "known");
      if (count.phrase.empty && events_.has_counter(s)) {
        take("signatory", "known");
        return role;
      }
    }
    return voiced(s, count, here);
  }

  // "the suspension of these soldiers, including five of the reserve"
  bool suffers(const Sentence& sentence, const Count& count) const {
    for (const Mark& mark :
         view_.marks(sentence, count.at - std::min(count.at - sentence.from, reach_asked), count.at))
      if (mark.entry->is(Is::not_people)) return true;
    return false;
  }

  // "had hoped for 5,000 participants"
  bool is_hoped_for(const Sentence& sentence, const Count& count) const {
    if (count.low.value_or(0) < fewest_drawn || count.at == sentence.from) return false;
    const Mark* mark = view_.mark_at(sentence, count.at - 1);
    return mark && mark->entry->is(Is::goal) && mark->entry->value(Is::goal) == "number";
  }

  // A part is of the count before it, whatever that was.
  bool follows_figure(std::size_t c) const {
    if (view_.sentences().empty()) return false;
    for (std::size_t i = c; i-- > 0;) return is_figure(i);
    for (std::size_t i = c + 1; i < roles_.size(); ++i)
      if (is_figure(i)) return true;
    return last_is_figure_ || found_.empty();
  }

  // Whether the last figure was of the same people: "430 pupils" behind "hundreds of pupils".
  bool is_told_of(const Count& count) const {
    if (found_.empty() || count.phrase.empty) return false;
    const std::string head = text::fold(view_.word(count.phrase.end - 1));
    return text::fold(found_.back().mention.who).ends_with(head);
  }

  bool is_figure(std::size_t c) const { return !roles_[c].name.empty() && roles_[c].name != "other"; }

  // The role of the nearest figure of the sentence: before the count, else behind it.
  std::string beside(std::size_t c) const {
    for (std::size_t i = c; i-- > 0;)
      if (is_figure(i)) return roles_[i].left ? "signatory" : roles_[i].name;
    for (std::size_t i = c + 1; i < roles_.size(); ++i)
      if (is_figure(i)) return roles_[i].left ? "signatory" : roles_[i].name;
    return "";
  }

  // "the 39", "the 27 pilots"
  bool is_definite(const Count& count) const {
    return count.at > 0 && view_.is(count.at - 1, "the") && count.low >= 3 && !view_.is(count.end, "of");
  }

  std::string known_role(const Count& count) const {
    const auto& counts = view_.sentences()[now_].counts;
    for (std::size_t i = 0; i < counts.size(); ++i)
      if (&counts[i] != &count && counts[i].low == count.low && counts[i].high == count.high && is_figure(i))
        return roles_[i].name;
    for (auto at = found_.rbegin(); at != found_.rend() && at - found_.rbegin() < remembered; ++at)
      if (at->mention.low == count.low && at->mention.high == count.high && at->mention.role != "other")
        return at->mention.role;
    return "";
  }

  std::string main_role() const {
    for (auto at = found_.rbegin(); at != found_.rend() && at - found_.rbegin() < remembered; ++at)
      if (at->mention.role != "other" && at->mention.role != "retractor") return at->mention.role;
    return "signatory";
  }

  // "550,000, police said": a voice gives a number for the event that the text speaks of.
  Role voiced(std::size_t s, const Count& count, const std::string& here) const {
    const Sentence& sentence = view_.sentences()[s];
    Role role;
    const bool bare = count.phrase.empty;
    if (!bare && count.phrase.noun != Noun::person) return role;
    const bool says = (bare || is_told_of(count)) && has_voice(view_, sentence, count);
    const bool whole = bare && is_whole(view_, sentence, count);
    const bool planned = is_planned(view_, sentence, count);
    if (!says && !whole && !planned) return role;
    if (view_.is(count.end, "%") || view_.is(count.end, "of")) return role;
    role.name = events_.role_spoken_of(s);
    if (!found_.empty() && found_.back().sentence + recent >= s) role.name = main_role();
    if (!here.empty()) role.name = here;
    if (role.name.empty() && planned) role.name = events_.role_named(s);
    const bool many = count.low.value_or(0) >= crowd || (count.high.value_or(0) >= crowd && planned);
    const bool crowd_told = planned || (says && (is_crowd_voice(view_, sentence, count) || whole));
    if (role.name.empty() && crowd_told && many) role.name = "protester";
    role.strong = true, role.rule = says ? "voice" : whole ? "whole" : "planned", role.cue = count.at;
    return role;
  }

  void add(std::size_t s, const Count& count, const Role& role) {
    Found one;
    one.sentence = s, one.count = &count;
    FigureMention& mention = one.mention;
    mention.in_title = in_title_;
    const std::size_t end = count.phrase.empty ? count.span.end : view_.tokens()[count.phrase.end - 1].end;
    mention.span = {count.span.start, std::max(end, count.span.end)};
    mention.low = count.low, mention.high = count.high, mention.qualifier = count.qualifier;
    if (count.share) mention.low = 1, mention.high.reset(), mention.qualifier = "vague";
    mention.role = role.name;
    mention.rule = role.rule;
    const std::size_t who = count.end + view_.is(count.end, "of");  // "hundreds of clerks"
    if (!count.phrase.empty && count.phrase.end > who)
      mention.who = std::string(slice(view_.text(), {view_.tokens()[who].start, end}));
    mention.relation = relation_of(view_, view_.sentences()[s], count, role);
    if (role.rule == "known" && events_.has_counter(s)) mention.relation = "prior";
    if (role.drawn && count.qualifier == "exact" && is_surpassed(view_, view_.sentences()[s], count))
      mention.qualifier = "over", mention.high.reset();
    found_.push_back(std::move(one));
  }

  // What figures of one sentence are to each other and to those before; then event, voice and day.
  void relate(std::size_t s) {
    std::vector<Related> own;
    std::size_t first = found_.size();
    while (first > 0 && found_[first - 1].sentence == s) --first;
    if (first == found_.size()) return;
    for (std::size_t i = first; i < found_.size(); ++i)
      own.push_back({&found_[i].mention, found_[i].count, i});
    add_bases(s, own);
    std::vector<Related> before;
    for (std::size_t i = first - std::min<std::size_t>(first, remembered); i < first; ++i)
      before.push_back({&found_[i].mention, found_[i].count, i});
    link(view_, view_.sentences()[s], own, before);
    for (std::size_t i = first; i < found_.size(); ++i) {
      FigureMention& mention = found_[i].mention;
      const Sentence& sentence = view_.sentences()[s];
      mention.event = events_.label(s, *found_[i].count, mention.role, mention.relation);
      mention.attributed_to = voice_of(view_, sentence, *found_[i].count);
      const Day day = day_of(view_, sentence, *found_[i].count, *dates_, published_);
      mention.as_of = day.value;
      if (published_.size() >= 4 && mention.as_of.size() >= 4 &&
          mention.as_of.substr(0, 4) < published_.substr(0, 4) && mention.role != "other")
        mention.event += " (" + year_of_event(i, day) + ")";
    }
  }

  // "In 2002 they were 51. Three years later they had grown to 600": the event is of the year before.
  std::string year_of_event(std::size_t i, const Day& day) const {
    const std::string before = i > 0 ? found_[i - 1].mention.event : "";
    const bool goes_on = day.later && found_[i - 1].sentence + recent >= found_[i].sentence;
    if (goes_on && before.size() > 6 && before.ends_with(')')) return before.substr(before.size() - 5, 4);
    return day.value.substr(0, 4);
  }

  // "Twelve of the 19 councillors resigned": the 19 are what the twelve are of.
  void add_bases(std::size_t s, std::vector<Related>& own) {
    const Sentence& sentence = view_.sentences()[s];
    const std::size_t first = own.front().place;
    bool added = false;
    for (const Count& count : sentence.counts) {
      if (count.phrase.noun == Noun::thing || count.share || is_label(view_, sentence, count)) continue;
      const bool known =
          std::any_of(own.begin(), own.end(), [&](const Related& r) { return r.count == &count; });
      if (known) continue;
      for (const Related& r : own) {
        if (count.phrase.empty || !is_base(view_, sentence, *r.count, count)) continue;
        Found base;
        base.sentence = s, base.count = &count;
        FigureMention& mention = base.mention;
        mention.in_title = in_title_;
        const std::size_t end =
            count.phrase.empty ? count.span.end : view_.tokens()[count.phrase.end - 1].end;
        mention.span = {count.span.start, std::max(end, count.span.end)};
        mention.low = count.low, mention.high = count.high, mention.qualifier = count.qualifier;
        mention.role = "other", mention.relation = "total", mention.rule = "base";
        if (!count.phrase.empty && count.phrase.end > count.end)
          mention.who = std::string(slice(view_.text(), {view_.tokens()[count.end].start, end}));
        found_.push_back(std::move(base));
        added = true;
        break;
      }
    }
    if (!added) return;
    std::stable_sort(
        found_.begin() + static_cast<std::ptrdiff_t>(first), found_.end(),
        [](const Found& a, const Found& b) { return a.mention.span.start < b.mention.span.start; });
    own.clear();
    for (std::size_t i = first; i < found_.size(); ++i)
      own.push_back({&found_[i].mention, found_[i].count, i});
  }

  const View& view_;
  Events events_;
  const std::vector<DateMention>* dates_;
  bool in_title_;
  std::string_view published_;
  std::vector<Found> found_;
  std::size_t now_ = 0;          // the sentence at hand
  bool last_is_figure_ = false;  // whether the last sentence with counts had a figure
  std::vector<Role> roles_;      // of the counts of the sentence at hand
};

// The title or the text of a document, as a view.
struct Field {
  Field(const Document& document, bool title, const Lexicon& lexicon) : in_title(title) {
    if (document.numbers)
      for (const NumberMention& number : *document.numbers)
        if (number.in_title == in_title) numbers.push_back(&number);
    if (document.dates)
      for (const DateMention& date : *document.dates)
        if (date.in_title == in_title) dates.push_back(date), spans.push_back(date.span);
    view.emplace(in_title ? document.title : document.text, numbers, spans, lexicon);
  }

  bool in_title;
  std::vector<const NumberMention*> numbers;
  std::vector<DateMention> dates;
  std::vector<Span> spans;
  std::optional<View> view;
};

}  // namespace

bool has_language(std::string_view language) { return language.empty() || lexicon(language.substr(0, 2)); }

std::vector<FigureMention> find(const Document& document) {
  const Lexicon* words = document.language.empty() ? lexicon("en") : lexicon(document.language.substr(0, 2));
  if (!words) return {};
  const Field title(document, true, *words), text(document, false, *words);
  Finder finder(*text.view, &text.dates, false, document.date, {});
  std::vector<FigureMention> all =
      Finder(*title.view, &title.dates, true, document.date, finder.opening()).run();
  const std::size_t titles = all.size();
  for (FigureMention& figure : finder.run()) {
    if (figure.of) *figure.of += titles;
    all.push_back(std::move(figure));
  }
  join_letters(all);
  return all;
}

}  // namespace presscut::figures
