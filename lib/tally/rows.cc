// From what documents say of one event to rows, a final interval and contradictions.
//
// Levels are taken in the order of their days, exact ones before vague ones. Each finds its row: the one with
// the same interval, the tighter one of the same day, or a row of its own whose basis says how it goes with
// what stood before. An event that people join one by one may grow at any time; a march has one size a day,
// so that two sizes of one day contradict each other. Voices (police, organisers) are compared by the last
// that each said.
#include "tally/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <tuple>

#include "shingles/shingles.h"
#include "tally/interval.h"
#include "tally/levels.h"

namespace presscut::tally {
namespace {

constexpr double rounding = 0.05;  // two counts of one day that lie this near contradict, they do not grow
constexpr std::size_t most_alike = 256;  // rows that begin alike and are looked at
constexpr double one_story = 0.5;        // resemblance of passages from which they are one text

struct Placed {
  Row row;
  Level level;
};

class Reconciler {
 public:
  explicit Reconciler(const Group& group) : growing_(grows(group)) {
    Statements all = statements(group);
    for (const Origin& origin : all.earlier)
      if (earlier_.size() < most_alike) earlier_.push_back(origin);
    auto change = all.changes.begin();
    for (const Level& level : all.levels) {
      if (level.vague) continue;
      for (; change != all.changes.end() && change->date < level.date; ++change) apply(*change);
      place(level);
    }
    for (; change != all.changes.end(); ++change) apply(*change);
    for (const Level& level : all.levels)
      if (level.vague) place_vague(level);
    for (const Origin& origin : all.earlier) join_earlier(origin);
    compare_voices();
  }

  void finish(Event& event) {
    conclude(event);
    for (const auto& [n, why] : conflicts_) {
      event.conflicts.push_back(rows_[n].row);
      event.conflicts.back().why = why;
    }
    std::stable_sort(rows_.begin(), rows_.end(), [](const Placed& a, const Placed& b) {
      return std::tie(a.row.date, a.row.interval.low, a.row.basis) <
             std::tie(b.row.date, b.row.interval.low, b.row.basis);
    });
    for (Placed& placed : rows_) {
      placed.row.stories = stories(placed.row.from);
      event.rows.push_back(placed.row);
    }
  }

 private:
  using Number = std::size_t;  // of a row

  bool is_open(Number n) const { return rows_[n].row.basis != "expected"; }

  // The row that stands for a voice: the last one that is neither stale nor merely compatible.
  std::optional<Number> standing(std::string_view claimant) const {
    const auto at = standing_.find(std::string(claimant));
    if (at == standing_.end()) return std::nullopt;
    return at->second;
  }

  Number add(const Level& level, std::string basis) {
    rows_.push_back({{level.date, level.interval, std::move(basis), level.from, 0, ""}, level});
    by_low_[low_of(level.interval)].push_back(rows_.size() - 1);
    return rows_.size() - 1;
  }

  void join(Number n, const Level& level) {
    auto& from = rows_[n].row.from;
    from.insert(from.end(), level.from.begin(), level.from.end());
  }

  // The rows whose interval begins where this one does, in the order in which they came.
  std::span<const Number> beginning_as(const Interval& interval) const {
    const auto at = by_low_.find(low_of(interval));
    if (at == by_low_.end()) return {};
    return {at->second.data(), std::min(at->second.size(), most_alike)};
  }

  bool same_day(const Level& a, const Level& b) const {
    return !a.date.empty() && a.date.substr(0, 10) == b.date.substr(0, 10);
  }

  // The row of the same interval in the same voice, or in one voice and the text's own.
  std::optional<Number> reprint_of(const Level& level) const {
    for (const Number n : beginning_as(level.interval)) {
      const Placed& known = rows_[n];
      if (known.row.basis == "expected" || level.basis == "expected") continue;
      const bool voice =
          known.level.claimant == level.claimant || known.level.claimant.empty() || level.claimant.empty();
      if (known.row.interval == level.interval && voice) return n;
      // Later and in nobody's voice a number is told without the words around it: "600,000" for "over
      // 600,000".
      if (!growing_ && level.claimant.empty() && !known.level.claimant.empty() && is_exact(level.interval) &&
          level.interval.low == known.row.interval.low && !same_day(level, known.level))
        return n;
    }
    return std::nullopt;
  }

  void place(const Level& level) {
    if (level.basis == "expected") {
      place_expected(level);
    } else if (const auto same = reprint_of(level)) {
      join(*same, level);
    } else if (const auto now = standing(level.claimant)) {
      place_beside(*now, level);
    } else {
      standing_[level.claimant] = add(level, level.basis);
    }
  }

  void place_expected(const Level& level) {
    for (const Number n : beginning_as(level.interval))
      if (rows_[n].row.basis == "expected" && rows_[n].row.interval == level.interval) return join(n, level);
    add(level, "expected");
  }

