#include "metadata/dates.h"

#include <algorithm>
#include <cstdlib>

#include "metadata/evidence.h"
#include "metadata/url.h"

namespace presscut::metadata {
namespace {

// A day that somebody claims to be that of publication, and how far that is believed.
struct Claim {
  Day day;
  double trust = 0;
};

// How much the place and the looks of a day on the page speak for it.
double weight_of(const Shown& shown) {
  if (shown.role == Role::modified || shown.role == Role::event) return 0;
  if (shown.distance == 0 && !shown.element && !shown.own_line)
    return 0;  // a title says when something happens
  if (shown.in_table && !shown.element) return 0;
  if (shown.running && shown.role == Role::none && !shown.element && !shown.dateline) return 0;
  double weight = 0;
  if (shown.declared) weight += 5;
  if (shown.dateline) weight += 1;
  if (shown.role == Role::published) weight += 4;
  if (shown.element) weight += 2;
  if (shown.alone) weight += 2;
  else if (shown.leads || shown.byline) weight += 1;
  if (shown.signed_) weight += 2;
  if (shown.in_head) weight += 3;
  if (shown.in_head && shown.distance >= -2 && shown.distance <= 4) weight += 2;
  if (shown.in_tail) weight += 1;
  if (shown.in_tail && shown.alone && !shown.aside) weight += 2;
  if (shown.elsewhere) weight -= shown.footer && shown.role == Role::published ? 1 : 6;
  if (shown.caption && shown.role == Role::none && !shown.element && !shown.alone) weight -= 3;
  if (shown.aside) weight -= shown.role == Role::published ? 1 : 2;
  if (shown.listed) weight -= 2;
  return weight;
}

constexpr double least_weight = 5, least_labelled = 3;

class Choice {
 public:
  explicit Choice(const DaySources& sources) : sources_(sources) {
    const std::string host = host_of(sources.url.empty() ? sources.page.canonical : sources.url);
    order_ = order_of(sources.page.language, host);
    machine_.order = order_;
    machine_.compact = true;
    collect_declared();
    collect_shown();
    claim(day_of_url(sources.url.empty() ? sources.page.canonical : sources.url), of_url);
  }

  Days days() const {
    Days days;
    const Claim* best = nullptr;
    double best_trust = 0;
    for (const Claim& claim : claims_) {
      const double trust = claim.trust + support(claim);
      if (trust > best_trust) best = &claim, best_trust = trust;
    }
    if (best) days.published = on_clock_of_page(with_clock(best->day));
    days.modified = modified_;
    if (days.modified && days.published && days.modified.number() < days.published.number())
      days.modified = {};
    return days;
  }

 private:
  // A stamp of a machine that nobody has set is that of 1970; what lies behind the crawl cannot be true.
  bool is_possible(const Day& day) const {
    return day && day.year >= 1990 &&
           (sources_.latest.empty() || day.iso().substr(0, 10) <= sources_.latest.substr(0, 10));
  }

  void claim(Day day, double trust) {
    if (!is_possible(day)) return;
    if (day.hour == 0 && day.minute == 0) day.hour = day.minute = Day::none;  // a day, written as a moment
    claims_.push_back({day, trust});
  }

  void collect_declared() {
    static constexpr double of_json_ld[] = {0, 2, 5, 6.5}, of_meta[] = {0, 2, 3, 6};
    const JsonLd& json_ld = sources_.json_ld;
    claim(find_day(json_ld.published, machine_), of_json_ld[json_ld.trust]);
    modified_ = find_day(json_ld.modified, machine_);
    for (const Declared& value : sources_.declared) {
      if (value.field == Field::published) claim(find_day(value.value, machine_), of_meta[value.trust]);
      if (value.field == Field::modified && !modified_) modified_ = find_day(value.value, machine_);
    }
  }

