#include "figures/relations.h"

#include <algorithm>
#include <span>

#include "figures/interval.h"

namespace presscut::figures {
namespace {

constexpr std::size_t near = 5;  // tokens
constexpr std::size_t far = 8;
constexpr std::size_t base_reach = 8;  // from a number to what it is of

// A mark of the class that ends at most `reach` tokens before the count, with no other count between.
const Mark* before(const View& view, const Sentence& sentence, const Count& count, Is what,
                   std::size_t reach) {
  const std::size_t from = std::max(sentence.from, count.at - std::min(count.at, reach));
  for (std::size_t i = count.at; i-- > from;) {
    const Mark* mark = view.mark_at(sentence, i);
    if (view.tokens()[i].kind == text::TokenKind::number || view.is(i, ";")) return nullptr;
    if (!mark) continue;
    if (mark->entry->is(what)) return mark;
    i = mark->at;
  }
  return nullptr;
}

const Mark* behind(const View& view, const Sentence& sentence, std::size_t at, Is what, std::size_t reach) {
  for (std::size_t i = at; i < std::min(sentence.to, at + reach); ++i) {
    const Mark* mark = view.mark_at(sentence, i);
    if (view.is(i, ";")) return nullptr;
    if (mark && mark->at == i && mark->entry->is(what)) return mark;
  }
  return nullptr;
}

// "The senator, along with 17 colleagues, wrote": not in a list of counts.
bool is_beside_author(const View& view, const Sentence& sentence, const Count& count) {
  if (count.at < sentence.from + 2 || !view.is(count.at - 1, "with")) return false;
  if (!view.is(count.at - 2, "along") && !view.is(count.at - 2, "together")) return false;
  return std::none_of(sentence.counts.begin(), sentence.counts.end(), [&](const Count& other) {
    return other.phrase.end <= count.at && other.phrase.end + 4 > count.at;
  });
}

bool is_more(const View& view, const Sentence& sentence, const Count& count, const Role& role) {
  if (count.phrase.more) return true;
  if (const Mark* mark = before(view, sentence, count, Is::more, 2))
    if (mark->end == count.at && mark->entry->word != "new" && mark->entry->word != "other") return true;
  if (const Mark* mark = behind(view, sentence, count.phrase.end, Is::more, 1))
    if (mark->entry->word == "added" || mark->entry->word == "more") return true;
  for (const std::string_view with :
       {"together with", "signed with", "signed along with", "signed together with"})
    if (role.rule.ends_with(with)) return true;
  return is_beside_author(view, sentence, count);
}

// Whether a count begins at or right behind a token.
bool follows(const Sentence& sentence, std::size_t token) {
  return std::any_of(sentence.counts.begin(), sentence.counts.end(),
                     [&](const Count& other) { return other.at == token || other.at == token + 1; });
}

// "Another six have signed the letter in which 71 marines refuse": the 71 were there before.
bool is_of_that_letter(const View& view, const Sentence& sentence, const Count& count) {
  const Count& first = sentence.counts.front();
  if (&first == &count || !first.phrase.more || first.phrase.end + 12 < count.at) return false;
  bool letter = false;
  for (const Mark& mark : view.marks(sentence, first.phrase.end, count.at)) {
    if (mark.entry->is(Is::event)) letter = true;
    else if (mark.entry->is(Is::whole) || (letter && mark.entry->is(Is::draws))) return false;
  }
  return letter;
}

// "has climbed to 212, from 180 a month ago"
bool follows_to(const View& view, const Sentence& sentence, const Count& count) {
  return std::any_of(sentence.counts.begin(), sentence.counts.end(), [&](const Count& other) {
    return other.phrase.end <= count.at && count.at - other.phrase.end <= 3 && other.at > sentence.from &&
           view.is(other.at - 1, "to");
  });
}

bool is_prior(const View& view, const Sentence& sentence, const Count& count) {
  if (count.phrase.prior) return true;
  if (const Mark* mark = before(view, sentence, count, Is::prior, 2))
    if (mark->end == count.at && mark->entry->word != "already") return true;
  if (const Mark* mark = before(view, sentence, count, Is::prior, 4);
      mark && mark->entry->value(Is::prior) == "adverb")
    return true;
  const std::size_t from = count.at;
  if (from > 0 && view.is(from - 1, "from"))
    for (std::size_t i = count.phrase.end; i < std::min(sentence.to, count.phrase.end + near); ++i)
      if (view.is(i, "to") && follows(sentence, i + 1)) return true;
  // "joined the 61 who signed in May"
  if (const Mark* mark = before(view, sentence, count, Is::does, 3);
      mark && mark->entry->value(Is::does) == "join")
    if (view.is(count.at - 1, "the")) return true;
  if (from > 0 && view.is(from - 1, "from") && follows_to(view, sentence, count)) return true;
  if (is_of_that_letter(view, sentence, count)) return true;
  if (const Mark* mark = behind(view, sentence, count.phrase.end, Is::prior, 4))
    return mark->end > mark->at + 1 &&
           !mark->entry->word.ends_with(" from");  // "who had already", "when it appeared"
  const Mark* began = before(view, sentence, count, Is::draws, 3);
  return began && began->entry->word == "began with";
}

// "You will have read that 150 have signed": what is to come lies outside.
bool tells_on(const View& view, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i)
    if (view.is(i, "that")) return true;
  return false;
}

// A union "represents 9,500 staff, who will walk out": all of them are called out.
bool is_represented(const Role& role) {
  return role.rule.ends_with("represents") || role.rule.ends_with("representing");
}

// "could stop volunteering": between people and their verb.
const Mark* may(const View& view, const Sentence& sentence, const Count& count, const Role& role) {
  for (const Mark& mark : view.marks(sentence, count.phrase.end, role.drawn ? 0 : role.cue))
    if (mark.entry->is(Is::goal) && mark.entry->value(Is::goal) == "verb") return &mark;
  return nullptr;
}

// "are expected to march", "the target is 15,000", "will strike".
bool is_goal(const View& view, const Sentence& sentence, const Count& count, const Role& role) {
  if (is_represented(role)) return false;
  if (const Mark* modal = may(view, sentence, count, role)) return !view.is(modal->end, "have");
  if (role.name == "refuser") return false;
  if (const Mark* mark = before(view, sentence, count, Is::goal, role.drawn ? far : near);
      mark && mark->entry->value(Is::goal) != "verb" && !tells_on(view, mark->end, count.at))
    if (!before(view, sentence, count, Is::does, near) || mark->end == count.at) return true;
  const bool verb = role.cue >= count.phrase.end && !role.drawn;
  const bool definite = count.at > 0 && view.is(count.at - 1, "the");  // "the 500 that they had hoped for"
  const std::size_t stop =
      std::min(verb ? role.cue + 1 : count.phrase.end + (definite ? near + 1 : 3), sentence.to);
  // "20,000 to strike": a headline; "one of 54 to sign" did.
  const bool opens = count.at == sentence.from || view.is(count.at - 1, ":");
  if (opens && verb && role.cue == count.phrase.end + 1 && view.is(count.phrase.end, "to")) return true;
  for (std::size_t i = count.phrase.end; i < stop; ++i) {
    if (view.is(i, ";") || view.is(i, ".") || (!verb && view.is(i, ","))) return false;
    const Mark* mark = view.mark_at(sentence, i);
    if (!mark || mark->at != i) continue;
    const bool goal = mark->entry->is(Is::goal) && mark->entry->value(Is::goal) != "before" &&
                      mark->entry->value(Is::goal) != "verb";
    if (goal || mark->entry->is(Is::set_out)) return true;
    if (i == role.cue && (mark->entry->word.starts_with("will ") || mark->entry->word.starts_with("to ")))
      return true;
  }
  return false;
}

// "80 percent of them"
void take_share(const FigureMention& base, const Count& of, FigureMention& mention) {
  Count whole, share = of;
  whole.low = base.low, whole.high = base.high;
  share_of(whole, share);
  mention.low = share.low, mention.high = share.high, mention.qualifier = share.qualifier;
}

bool is_list_of_classes(const Related& one) {
  return one.count && one.mention->rule != "part" && one.count->phrase.noun == Noun::person &&
         !one.count->phrase.role && one.mention->relation == "total" && one.mention->role == "signatory";
}

}  // namespace