  void place_beside(Number now, const Level& level) {
    const Placed& known = rows_[now];
    const Interval &old = known.row.interval, &fresh = level.interval;
    const bool day = same_day(known.level, level);
    const bool bound = low_of(fresh) == low_of(old);  // "300" beside "more than 300" is no tighter count
    if (day && contains(fresh, old) && is_closed(old) && !bound) return join(now, level);
    if (day && contains(old, fresh) && is_closed(fresh) && !bound) return refine(now, level);
    if (contains(old, fresh) && bound && is_exact(fresh)) {
      add(level, "compatible");
      return;
    }
    if (contains(fresh, old)) {
      add(level, "compatible");
    } else if (low_of(fresh) > high_of(old)) {
      place_higher(now, level);
    } else if (high_of(fresh) < low_of(old)) {
      place_lower(now, level);
    } else {
      standing_[level.claimant] = add(level, level.basis);
    }
  }

  static bool is_closed(const Interval& interval) { return interval.high.has_value(); }

  // A tighter count of the same day takes the row over.
  void refine(Number now, const Level& level) {
    Placed& known = rows_[now];
    std::erase(by_low_[low_of(known.row.interval)], now);
    auto& alike = by_low_[low_of(level.interval)];
    alike.insert(std::upper_bound(alike.begin(), alike.end(), now), now);
    known.row.interval = level.interval, known.row.basis = level.basis;
    auto from = level.from;
    from.insert(from.end(), known.row.from.begin(), known.row.from.end());
    known.row.from = std::move(from);
    known.level = level;
  }

  void place_higher(Number now, const Level& level) {
    const Placed& known = rows_[now];
    if (level.date.empty() && !known.row.date.empty() && growing_) {  // of what day nobody knows
      add(level, level.basis);
      return;
    }
    const bool day = same_day(known.level, level);
    const double gap = low_of(level.interval) - high_of(known.row.interval);
    const bool near = gap < rounding * high_of(known.row.interval);
    const bool both_exact = is_exact(level.interval) && is_exact(known.row.interval);
    const bool other_day = level.own_day && known.level.own_day && !day;
    const bool other_source = level.from[0].source != known.row.from[0].source;
    const bool same_voice_later = !level.claimant.empty() && !day;
    const bool contradicts =
        growing_ ? day && other_source && (near || both_exact) : !other_day && !same_voice_later;
    if (!contradicts) {
      standing_[level.claimant] = add(level, level.basis);
      return;
    }
    contradict(now, level);
  }

  void place_lower(Number now, const Level& level) {
    const Placed& known = rows_[now];
    if (level.date.empty() && growing_) {
      add(level, "stale");
      return;
    }
    const bool other_day = level.own_day && known.level.own_day && !same_day(known.level, level);
    if (level.falls || (!growing_ && (other_day || !level.claimant.empty()))) {
      standing_[level.claimant] = add(level, level.basis);
      return;
    }
    for (Number n = 0; growing_ && n < rows_.size(); ++n)
      if (n != now && is_open(n) && rows_[n].row.date <= known.row.date &&
          meet(rows_[n].row.interval, level.interval)) {
        add(level, "stale");
        return;
      }
    const auto fits = [&](const Origin& origin) { return meet(origin.figure->interval, level.interval); };
    if (growing_ && std::any_of(earlier_.begin(), earlier_.end(), fits)) {  // "the previous 138": "some 130"
      add(level, "stale");
      return;
    }
    contradict(now, level);
  }

  // Two counts that cannot both be right. An exact one stands against a loose one; else both are left
  // standing.
  void contradict(Number now, const Level& level) {
    const bool takes_over = is_exact(level.interval) && !is_exact(rows_[now].row.interval);
    const Number added = add(level, takes_over ? level.basis : "conflict");
    if (takes_over) {
      rows_[now].row.basis = "conflict";
      standing_[level.claimant] = added;
    } else if (is_exact(level.interval) || !is_exact(rows_[now].row.interval)) {
      rivals_.insert(added);
    }
    note(now, added);
  }

  void note(Number a, Number b) {
    const auto told = [&](Number n) {
      const Placed& placed = rows_[n];
      const std::string who = placed.level.claimant.empty() ? outlet_of(placed) : placed.level.claimant;
      return fmt::format("{}: {}", who, spell(placed.row.interval));
    };
    conflicts_.try_emplace(a, fmt::format("against {}", told(b)));
    conflicts_.try_emplace(b, fmt::format("against {}", told(a)));
  }

  static std::string outlet_of(const Placed& placed) {
    const Source& source = *placed.row.from[0].source;
    return source.outlet.empty() ? source.id : source.outlet;
  }

