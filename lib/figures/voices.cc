#include "figures/voices.h"

#include <algorithm>

namespace presscut::figures {
namespace {

constexpr std::size_t reach = 24;       // tokens from a count to the verb of saying
constexpr std::size_t party_reach = 4;  // from the verb to who says it
constexpr std::size_t day_reach = 8;
constexpr std::size_t whole_reach = 24;
constexpr std::size_t place_reach = 8;
constexpr std::size_t place_before = 6;

bool splits(const View& view, std::size_t token) {
  return view.is(token, ";") || view.is(token, "while") || view.is(token, "against") ||
         view.is(token, "but") || view.is(token, "whereas") || view.is(token, "though");
}

// Tokens between a span of tokens and the count; none where the sentence turns in between.
std::optional<std::size_t> distance(const View& view, std::size_t at, std::size_t end, const Count& count) {
  const std::size_t from = end <= count.at ? end : count.phrase.end, to = end <= count.at ? count.at : at;
  if (to < from) return 0;
  for (std::size_t i = from; i < to; ++i)
    if (splits(view, i)) return std::nullopt;
  return to - from;
}

struct Voice {
  std::size_t away = reach + 1;
  const Mark* party = nullptr;
};

// "was put at 7,000 by police", "the figure of 4,000 given by the organisers"
const Mark* agent(const View& view, const Sentence& sentence, const Count& count) {
  for (std::size_t i = count.phrase.end; i < std::min(sentence.to, count.phrase.end + 3); ++i) {
    if (!view.is(i, "by")) continue;
    const Mark* next = view.mark_at(sentence, i + 1);
    if (next && next->entry->is(Is::determiner)) next = view.mark_at(sentence, next->end);
    if (next && next->entry->is(Is::party)) return next;
  }
  return nullptr;
}

Voice nearest(const View& view, const Sentence& sentence, const Count& count) {
  Voice best;
  if (const Mark* by = agent(view, sentence, count)) return {0, by};
  // "the hospital says six, the association at least 19"
  if (count.at > sentence.from)
    if (const Mark* party = view.mark_at(sentence, count.at - 1); party && party->entry->is(Is::party))
      for (const Mark& says :
           view.marks(sentence, party->at - std::min(party->at - sentence.from, reach), party->at))
        if (says.entry->is(Is::says)) return {0, party};
  const std::size_t from = count.at - std::min(count.at - sentence.from, reach);
  for (const Mark& says : view.marks(sentence, from, count.phrase.end + reach)) {
    if (!says.entry->is(Is::says)) continue;
    const auto away = distance(view, says.at, says.end, count);
    if (!away || *away >= best.away) continue;
    const bool leads = says.entry->word == "according to";
    for (const Mark& party :
         view.marks(sentence, says.at - std::min(says.at, party_reach + 4), says.end + party_reach)) {
      if (!party.entry->is(Is::party)) continue;
      const bool before = party.end <= says.at && says.at - party.end < party_reach && !leads;
      const bool told = says.entry->word == "told";  // "told the ministry"
      const bool after = !told && party.at >= says.end && party.at - says.end < party_reach;
      if (!before && !after) continue;
      bool clear = true;
      const std::size_t begin = before ? party.end : says.end, end = before ? says.at : party.at;
      for (std::size_t i = begin; i < end; ++i)
        clear = clear && view.tokens()[i].kind == text::TokenKind::word;
      if (clear) best = {*away, &party};
    }
  }
  return best;
}

}  // namespace

std::string voice_of(const View& view, const Sentence& sentence, const Count& count) {
  const Voice voice = nearest(view, sentence, count);
  if (!voice.party) return "";
  std::string name = voice.party->entry->word;
  if (name.starts_with("the ")) name.erase(0, 4);
  return name;
}

bool has_voice(const View& view, const Sentence& sentence, const Count& count) {
  return nearest(view, sentence, count).party != nullptr;
}

bool is_employer_voice(const View& view, const Sentence& sentence, const Count& count) {
  const Mark* party = nearest(view, sentence, count).party;
  return party && party->entry->is(Is::office);
}

bool is_crowd_voice(const View& view, const Sentence& sentence, const Count& count) {
  const Mark* party = nearest(view, sentence, count).party;
  return party && party->entry->value(Is::party) == "crowd";
}

bool is_whole(const View& view, const Sentence& sentence, const Count& count) {
  const std::size_t from = std::max(sentence.from, count.at - std::min<std::size_t>(count.at, whole_reach));
  bool whole = false;
  for (std::size_t i = from; i < count.at; ++i) {
    const Mark* mark = view.mark_at(sentence, i);
    if (mark && mark->at == i && mark->entry->is(Is::whole)) whole = true;
    else if (splits(view, i)) whole = false;
  }
  if (!whole || count.at == sentence.from) return false;
  const Mark* last = view.mark_at(sentence, count.at - 1);
  return last && (last->entry->is(Is::draws) || view.is(count.at - 1, "to") || view.is(count.at - 1, "at") ||
                  view.is(count.at - 1, "of") || last->entry->is(Is::beyond) || view.is(count.at - 1, "is") ||
                  view.is(count.at - 1, "was") || view.is(count.at - 1, "with"));
}

std::string place_of(const View& view, const Sentence& sentence, const Count& count) {
  const auto named = [&](std::size_t in) -> std::string {
    const std::size_t at = in + 1;
    if (view.is(at, "the") && view.is(at + 1, "capital")) return "capital";
    std::size_t end = at;
    const auto is_named = [&](std::size_t i) {
      const Mark* mark = view.mark_at(sentence, i);
      return view.tokens()[i].capital && view.tokens()[i].kind == text::TokenKind::word &&
             !view.begins_date(i) && !(mark && mark->entry->is(Is::party));
    };
    while (end < sentence.to && is_named(end)) ++end;
    if (end == at) return "";
    return std::string(slice(view.text(), {view.tokens()[at].start, view.tokens()[end - 1].end}));
  };
  for (std::size_t in = count.at; in-- > sentence.from && in + place_before >= count.at;) {
    if (view.tokens()[in].kind == text::TokenKind::number || view.is(in, ";") || view.is(in, "and")) break;
    if (!view.is(in, "in") && !view.is(in, "at")) continue;
    if (std::string place = named(in); !place.empty()) return place;
  }
  for (std::size_t i = count.phrase.end; i < std::min(sentence.to, count.phrase.end + place_reach); ++i) {
    if (view.tokens()[i].kind == text::TokenKind::number || view.is(i, ";")) break;
    if (view.is(i, "in"))
      if (std::string place = named(i); !place.empty()) return place;
  }
  return "";
}

bool is_everywhere(const View& view, const Sentence& sentence, const Count& count) {
  for (std::size_t i = count.phrase.end; i < std::min(sentence.to, count.phrase.end + 3); ++i)
    if (const Mark* mark = view.mark_at(sentence, i); mark && mark->entry->is(Is::after))
      return mark->entry->word == "nationwide" || mark->entry->word.find("country") != std::string::npos;
  return false;
}

Day day_of(const View& view, const Sentence& sentence, const Count& count, std::string_view published) {
  const auto& dates = view.dates();
  const std::size_t begin = view.tokens()[sentence.from].start, end = view.tokens()[sentence.to - 1].end;
  auto at_date = std::partition_point(dates.begin(), dates.end(),
                                      [&](const DateMention& d) { return d.span.end <= begin; });
  Day earlier;
  for (; at_date != dates.end() && at_date->span.start < end; ++at_date) {
    const DateMention* const date = &*at_date;
    if (date->type == DateType::duration || date->type == DateType::set || date->earliest.size() < 10)
      continue;
    const std::size_t at = view.tokens().first_ending_behind(date->span.start),
                      behind = view.tokens().first_ending_behind(date->span.end);
    const bool later = date->anchor == "text";  // "three years later"
    const bool own_year = date->value.size() >= 4 && (date->anchor.empty() || later) &&
                          date->value.find('X') == std::string::npos;
    if (own_year && (published.empty() || date->value.substr(0, 4) < published.substr(0, 4)))
      if (!published.empty() || date->value.size() >= 7 || later)
        earlier = {date->value.substr(0, 10), later};
    if (date->earliest.substr(0, 10) != date->latest.substr(0, 10)) continue;
    const bool reported = at >= sentence.from + 2 && view.is(at - 1, "on") && view.is(at - 2, "reported");
    if (reported) return {date->earliest.substr(0, 10), later};
    const std::size_t away =
        at >= count.phrase.end ? at - count.phrase.end : count.at - std::min(behind, count.at);
    if (away > day_reach) continue;
    const bool by = at > sentence.from && (view.is(at - 1, "by") || view.is(at, "by") ||
                                           (view.is(at - 1, "of") && at > 1 && view.is(at - 2, "as")));
    if (by || (at == sentence.from && view.is(behind, ":"))) return {date->earliest.substr(0, 10), later};
  }
  const auto is_day = [](char c) { return (c >= '0' && c <= '9') || c == '-'; };
  return std::all_of(earlier.value.begin(), earlier.value.end(), is_day) ? earlier : Day{};
}

}  // namespace presscut::figures