bool is_part(const View& view, const Sentence& sentence, const Count& count) {
  const auto says = [](const Mark* mark, std::string_view side) {
    return mark && (mark->entry->value(Is::subset) == side || mark->entry->value(Is::subset) == "both");
  };
  // "nine of them", "nine of whom"
  const Mark* next = behind(view, sentence, count.phrase.end, Is::subset, 1);
  if (says(next, "both") || (next && next->entry->word.starts_with("of "))) return true;
  if (says(before(view, sentence, count, Is::subset, 6), "right")) return true;
  if (const Mark* mark = before(view, sentence, count, Is::subset, 2);
      says(mark, "both") && mark->end == count.at)
    return true;
  // "ten officers are among the 40", "ten officers among them"
  const Mark* late = behind(view, sentence, count.phrase.end, Is::subset, 12);
  for (std::size_t i = count.phrase.end; late && i < late->at; ++i)
    if (view.tokens()[i].kind == text::TokenKind::number) late = nullptr;
  if (late && late->entry->word == "among them" && follows(sentence, late->end))
    late = nullptr;  // "100 artists, among them five singers"
  return late && late->entry->word.find("among") != std::string::npos &&
         (says(late, "left") || (says(late, "both") && late->at <= count.phrase.end + 5));
}

namespace {

// "900 marched in Rushing; in Olmbridge, about 400"
bool has_place_before(const View& view, const Sentence& sentence, const Count& count) {
  std::size_t at = count.at;
  if (at > sentence.from && view.is(at - 1, ",")) --at;
  const std::size_t end = at;
  while (at > sentence.from && view.tokens()[at - 1].capital && !view.mark_at(sentence, at - 1)) --at;
  return at < end && at > sentence.from && (view.is(at - 1, "in") || view.is(at - 1, "at"));
}

}  // namespace