  // "Another 15 signed": added to what stands on its day, once.
  void apply(const Change& change) {
    for (const auto& [date, interval] : applied_)
      if (interval.first == change.added && interval.second == change.removed && !change.from.empty() &&
          is_told_again(date, change))
        return;
    std::optional<Number> base = standing("");
    for (const auto& [claimant, n] : standing_)
      if (!base || (rows_[n].row.date > rows_[*base].row.date)) base = n;
    if (!base) return;
    Level level{change.date,
                false,
                difference(sum(rows_[*base].row.interval, change.added), change.removed),
                "",
                "computed",
                false,
                low_of(change.removed) > 0,
                rows_[*base].row.from};
    level.from.resize(1);
    level.from.insert(level.from.end(), change.from.begin(), change.from.end());
    applied_.emplace_back(change.from[0], std::pair(change.added, change.removed));
    if (level.interval == rows_[*base].row.interval) {  // as many came as went
      standing_[""] = add(level, "computed");
      return;
    }
    place(level);
  }

  static bool is_told_again(const Origin& told, const Change& change) {
    return shingles::resemblance(told.figure->sketch, change.from[0].figure->sketch) >= one_story;
  }

  // A word like "dozens" says nothing against a number; without one it is all that there is.
  void place_vague(const Level& level) {
    if (level.basis == "expected") return;
    for (auto n = rows_.size(); n-- > 0;)
      if (is_open(n) && contains(level.interval, rows_[n].row.interval)) return join(n, level);
    const bool first = std::none_of(rows_.begin(), rows_.end(), [&](const Placed& known) {
      return known.row.basis != "expected" && (!growing_ || known.row.date <= level.date);
    });
    if (!first) return;
    const bool alone = std::none_of(rows_.begin(), rows_.end(),
                                    [](const Placed& known) { return known.row.basis != "expected"; });
    const Number added = add(level, level.basis);
    if (alone) standing_[level.claimant] = added;
  }

  void join_earlier(const Origin& origin) {
    for (const Number n : beginning_as(origin.figure->interval)) {
      Placed& placed = rows_[n];
      const auto& from = placed.row.from;
      const auto has = [&](const Origin& o) { return o.figure == origin.figure; };
      if (placed.row.interval == origin.figure->interval && std::none_of(from.begin(), from.end(), has))
        return placed.row.from.push_back(origin);
    }
  }

  // The last words of the voices against each other.
  void compare_voices() {
    for (const auto& [a, x] : standing_)
      for (const auto& [b, y] : standing_) {
        if (a >= b || meet(rows_[x].row.interval, rows_[y].row.interval)) continue;
        if (!is_overtaken(x, y) && !is_overtaken(y, x)) note(x, y);
      }
  }

  // Whether an event has grown from the one level to the other in the meantime.
  bool is_overtaken(Number old, Number fresh) const {
    return growing_ && rows_[old].row.date < rows_[fresh].row.date &&
           high_of(rows_[old].row.interval) < low_of(rows_[fresh].row.interval);
  }

  void conclude(Event& event) const {
    std::set<Number> last;
    for (const auto& [claimant, n] : standing_) last.insert(n);
    for (const auto& [claimant, n] : standing_)
      for (const auto& [other, m] : standing_)
        if (n != m && is_overtaken(n, m)) last.erase(n);
    last.insert(rivals_.begin(), rivals_.end());
    if (last.empty()) return;
    const auto own = standing_.find("");
    if (own != standing_.end() && is_exact(rows_[own->second].row.interval) && rivals_.empty() &&
        last.contains(own->second)) {
      event.final = rows_[own->second].row.interval;
      event.why_final = "the last exact count";
      if (!rows_[own->second].row.date.empty()) event.why_final += ", " + rows_[own->second].row.date;
      return;
    }
    Interval common = rows_[*last.begin()].row.interval, all = common;
    bool agree = true;
    for (const Number n : last) {
      const Interval& interval = rows_[n].row.interval;
      all = hull(all, interval);
      agree = agree && meet(common, interval);
      if (agree) common = intersection(common, interval);
    }
    event.final = agree ? common : all;
    event.why_final = agree ? last.size() > 1 ? "what the last counts have in common" : "the last count"
                            : "counts contradict each other: from the least to the most";
  }

  static std::size_t stories(const std::vector<Origin>& from) {
    std::vector<const Origin*> own;
    std::set<const Source*> seen;
    for (const Origin& origin : from) {
      if (!seen.insert(origin.source).second) continue;
      const bool copy = std::any_of(own.begin(), own.end(), [&](const Origin* known) {
        return shingles::resemblance(known->figure->sketch, origin.figure->sketch) >= one_story;
      });
      if (!copy) own.push_back(&origin);
    }
    return own.size();
  }

  bool growing_;
  std::vector<Origin> earlier_;  // levels of the past, told as such
  std::vector<Placed> rows_;
  std::map<double, std::vector<Number>> by_low_;  // rows by where their interval begins
  std::map<std::string, Number> standing_;        // by voice
  std::set<Number> rivals_;
  std::map<Number, std::string> conflicts_;
  std::vector<std::pair<Origin, std::pair<Interval, Interval>>> applied_;
};

}  // namespace

void reconcile(const Group& group, Event& event) { Reconciler(group).finish(event); }

}  // namespace presscut::tally
