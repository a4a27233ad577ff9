// The figures of a text, sentence by sentence: each count gets its role from the words around it, else from
// the figure before it ("of whom nine"), else from the event that the text speaks of ("550,000, police
// said").
#include <algorithm>
#include <iterator>
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
#include "text/reserve.h"
#include "work/work.h"

namespace presscut::figures {
namespace {

constexpr std::size_t looked_back = 16;  // sentences that stay at hand; events are sought in twelve

class Finder {
 public:
  Finder(const View& view, bool in_title, std::string_view published, std::set<std::string> spoken_of)
      : told_(view, std::move(spoken_of)), in_title_(in_title), published_(published) {}

  // The roles of the events of the first sentences: what a title is about.
  std::set<std::string> opening() const { return told_.events.opening(); }

  std::vector<FigureMention> run() {
    for (std::size_t s = 0; s < told_.view.sentence_count(); ++s) {
      read(s);
      if (s >= looked_back) forget_before(s - looked_back);
    }
    tell_places_apart(told_);
    tell_signers_apart(told_);
    return std::move(told_.found);
  }

 private:
  // Counts of the last figures are looked at again.
  void forget_before(std::size_t s) const {
    const std::size_t size = told_.places.size();
    const std::size_t first = size > remembered ? told_.places[size - remembered].sentence
                              : size > 0        ? told_.places[0].sentence
                                                : s;
    told_.view.forget_before(std::min(s, first));
  }

  // First what the words around each count tell, then what the other counts tell of it.
  void read(std::size_t s) {
    const Sentence& sentence = told_.view.sentence(s);
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

  FigureMention figure_of(const Count& count) const {
    FigureMention mention;
    mention.in_title = in_title_;
    const Phrase& phrase = count.phrase;
    const std::size_t end = phrase.empty ? count.span.end : told_.view.tokens()[phrase.end - 1].end;
    mention.span = {count.span.start, std::max(end, count.span.end)};
    mention.low = count.low, mention.high = count.high, mention.qualifier = count.qualifier;
    const std::size_t who = count.end + told_.view.is(count.end, "of");  // "hundreds of clerks"
    if (!phrase.empty && phrase.end > who)
      mention.who = slice(told_.view.text(), {told_.view.tokens()[who].start, end});
    return mention;
  }

  void add(std::size_t s, const Count& count, const Role& role) {
    const Sentence& sentence = told_.view.sentence(s);
    FigureMention mention = figure_of(count);
    if (count.share) mention.low = 1, mention.high.reset(), mention.qualifier = "vague";
    mention.role = role.name;
    mention.rule = role.rule;
    mention.relation = relation_of(told_.view, sentence, count, role);
    if (role.rule == "known" && told_.events.has_counter(s)) mention.relation = "prior";
    if (role.drawn && count.qualifier == "exact" && is_surpassed(told_.view, sentence, count))
      mention.qualifier = "over", mention.high.reset();
    keep(std::move(mention), count, s);
  }

  // What figures of one sentence are to each other and to those before; then event, voice and day.
  void relate(std::size_t s) {
    std::vector<Related> own;
    std::size_t first = told_.found.size();
    while (first > 0 && told_.places[first - 1].sentence == s) --first;
    if (first == told_.found.size()) return;
    for (std::size_t i = first; i < told_.found.size(); ++i)
      own.push_back({&told_.found[i], told_.places[i].count, i});
    add_bases(s, own);
    std::vector<Related> before;
    for (std::size_t i = first - std::min<std::size_t>(first, remembered); i < first; ++i)
      before.push_back({&told_.found[i], told_.places[i].count, i});
    link(told_.view, told_.view.sentence(s), own, before);
    for (std::size_t i = first; i < told_.found.size(); ++i) {
      FigureMention& mention = told_.found[i];
      const Sentence& sentence = told_.view.sentence(s);
      mention.event = told_.events.label(s, *told_.places[i].count, mention.role, mention.relation);
      mention.attributed_to = voice_of(told_.view, sentence, *told_.places[i].count);
      const Day day = day_of(told_.view, sentence, *told_.places[i].count, published_);
      mention.as_of = day.value;
      if (published_.size() >= 4 && mention.as_of.view().size() >= 4 &&
          mention.as_of.view().substr(0, 4) < published_.substr(0, 4) && mention.role != "other")
        mention.event += " (" + year_of_event(i, day) + ")";
      look_around(told_.view, mention, told_.places[i], told_.names);
    }
  }

  // "In 2002 they were 51. Three years later they had grown to 600": the event is of the year before.
  std::string year_of_event(std::size_t i, const Day& day) const {
    std::string own = day.value.substr(0, 4);
    if (i == 0 || !day.later || told_.places[i - 1].sentence + recent < told_.places[i].sentence) return own;
    const std::string before(told_.found[i - 1].event.view());
    return before.size() > 6 && before.ends_with(')') ? before.substr(before.size() - 5, 4) : own;
  }

  // "Twelve of the 19 councillors resigned": the 19 are what the twelve are of.
  void add_bases(std::size_t s, std::vector<Related>& own) {
    const Sentence& sentence = told_.view.sentence(s);
    const std::size_t first = own.front().place;
    bool added = false;
    for (const Count& count : sentence.counts) {
      if (count.phrase.noun == Noun::thing || count.share || is_label(told_.view, sentence, count)) continue;
      const bool known =
          std::any_of(own.begin(), own.end(), [&](const Related& r) { return r.count == &count; });
      if (known) continue;
      for (const Related& r : own) {
        if (count.phrase.empty || !is_base(told_.view, sentence, *r.count, count)) continue;
        FigureMention base = figure_of(count);
        base.role = "other", base.relation = "total", base.rule = "base";
        keep(std::move(base), count, s);
        added = true;
        break;
      }
    }
    if (!added) return;
    sort_from(first);
    own.clear();
    for (std::size_t i = first; i < told_.found.size(); ++i)
      own.push_back({&told_.found[i], told_.places[i].count, i});
  }

  void keep(FigureMention mention, const Count& count, std::size_t s) {
    text::reserve_ahead(told_.found, mention.span.end, told_.view.text().size());
    told_.found.push_back(std::move(mention));
    told_.places.push_back({&count, static_cast<std::uint32_t>(s)});
  }

  // By where they start, those of one place as they came.
  void sort_from(std::size_t first) {
    std::vector<std::pair<FigureMention, Place>> own;
    for (std::size_t i = first; i < told_.found.size(); ++i)
      own.emplace_back(std::move(told_.found[i]), told_.places[i]);
    std::stable_sort(own.begin(), own.end(),
                     [](const auto& a, const auto& b) { return a.first.span.start < b.first.span.start; });
    for (std::size_t i = first; i < told_.found.size(); ++i)
      told_.found[i] = std::move(own[i - first].first), told_.places[i] = own[i - first].second;
  }

  Told told_;
  bool in_title_;
  std::string_view published_;
};

// The mentions of one list that stand in the title, or in the text, in the order in which they begin.
template <typename M>
class InOrder {
 public:
  InOrder(const std::optional<std::vector<M>>& list, bool in_title) {
    if (!list) return;
    for (const M& mention : *list)
      if (mention.in_title == in_title) mentions_.push_back(&mention);
    std::stable_sort(mentions_.begin(), mentions_.end(),
                     [](const M* a, const M* b) { return a->span.start < b->span.start; });
  }