bool is_part_of_whole(const View& view, const Sentence& sentence, const Count& count) {
  if (!is_part(view, sentence, count)) return false;
  const Mark* before = count.at > sentence.from ? view.mark_at(sentence, count.at - 1) : nullptr;
  return view.is(count.phrase.end, "of") || (before && before->entry->is(Is::subset));
}

bool is_series(const View& view, const Sentence& sentence, const Count& count) {
  if (count.at <= sentence.from) return false;
  if (view.is(count.at - 1, List::compared)) return true;
  if (behind(view, sentence, count.end, Is::after, 2)) return true;
  if (const Mark* mark = before(view, sentence, count, Is::draws, 2);
      mark && mark->entry->word.starts_with("there "))
    return true;
  if (has_place_before(view, sentence, count)) return true;
  // "4,000 rallied in Tavik and several hundred in Sennet"
  const bool follows = view.is(count.at - 1, "and") || view.is(count.at - 1, ",");
  if (follows && view.is(count.end, List::placed)) return true;
  if (view.is(count.at - 1, "the") && behind(view, sentence, count.end, Is::goal, near)) return true;
  return before(view, sentence, count, Is::whole, near) || before(view, sentence, count, Is::goal, near);
}

bool is_planned(const View& view, const Sentence& sentence, const Count& count) {
  return behind(view, sentence, count.phrase.end, Is::set_out, 3) != nullptr;
}

bool is_surpassed(const View& view, const Sentence& sentence, const Count& count) {
  const Mark* mark = before(view, sentence, count, Is::beyond, 3);
  return mark && mark->end + 1 >= count.at;
}

bool is_base(const View& view, const Sentence& sentence, const Count& part, const Count& base) {
  if (&part == &base) return false;
  if (base.at >= part.end && base.at - part.end <= base_reach) {
    if (part.phrase.role && base.at <= part.phrase.end + 2 && view.is(part.phrase.end, "among")) return true;
    if (!part.phrase.empty && part.phrase.end > part.end && !part.share) return false;
    const Mark* of = view.mark_at(sentence, part.end);
    if (!of || of->at != part.end || !of->entry->is(Is::of)) return false;
    for (std::size_t i = of->end; i < base.at; ++i)
      if (view.is(i, ",") || view.is(i, ";")) return false;
    return true;
  }
  if (base.phrase.end <= part.at && part.at - base.phrase.end <= far) {
    // "Of the 41 clerks, 29 signed"
    for (std::size_t i = base.at; i-- > sentence.from && base.at - i <= 3;)
      if (view.is(i, "of"))
        return i == sentence.from || !view.tokens()[i - 1].space_before || view.is(i - 1, ",");
  }
  return false;
}

