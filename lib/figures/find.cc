// The figures of a text, sentence by sentence: each count gets its role from the words around it, else from
// the figure before it ("of whom nine"), else from the event that the text speaks of ("550,000, police
// said").
#include <algorithm>
#include <optional>
#include <set>

#include "figures/apart.h"
#include "figures/figures.h"
#include "figures/fits.h"
#include "figures/inherited.h"
#include "figures/letters.h"
#include "figures/lookalikes.h"
#include "figures/own.h"
#include "figures/relations.h"
#include "figures/voices.h"
#include "work/work.h"

namespace presscut::figures {
namespace {

class Finder {
 public:
  Finder(const View& view, const std::vector<DateMention>* dates, bool in_title, std::string_view published,
         std::set<std::string> spoken_of)
      : told_(view, std::move(spoken_of)), dates_(dates), in_title_(in_title), published_(published) {}

  // The roles of the events of the first sentences: what a title is about.
  std::set<std::string> opening() const { return told_.events.opening(); }

  std::vector<FigureMention> run() {
    for (std::size_t s = 0; s < told_.view.sentences().size(); ++s) read(s);
    tell_places_apart(told_.view, told_.found);
    tell_signers_apart(told_.view, told_.found);
    std::vector<FigureMention> all;
    for (Found& one : told_.found) all.push_back(std::move(one.mention));
    return all;
  }

 private:
  // First what the words around each count tell, then what the other counts tell of it.
  void read(std::size_t s) {
    const Sentence& sentence = told_.view.sentences()[s];
    const auto& counts = sentence.counts;
    work::spend(counts.size() * (counts.size() + sentence.marks.size()));
    std::vector<Role>& roles = told_.roles;
    roles.assign(counts.size(), {});
    for (std::size_t c = 0; c < counts.size(); ++c) roles[c] = own_role(told_, s, c);
    for (std::size_t c = 0; c < counts.size(); ++c)
      if (roles[c].name.empty() && !roles[c].rejected) roles[c] = inherited(told_, s, c);
    for (std::size_t c = 0; c < counts.size(); ++c)
      if (!roles[c].name.empty() && may_stand(told_.view, sentence, counts[c], roles[c]))
        add(s, counts[c], roles[c]);
    if (!counts.empty())
      told_.last_is_figure = std::any_of(
          roles.begin(), roles.end(), [](const Role& role) { return !role.name.empty() && !role.rejected; });
    relate(s);
  }

  Found found(std::size_t s, const Count& count) const {
    Found one;
    one.sentence = s, one.count = &count;
    FigureMention& mention = one.mention;
    mention.in_title = in_title_;
    const Phrase& phrase = count.phrase;
    const std::size_t end = phrase.empty ? count.span.end : told_.view.tokens()[phrase.end - 1].end;
    mention.span = {count.span.start, std::max(end, count.span.end)};
    mention.low = count.low, mention.high = count.high, mention.qualifier = count.qualifier;
    const std::size_t who = count.end + told_.view.is(count.end, "of");  // "hundreds of clerks"
    if (!phrase.empty && phrase.end > who)
      mention.who = std::string(slice(told_.view.text(), {told_.view.tokens()[who].start, end}));
    return one;
  }

  void add(std::size_t s, const Count& count, const Role& role) {
    const Sentence& sentence = told_.view.sentences()[s];
    Found one = found(s, count);
    FigureMention& mention = one.mention;
    if (count.share) mention.low = 1, mention.high.reset(), mention.qualifier = "vague";
    mention.role = role.name;
    mention.rule = role.rule;
    mention.relation = relation_of(told_.view, sentence, count, role);
    if (role.rule == "known" && told_.events.has_counter(s)) mention.relation = "prior";
    if (role.drawn && count.qualifier == "exact" && is_surpassed(told_.view, sentence, count))
      mention.qualifier = "over", mention.high.reset();
    told_.found.push_back(std::move(one));
  }

  // What figures of one sentence are to each other and to those before; then event, voice and day.
  void relate(std::size_t s) {
    std::vector<Related> own;
    std::size_t first = told_.found.size();
    while (first > 0 && told_.found[first - 1].sentence == s) --first;
    if (first == told_.found.size()) return;
    for (std::size_t i = first; i < told_.found.size(); ++i)
      own.push_back({&told_.found[i].mention, told_.found[i].count, i});
    add_bases(s, own);
    std::vector<Related> before;
    for (std::size_t i = first - std::min<std::size_t>(first, remembered); i < first; ++i)
      before.push_back({&told_.found[i].mention, told_.found[i].count, i});
    link(told_.view, told_.view.sentences()[s], own, before);
    for (std::size_t i = first; i < told_.found.size(); ++i) {
      FigureMention& mention = told_.found[i].mention;
      const Sentence& sentence = told_.view.sentences()[s];
      mention.event = told_.events.label(s, *told_.found[i].count, mention.role, mention.relation);
      mention.attributed_to = voice_of(told_.view, sentence, *told_.found[i].count);
      const Day day = day_of(told_.view, sentence, *told_.found[i].count, *dates_, published_);
      mention.as_of = day.value;
      if (published_.size() >= 4 && mention.as_of.size() >= 4 &&
          mention.as_of.substr(0, 4) < published_.substr(0, 4) && mention.role != "other")
        mention.event += " (" + year_of_event(i, day) + ")";
    }
  }

  // "In 2002 they were 51. Three years later they had grown to 600": the event is of the year before.
  std::string year_of_event(std::size_t i, const Day& day) const {
    const std::string before = i > 0 ? told_.found[i - 1].mention.event : "";
    const bool goes_on = day.later && told_.found[i - 1].sentence + recent >= told_.found[i].sentence;
    if (goes_on && before.size() > 6 && before.ends_with(')')) return before.substr(before.size() - 5, 4);
    return day.value.substr(0, 4);
  }

  // "Twelve of the 19 councillors resigned": the 19 are what the twelve are of.
  void add_bases(std::size_t s, std::vector<Related>& own) {
    const Sentence& sentence = told_.view.sentences()[s];
    const std::size_t first = own.front().place;
    bool added = false;
    for (const Count& count : sentence.counts) {
      if (count.phrase.noun == Noun::thing || count.share || is_label(told_.view, sentence, count)) continue;
      const bool known =
          std::any_of(own.begin(), own.end(), [&](const Related& r) { return r.count == &count; });
      if (known) continue;
      for (const Related& r : own) {
        if (count.phrase.empty || !is_base(told_.view, sentence, *r.count, count)) continue;
        Found base = found(s, count);
        base.mention.role = "other", base.mention.relation = "total", base.mention.rule = "base";
        told_.found.push_back(std::move(base));
        added = true;
        break;
      }
    }
    if (!added) return;
    std::stable_sort(
        told_.found.begin() + static_cast<std::ptrdiff_t>(first), told_.found.end(),
        [](const Found& a, const Found& b) { return a.mention.span.start < b.mention.span.start; });
    own.clear();
    for (std::size_t i = first; i < told_.found.size(); ++i)
      own.push_back({&told_.found[i].mention, told_.found[i].count, i});
  }

  Told told_;
  const std::vector<DateMention>* dates_;
  bool in_title_;
  std::string_view published_;
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
