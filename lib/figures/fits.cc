#include "figures/fits.h"

#include "figures/lookalikes.h"
#include "figures/relations.h"
#include "figures/voices.h"

namespace presscut::figures {
namespace {

// "signatures" stand for people anywhere, "names" only where a letter is spoken of.
bool is_signature(const Count& count) {
  return !count.phrase.role->is(Is::names) || count.phrase.role->word.starts_with("signature");
}

// "The petition has", "it drew": what stands before the verb is an event.
bool drawn_by_event(const View& view, const Events& events, std::size_t s, const Role& role) {
  const Sentence& sentence = view.sentence(s);
  for (const Mark& mark : sentence.marks)
    if (mark.at <= role.cue && mark.at + 24 >= role.cue && view.in_one_clause(mark.end, role.cue) &&
        ((mark.entry->is(Is::event) && !events.kind(mark, s).empty()) || mark.entry->is(Is::whole)))
      return true;
  return false;
}

// "The office struck out 2,317": behind a sentence of signatures.
bool checks_names(const View& view, std::size_t s, const Role& role) {
  const Mark* verb = view.mark_at(view.sentence(s), role.cue);
  if (!verb || !verb->entry->is(Is::draws) || verb->entry->value(Is::draws) != "names") return false;
  for (std::size_t back = 0; back <= 1 && back <= s; ++back)
    for (const Mark& mark : view.sentence(s - back).marks)
      if (mark.entry->is(Is::names)) return true;
  return false;
}

// "61 % of respondents", "supported by 80 % of those who voted"
bool is_poll(const Role& role) {
  return (role.name == "respondent" && role.part) || role.name == "supporter";
}

bool share_of_people(const View& view, const Sentence& sentence, const Count& count) {
  for (const Count& other : sentence.counts)
    if (is_base(view, sentence, count, other)) return other.phrase.noun == Noun::person;
  return view.people_at(sentence, count.end + 1);
}

}  // namespace

bool fits(const View& view, const Events& events, std::size_t s, const Count& count, const Role& role) {
  const Noun noun = count.phrase.noun;
  const Sentence& sentence = view.sentence(s);
  if (role.name == "other") return noun == Noun::person && !count.phrase.empty;
  if (count.phrase.role && !is_signature(count))
    return role.name != "signatory" || events.speaks_of(role.name, s);
  if (role.drawn) {
    if (count.phrase.role) return true;  // signatures
    if (count.phrase.empty &&
        ((count.high && *count.high < fewest_drawn) || is_unit_left_out(view, sentence, count)))
      return false;
    if (count.phrase.empty && checks_names(view, s, role)) return true;
    return drawn_by_event(view, events, s, role) &&
           (noun == Noun::person ? role.name != "signatory" && role.name != "supporter" : count.phrase.empty);
  }
  const bool near = role.cue >= count.phrase.end && role.cue <= count.phrase.end + 4;
  if (noun == Noun::maybe && !role.strong) return events.speaks_of(role.name, s);
  if (role.name == "supporter" && noun != Noun::person && !count.phrase.empty) return false;
  if (!role.strong && is_year(view, count)) return false;
  const bool agents = role.strong && role.cue < count.at && !role.rule.ends_with(" of") &&
                      view.word(count.phrase.end - 1).ends_with("s");
  if (noun == Noun::unknown && !count.phrase.empty && !agents)
    return (role.strong || events.speaks_of(role.name, s)) && role.cue <= count.phrase.end + 2 &&
           role.cue >= count.phrase.end;
  if (role.strong) return true;
  const bool out = role.name == "protester" || role.name == "striker";
  if (out && is_occasion(sentence)) return false;
  if (role.name == "signatory" && events.letter_follows(s)) return true;
  if (role.name == "resigner" && noun == Noun::person && is_employer_voice(view, sentence, count))
    return true;
  if (near && out && (noun == Noun::person || count.phrase.empty) &&
      (count.low.value_or(0) >= crowd || has_voice(view, sentence, count)))
    return true;
  return events.speaks_of(role.name, s);
}

bool may_stand(const View& view, const Sentence& sentence, const Count& count, const Role& role) {
  if (count.share && !count.phrase.empty && count.phrase.noun == Noun::person)
    return role.strong && role.cue >= count.phrase.end && !is_poll(role);  // "four out of five dockers"
  if (count.share)
    return view.is(count.end, "of") && !view.is(count.end + 1, "those") &&
           (role.part || share_of_people(view, sentence, count)) && !is_poll(role);
  if (!count.number)
    return role.strong && role.cue >= count.phrase.end &&
           (role.cue <= count.phrase.end + 2 || view.is(count.phrase.end, "of")) &&
           role.rule.find("sign") != std::string::npos;
  if (count.low == 1 && count.high == 1)
    return role.left ||
           (role.strong && !role.drawn && is_part_of_whole(view, sentence, count) && role.cue > count.end);
  return true;
}

}  // namespace presscut::figures