bool is_in_one_place(const View& view, const Sentence& sentence, const Count& count) {
  const std::size_t from = std::max(sentence.from, count.at - std::min<std::size_t>(count.at, 3));
  for (std::size_t i = from; i < std::min(sentence.to, count.phrase.end + near); ++i)
    if (view.is(i, "alone") && i > sentence.from && view.tokens()[i - 1].capital) return true;
  return false;
}

std::string relation_of(const View& view, const Sentence& sentence, const Count& count, const Role& role) {
  if (role.left) return "retraction";
  if (is_more(view, sentence, count, role))
    return is_goal(view, sentence, count, role) ? "goal" : "increment";
  if (is_prior(view, sentence, count)) return "prior";
  if (is_goal(view, sentence, count, role)) return "goal";
  if (role.part || is_part(view, sentence, count)) return "subset";
  for (const std::string_view taken : {"removed", "deleted", "struck off"})
    if (const Mark* mark = before(view, sentence, count, Is::draws, 3); mark && mark->entry->word == taken)
      return "retraction";
  for (std::size_t i = count.end; role.drawn && i < count.phrase.end; ++i)
    if (const Mark* mark = view.mark_at(sentence, i); mark && mark->entry->is(Is::which)) return "subset";
  if (const Mark* mark = before(view, sentence, count, Is::draws, near);
      mark && mark->entry->value(Is::draws) == "names")
    return "subset";
  if (is_in_one_place(view, sentence, count)) return "subset";
  return "total";
}

void link(const View& view, const Sentence& sentence, std::vector<Related>& own,
          const std::vector<Related>& before_them) {
  // Classes side by side.
  for (std::size_t i = 1; i < own.size(); ++i) {
    if (!is_list_of_classes(own[i]) || !own[i - 1].count) continue;
    const bool goes_on = own[i - 1].mention->relation == "subset" && own[i - 1].mention->rule != "part";
    if (!is_list_of_classes(own[i - 1]) && !goes_on) continue;
    if (!coordinated(view, *own[i - 1].count, *own[i].count)) continue;
    own[i - 1].mention->relation = own[i].mention->relation = "subset";
  }
  for (Related& one : own) {
    FigureMention& mention = *one.mention;
    const auto base = std::find_if(own.begin(), own.end(), [&](const Related& other) {
      return one.count && other.count && is_base(view, sentence, *one.count, *other.count);
    });
    if (base != own.end()) {
      mention.of = base->place;
      if (base->mention->role != "other" && mention.relation == "total") mention.relation = "subset";
      if (base->mention->role == mention.role && base->mention->relation == "subset" &&
          mention.relation == "subset")
        base->mention->relation = "total";
      if (one.count->share) {
        Count share = *one.count;
        share_of(*base->count, share);
        mention.low = share.low, mention.high = share.high, mention.qualifier = share.qualifier;
      }
      continue;
    }
    if (mention.relation != "subset" && mention.relation != "increment") continue;
    if (mention.rule == "words.en.tsv:list") continue;
    const auto whole = [&](const FigureMention& other) {
      return &other != &mention && (other.relation == "total" || other.relation == "prior") &&
             other.role != "other";
    };
    std::optional<std::size_t> of;
    for (const Related& other : own)
      if (whole(*other.mention) && (!of || other.place < one.place)) of = other.place;
    const bool beside = std::count_if(own.begin(), own.end(),
                                      [](const Related& r) { return r.mention->relation == "subset"; }) > 1;
    if (!of && !(beside && mention.rule != "part"))
      for (std::size_t i = before_them.size(); i-- > 0 && !of;)
        if (whole(*before_them[i].mention)) of = before_them[i].place;
    mention.of = of;
    // "It was signed by 94 of them": of people whom nobody counts
    const bool signed_by = one.count->at > 0 && !one.count->share && mention.rule.ends_with(" by");
    if (!of && signed_by && own.size() == 1 && mention.relation == "subset") mention.relation = "total";
    if (!of || !one.count->share) continue;
    for (const std::span<const Related> list : {std::span<const Related>(own), std::span(before_them)})
      for (const Related& other : list)
        if (other.place == *of) take_share(*other.mention, *one.count, mention);
  }
}

}  // namespace presscut::figures