  // Adds those that begin before byte `end`; whether there are more.
  bool take(std::size_t end, std::vector<M>& to) {
    for (; next_ < mentions_.size() && mentions_[next_]->span.start < end; ++next_)
      to.push_back(*mentions_[next_]);
    return next_ < mentions_.size();
  }

 private:
  std::vector<const M*> mentions_;
  std::size_t next_ = 0;
};

// What a document has been found to say, in pieces.
Pieces pieces_of(const Document& document, bool in_title) {
  constexpr std::size_t step = 64 * 1024;  // bytes of a piece
  return [dates = InOrder(document.dates, in_title), numbers = InOrder(document.numbers, in_title),
          end = std::size_t{0}](Piece& piece) mutable {
    piece.end = end += step;
    const bool more_dates = dates.take(end, piece.dates), more_numbers = numbers.take(end, piece.numbers);
    return more_dates || more_numbers;
  };
}

}  // namespace

bool has_language(std::string_view language) { return language.empty() || lexicon(language.substr(0, 2)); }

std::vector<FigureMention> find(const Document& document) {
  return find(document, pieces_of(document, true), pieces_of(document, false));
}

std::vector<FigureMention> find(const Document& document, Pieces title_pieces, Pieces text_pieces) {
  const Lexicon* words = document.language.empty() ? lexicon("en") : lexicon(document.language.substr(0, 2));
  if (!words) return {};
  const View title(document.title, std::move(title_pieces), *words);
  const View text(document.text, std::move(text_pieces), *words);
  Finder finder(text, false, document.date, {});
  std::vector<FigureMention> all = Finder(title, true, document.date, finder.opening()).run();
  std::vector<FigureMention> in_text = finder.run();
  for (FigureMention& figure : in_text)
    if (figure.of) *figure.of += all.size();
  if (all.empty()) all.swap(in_text);
  all.insert(all.end(), std::make_move_iterator(in_text.begin()), std::make_move_iterator(in_text.end()));
  join_letters(all);
  return all;
}

}  // namespace presscut::figures