  void collect_shown() {
    Reading lines;
    lines.order = order_;
    shown_ = shown_days(sources_.page, sources_.title, lines);
    const Shown* best = nullptr;
    const Shown* labelled = nullptr;
    for (Shown& shown : shown_) {
      shown.weight = is_possible(shown.day) ? weight_of(shown) : 0;
      if (shown.declared && shown.weight >= least_weight) claim(shown.day, shown.in_head ? 6.55 : 6.4);
      if (shown.weight >= least_weight && (!best || shown.weight > best->weight)) best = &shown;
      if (shown.role == Role::published && shown.weight >= least_labelled &&
          (!labelled || shown.weight > labelled->weight))
        labelled = &shown;
      if (shown.role == Role::modified && !shown.elsewhere && !modified_ && is_possible(shown.day))
        modified_ = shown.day;
    }
    if (best) claim(best->day, 4);
    else if (labelled) claim(labelled->day, 2.5);
  }

  // Sources of another kind that say the same day.
  double support(const Claim& claim) const {
    constexpr double of_each = 0.6;
    double sum = 0;
    double last = claim.trust;
    for (const Claim& other : claims_) {
      if (other.trust == claim.trust || other.trust == last || other.day.number() != claim.day.number())
        continue;
      sum += of_each;
      last = other.trust;
    }
    return sum;
  }

  // The same day with a clock, where the page says one.
  Day with_clock(const Day& day) const {
    const Claim* best = nullptr;
    for (const Claim& claim : claims_)
      if (claim.day.number() == day.number() && claim.day.hour != Day::none &&
          (!best || claim.trust > best->trust))
        best = &claim;
    return day.hour == Day::none && best ? best->day : day;
  }

  // Stamps in UTC are the day of the page's readers only by chance. Where the page says the same moment on
  // its own clock, or near its title a day that fits, that is what counts.
  Day on_clock_of_page(const Day& stamp) const {
    if (stamp.hour == Day::none || stamp.zone != 0) return stamp;
    for (const Claim& claim : claims_)
      if (is_same_moment(stamp, claim.day)) return claim.day;
    for (const Shown& shown : shown_)
      if (shown.weight >= least_weight && is_same_moment(stamp, shown.day)) return shown.day;
    const Shown* fitting = nullptr;
    for (const Shown& shown : shown_) {
      if (shown.weight < least_weight || !shown.in_head || shown.distance < -2 || shown.distance > 8)
        continue;
      const int days = shown.day.number() - stamp.number();
      if (days == 0) return stamp;
      if (!fitting &&
          days == stamp.later(days < 0 ? -farthest_west : farthest_east).number() - stamp.number())
        fitting = &shown;
    }
    for (const Claim& claim : claims_)
      if (claim.trust == of_url && std::abs(claim.day.number() - stamp.number()) == 1) return claim.day;
    return fitting ? fitting->day : stamp;
  }

  // Whether a day with a clock is the moment `stamp`, which is in UTC, on the clock of another zone.
  static bool is_same_moment(const Day& stamp, const Day& local) {
    if (local.hour == Day::none || local.zone == 0) return false;
    const int minutes = (local.number() - stamp.number()) * 24 * 60 + (local.hour - stamp.hour) * 60 +
                        local.minute - stamp.minute;
    if (local.zone != Day::no_zone) return minutes == local.zone;
    return minutes % 15 == 0 && minutes >= -farthest_west && minutes <= farthest_east && minutes != 0;
  }

  static constexpr double of_url = 9;
  static constexpr int farthest_west = 12 * 60, farthest_east = 14 * 60;  // of UTC, in minutes

  const DaySources& sources_;
  Order order_ = Order::unknown;
  Reading machine_;
  std::vector<Claim> claims_;
  std::vector<Shown> shown_;
  Day modified_;
};

}  // namespace

Order order_of(std::string_view language, std::string_view host) {
  const std::string folded = text::fold(language);
  if (folded.empty()) return Order::unknown;
  if (!folded.starts_with("en")) return Order::day_first;
  if (folded.size() > 4) return folded.ends_with("us") ? Order::month_first : Order::day_first;
  const std::string_view top =
      host.substr(host.rfind('.') == std::string_view::npos ? 0 : host.rfind('.') + 1);
  return top.size() == 2 && top != "us" && top != "ca" && top != "io" && top != "co" && top != "tv"
             ? Order::day_first
             : Order::month_first;
}

Days find_days_of_page(const DaySources& sources) { return Choice(sources).days(); }

}  // namespace presscut::metadata
