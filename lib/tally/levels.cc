#include "tally/levels.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "tally/interval.h"
#include "tally/words.h"

namespace presscut::tally {
namespace {

using Figures = std::vector<Origin>;

constexpr std::size_t most_totals = 64;   // of one document that are compared with each other
constexpr std::size_t most_classes = 64;  // of one event that totals are compared with

std::string day_of(const Origin& origin) {
  return origin.figure->as_of.empty() ? origin.source->date : std::string(origin.figure->as_of);
}

bool is_vague(const Figure& figure) {
  return figure.qualifier == "dozens" || figure.qualifier == "hundreds" || figure.qualifier == "thousands" ||
         figure.qualifier == "vague";
}

Level level_of(const Origin& origin, std::string basis) {
  const Figure& figure = *origin.figure;
  Level level{day_of(origin),   !figure.as_of.empty(), figure.interval, "",
              std::move(basis), is_vague(figure),      false,           {origin}};
  if (level.basis == "stated" && is_party(figure.attributed_to)) {
    level.claimant = figure.attributed_to;
    level.basis = "claimed:" + level.claimant;
  }
  return level;
}

Figures with(const Figures& figures, std::string_view relation) {
  Figures some;
  for (const Origin& origin : figures)
    if (origin.figure->relation == relation) some.push_back(origin);
  return some;
}

// A change that is told twice, in the title and below, is one.
Figures distinct(const Figures& figures) {
  Figures some;
  std::set<std::pair<std::optional<double>, std::optional<double>>> seen;
  for (const Origin& origin : figures)
    if (seen.emplace(origin.figure->interval.low, origin.figure->interval.high).second)
      some.push_back(origin);
  return some;
}

Interval sum_of(const Figures& figures) {
  Interval all{0, 0};
  for (const Origin& origin : figures) all = sum(all, origin.figure->interval);
  return all;
}

// Of the totals that one document gives in one voice for a growing event the last word counts: the tighter
// one where they agree ("more than 150 - 163 by the last count"), the higher one where they do not.
void add_total(std::vector<Level>& own, Level level, bool growing) {
  for (std::size_t i = own.size() - std::min(own.size(), most_totals); i < own.size(); ++i) {
    Level& known = own[i];
    if (known.claimant != level.claimant || known.date != level.date) continue;
    const bool inside = contains(known.interval, level.interval),
               around = contains(level.interval, known.interval);
    if (!inside && !around && (!growing || meet(known.interval, level.interval))) continue;
    if (around || (!inside && low_of(level.interval) < low_of(known.interval))) {
      if (around) known.from.insert(known.from.end(), level.from.begin(), level.from.end());
      return;
    }
    if (inside) level.from.insert(level.from.end(), known.from.begin(), known.from.end());
    known = std::move(level);
    return;
  }
  own.push_back(std::move(level));
}

// The classes of people that a document counts one beside the other without a total: "64 professors, 112
// lecturers and more than 300 students".
std::optional<Level> classes_added(const Figures& subsets) {
  Figures classes;
  for (const Origin& origin : subsets)
    if (!origin.figure->of && (classes.empty() || classes[0].figure->sentence == origin.figure->sentence))
      classes.push_back(origin);
  if (classes.size() < 2) return std::nullopt;
  Level level = level_of(classes[0], "computed");
  level.interval = sum_of(classes);
  level.from = classes;
  level.vague = false;
  return level;
}

// A total that is the earlier level and what was added is shown with both.
void show_sum(const Origin& prior, const Figures& increments, std::vector<Level>& own) {
  const Interval whole = sum(prior.figure->interval, sum_of(increments));
  for (Level& level : own) {
    if (level.interval != whole) continue;
    level.from.insert(level.from.end(), increments.begin(), increments.end());
    level.from.push_back(prior);
    return;
  }
}

void add_document(const Group& group, bool growing, const Figures& figures, Statements& all) {
  const Figures increments = distinct(with(figures, "increment")),
                retractions = distinct(with(figures, "retraction")), priors = with(figures, "prior"),
                subsets = with(figures, "subset");
  std::vector<Level> own;
  for (const Origin& origin : with(figures, "total")) add_total(own, level_of(origin, "stated"), growing);
  if (!group.variant.empty() && group.variant != "counter")  // a part that is an event of its own
    for (const Origin& origin : subsets) add_total(own, level_of(origin, "stated"), true);
  if (group.family != Family::letter)
    for (const Origin& origin : with(figures, "goal")) own.push_back(level_of(origin, "expected"));
  const auto equals = [&](const Interval& interval) {
    return std::any_of(own.begin(), own.end(), [&](const Level& l) { return l.interval == interval; });
  };
  const bool explicit_sum =
      !priors.empty() && !increments.empty() && !equals(sum(priors[0].figure->interval, sum_of(increments)));
  if (!explicit_sum && !priors.empty() && !increments.empty()) show_sum(priors[0], increments, own);
  const bool has_level = !explicit_sum && std::any_of(own.begin(), own.end(),
                                                      [](const Level& l) { return l.basis != "expected"; });
  if (!has_level && (!increments.empty() || !retractions.empty())) {
    Figures from = priors;
    from.insert(from.end(), increments.begin(), increments.end());
    from.insert(from.end(), retractions.begin(), retractions.end());
    const Origin& first = increments.empty() ? retractions[0] : increments[0];
    const Interval added = sum_of(increments), removed = sum_of(retractions);
    if (priors.empty()) {
      all.changes.push_back({day_of(first), added, removed, from});
    } else {
      Level level = level_of(first, "computed");
      level.interval = difference(sum(priors[0].figure->interval, added), removed);
      level.vague = false, level.falls = !retractions.empty();
      level.from = from;
      own.push_back(std::move(level));
    }
  } else if (!has_level) {
    if (auto level = classes_added(subsets)) own.push_back(std::move(*level));
  } else if (!retractions.empty()) {
    for (Level& level : own) level.falls = true;
  }
  all.levels.insert(all.levels.end(), own.begin(), own.end());
  all.earlier.insert(all.earlier.end(), priors.begin(), priors.end());
}

// "The appeal by 20 bishops" tells of a class that another document counts as one: "20 bishops and 100
// canons".
void tell_classes(Figures& figures, const Figures& all) {
  std::erase_if(figures, [&](const Origin& origin) {
    const Figure& figure = *origin.figure;
    return figure.relation == "total" && !figure.who.empty() &&
           std::any_of(all.begin(), all.end(), [&](const Origin& other) {
             const Figure& part = *other.figure;
             return part.relation == "subset" && other.source != origin.source &&
                    head_of(part.who) == head_of(figure.who) && !head_of(part.who).empty() &&
                    meet(part.interval, figure.interval);
           });
  });
}

}  // namespace

bool grows(const Group& group) {
  if (group.family == Family::strike) return false;
  if (group.family != Family::protest) return true;
  return std::any_of(group.figures.begin(), group.figures.end(), [](const Origin& origin) {
    const std::string_view event = origin.figure->event;
    return event.starts_with("occupation") || event.starts_with("boycott");
  });
}

bool is_party(std::string_view attributed_to) {
  // A single voice from among those who are counted speaks for the text: "one of them", "a signatory".
  return !attributed_to.empty() && !attributed_to.starts_with("a ") && !attributed_to.starts_with("one ") &&
         attributed_to != "speaker";
}

Statements statements(const Group& group) {
  std::vector<Figures> documents;
  for (const Origin& origin : group.figures) {
    if (documents.empty() || documents.back()[0].source != origin.source) documents.emplace_back();
    documents.back().push_back(origin);
  }
  std::sort(documents.begin(), documents.end(), [](const Figures& a, const Figures& b) {
    return std::tie(a[0].source->date, a[0].source->id) < std::tie(b[0].source->date, b[0].source->id);
  });
  Figures parts;
  for (const Origin& origin : group.figures)
    if (origin.figure->relation == "subset" && parts.size() < most_classes) parts.push_back(origin);
  Statements all;
  const bool growing = grows(group);
  for (Figures& figures : documents) {
    tell_classes(figures, parts);
    if (!figures.empty()) add_document(group, growing, figures, all);
  }
  // What has no day may be of any: it comes last, when the others stand.
  const auto by_date = [](const auto& a, const auto& b) {
    return std::pair(a.date.empty(), a.date) < std::pair(b.date.empty(), b.date);
  };
  std::stable_sort(all.levels.begin(), all.levels.end(), by_date);
  std::stable_sort(all.changes.begin(), all.changes.end(), by_date);
  return all;
}

}  // namespace presscut::tally
